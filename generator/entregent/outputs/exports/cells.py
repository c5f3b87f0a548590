"""Texts that programs show and do not act on: cells of CSV without formulas, Markdown without marks."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_ACTIVE_IN_MARKDOWN = re.compile(r"[\\`*_\[\]<>&~|]")
_BLOCK_IN_MARKDOWN = re.compile(r"^([#+=-]|\d+(?=[.)]))")


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows as CSV (RFC 4180), in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO()
    csv.writer(text).writerows(map(escape_formula, row) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def escape_formula(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula: one that could be begins with an apostrophe.

    Source: OWASP, CSV injection.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def escape_markdown(text: str) -> str:
    """Text that Markdown shows as it is."""
    text = _ACTIVE_IN_MARKDOWN.sub(r"\\\g<0>", re.sub(r"\s*\n\s*", " ", text))
    return _BLOCK_IN_MARKDOWN.sub(r"\\\1", text)
