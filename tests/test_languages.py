"""Guides in many languages, and in some that Material or Babel do not know: what check accepts is built."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from conftest import run
from rewritten import in_locales, write

pytestmark = pytest.mark.slow

BUILDS = pytest.mark.parametrize(
    "command", [("entregent", "build", "--strict"), ("mkdocs", "build", "--strict")], ids=["ours", "mkdocs"]
)


@BUILDS
def test_a_guide_in_five_languages(tmp_path: Path, command: tuple[str, ...]) -> None:
    write(tmp_path, in_locales("fr", "en", "de", "ar", "pt-BR"))
    result = run(*command, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "") or command[0] == "mkdocs", result.stderr
    assert result.returncode == 0, result.stderr
    site = tmp_path / "site"
    for locale, folder in (("fr", ""), ("en", "en/"), ("de", "de/"), ("ar", "ar/"), ("pt", "pt-BR/")):
        text = (site / f"{folder}rules/add-a-note.html").read_text("utf-8")
        assert f'<html lang="{locale}"' in text
        assert len(re.findall(r'class="eg-language"', text)) == 4


@BUILDS
@pytest.mark.parametrize("locale", ["no", "br", "oc", "tlh", "gsw"])
def test_a_language_that_few_know(tmp_path: Path, locale: str, command: tuple[str, ...]) -> None:
    write(tmp_path, in_locales(locale))
    assert run("entregent", "check", cwd=tmp_path).returncode == 0
    result = run(*command, cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert f'<html lang="{locale}"' in (tmp_path / "site/facts/index.html").read_text("utf-8")


def test_the_sitemap_at_the_root_lists_every_language(tmp_path: Path) -> None:
    write(tmp_path, in_locales("fr", "en", "de"))
    assert run("entregent", "build", cwd=tmp_path).returncode == 0
    sitemap = (tmp_path / "site/sitemap.xml").read_bytes()
    for folder in ("", "en/", "de/"):
        assert f"<loc>https://guide.example/sub/{folder}rules/reply.html</loc>".encode() in sitemap
    assert sitemap.count(b"<urlset") == sitemap.count(b"</urlset>") == 1
    assert gzip.decompress((tmp_path / "site/sitemap.xml.gz").read_bytes()) == sitemap


def test_every_locale_hears_what_the_command_line_says(tmp_path: Path) -> None:
    write(tmp_path, in_locales("fr", "en"))
    assert run("mkdocs", "build", "--quiet", "--use-directory-urls", cwd=tmp_path).returncode == 0
    for folder in ("", "en/"):
        assert (tmp_path / f"site/{folder}rules/add-a-note/index.html").is_file()
    result = run("mkdocs", "build", "-t", "readthedocs", cwd=tmp_path)
    assert result.returncode == 1
    assert "Entregent needs the theme Material" in result.stdout
    assert "Traceback" not in result.stderr
