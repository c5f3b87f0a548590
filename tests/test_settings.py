"""What mkdocs.yml and the command line say: heard, or told; and what the system refuses, in one line."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import GUIDES, run
from entregent.cli import main
from entregent.outputs.mkdocs.ignored import SETTINGS
from rewritten import in_locales, write

SMALL = str(GUIDES / "small.yaml")


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_strict_hears_the_warnings_of_mkdocs(tmp_path: Path, locale: str) -> None:
    write(tmp_path, in_locales("fr", "en"))
    page = tmp_path / "docs" / locale / "about.md"
    page.parent.mkdir()
    page.write_text("# About\n\n[nowhere](nowhere.md)\n", "utf-8")
    result = run("entregent", "build", cwd=tmp_path)
    assert result.returncode == 0
    assert "contains a link 'nowhere.md'" in result.stderr
    result = run("entregent", "build", "--strict", cwd=tmp_path)
    assert result.returncode == 1
    assert "contains a link 'nowhere.md'" in result.stderr


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("site_name: x\ntheme: {name: material}\n", "Entregent is not among the plugins"),
        ("- site_name\n", "Expected a key-value mapping"),
    ],
)
@pytest.mark.parametrize("command", ["build", "serve"])
def test_settings_of_which_nothing_can_be_made(
    tmp_path: Path, settings: str, said: str, command: str
) -> None:
    write(tmp_path, in_locales("en"))
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    result = run("entregent", command, cwd=tmp_path)
    assert result.returncode == 1
    assert said in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_page_that_is_not_utf_8_is_named(tmp_path: Path, locale: str) -> None:
    write(tmp_path, in_locales("fr", "en"))
    page = tmp_path / "docs" / locale / "about.md"
    page.parent.mkdir()
    page.write_bytes("# Été".encode("latin-1"))
    result = run("entregent", "build", cwd=tmp_path)
    assert result.returncode == 1
    assert "about.md is not UTF-8" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_option_that_does_not_exist_is_told(tmp_path: Path) -> None:
    write(tmp_path, in_locales("fr"), ": {polcy: ''}")
    result = run("entregent", "build", cwd=tmp_path)
    assert result.returncode == 0
    assert "Unrecognised configuration name: polcy" in result.stderr
    assert run("entregent", "build", "--strict", cwd=tmp_path).returncode == 1


IGNORED = """\
site_name: Mine
site_description: My words
copyright: Me
theme:
  name: material
  language: de
  font: {text: Roboto}
  palette: {primary: red}
  logo: us.svg
  favicon: us.svg
extra: {alternate: [{name: English, link: /en/, lang: en}]}
plugins: [search, entregent]
"""


def test_each_setting_that_is_not_used_is_told_once(tmp_path: Path) -> None:
    own = {"copyright": {"fr": "Nous", "en": "Us"}, "brand": {"mark": "us.svg"}}
    write(tmp_path, in_locales("fr", "en") | own)
    (tmp_path / "us.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    (tmp_path / "mkdocs.yml").write_text(IGNORED, "utf-8")
    result = run("entregent", "build", cwd=tmp_path)
    assert result.returncode == 0
    for setting in (*SETTINGS, "plugins: search"):
        assert result.stderr.count(f"mkdocs.yml: `{setting}` is not used: ") == 1, setting
    assert "the guide's `title` in rules.yaml is" in result.stderr
    result = run("mkdocs", "build", cwd=tmp_path, LC_ALL="fr_FR.UTF-8")
    assert "mkdocs.yml : `site_name` ne sert pas : c'est `title`, dans rules.yaml, qui" in result.stderr
    assert run("entregent", "build", "--strict", cwd=tmp_path).returncode == 1


def test_settings_that_say_what_the_guide_says_are_not_told(tmp_path: Path) -> None:
    guide = in_locales("fr", "en")
    del guide["copyright"]
    write(tmp_path, guide)
    said = guide["title"]["en"], guide["description"]["fr"]
    theme = "{name: material, font: false, language: en}"
    settings = f"site_name: {said[0]}\nsite_description: {said[1]}\ncopyright: Me\ntheme: {theme}\n"
    (tmp_path / "mkdocs.yml").write_text(f"{settings}plugins: [entregent]\n", "utf-8")
    assert run("entregent", "build", "--strict", cwd=tmp_path).stderr == ""
    assert "Me\n" in (tmp_path / "site/en/index.html").read_text("utf-8")


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_starter_has_nothing_to_be_told(tmp_path: Path, locale: str) -> None:
    assert run("entregent", "new", "mine", "--locale", locale, cwd=tmp_path).returncode == 0
    result = run("mkdocs", "build", "--strict", "--quiet", cwd=tmp_path / "mine")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_logo_and_a_favicon_of_ones_own(tmp_path: Path) -> None:
    write(tmp_path, in_locales("fr", "en"))
    settings = (tmp_path / "mkdocs.yml").read_text("utf-8")
    own = "{name: material, logo: images/us.svg, favicon: images/us.png}"
    (tmp_path / "mkdocs.yml").write_text(settings.replace("{name: material}", own), "utf-8")
    (tmp_path / "docs/images").mkdir()
    for name in ("us.svg", "us.png"):
        (tmp_path / "docs/images" / name).write_text("x", "utf-8")
    assert run("entregent", "build", "--strict", cwd=tmp_path).stderr == ""
    assert (tmp_path / "site/images/us.svg").is_file()
    for page, root in (("index.html", ""), ("en/index.html", "../"), ("en/rules/index.html", "../../")):
        html = (tmp_path / "site" / page).read_text("utf-8")
        assert f'<img src="{root}images/us.svg" alt="">' in html
        assert f'<link rel="icon" href="{root}images/us.png">' in html
    named = settings.replace("{name: material}", "{name: material, icon: {logo: material/handshake}}")
    (tmp_path / "mkdocs.yml").write_text(named, "utf-8")
    assert run("entregent", "build", "--strict", cwd=tmp_path).stderr == ""
    assert "icon.svg" in (tmp_path / "site/index.html").read_text("utf-8")
    assert "M6 21V5.2" not in (tmp_path / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("schema", "-o", "/dev/null/x"),
        ("new", "/dev/null/x"),
        ("export", "markdown", "/dev/null/x", "--rules", SMALL),
        ("export", "json", "/dev/null/x/y", "--rules", SMALL),
    ],
)
def test_a_place_that_cannot_be_written(arguments: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "cannot be read or written" in result.output
    assert isinstance(result.exception, SystemExit)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to be had")
@pytest.mark.parametrize("arguments", [("check", SMALL), ("schema",)])
def test_a_full_disk(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run("entregent", *arguments, cwd=tmp_path, output="/dev/full")
    assert result.returncode == 1
    assert result.stderr == "Error: the output cannot be read or written: No space left on device\n"


def test_serving_where_it_cannot_be(tmp_path: Path) -> None:
    write(tmp_path, in_locales("en"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        for port in (taken.getsockname()[1], 99_999):
            result = run("entregent", "serve", "-a", f"127.0.0.1:{port}", cwd=tmp_path)
            assert result.returncode == 1
            assert "that address cannot be served" in result.stderr
            assert "Traceback" not in result.stderr
            assert "DeprecationWarning" not in result.stderr
