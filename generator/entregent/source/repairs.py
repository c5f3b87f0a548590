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
from typing import NamedTuple

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, NodeEvent

from entregent.diagnostics import ENOUGH, Diagnostic, words
from entregent.source.data import MAX_DEPTH, MAX_NODES
from entregent.source.guess import Error, Guess, Lines, stretch
from entregent.source.layout import (
    colon_lost,
    colon_missing,
    end_of_document,
    indentation,
    no_colon,
    tab,
)
from entregent.source.texts import backslash, bracket, colon, continued, quote, sign

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Characters parsed in search of repairs, all attempts together: about half a second.
_BUDGET = 4_000_000


def in_one_document(text: str) -> tuple[str, list[Diagnostic]]:
    """The text without the lines of dashes that would begin a second document, and a fault for each."""
    if "\n---" not in text:
        return text, []
    lines, diagnostics, begun = text.split("\n"), [], False
    for number, line in enumerate(lines):
        if begun and line.split(" ")[0].rstrip() == "---":
            diagnostics.append(Diagnostic(stretch(number, 0, 3), words("second_document")))
            if len(diagnostics) == ENOUGH:
                break
            lines[number] = line[3:]
        begun = begun or (bool(line.strip()) and line[0] not in "#%")
    return "\n".join(lines), diagnostics


def repaired(text: str, keys: Collection[str]) -> tuple[str | None, list[Diagnostic]]:
    """The text with its unreadable lines mended, and a fault for each; no text where mending fails.

    `keys` are those that such a file may have.
    """
    diagnostics: list[Diagnostic] = []
    error = _error(text)
    budget = max(_BUDGET, len(text))
    while error:
        lines = text.split("\n")
        for rule in RULES:
            guesses = islice(rule(error, lines, keys), budget // len(text))
            attempts = [_attempt(guess, lines) for guess in guesses]
            budget -= len(text) * len(attempts)
            best = max(attempts, key=lambda attempt: attempt.merit, default=None)
            if best and best.reached > (error.line, error.column):
                diagnostics.append(Diagnostic(best.guess.span, best.guess.words))
                text, error = best.text, best.left
                break
        else:
            return None, [*diagnostics, _unexplained(error)]
    return text, diagnostics


class _Attempt(NamedTuple):
    guess: Guess
    text: str
    left: Error | None

    @property
    def merit(self) -> tuple[tuple[int, int], int, int]:
        """How far YAML can read the text, then how few lines change, then how usual they look."""
        return self.reached, -len(self.guess.lines), -self.guess.oddness

    @property
    def reached(self) -> tuple[int, int]:
        """The line and column up to which YAML can read the text."""
        return (self.left.line, self.left.column) if self.left else (sys.maxsize, 0)


def _attempt(guess: Guess, lines: Lines) -> _Attempt:
    text = "\n".join(guess.lines.get(number, line) for number, line in enumerate(lines))
    return _Attempt(guess, text, _error(text))


def _error(text: str) -> Error | None:
    depth = nodes = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            nodes += isinstance(event, NodeEvent)
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > MAX_DEPTH or nodes > MAX_NODES:
                # What is too much is refused by the builder, however it goes on.
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        begun = error.context_mark or mark
        if "end of stream" in str(error.problem):
            mark = begun
        return Error(
            f"{error.context}: {error.problem}",
            mark.line if mark else 0,
            mark.column if mark else 0,
            begun.line if begun else 0,
        )
    return None


RULES: tuple[Callable[[Error, Lines, Collection[str]], Iterator[Guess]], ...] = (
    tab,
    backslash,
    end_of_document,
    bracket,
    sign,
    colon,
    colon_missing,
    colon_lost,
    quote,
    continued,
    indentation,
    no_colon,
)
"""The rules, the surest first."""


def _unexplained(error: Error) -> Diagnostic:
    return Diagnostic(stretch(error.line, error.column, 1), words("unreadable"))
