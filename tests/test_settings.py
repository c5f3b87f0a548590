"""What mkdocs.yml and the command line say: heard, or told; and what the system refuses, in one line."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import GUIDES, run
from entregent.cli import main
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
