"""One line of an author's file, taken apart as far as YAML's block style allows without parsing."""

from __future__ import annotations

import re
from typing import NamedTuple

from entregent.diagnostics import Words, words

# Dashes of lists, then perhaps a key and its colon, then the value.
_STATEMENT = re.compile(
    r"""(?P<lead>\s*(?:-(?:\s+|$))*)
    (?:(?P<key>"[^"]*"|'[^']*'|[^\s\#"'\[\]{},&*!|>%@`-][^\n]*?)\s*:(?:\s+|$))?
    (?P<value>.*)""",
    re.VERBOSE,
)
# A longer line does not go on a terminal.
_LONGEST = 500
_QUOTES = "\"'"


class Statement(NamedTuple):
    """The parts of a line; `column` counts from 1 and is that of the value."""

    lead: str
    key: str
    value: str
    column: int

    @property
    def indent(self) -> int:
        """The column, from 0, at which the key or the text begins, past the dashes."""
        return len(self.lead)


def statement(line: str) -> Statement:
    """The dashes, key and value of a line."""
    match = _STATEMENT.match(line)
    assert match is not None
    return Statement(match["lead"], match["key"] or "", match["value"].rstrip(), match.start("value") + 1)


def closing_quote(text: str) -> int:
    """Position of the quote that closes the quoted text at the start of `text`; -1 if none does."""
    quote, position = text[0], 1
    while position < len(text):
        letter = text[position]
        if quote == '"' and letter == "\\":
            position += 1
        elif letter == quote:
            if quote == '"' or text[position + 1 : position + 2] != quote:
                return position
            position += 1
        position += 1
    return -1


def is_quoted(text: str) -> bool:
    """Whether a text begins with a quote."""
    return text[:1] in _QUOTES and bool(text)


def unquoted(text: str) -> str:
    """A text without the quotes that its author put around it, however they close."""
    inner = text[1:] if is_quoted(text) else text
    return inner[:-1] if is_quoted(text) and inner.endswith(text[0]) else inner


def in_quotes(line: str, column: int | None = None) -> Words:
    """The advice to write a line with its text in quotes, from its value or from `column` on (from 0)."""
    if len(line) > _LONGEST:
        return words("quote_it")
    if column is None:
        column = statement(line).column - 1
    return words("write_line", line=f"{line[:column]}{quoted(line[column:].rstrip())}".strip())


def quoted(text: str) -> str:
    """A text between the quotes that need the least escaping."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def indent_of(line: str) -> int:
    """The column, from 0, at which a line begins."""
    return len(line) - len(line.lstrip())


def looks_like_key(word: str) -> bool:
    """Whether a word has the form of a key."""
    return bool(word) and word.isascii() and word.replace("_", "").isalpha() and word.islower()


def with_value(line: str, parts: Statement, value: str) -> str:
    """A line with another value."""
    return f"{line[: parts.column - 1]}{value}"
