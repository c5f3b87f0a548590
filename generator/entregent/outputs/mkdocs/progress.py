"""How far the builds of all locales are, in one line on a terminal."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from multiprocessing.sharedctypes import RawArray

import click

INTERVAL = 0.1
"""Seconds between two lines; each takes the place of the one before."""
_CLEAR = "\r\x1b[K"


class Progress:
    """Counts of pages by locale, in memory that all builds share; the process that made it shows them."""

    def __init__(self, locales: Sequence[str]) -> None:
        self._counts = {locale: RawArray("i", 2) for locale in locales}
        """How many pages are written, and of how many."""
        self._shown = 0.0
        self._process = os.getpid()
        self.show()

    def expect(self, locale: str, pages: int) -> None:
        """Tell how many pages a build will write."""
        self._counts[locale][1] = pages

    def count(self, locale: str) -> None:
        """Count a page that is written."""
        self._counts[locale][0] += 1
        if os.getpid() == self._process:
            self.show()

    def show(self) -> None:
        """Show how far each locale is, unless that was shown a moment ago."""
        if time.monotonic() - self._shown < INTERVAL:
            return
        self._shown = time.monotonic()
        counts = self._counts.items()
        line = "   ".join(f"{locale} {written}/{pages or '…'}" for locale, (written, pages) in counts)
        click.echo(f"{_CLEAR}{line}", nl=False, err=True)

    def clear(self) -> None:
        """Leave the terminal as it was."""
        click.echo(_CLEAR, nl=False, err=True)
