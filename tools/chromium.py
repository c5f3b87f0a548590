"""A real Chromium: the system's, else Playwright's own download, else Debian's package.

`python -m tools.chromium` fetches one where there is none, and ends with exit code 1 if none can be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def executable() -> str | None:
    """Path of a Chromium that can be started, or None."""
    for name in _NAMES:
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def arguments() -> list[str]:
    """Switches that keep Chromium quiet, and let root start it as containers do."""
    return [*_QUIET, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless Chromium; raises RuntimeError where there is none."""
    path = executable()
    if path is None:
        raise RuntimeError("no Chromium on this machine: run `python -m tools.chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments())
        try:
            yield browser
        finally:
            browser.close()


def install() -> None:
    """Fetch a Chromium by the means this machine has."""
    with suppress(subprocess.TimeoutExpired):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=180)
    if executable() is None and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=False)
        subprocess.run(["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"], check=False)


if __name__ == "__main__":
    if executable() is None:
        install()
    found = executable()
    print(found or "no Chromium could be had: install one and run this again")
    sys.exit(0 if found else 1)
