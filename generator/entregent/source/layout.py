"""Guesses about lines that stand in the wrong place, or lost their colon."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from entregent.diagnostics import words
from entregent.source.data import MAX_DEPTH
from entregent.source.guess import Error, Guess, stretch, whole
from entregent.source.lines import NO_BREAK, SPACED, Line, indent_of


def nested(error: Error) -> Iterator[Guess]:
    """A line that nests more deeply than YAML is read, which is far more deeply than any guide does."""
    if "maximum nesting depth" in error.problem:
        for line in error.near(error.line):
            yield Guess(whole(line), words("too_deep", most=MAX_DEPTH), {line.number: ""})


def tab(error: Error) -> Iterator[Guess]:
    """Tabs at the beginning of lines, whatever width they have in the author's editor."""
    tabbed = [number for number, text in enumerate(error.lines) if "\t" in text[: indent_of(text)]]
    if error.line in tabbed or error.begun in tabbed:
        first = tabbed[0]
        span = stretch(first, error.lines[first].index("\t"), 1)
        for width in (2, 4, 6, 8):
            meant = {number: error.lines[number].replace("\t", " " * width) for number in tabbed}
            yield Guess(span, words("tab", count=len(tabbed)), meant)


def no_break(error: Error) -> Iterator[Guess]:
    """No-break spaces of a word processor where only plain ones mean something."""
    meant = {}
    for number, text in enumerate(error.lines):
        start = SPACED.match(text)
        if start and NO_BREAK.search(start[0]) and (not start["key"] or start["key"] in error.keys):
            meant[number] = f"{NO_BREAK.sub(' ', start[0])}{text[start.end() :]}"
    for first in islice(meant, 1):
        column = NO_BREAK.search(error.lines[first]).start()  # type: ignore[union-attr]
        yield Guess(stretch(first, column, 1), words("no_break", count=len(meant)), meant)


def indentation(error: Error) -> Iterator[Guess]:
    """A line that begins at a column where nothing above begins, or that took the line above with it."""
    for line in error.near(min(error.line, len(error.lines) - 1)):
        above = [other for other in error.above(line) if not other.text.lstrip().startswith("#")]
        columns = dict.fromkeys(column for other in above for column in (other.content, other.begins))
        moves = [(line, column) for column in columns]
        moves += [(other, max(0, line.begins - other.content + other.begins)) for other in above[:1]]
        # The nearest column comes first, rather the left edge.
        for moved, column in sorted(moves, key=lambda move: (abs(move[1] - move[0].begins), move[1] > 0)):
            yield from _moved(error, moved, column)


def _moved(error: Error, line: Line, column: int) -> Iterator[Guess]:
    """A line moved sideways, alone or with the lines below that begin where it begins or further right."""
    if column == line.begins:
        return
    kind = "too_far_right" if line.begins > column else "too_far_left"
    said = words(kind, spaces=line.begins, wanted=column)
    meant = {line.number: " " * column + line.text.lstrip()}
    yield Guess(whole(line), said, dict(meant))
    for number in error.below(line, line.begins):
        text = error.lines[number]
        meant[number] = " " * (indent_of(text) + column - line.begins) + text.lstrip()
    yield Guess(whole(line), said, meant)


def end_of_document(error: Error) -> Iterator[Guess]:
    """A line of three dots or dashes, which ends the text for YAML."""
    for line in error.near(error.line, error.line - 1):
        mark, rest = line.text[:3], line.text[3:]
        if line.text[:4].rstrip() in ("...", "---"):
            yield Guess(stretch(line.number, 0, 3), words("end_of_document", mark=mark), {line.number: rest})


def no_colon(error: Error) -> Iterator[Guess]:
    """A line that is neither an item, nor a key with its text."""
    for line in error.near(error.begun, error.line):
        if line.text.strip() and not line.key:
            yield Guess(whole(line), words("no_colon"), {line.number: ""})
