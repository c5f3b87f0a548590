"""What a line that YAML cannot read was meant to be.

Each rule of `RULES` looks at a syntax error and yields guesses: where the fault is, the words for it, and the
lines as they should read. A guess is taken only if YAML then reads past the error, and the one with which it
reads furthest, so the line that an author is advised to write is one that works. Repairs never add or remove
lines.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Any

import yaml

from entregent.diagnostics import Diagnostic, words
from entregent.source.builder import built
from entregent.source.data import Source
from entregent.source.guess import Error, Guess, stretch
from entregent.source.layout import end_of_document, indentation, nested, no_break, no_colon, tab
from entregent.source.texts import backslash, colon, continued, key, note, quote, sign

# Characters read in search of repairs, all attempts together: about half a second.
_BUDGET = 4_000_000

RULES: tuple[Callable[[Error], Iterator[Guess]], ...] = (
    nested,
    no_break,
    tab,
    backslash,
    end_of_document,
    sign,
    colon,
    key,
    quote,
    continued,
    note,
    indentation,
    no_colon,
)
"""The rules, the surest first."""


def parse(text: str, keys: Collection[str] = ()) -> Source:
    """Data and places of a YAML text; what is wrong with it stands in `diagnostics`.

    `keys` are those that such a file may have: they tell a key from a text where a colon is lost.
    """
    mended: list[Diagnostic] = []
    attempts_left = max(1, _BUDGET // max(1, len(text)))
    read = _read(text, keys)
    while isinstance(read, Error):
        for rule in RULES:
            guesses = islice(rule(read), attempts_left)
            attempts = [(guess, _read(guess.applied_to(read.lines), keys)) for guess in guesses]
            attempts_left -= len(attempts)
            guess, better = max(attempts, key=_merit, default=(None, read))
            if guess and _reached(better) > _reached(read):
                mended.append(Diagnostic(guess.span, guess.words))
                read = better
                break
        else:
            unexplained = Diagnostic(stretch(read.line, read.column, 1), words("unreadable"))
            return Source(diagnostics=[*mended, unexplained])
    read.diagnostics[:0] = mended
    if not isinstance(read.data, dict) and not read.diagnostics:
        read.diagnostics.append(Diagnostic(read.locate(()), words("not_entries")))
    return read


def _merit(attempt: tuple[Guess, Source | Error]) -> tuple[tuple[int, int], int]:
    """How far YAML can read the text, then how few lines change."""
    guess, read = attempt
    return _reached(read), -len(guess.lines)


def _reached(read: Source | Error) -> tuple[int, int]:
    """The line and column up to which YAML can read a text."""
    return (read.line, read.column) if isinstance(read, Error) else (sys.maxsize, 0)


def _read(text: str, keys: Collection[str]) -> Source | Error:
    """What YAML makes of a text, or why it cannot read it."""
    try:
        return built(text)
    except yaml.MarkedYAMLError as error:
        begun: Any = error.context_mark or error.problem_mark
        place: Any = begun if "end of stream" in str(error.problem) else error.problem_mark
        problem = f"{error.context}: {error.problem}"
        return Error(text.split("\n"), keys, problem, place.line, place.column, begun.line)
