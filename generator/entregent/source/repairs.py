"""What a line that YAML cannot read was meant to be.

Each rule of `RULES` looks at a syntax error and yields guesses: where the fault is, the words for it, and the
lines as they should read. A guess is taken only if YAML then reads past the error, and the one with which it
reads furthest, so the line that an author is advised to write is one that works. Repairs never add or remove
lines.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent, NodeEvent

from entregent.diagnostics import ENOUGH, Diagnostic, Span, Words, words
from entregent.source.data import MAX_DEPTH, MAX_NODES
from entregent.source.lines import Statement, closing_quote, is_quoted, quoted, statement, unquoted

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Characters parsed in search of repairs, all attempts together: about half a second.
_BUDGET = 4_000_000
_UNCLOSED_LIST = re.compile(r"\[[a-z0-9-]+(, *[a-z0-9-]+)*,?")
# More than any line moves.
_ODD = 1000
_INDICATORS = "*&!%@`{}[],|>-?"


class _Error(NamedTuple):
    """What PyYAML says: the problem, and the lines and columns, from 0, of its place and of its beginning."""

    problem: str
    line: int
    column: int
    begun: int


class _Guess(NamedTuple):
    span: Span
    words: Words
    lines: Mapping[int, str]
    """The lines that change, by their number from 0."""
    oddness: int = 0
    """How unlike the rest of such a file the lines would look, and how far they move."""


_Lines = list[str]


def in_one_document(text: str) -> tuple[str, list[Diagnostic]]:
    """The text without the lines of dashes that would begin a second document, and a fault for each."""
    if "\n---" not in text:
        return text, []
    lines, diagnostics, begun = text.split("\n"), [], False
    for number, line in enumerate(lines):
        if begun and line.split(" ")[0].rstrip() == "---":
            diagnostics.append(Diagnostic(_span(number, 0, 3), words("second_document")))
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
    guess: _Guess
    text: str
    left: _Error | None

    @property
    def merit(self) -> tuple[tuple[int, int], int, int]:
        """How far YAML can read the text, then how few lines change, then how usual they look."""
        return self.reached, -len(self.guess.lines), -self.guess.oddness

    @property
    def reached(self) -> tuple[int, int]:
        """The line and column up to which YAML can read the text."""
        return (self.left.line, self.left.column) if self.left else (sys.maxsize, 0)


def _attempt(guess: _Guess, lines: _Lines) -> _Attempt:
    text = "\n".join(guess.lines.get(number, line) for number, line in enumerate(lines))
    return _Attempt(guess, text, _error(text))


def _error(text: str) -> _Error | None:
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
        return _Error(
            f"{error.context}: {error.problem}",
            mark.line if mark else 0,
            mark.column if mark else 0,
            begun.line if begun else 0,
        )
    return None


def _tab(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    tabbed = [number for number, line in enumerate(lines) if "\t" in line[: _begins(line)]]
    if error.line in tabbed or error.begun in tabbed:
        first = tabbed[0]
        span = _span(first, lines[first].index("\t"), 1)
        for width in (2, 4, 8):
            mended = {number: _without_tabs(lines[number], width) for number in tabbed}
            yield _Guess(span, words("tab", count=len(tabbed)), mended)
        for wanted in _indents_above(lines, first, lines[first].lstrip().startswith("- ")):
            yield _Guess(span, words("tab", count=1), {first: " " * wanted + lines[first].lstrip()})


def _backslash(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    if "escape" not in error.problem and "hexdecimal" not in error.problem:
        return
    line = lines[error.line]
    at = line.rfind("\\", 0, error.column + 1)
    if at >= 0:
        mended = f"{line[:at]}\\{line[at:]}"
        yield _Guess(_span(error.line, at, 1), words("backslash", line=mended.strip()), {error.line: mended})


def _quote(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    """A quote that closes too early, or never."""
    for number in range(error.line if error.line < len(lines) else len(lines) - 1, -1, -1):
        parts = statement(lines[number])
        if not is_quoted(parts.value):
            continue
        closed = closing_quote(parts.value)
        meant = unquoted(parts.value) if closed < 0 or parts.value.endswith(parts.value[0]) else parts.value
        mended = _with_value(lines[number], parts, quoted(meant))
        advice = words("write_line", line=mended.strip())
        if closed < 0:
            span = _span(number, parts.column - 1, 1)
            yield _Guess(span, words("quote_open", advice), {number: mended})
            last = _end_of_text(lines, number)
            ending = {last: f"{lines[last].rstrip()}{parts.value[0]}"}
            yield _Guess(span, words("quote_open_long", line=last + 1), ending)
        elif number == error.line and parts.value[closed + 1 :].strip():
            kind = "apostrophe" if parts.value[0] == "'" else "quote_inside"
            yield _Guess(_span(number, parts.column - 1 + closed, 1), words(kind, advice), {number: mended})


def _end_of_text(lines: _Lines, number: int) -> int:
    """The last line of a text that goes on below its first line, as far as its indentation tells."""
    last = number
    for below in range(number + 1, len(lines)):
        if _begins(lines[below]) <= _begins(lines[number]) or not lines[below].strip():
            break
        last = below
    return last


def _bracket(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    """A list of ids between brackets that is not closed on its line."""
    for number in dict.fromkeys((error.begun, error.line)):
        parts = statement(lines[number]) if number < len(lines) else None
        if parts and _UNCLOSED_LIST.fullmatch(parts.value):
            mended = _with_value(lines[number], parts, f"{parts.value}]")
            yield _Guess(
                _span(number, parts.column - 1, 1),
                words("bracket_open", words("write_line", line=mended.strip())),
                {number: mended},
            )


def _sign(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    """A text that begins with a sign that means something to YAML."""
    for number in dict.fromkeys((error.line, error.begun)):
        parts = statement(lines[number]) if number < len(lines) else None
        value = parts.value if parts else ""
        if parts and value[:1] in _INDICATORS and value:
            mended = _with_value(lines[number], parts, quoted(value))
            yield _Guess(
                _span(number, parts.column - 1, 1),
                words("sign_first", words("write_line", line=mended.strip()), sign=value[0]),
                {number: mended},
            )


def _colon(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    """A colon in a text, or one that no space follows."""
    if "mapping values" not in error.problem and "could not find expected ':'" not in error.problem:
        return
    for number in dict.fromkeys((error.line, error.begun, error.line - 1)):
        parts = statement(lines[number]) if 0 <= number < len(lines) else None
        if parts is None:
            continue
        if not parts.key and (cut := _missing_space(parts.value)):
            mended = _with_value(lines[number], parts, f"{parts.value[:cut]}: {parts.value[cut + 1 :]}")
            yield _Guess(
                _span(number, parts.column - 1, cut + 1),
                words("space_after_colon", words("write_line", line=mended.strip())),
                {number: mended},
            )
        at = error.column - parts.column + 1
        if number == error.line and parts.key and 0 <= at < len(parts.value):
            mended = _with_value(lines[number], parts, quoted(parts.value))
            yield _Guess(
                _span(number, error.column, 1),
                words("colon", words("write_line", line=mended.strip())),
                {number: mended},
            )


def _colon_lost(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    """A key followed by its text and no colon."""
    near = range(error.line, max(-1, error.line - 4), -1)
    for number in dict.fromkeys((*near, error.begun)):
        line = lines[number] if number < len(lines) else ""
        parts = statement(line)
        word, _, rest = parts.value.partition(" ")
        if not parts.key and rest and word in keys:
            mended = _with_value(line, parts, f"{word}: {rest}")
            yield _Guess(
                _span(number, parts.column - 1, len(word)),
                words("colon_missing", words("write_line", line=mended.strip())),
                {number: mended},
            )


def _colon_missing(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    """A key alone on its line, without its colon."""
    for number in dict.fromkeys((error.begun, error.line, error.line - 1)):
        line = lines[number] if 0 <= number < len(lines) else ""
        if _looks_like_key(line.strip()):
            begins = _begins(line)
            mended = {number: f"{line.rstrip()}:"}
            span = Span(number + 1, begins + 1, number + 1, len(line.rstrip()) + 1)
            yield _Guess(
                span, words("colon_missing", words("write_line", line=mended[number].strip())), mended
            )


def _continued(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    """A colon in the second or a later line of a text without quotes."""
    if "mapping values" not in error.problem:
        return
    last, first = error.line, error.line - 1
    while first > 0 and not statement(lines[first]).key:
        first -= 1
    parts = statement(lines[first])
    if not parts.value or is_quoted(parts.value) or parts.key.islower() is False:
        return
    if _looks_like_key(statement(lines[last]).key):
        return
    ending = f'{lines[last].rstrip()}"'
    yield _Guess(
        _span(last, error.column, 1),
        words("colon"),
        {first: _with_value(lines[first], parts, f'"{parts.value}'), last: ending},
    )


def _indentation(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    """A line that begins at a column where nothing above begins, or that lost its place to the line above."""
    number = min(error.line, len(lines) - 1)
    line = lines[number]
    if not line.strip():
        return
    begins = _begins(line)
    for wanted in _indents_above(lines, number, line.lstrip().startswith("- ")):
        yield from _moves(lines, number, wanted)
    above = next((at for at in range(number - 1, -1, -1) if lines[at].strip()), None)
    if above is not None:
        dashes = statement(lines[above]).indent - _begins(lines[above])
        yield from _moves(lines, above, max(0, begins - dashes))


def _moves(lines: _Lines, number: int, wanted: int) -> Iterator[_Guess]:
    """A line moved sideways, alone or with the lines below that begin where it begins."""
    line = lines[number]
    begins = _begins(line)
    if wanted == begins:
        return
    kind = "too_far_right" if begins > wanted else "too_far_left"
    said = words(kind, spaces=begins, wanted=wanted)
    span = Span(number + 1, begins + 1, number + 1, len(line.rstrip()) + 1)
    alone = {number: " " * wanted + line.lstrip()}
    oddness = abs(wanted - begins) + (_ODD if wanted != _usual(lines, number, wanted) else 0)
    yield _Guess(span, said, alone, oddness)
    yield _Guess(span, said, alone | _moved(lines, number, wanted - begins), oddness)


def _usual(lines: _Lines, number: int, wanted: int) -> int:
    """Where a line would begin two columns past the key that it hangs on, if it begins near `wanted`."""
    for above in reversed(lines[:number]):
        if above.strip() and _begins(above) < wanted and not statement(above).value:
            return statement(above).indent + 2
    return 0


def _no_colon(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    """A line that is neither an item, nor a key with its text."""
    for number in dict.fromkeys((error.begun, error.line)):
        line = lines[number] if number < len(lines) else ""
        if line.strip() and not statement(line).key:
            begins = _begins(line)
            span = Span(number + 1, begins + 1, number + 1, len(line.rstrip()) + 1)
            yield _Guess(span, words("no_colon"), {number: ""})


def _end_of_document(error: _Error, lines: _Lines, keys: Collection[str]) -> Iterator[_Guess]:
    for number in (error.line, error.line - 1):
        if 0 <= number < len(lines) and lines[number].rstrip() == "...":
            yield _Guess(_span(number, 0, 3), words("three_dots"), {number: ""})


RULES: tuple[Callable[[_Error, _Lines, Collection[str]], Iterator[_Guess]], ...] = (
    _tab,
    _backslash,
    _end_of_document,
    _bracket,
    _sign,
    _colon,
    _colon_missing,
    _colon_lost,
    _quote,
    _continued,
    _indentation,
    _no_colon,
)
"""The rules, the surest first."""


def _indents_above(lines: _Lines, number: int, is_item: bool) -> list[int]:
    """The columns at which the lines above begin, and past their dashes; the nearest first."""
    columns: dict[int, None] = {}
    for line in reversed(lines[max(0, number - 200) : number]):
        if line.strip() and not line.lstrip().startswith("#"):
            begins = _begins(line)
            past = len(statement(line).lead)
            columns |= dict.fromkeys((begins, past) if is_item else (past, begins))
        if columns and min(columns) == 0:
            break
    return list(columns)


def _moved(lines: _Lines, number: int, by: int) -> dict[int, str]:
    """The lines below that begin at the same column or further right, moved likewise."""
    begins = _begins(lines[number])
    moved: dict[int, str] = {}
    for below in range(number + 1, len(lines)):
        line = lines[below]
        if line.strip() and _begins(line) < begins:
            break
        moved[below] = " " * max(0, _begins(line) + by) + line.lstrip() if line.strip() else line
    return moved


def _begins(line: str) -> int:
    return len(line) - len(line.lstrip())


def _missing_space(value: str) -> int:
    """Position of the colon in `key:text`; 0 if the value is nothing of the kind."""
    at = value.find(":")
    return at if at > 0 and _looks_like_key(value[:at]) and value[at + 1 : at + 3] != "//" else 0


def _looks_like_key(word: str) -> bool:
    return bool(word) and word.isascii() and word.replace("_", "").isalpha() and word.islower()


def _with_value(line: str, parts: Statement, value: str) -> str:
    return f"{line[: parts.column - 1]}{value}"


def _without_tabs(line: str, width: int) -> str:
    text = line.lstrip()
    return line[: len(line) - len(text)].replace("\t", " " * width) + text


def _span(number: int, column: int, length: int) -> Span:
    return Span(number + 1, column + 1, number + 1, column + 1 + length)


def _unexplained(error: _Error) -> Diagnostic:
    return Diagnostic(_span(error.line, error.column, 1), words("unreadable"))
