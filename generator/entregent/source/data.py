"""Plain data, and where each part of it stands in the author's file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from entregent.diagnostics import Diagnostic, Span

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Path: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 32
MAX_NODES = 160_000
"""Texts, lists, entries and keys in one file: some eleven hundred rules in two languages."""

_START = Span()


@dataclass(slots=True)
class Source:
    """Plain data and where each part of it stands; paths are tuples of keys and list positions."""

    lines: list[str] = field(default_factory=list)
    """What was read: the author's lines, the broken ones mended."""
    data: Data = ""
    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    texts: set[Path] = field(default_factory=set)
    """The paths at which a text stands, and nothing below."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def locate(self, path: Path) -> Span:
        """The span of the value at `path`, or of the nearest thing around it that has one."""
        if path in self.values:
            return self.values[path]
        for end in range(len(path), 0, -1):
            here = path[:end]
            nearest = self.values if here in self.texts else self.keys
            if span := nearest.get(here) or self.values.get(here):
                return span
        return _START

    def in_locale(self, path: Path, locale: str) -> Path:
        """The way to a value of a list that each locale has for itself, given the way without the locale."""
        data = self.data
        for index, step in enumerate(path):
            if isinstance(step, int) and isinstance(data, dict) and locale in data:
                return (*path[:index], locale, *path[index:])
            if isinstance(data, dict) and isinstance(step, str):
                data = data.get(step, "")
            elif isinstance(data, list) and isinstance(step, int):
                data = data[step]
        return path

    def locate_key(self, path: Path) -> Span:
        """The span of the key that names the value at `path`."""
        return self.keys.get(path) or self.locate(path)

    def begins_with(self, path: Path) -> str:
        """The character of the file with which the value at `path` begins."""
        span = self.locate(path)
        return self.lines[span.line - 1][span.column - 1 : span.column]
