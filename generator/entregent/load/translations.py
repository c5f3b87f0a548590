"""Which translations are older than the text that they were made from.

A mark is a digest of the original, kept for each translated text in a file beside rules.yaml. It is set by a
command when a translation is up to date; once the original reads differently, the translation is stale.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as File
from typing import NamedTuple

from entregent.source import Data, Path, Source

_LENGTH = 12


class Translated(NamedTuple):
    """A text in another language than the guide's first, and what it was made from."""

    key: str
    """The way to the text, by ids: `rules/some-id/why`."""
    path: Path
    """The way to it in the file, its locale included."""
    locale: str
    original: str

    @property
    def entry(self) -> str:
        """The entry that it belongs to, as `rules/some-id`."""
        return "/".join(self.key.split("/")[:2])

    @property
    def mark(self) -> str:
        """The digest of the original as it reads now."""
        return hashlib.sha256(self.original.encode()).hexdigest()[:_LENGTH]


Marks = Mapping[str, Mapping[str, str]]
"""The mark of each text, by key and locale."""


def beside(rules: File) -> File:
    """The file of the marks of a guide: `rules.translations.json` for `rules.yaml`."""
    return rules.with_suffix(".translations.json")


def marks_of(rules: File) -> Marks:
    """The marks of a guide; none where there is no such file or it holds something else."""
    try:
        found = json.loads(beside(rules).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return (
        {key: marks for key, marks in found.items() if isinstance(marks, dict)}
        if isinstance(found, dict)
        else {}
    )


def translated(source: Source, locales: tuple[str, ...]) -> Iterator[Translated]:
    """Every text that stands in more than one language; lists, such as synonyms, are each language's own."""
    yield from _below(source.data, (), (), locales)


def stale(texts: Iterable[Translated], marks: Marks) -> Iterator[Translated]:
    """The translations whose original has changed since they were marked."""
    for text in texts:
        if marks.get(text.key, {}).get(text.locale, text.mark) != text.mark:
            yield text


def marked(texts: Iterable[Translated], marks: Marks, renewed: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The marks as they should be: new ones for texts without, and for those of the entries in `renewed`."""
    new: dict[str, dict[str, str]] = {}
    for text in texts:
        old = marks.get(text.key, {}).get(text.locale)
        again = any(text.key == entry or text.key.startswith(f"{entry}/") for entry in renewed)
        new.setdefault(text.key, {})[text.locale] = text.mark if again or old is None else old
    return new


def _text(
    text: dict[str, Data], path: Path, names: tuple[str, ...], locales: tuple[str, ...]
) -> Iterator[Translated]:
    if isinstance(text[locales[0]], list):
        return
    original = json.dumps(text[locales[0]], ensure_ascii=False, sort_keys=True)
    for locale in locales[1:]:
        if locale in text:
            yield Translated("/".join(names), (*path, locale), locale, original)


def _below(data: Data, path: Path, names: tuple[str, ...], locales: tuple[str, ...]) -> Iterator[Translated]:
    if isinstance(data, dict) and data and set(data) <= set(locales) and locales[0] in data:
        yield from _text(data, path, names, locales)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _below(value, (*path, key), (*names, key), locales)
    elif isinstance(data, list):
        for index, item in enumerate(data):
            name = item.get("id") if isinstance(item, dict) else None
            step = name if isinstance(name, str) else str(index)
            yield from _below(item, (*path, index), (*names, step), locales)
