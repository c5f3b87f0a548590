"""The preview: a site that is read again after each change, and made where somebody looks at it."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from entregent.diagnostics import words
from entregent.diagnostics.words import language_of_terminal
from entregent.load import Loaded
from entregent.outputs.mkdocs.builds import Job
from entregent.outputs.mkdocs.languages import all_addresses
from entregent.outputs.mkdocs.lazy import LazySite
from entregent.outputs.mkdocs.reading import GuideReader

MAX_NAMED = 3
"""How many changed entries are named in the terminal; of more, their number is told."""
_SITEMAP, _PACKED_SITEMAP = "sitemap.xml", "sitemap.xml.gz"


class Preview:
    """The site in all its locales; its files stand in a folder that is another one after each change."""

    def __init__(self, config_file: str, options: Mapping[str, Any], rules: Path) -> None:
        self._config_file, self._options, self._rules = config_file, options, rules
        self._home = Path(tempfile.mkdtemp(prefix="entregent_")).resolve()
        self._lock = threading.Lock()
        self.reader = GuideReader()
        self._asked = ""
        """The locale that somebody looked at last."""
        self._whole: Job
        """The build of the default locale, into whose folder the others go."""
        self._sites: dict[str, LazySite] = {}

    def refresh(self) -> None:
        """Read everything again, and tell in the terminal what has changed and how long it took.

        A guide with faults is told, and the last good one stays in view. Raises Abort if there is none yet,
        and what MkDocs raises for faulty settings; what was there before is served on.
        """
        start = time.perf_counter()
        with self._lock:
            before = self.reader.loaded
            loaded = self.reader.read(self._rules, keep=True)
            folder = Path(tempfile.mkdtemp(dir=self._home))
            place = (next(iter(loaded.guides)), self._config_file, folder, self._options)
            whole = Job(*place, loaded, self.reader.fault, previewed=True)
            first = self._asked if self._asked in loaded.guides else whole.locale
            self._sites = {first: LazySite(whole.of(first))}
            self._whole = whole
            for old in self._home.iterdir():
                if old != folder:
                    shutil.rmtree(old, ignore_errors=True)
        if not self.reader.fault:
            _tell(before, loaded, time.perf_counter() - start)

    def files(self) -> list[Path]:
        """The files of the guide, and the folder in which others may come."""
        return [
            file for file in (self._rules, self._rules.with_suffix(""), *self.reader.files) if file.exists()
        ]

    @property
    def is_readable(self) -> bool:
        """Whether there has been a guide without faults."""
        return bool(self._sites)

    def read_others(self) -> None:
        """Read what belongs to the locales that nobody has looked at, so that faults in it are told."""
        for locale in self._whole.loaded.guides if self.is_readable else ():
            with self._lock:
                if locale in self._whole.loaded.guides:
                    self._site(locale)

    def read(self, path: str) -> bytes | None:
        """The file at a path of the site, which is made if it is not there yet; None if there is none."""
        with self._lock:
            self._make(path)
            file = (self._whole.target / path).resolve()
            return file.read_bytes() if file.is_file() and file.is_relative_to(self._whole.target) else None

    def close(self) -> None:
        """Leave nothing behind."""
        # For good: a request that still waits would make its page again.
        self._lock.acquire()
        shutil.rmtree(self._home, ignore_errors=True)

    def _make(self, path: str) -> None:
        default, *others = self._whole.loaded.guides
        folder, _, rest = path.partition("/")
        self._asked, own = (folder, rest) if folder in others else (default, path)
        # The sitemap and its packed form are made together.
        made = self._site(self._asked).make(_SITEMAP if own == _PACKED_SITEMAP else own)
        if made and path in (_SITEMAP, _PACKED_SITEMAP):
            for other in others:
                self._site(other).make(_SITEMAP)
            all_addresses(self._whole.target, [default, *others])

    def _site(self, locale: str) -> LazySite:
        if locale not in self._sites:
            self._sites[locale] = LazySite(self._whole.of(locale))
        return self._sites[locale]


def _tell(before: Loaded | None, now: Loaded, seconds: float) -> None:
    """Say in one line what was read anew."""
    changed = _changed(before, now) if before else []
    many = "many_changed" if len(changed) > MAX_NAMED else "few_changed"
    kind = ("read_first", "none_changed", many)[bool(before) + bool(changed)]
    entries, taken = ", ".join(changed), f"{seconds:.2f}"
    told = words(kind, name=now.path.name, entries=entries, count=len(changed), seconds=taken)
    click.echo(told.message(language_of_terminal()), err=True)


def _changed(before: Loaded, now: Loaded) -> list[str]:
    """Which entries are other ones than before, in any language."""
    found: dict[str, None] = {}
    for locale, guide in now.guides.items():
        old = before.guides.get(locale)
        known = {(name, entry.id): entry for name, _, entry in old.entries()} if old else {}
        for collection, _, entry in guide.entries():
            if known.pop((collection, entry.id), None) != entry:
                found[f"{collection}/{entry.id}"] = None
        found |= dict.fromkeys(f"{collection}/{name}" for collection, name in known)
    return list(found)
