"""One line of an author's file, taken apart as far as YAML's block style allows without parsing."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from entregent.diagnostics import Words, words

# Dashes of lists, then perhaps a key and its colon, then the value.
_PARTS = re.compile(
    r"""(?P<indent>\s*)(?P<dashes>(?:-(?:\s+|$))*)
    (?:(?P<key>"[^"]*"|'[^']*'|[^\s\#"'\[\]{},&*!|>%@`-][^\n]*?)\s*:(?:\s+|$))?
    (?P<value>.*)""",
    re.VERBOSE,
)

NO_BREAK = re.compile(r"[^\S \t\n]")
"""A space that YAML takes for a letter."""
SPACED = re.compile(r"\s*(?:-\s+)*(?:(?P<key>[\w-]+)\s*:(?:\s+|$))?")
"""The beginning of a line, with every space in it that should be a plain one."""


class Line(NamedTuple):
    """The parts of a line; its number and its columns count from 0."""

    number: int
    text: str
    key: str
    value: str
    begins: int
    """Where the line begins."""
    content: int
    """Where it goes on past the dashes of lists."""
    column: int
    """Where the value begins."""

    def with_value(self, value: str) -> str:
        """The text of the line with another value."""
        return f"{self.text[: self.column]}{value}"


def parts_of(text: str, number: int = 0) -> Line:
    """The dashes, key and value of a line."""
    match = _PARTS.match(text)
    assert match is not None
    columns = match.end("indent"), match.end("dashes"), match.start("value")
    return Line(number, text, match["key"] or "", match["value"].rstrip(), *columns)


def indent_of(text: str) -> int:
    """The column, from 0, at which a line begins."""
    return len(text) - len(text.lstrip())


def quoted(text: str) -> str:
    """A text between the quotes that need the least escaping."""
    if "'" not in text and ('"' in text or "\\" in text):
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def in_quotes(text: str, column: int | None = None, advice: str = "write_line") -> Words:
    """The advice to write a line with its text in quotes, from its value or from `column` on (from 0)."""
    if column is None:
        column = parts_of(text).column
    return words(advice, line=f"{text[:column]}{quoted(text[column:].rstrip())}".strip())
