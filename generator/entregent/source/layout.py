"""Guesses about lines that stand in the wrong place, or lost their colon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from entregent.diagnostics import words
from entregent.source.guess import Error, Guess, rewritten, stretch, whole
from entregent.source.lines import Line, indent_of, looks_like_key, parts_of

# How far up a line may find others to stand below: further up, they belong to another entry.
_MAX_LINES_ABOVE = 200


def tab(error: Error) -> Iterator[Guess]:
    """Tabs at the beginning of lines, whatever width they have in the author's editor."""
    tabbed = [number for number, text in enumerate(error.lines) if "\t" in text[: indent_of(text)]]
    if error.line in tabbed or error.begun in tabbed:
        first = tabbed[0]
        span = stretch(first, error.lines[first].index("\t"), 1)
        for width in (2, 4, 6, 8):
            meant = {number: error.lines[number].replace("\t", " " * width) for number in tabbed}
            yield Guess(span, words("tab", count=len(tabbed)), meant)


def colon_missing(error: Error) -> Iterator[Guess]:
    """A key, alone on its line or followed by its text, without its colon."""
    for line in error.near(*range(error.line, error.line - 4, -1), error.begun):
        key, space, text = line.value.partition(" ")
        if line.key:
            continue
        if space and key in error.keys:
            meant = line.with_value(f"{key}: {text}")
            yield rewritten("colon_missing", line, line.column, meant, len(key))
        elif not space and looks_like_key(line.text.strip()):
            yield rewritten("colon_missing", line, line.column, f"{line.text.rstrip()}:", len(key))


def indentation(error: Error) -> Iterator[Guess]:
    """A line that begins at a column where nothing above begins, or that took the line above with it."""
    number = min(error.line, len(error.lines) - 1)
    line = parts_of(error.lines[number], number)
    if not line.text.strip():
        return
    moves = [(line, column) for column in _columns_above(error.lines, number)]
    above = next((at for at in range(number - 1, -1, -1) if error.lines[at].strip()), None)
    if above is not None:
        wrong = parts_of(error.lines[above], above)
        moves.append((wrong, max(0, line.begins - len(wrong.lead) + wrong.begins)))
    in_use = Counter((indent_of(text), text.lstrip().startswith("-")) for text in error.lines)

    def oddness(move: tuple[Line, int]) -> tuple[bool, int, bool]:
        """Columns at which other such lines begin come first; of those the nearest, rather the left edge."""
        moved, column = move
        return in_use[column, "-" in moved.lead] < 2, abs(column - moved.begins), column > 0

    for moved, column in sorted(moves, key=oddness):
        yield from _moved(error.lines, moved, column)


def _columns_above(lines: list[str], number: int) -> list[int]:
    """The columns at which the lines above begin, and past their dashes; those of the nearest line first."""
    columns: dict[int, None] = {}
    for text in reversed(lines[max(0, number - _MAX_LINES_ABOVE) : number]):
        if text.strip() and not text.lstrip().startswith("#"):
            columns |= dict.fromkeys((len(parts_of(text).lead), indent_of(text)))
        if 0 in columns:
            break
    return list(columns)


def _moved(lines: list[str], line: Line, column: int) -> Iterator[Guess]:
    """A line moved sideways, alone or with the lines below that begin where it begins or further right."""
    if column == line.begins:
        return
    kind = "too_far_right" if line.begins > column else "too_far_left"
    said = words(kind, spaces=line.begins, wanted=column)
    meant = {line.number: " " * column + line.text.lstrip()}
    yield Guess(whole(line), said, dict(meant))
    for number, text in enumerate(lines[line.number + 1 :], line.number + 1):
        if text.strip() and indent_of(text) < line.begins:
            break
        meant[number] = " " * max(0, indent_of(text) + column - line.begins) + text.lstrip()
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
