"""Plain data, and where each part of it stands in the author's file."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from entregent.diagnostics import Diagnostic, Span

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Path: TypeAlias = tuple[str | int, ...]
Place: TypeAlias = tuple[int, int, Any]
"""The offsets in the text between which a value stands, and a pair of places for each value below it, by key
or position: of its key (or, in a list, of itself) and of itself. Nothing is below a text but `()`."""

MAX_DEPTH = 32
MAX_NODES = 160_000
"""Texts, lists, entries and keys in one file: some eleven hundred rules in two languages."""


@dataclass
class Source:
    """Plain data and where each part of it stands; paths are tuples of keys and list positions.

    Offsets are kept for every value; lines and columns are reckoned when somebody asks.
    """

    text: str = ""
    """What was read: the author's lines, the broken ones mended."""
    data: Data = ""
    place: Place = (0, 0, ())
    diagnostics: list[Diagnostic] = field(default_factory=list)
    nodes: int = 0
    """How many texts, lists, entries and keys there are."""
    own: int = sys.maxsize
    """The offset from which on the text is no longer the author's own, but of the guide built upon."""
    origin: Span = field(default_factory=Span)
    """Where the author names that guide."""

    def span(self, place: tuple[Any, ...]) -> Span:
        """The lines and columns between the offsets of a place."""
        return Span(*self._position(place[0]), *self._position(place[1]))

    def locate(self, path: Path, word: str = "") -> Span:
        """The span of the value at `path`, or of the nearest thing around it that has one.

        A `word` that stands in the value as it is typed has a span of its own.
        """
        start, end, _ = self._found(path)[1]
        alone = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(self.text, start, end) if word else None
        found = alone.start() if alone else self.text.find(word, start, end)
        return self.span((found, found + len(word)) if word and found >= 0 else (start, end))

    def locate_key(self, path: Path) -> Span:
        """The span of the key that names the value at `path`."""
        return self.span(self._found(path)[0])

    def is_own(self, path: Path) -> bool:
        """Whether the author wrote the value at `path`, or what is nearest around it."""
        return self._found(path)[1][0] < self.own

    @property
    def first_line_of_base(self) -> int:
        """The line from which on the text is no longer the author's own."""
        return self._position(self.own)[0] + 1 if self.own <= len(self.text) else sys.maxsize

    def name_of(self, path: Path) -> str:
        """The collection and the id of the entry at `path`, as `rules/some-id`."""
        collection, *position = path or ("",)
        data: Any = self.data
        entry = data[collection][position[0]] if position else None
        return f"{collection}/{entry.get('id')}" if isinstance(entry, dict) else str(collection)

    def entries(self) -> Iterator[tuple[int, Path]]:
        """The line on which each key at the top begins, and each entry of the lists below them."""
        for key, (name, place) in (self.place[2] or {}).items():
            yield self.span(name).line, (key,)
            for index, (entry, _) in enumerate(place[2] if isinstance(place[2], list) else ()):
                yield self.span(entry).line, (key, index)

    def in_locale(self, path: Path, locale: str) -> Path:
        """The way through the file to a value of a locale.

        It is added where a list is given that each locale has for itself, and left out where the file has one
        text for all.
        """
        data: Any = self.data
        for index, step in enumerate(path):
            if isinstance(step, int) and isinstance(data, dict) and locale in data:
                return (*path[:index], locale, *path[index:])
            if step == locale and isinstance(data, dict) and locale not in data:
                return (*path[:index], *path[index + 1 :])
            try:
                data = data[step]
            except (LookupError, TypeError):
                break
        return path

    def line(self, span: Span) -> str:
        """The line on which a span begins."""
        start, following = self._line_starts[span.line - 1 : span.line + 1]
        return self.text[start : following - 1]

    def _found(self, path: Path) -> tuple[Place, Place]:
        """The places of the key and of the value at `path`; where there is none, twice the nearest place."""
        name = place = self.place
        for step in path:
            try:
                name, place = place[2][step]
            except (LookupError, TypeError):
                nearest = place if place[2] == () else name
                return nearest, nearest
        return name, place

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where each line begins, and where one more would."""
        return [0, *(match.end() for match in re.finditer("\n", self.text)), len(self.text) + 1]

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
