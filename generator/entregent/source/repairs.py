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

from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, words
from entregent.source.data import MAX_DEPTH, MAX_NODES
from entregent.source.guess import Error, Guess, stretch
from entregent.source.layout import colon_missing, end_of_document, indentation, no_colon, tab
from entregent.source.texts import backslash, colon, continued, quote, sign

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Characters parsed in search of repairs, all attempts together: about half a second.
_BUDGET = 4_000_000

RULES: tuple[Callable[[Error], Iterator[Guess]], ...] = (
    tab,
    backslash,
    end_of_document,
    sign,
    colon,
    colon_missing,
    quote,
    continued,
    indentation,
    no_colon,
)
"""The rules, the surest first."""


def in_one_document(text: str) -> tuple[str, list[Diagnostic]]:
    """The text without the lines of dashes that would begin a second document, and a fault for each."""
    if "\n---" not in text:
        return text, []
    lines, diagnostics, begun = text.split("\n"), [], False
    for number, line in enumerate(lines):
        if begun and line.split(" ")[0].rstrip() == "---":
            diagnostics.append(Diagnostic(stretch(number, 0, 3), words("second_document")))
            if len(diagnostics) == MAX_DIAGNOSTICS:
                break
            lines[number] = line[3:]
        begun = begun or (bool(line.strip()) and line[0] not in "#%")
    return "\n".join(lines), diagnostics


class _Attempt(NamedTuple):
    guess: Guess
    text: str
    left: Error | None
    """What YAML still cannot read."""


def repaired(text: str, keys: Collection[str]) -> tuple[str | None, list[Diagnostic]]:
    """The text with its unreadable lines mended, and a fault for each; no text where mending fails.

    `keys` are those that such a file may have.
    """
    diagnostics: list[Diagnostic] = []
    attempts_left = max(1, _BUDGET // len(text))
    error = _error(text, keys)
    while error:
        for rule in RULES:
            attempts = [_attempt(guess, error) for guess in islice(rule(error), attempts_left)]
            attempts_left -= len(attempts)
            best = max(attempts, key=_merit, default=None)
            if best and _reached(best.left) > _reached(error):
                diagnostics.append(Diagnostic(best.guess.span, best.guess.words))
                text, error = best.text, best.left
                break
        else:
            unexplained = Diagnostic(stretch(error.line, error.column, 1), words("unreadable"))
            return None, [*diagnostics, unexplained]
    return text, diagnostics


def _attempt(guess: Guess, error: Error) -> _Attempt:
    text = "\n".join(guess.lines.get(number, line) for number, line in enumerate(error.lines))
    return _Attempt(guess, text, _error(text, error.keys))


def _merit(attempt: _Attempt) -> tuple[tuple[int, int], int]:
    """How far YAML can read the text, then how few lines change."""
    return _reached(attempt.left), -len(attempt.guess.lines)


def _reached(error: Error | None) -> tuple[int, int]:
    """The line and column up to which YAML can read a text."""
    return (error.line, error.column) if error else (sys.maxsize, 0)


def _error(text: str, keys: Collection[str]) -> Error | None:
    depth = nodes = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            nodes += isinstance(event, NodeEvent)
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > MAX_DEPTH or nodes > MAX_NODES:
                # What is too much is refused by the builder, however it goes on.
                break
    except yaml.MarkedYAMLError as error:
        begun = error.context_mark or error.problem_mark
        place = begun if "end of stream" in str(error.problem) else error.problem_mark
        assert begun is not None
        assert place is not None
        problem = f"{error.context}: {error.problem}"
        return Error(text.split("\n"), keys, problem, place.line, place.column, begun.line)
    return None
