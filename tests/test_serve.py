"""`mkdocs serve`: a saved rules.yaml changes the page, a broken one keeps the last good guide."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import lay_out

DEADLINE = 60.0


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    lay_out(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "entregent", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield tmp_path / "rules.yaml", f"http://127.0.0.1:{port}/sub/"
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0


def read(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return str(response.read().decode())
    except OSError:
        return ""


def until(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, f"never happened: {what}"


def test_save_break_and_mend(preview: tuple[Path, str]) -> None:
    rules, url = preview
    good = rules.read_text("utf-8")
    until(lambda: "Joignez un mot" in read(f"{url}rules/add-a-note.html"), "the first page")
    assert "Add a note" in read(f"{url}en/rules/add-a-note.html")
    for page in ("index.html", "en/index.html"):
        assert "Content-Security-Policy" not in read(url + page), "it would stop the preview's own script"

    rules.write_text(
        good.replace("Joignez un mot", "Glissez un mot").replace("Add a note", "Slip a note"), "utf-8"
    )
    until(lambda: "Glissez un mot" in read(f"{url}rules/add-a-note.html"), "the change in French")
    until(lambda: "Slip a note" in read(f"{url}en/rules/add-a-note.html"), "the change in English")

    rules.write_text(good.replace("weight: must", "weight: musst"), "utf-8")
    until(lambda: "musst" in read(f"{url}rules/add-a-note.html"), "the banner with the fault")
    assert "Glissez un mot" in read(f"{url}rules/add-a-note.html")
    until(lambda: "musst" in read(f"{url}en/rules/add-a-note.html"), "the banner in English")

    rules.write_text(good, "utf-8")
    until(lambda: "Joignez un mot" in read(f"{url}rules/add-a-note.html"), "the mended guide")
    assert "musst" not in read(f"{url}rules/add-a-note.html")
