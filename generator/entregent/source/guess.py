"""What rules of repair are given, an error, and what they yield, guesses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from entregent.diagnostics import Span, Words, words
from entregent.source.lines import Line, indent_of, parts_of

# How far up a line may find others to stand below: further up, they belong to another entry.
_MAX_LINES_ABOVE = 200


class Error(NamedTuple):
    """A text that YAML cannot read, and what PyYAML says of it; lines and columns count from 0."""

    lines: list[str]
    keys: Collection[str]
    """Those that such a file may have."""
    problem: str
    line: int
    column: int
    begun: int
    """The line on which what cannot be read begins."""

    def near(self, *numbers: int) -> Iterator[Line]:
        """Those of the lines that are there, each once."""
        for number in dict.fromkeys(numbers):
            if 0 <= number < len(self.lines):
                yield parts_of(self.lines[number], number)

    def above(self, line: Line) -> Iterator[Line]:
        """The lines above one that hold something, the nearest first, as far as another entry may begin."""
        for number in range(line.number - 1, max(-1, line.number - _MAX_LINES_ABOVE), -1):
            if self.lines[number].strip():
                yield parts_of(self.lines[number], number)

    def below(self, line: Line, column: int) -> Iterator[int]:
        """The numbers of the lines below one, up to the first that begins left of a column."""
        for number in range(line.number + 1, len(self.lines)):
            if self.lines[number].strip():
                if indent_of(self.lines[number]) < column:
                    return
                yield number


class Guess(NamedTuple):
    """Where a fault is, the words for it, and the lines as they were perhaps meant."""

    span: Span
    words: Words
    lines: Mapping[int, str]
    """The lines that change, by their number from 0."""

    def applied_to(self, lines: list[str]) -> str:
        """The text as it was perhaps meant."""
        return "\n".join(self.lines.get(number, line) for number, line in enumerate(lines))


def rewritten(kind: str, line: Line, column: int, meant: str, length: int = 1, **values: str) -> Guess:
    """The guess that a line was meant to read otherwise, with the advice to write it so."""
    said = words(kind, words("write_line", line=meant.strip()), **values)
    return Guess(stretch(line.number, column, length), said, {line.number: meant})


def stretch(number: int, column: int, length: int) -> Span:
    """A stretch of one line; its number and column count from 0."""
    return Span(number + 1, column + 1, number + 1, column + 1 + length)


def whole(line: Line) -> Span:
    """A line without the spaces around it."""
    return stretch(line.number, line.begins, len(line.text.strip()))
