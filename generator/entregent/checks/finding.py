"""What a check yields, and the advice that several checks give."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple, TypeVar

from entregent.diagnostics import Words, words
from entregent.source import Path

T = TypeVar("T")

_MAX_SHOWN = 12
_TELLING = re.compile(r"\d+|\b\w\b")


class Finding(NamedTuple):
    """A fault, before it is known on which line of the file it stands."""

    path: Path
    words: Words
    word: str = ""
    """The part of the value that is at fault; all of it if empty."""


def as_id(text: str) -> str:
    """The id that is nearest to a text: `prenom` for `{ Prénom }`; empty where nothing of it can stay."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def nearest(word: str, known: Iterable[str]) -> Words:
    """Advice for a word that is not among those known; `sure` is the word that nothing but a slip can be."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1) or get_close_matches(word.lower(), names, n=1)
    if close:
        slips = get_close_matches(word.lower(), names, n=2, cutoff=0.8)
        # A number, or a letter alone, tells an entry from the next one, which may not be written yet.
        is_sure = _TELLING.findall(word) == _TELLING.findall(close[0]) and slips == close
        return words("did_you_mean", close=close[0], sure=close[0] if is_sure else "")
    if not names:
        return words("none_defined")
    return words("known_here", known=", ".join(f"`{name}`" for name in names[:_MAX_SHOWN]))


def repeated(values: Iterable[tuple[Path, T]]) -> Iterator[tuple[Path, T, Path]]:
    """The values that come again, each with its own place and that of the first like it."""
    first: dict[T, Path] = {}
    for path, value in values:
        if value in first:
            yield path, value, first[value]
        first.setdefault(value, path)
