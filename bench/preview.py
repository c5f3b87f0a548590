"""From a save to the page: how long a preview takes to serve what has just been written."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SAVES = 9
_DEADLINE = 120.0
_PAUSE = 2.0
"""Seconds between two saves, so that none meets the work of the one before."""


def entregent(folder: Path) -> float:
    """Seconds until a saved text is served in both languages, the median of several saves."""
    rules = folder / "rules.yaml"
    good = rules.read_text("utf-8")
    # A text of the first rule, in each language, and the page that shows it.
    texts = ("Acceptez qui vous inviteriez", "Accept those you would have")
    assert all(good.count(text) for text in texts)

    def save(number: int) -> None:
        text = good
        for part in texts:
            text = text.replace(part, f"{part} {number}", 1)
        rules.write_text(text, "utf-8")

    pages = {"rules/coffee-test.html": texts[0], "en/rules/coffee-test.html": texts[1]}
    return _median([sys.executable, "-m", "entregent", "serve"], folder, pages, save)


def zensical(folder: Path) -> float:
    """Seconds until a saved page of a plain project is served by Zensical."""
    page = folder / "docs/rules/coffee-test.md"
    good = page.read_text("utf-8")
    title = good.splitlines()[0]

    def save(number: int) -> None:
        page.write_text(good.replace(title, f"{title} {number}", 1), "utf-8")

    pages = {"rules/coffee-test/": title.removeprefix("# ")}
    return _median([sys.executable, "-m", "zensical", "serve"], folder, pages, save)


def _median(command: list[str], folder: Path, pages: dict[str, str], save: Callable[[int], None]) -> float:
    times = []
    with _served(command, folder) as address:
        for number in range(SAVES + 1):
            start = time.perf_counter()
            save(number)
            for path, text in pages.items():
                _until(f"{address}{path}", f"{text} {number}")
            times.append(time.perf_counter() - start)
            time.sleep(_PAUSE)
    # The first one includes the start of the server.
    return statistics.median(times[1:])


def _until(url: str, text: str) -> None:
    end = time.monotonic() + _DEADLINE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=_DEADLINE) as response:  # noqa: S310  (a local address)
                if text in response.read().decode().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"):
                    return
        except OSError:
            pass
        time.sleep(0.01)
    raise TimeoutError(f"{url} never said: {text}")


@contextmanager
def _served(command: list[str], folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [*command, "-a", address],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{address}/"
    finally:
        server.terminate()
        server.wait()
