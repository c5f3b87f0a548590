"""Cases in files, goldens that rewrite themselves on request, and projects to build."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from tools.static_server import served

# Faults are told in the language of the terminal, whatever it is where the tests run.
os.environ["LC_ALL"] = "C.UTF-8"
# Facts of test guides are within their review date for ever.
os.environ["SOURCE_DATE_EPOCH"] = "1795305600"

ROOT = Path(__file__).parents[1]
GUIDES = Path(__file__).parent / "guides"

MKDOCS_YML = """\
site_name: see rules.yaml
site_url: https://guide.example/sub/
use_directory_urls: false
theme: {name: material}
plugins:
  - entregent: {edit_url: "https://host.example/edit/rules.yaml#L{line}"}
"""


def as_written(case: dict[str, Any]) -> str:
    """The rules.yaml of a case in tests/load: a guide with its changes, or a text of its own."""
    text = str(case.get("text", (GUIDES / case.get("guide", "minimal.yaml")).read_text("utf-8")))
    for change in case.get("changes", ()):
        assert text.count(change["from"]) == 1, f"{change['from']!r} is not there exactly once"
        text = text.replace(change["from"], change["to"])
    return text


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="rewrite what cases expect; review the diff"
    )


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a result with the `expected` block that ends a case file, or rewrites that block."""

    def compare(case: Path, result: str) -> None:
        before, marker, after = case.read_text("utf-8").partition("\nexpected: |\n")
        wanted = "".join(f"  {line}\n" if line else "\n" for line in result.rstrip("\n").split("\n"))
        if request.config.getoption("--update-goldens"):
            case.write_text(f"{before.rstrip()}\nexpected: |\n{wanted}", "utf-8")
            return
        assert marker, f"{case} expects nothing yet: run pytest with --update-goldens and review the diff"
        assert after.rstrip("\n") == wanted.rstrip("\n")

    return compare


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, bytes], None]:
    """Compares a result with a whole file, or rewrites that file."""

    def compare(case: Path, result: bytes) -> None:
        if request.config.getoption("--update-goldens"):
            case.write_bytes(result)
        assert case.read_bytes() == result

    return compare


def run(*arguments: str, cwd: Path, output: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of this Python's environment, with the words it printed; `output` is a file for them."""
    with open(output, "w") if output else nullcontext(subprocess.PIPE) as stdout:  # noqa: PTH123
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=cwd,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )


@contextmanager
def previewed(folder: Path, told: Path) -> Iterator[str]:
    """The address of `entregent serve` in a project, from its start; what it prints goes to a file."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with told.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "entregent", "serve", "-a", address],
            cwd=folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=output,
            stderr=output,
        )
        try:
            yield f"http://{address}/"
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(20) == 0


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small guide in two languages, built once; tests read it and leave it alone."""
    folder = tmp_path_factory.mktemp("small")
    lay_out(folder)
    result = run("mkdocs", "build", "--strict", "--quiet", cwd=folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped guide."""
    site = tmp_path_factory.mktemp("built") / "site"
    address = "https://guide.example/sub/"
    result = run("mkdocs", "build", "--strict", "--quiet", "-d", str(site), cwd=ROOT, SITE_URL=address)
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="session")
def base(built: Path) -> Iterator[str]:
    """The address of that site, served below a path."""
    with served(built, "/sub/") as address:
        yield address


def lay_out(folder: Path, guide: str = "small.yaml") -> None:
    """Write a project with a guide of `tests/guides` and a page of its own in each language."""
    (folder / "rules.yaml").write_text((GUIDES / guide).read_text("utf-8"), "utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, "utf-8")
    for locale, title in (("fr", "À propos"), ("en", "About")):
        page = folder / "docs" / locale / "about.md"
        page.parent.mkdir(parents=True)
        page.write_text(f"# {title}\n\n[x](rules/index.md)\n", "utf-8")
    (folder / "docs/fr/only-french.md").write_text("# Seulement en français\n", "utf-8")
