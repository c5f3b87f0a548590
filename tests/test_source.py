"""Plain data and positions; text stays the text that was typed."""

from __future__ import annotations

import pytest

from entregent.diagnostics import Span
from entregent.source import parse
from entregent.source.decoding import decode


@pytest.mark.parametrize("typed", ["no", "12:30", "01000", "1.10", "2024-13-45", "0x1F", "1e3"])
def test_text_stays_text(typed: str) -> None:
    assert parse(f"a: {typed}").data == {"a": typed}


def test_positions_count_code_points_from_one() -> None:
    source = parse("é: à\nlist:\n  - 😀😀: x\n")
    assert source.data == {"é": "à", "list": [{"😀😀": "x"}]}
    assert source.locate(("é",)) == Span(1, 4, 1, 5)
    assert source.locate(("list", 0, "😀😀")) == Span(3, 9, 3, 10)
    assert source.locate_key(("list", 0, "😀😀")) == Span(3, 5, 3, 7)


def test_locate_falls_back_to_what_is_around() -> None:
    source = parse("a:\n  b: c\n  d:\n    e: f\n")
    assert source.locate(("a", "d", "missing")) == source.locate_key(("a", "d"))
    assert source.locate(("a", "b", "below-a-text")) == source.locate(("a", "b"))
    assert source.locate(("nowhere",)) == Span()


def test_byte_order_mark_and_windows_lines_are_dropped() -> None:
    assert decode("\ufeffa: b\r\nc: d\r\n".encode()) == ("a: b\nc: d\n", [])


def test_deep_nesting_is_refused_at_once() -> None:
    assert parse("[" * 100_000).diagnostics[0].words.kind == "too_deep"
