"""Guesses about lines that stand in the wrong place, or lost their colon."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from entregent.diagnostics import Span, words
from entregent.source.guess import Error, Guess, Lines, stretch
from entregent.source.lines import indent_of, looks_like_key, statement, with_value

# More than any line moves.
_ODD = 1000


def tab(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    tabbed = [number for number, line in enumerate(lines) if "\t" in line[: indent_of(line)]]
    if error.line in tabbed or error.begun in tabbed:
        first = tabbed[0]
        span = stretch(first, lines[first].index("\t"), 1)
        for width in (2, 4, 8):
            mended = {number: _without_tabs(lines[number], width) for number in tabbed}
            yield Guess(span, words("tab", count=len(tabbed)), mended)
        for wanted in _indents_above(lines, first, lines[first].lstrip().startswith("- ")):
            yield Guess(span, words("tab", count=1), {first: " " * wanted + lines[first].lstrip()})


def colon_lost(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    """A key followed by its text and no colon."""
    near = range(error.line, max(-1, error.line - 4), -1)
    for number in dict.fromkeys((*near, error.begun)):
        line = lines[number] if number < len(lines) else ""
        parts = statement(line)
        word, _, rest = parts.value.partition(" ")
        if not parts.key and rest and word in keys:
            mended = with_value(line, parts, f"{word}: {rest}")
            yield Guess(
                stretch(number, parts.column - 1, len(word)),
                words("colon_missing", words("write_line", line=mended.strip())),
                {number: mended},
            )


def colon_missing(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    """A key alone on its line, without its colon."""
    for number in dict.fromkeys((error.begun, error.line, error.line - 1)):
        line = lines[number] if 0 <= number < len(lines) else ""
        if looks_like_key(line.strip()):
            begins = indent_of(line)
            mended = {number: f"{line.rstrip()}:"}
            span = Span(number + 1, begins + 1, number + 1, len(line.rstrip()) + 1)
            yield Guess(
                span, words("colon_missing", words("write_line", line=mended[number].strip())), mended
            )


def indentation(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    """A line that begins at a column where nothing above begins, or that lost its place to the line above."""
    number = min(error.line, len(lines) - 1)
    line = lines[number]
    if not line.strip():
        return
    begins = indent_of(line)
    for wanted in _indents_above(lines, number, line.lstrip().startswith("- ")):
        yield from _moves(lines, number, wanted)
    above = next((at for at in range(number - 1, -1, -1) if lines[at].strip()), None)
    if above is not None:
        dashes = statement(lines[above]).indent - indent_of(lines[above])
        yield from _moves(lines, above, max(0, begins - dashes))


def _moves(lines: Lines, number: int, wanted: int) -> Iterator[Guess]:
    """A line moved sideways, alone or with the lines below that begin where it begins."""
    line = lines[number]
    begins = indent_of(line)
    if wanted == begins:
        return
    kind = "too_far_right" if begins > wanted else "too_far_left"
    said = words(kind, spaces=begins, wanted=wanted)
    span = Span(number + 1, begins + 1, number + 1, len(line.rstrip()) + 1)
    alone = {number: " " * wanted + line.lstrip()}
    oddness = abs(wanted - begins) + (_ODD if wanted != _usual(lines, number, wanted) else 0)
    yield Guess(span, said, alone, oddness)
    yield Guess(span, said, alone | _moved(lines, number, wanted - begins), oddness)


def _usual(lines: Lines, number: int, wanted: int) -> int:
    """Where a line would begin two columns past the key that it hangs on, if it begins near `wanted`."""
    for above in reversed(lines[:number]):
        if above.strip() and indent_of(above) < wanted and not statement(above).value:
            return statement(above).indent + 2
    return 0


def no_colon(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    """A line that is neither an item, nor a key with its text."""
    for number in dict.fromkeys((error.begun, error.line)):
        line = lines[number] if number < len(lines) else ""
        if line.strip() and not statement(line).key:
            begins = indent_of(line)
            span = Span(number + 1, begins + 1, number + 1, len(line.rstrip()) + 1)
            yield Guess(span, words("no_colon"), {number: ""})


def end_of_document(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    for number in (error.line, error.line - 1):
        if 0 <= number < len(lines) and lines[number].rstrip() == "...":
            yield Guess(stretch(number, 0, 3), words("three_dots"), {number: ""})


def _indents_above(lines: Lines, number: int, is_item: bool) -> list[int]:
    """The columns at which the lines above begin, and past their dashes; the nearest first."""
    columns: dict[int, None] = {}
    for line in reversed(lines[max(0, number - 200) : number]):
        if line.strip() and not line.lstrip().startswith("#"):
            begins = indent_of(line)
            past = len(statement(line).lead)
            columns |= dict.fromkeys((begins, past) if is_item else (past, begins))
        if columns and min(columns) == 0:
            break
    return list(columns)


def _moved(lines: Lines, number: int, by: int) -> dict[int, str]:
    """The lines below that begin at the same column or further right, moved likewise."""
    begins = indent_of(lines[number])
    moved: dict[int, str] = {}
    for below in range(number + 1, len(lines)):
        line = lines[below]
        if line.strip() and indent_of(line) < begins:
            break
        moved[below] = " " * max(0, indent_of(line) + by) + line.lstrip() if line.strip() else line
    return moved


def _without_tabs(line: str, width: int) -> str:
    text = line.lstrip()
    return line[: len(line) - len(text)].replace("\t", " " * width) + text
