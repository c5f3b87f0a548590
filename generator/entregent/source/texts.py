"""Guesses about texts that YAML takes for something else: quotes, colons, signs, brackets."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from entregent.diagnostics import words
from entregent.source.guess import Error, Guess, Lines, stretch
from entregent.source.lines import (
    closing_quote,
    indent_of,
    is_quoted,
    looks_like_key,
    quoted,
    statement,
    unquoted,
    with_value,
)

_UNCLOSED_LIST = re.compile(r"\[[a-z0-9-]+(, *[a-z0-9-]+)*,?")
_INDICATORS = "*&!%@`{}[],|>-?"


def backslash(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    if "escape" not in error.problem and "hexdecimal" not in error.problem:
        return
    line = lines[error.line]
    at = line.rfind("\\", 0, error.column + 1)
    if at >= 0:
        mended = f"{line[:at]}\\{line[at:]}"
        yield Guess(stretch(error.line, at, 1), words("backslash", line=mended.strip()), {error.line: mended})


def quote(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    """A quote that closes too early, or never."""
    for number in range(error.line if error.line < len(lines) else len(lines) - 1, -1, -1):
        parts = statement(lines[number])
        if not is_quoted(parts.value):
            continue
        closed = closing_quote(parts.value)
        meant = unquoted(parts.value) if closed < 0 or parts.value.endswith(parts.value[0]) else parts.value
        mended = with_value(lines[number], parts, quoted(meant))
        advice = words("write_line", line=mended.strip())
        if closed < 0:
            span = stretch(number, parts.column - 1, 1)
            yield Guess(span, words("quote_open", advice), {number: mended})
            last = _end_of_text(lines, number)
            ending = {last: f"{lines[last].rstrip()}{parts.value[0]}"}
            yield Guess(span, words("quote_open_long", line=last + 1), ending)
        elif number == error.line and parts.value[closed + 1 :].strip():
            kind = "apostrophe" if parts.value[0] == "'" else "quote_inside"
            yield Guess(stretch(number, parts.column - 1 + closed, 1), words(kind, advice), {number: mended})


def _end_of_text(lines: Lines, number: int) -> int:
    """The last line of a text that goes on below its first line, as far as its indentation tells."""
    last = number
    for below in range(number + 1, len(lines)):
        if indent_of(lines[below]) <= indent_of(lines[number]) or not lines[below].strip():
            break
        last = below
    return last


def bracket(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    """A list of ids between brackets that is not closed on its line."""
    for number in dict.fromkeys((error.begun, error.line)):
        parts = statement(lines[number]) if number < len(lines) else None
        if parts and _UNCLOSED_LIST.fullmatch(parts.value):
            mended = with_value(lines[number], parts, f"{parts.value}]")
            yield Guess(
                stretch(number, parts.column - 1, 1),
                words("bracket_open", words("write_line", line=mended.strip())),
                {number: mended},
            )


def sign(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    """A text that begins with a sign that means something to YAML."""
    for number in dict.fromkeys((error.line, error.begun)):
        parts = statement(lines[number]) if number < len(lines) else None
        value = parts.value if parts else ""
        if parts and value[:1] in _INDICATORS and value:
            mended = with_value(lines[number], parts, quoted(value))
            yield Guess(
                stretch(number, parts.column - 1, 1),
                words("sign_first", words("write_line", line=mended.strip()), sign=value[0]),
                {number: mended},
            )


def colon(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    """A colon in a text, or one that no space follows."""
    if "mapping values" not in error.problem and "could not find expected ':'" not in error.problem:
        return
    for number in dict.fromkeys((error.line, error.begun, error.line - 1)):
        parts = statement(lines[number]) if 0 <= number < len(lines) else None
        if parts is None:
            continue
        if not parts.key and (cut := _missing_space(parts.value)):
            mended = with_value(lines[number], parts, f"{parts.value[:cut]}: {parts.value[cut + 1 :]}")
            yield Guess(
                stretch(number, parts.column - 1, cut + 1),
                words("space_after_colon", words("write_line", line=mended.strip())),
                {number: mended},
            )
        at = error.column - parts.column + 1
        if number == error.line and parts.key and 0 <= at < len(parts.value):
            mended = with_value(lines[number], parts, quoted(parts.value))
            yield Guess(
                stretch(number, error.column, 1),
                words("colon", words("write_line", line=mended.strip())),
                {number: mended},
            )


def continued(error: Error, lines: Lines, keys: Collection[str]) -> Iterator[Guess]:
    """A colon in the second or a later line of a text without quotes."""
    if "mapping values" not in error.problem:
        return
    last, first = error.line, error.line - 1
    while first > 0 and not statement(lines[first]).key:
        first -= 1
    parts = statement(lines[first])
    if not parts.value or is_quoted(parts.value) or parts.key.islower() is False:
        return
    if looks_like_key(statement(lines[last]).key):
        return
    ending = f'{lines[last].rstrip()}"'
    yield Guess(
        stretch(last, error.column, 1),
        words("colon"),
        {first: with_value(lines[first], parts, f'"{parts.value}'), last: ending},
    )


def _missing_space(value: str) -> int:
    """Position of the colon in `key:text`; 0 if the value is nothing of the kind."""
    at = value.find(":")
    return at if at > 0 and looks_like_key(value[:at]) and value[at + 1 : at + 3] != "//" else 0
