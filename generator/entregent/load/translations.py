"""Which translations are older than the text that they were made from.

A digest of the original is kept for each translated text in a file beside rules.yaml. It is set by a command
when a translation is up to date; once the original reads differently, the translation is stale.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path as File
from typing import NamedTuple

from entregent.load.marks import beside, read_marks
from entregent.source import Data, Path, Source

_LENGTH = 12


class Translated(NamedTuple):
    """A text in another language than the guide's first, and what it was made from."""

    key: str
    """The way to the text, by ids: `rules/some-id/why`."""
    path: Path
    """The way to it in the file, its locale included."""
    locale: str
    digest: str
    """That of the original as it reads now."""

    @property
    def entry(self) -> str:
        """The entry that it belongs to, as `rules/some-id`."""
        return "/".join(self.key.split("/")[:2])


Digests = dict[str, dict[str, str]]
"""The digest of the original from which each text was translated, by key and locale."""


def digests_of(rules: File) -> Digests:
    """The digests of a guide; none where there is no such file or it holds something else."""
    return read_marks(beside(rules, "translations"), Digests) or {}


def translated(source: Source, locales: tuple[str, ...]) -> Iterator[Translated]:
    """Every text that stands in more than one language; lists, such as synonyms, are each language's own."""
    own = _below(source.data, (), (), locales)
    yield from (text for text in own if source.is_own(text.path))


def stale(source: Source, locales: tuple[str, ...], digests: Digests) -> Iterator[Translated]:
    """The translations whose original has changed since; those without a digest count as up to date."""
    for text in translated(source, locales) if digests else ():
        if (digests.get(text.key, {}).get(text.locale) or text.digest) != text.digest:
            yield text


def renewed(texts: Iterable[Translated], digests: Digests, entries: tuple[str, ...]) -> Digests:
    """The digests as they should be: new ones for texts without, and for those of the entries."""
    new: Digests = {}
    for text in texts:
        old = "" if text.entry in entries else digests.get(text.key, {}).get(text.locale)
        new.setdefault(text.key, {})[text.locale] = old or text.digest
    return new


def _below(data: Data, path: Path, names: tuple[str, ...], locales: tuple[str, ...]) -> Iterator[Translated]:
    if isinstance(data, dict) and locales[0] in data and data.keys() <= set(locales):
        original = data[locales[0]]
        said = json.dumps(original, ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(said.encode()).hexdigest()[:_LENGTH]
        for locale in locales[1:]:
            if data.get(locale) and not isinstance(original, list):
                yield Translated("/".join(names), (*path, locale), locale, digest)
        return
    for step, item in data.items() if isinstance(data, dict) else enumerate(data):
        if not isinstance(item, str):
            name = str(item.get("id", step) if isinstance(item, dict) else step)
            yield from _below(item, (*path, step), (*names, name), locales)
