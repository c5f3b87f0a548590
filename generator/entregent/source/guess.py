"""What rules of repair are given, an error, and what they yield, guesses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from entregent.diagnostics import Span, Words

Lines = list[str]


class Error(NamedTuple):
    """What PyYAML says: the problem, and the lines and columns, from 0, of its place and of its beginning."""

    problem: str
    line: int
    column: int
    begun: int


class Guess(NamedTuple):
    """Where a fault is, the words for it, and the lines as they were perhaps meant."""

    span: Span
    words: Words
    lines: Mapping[int, str]
    """The lines that change, by their number from 0."""
    oddness: int = 0
    """How unlike the rest of such a file the lines would look, and how far they move."""


def stretch(number: int, column: int, length: int) -> Span:
    """A stretch of one line; its number and column count from 0."""
    return Span(number + 1, column + 1, number + 1, column + 1 + length)
