"""Messages as they are sent: how they are filled in and measured."""

from __future__ import annotations

import pytest

from conftest import GUIDES
from entregent.guide.filling import limits, max_length, strictest, with_examples
from entregent.guide.messages import Account, Piece, units
from entregent.load import load

FRENCH = load(GUIDES / "small.yaml").guides["fr"]


@pytest.mark.parametrize(("text", "length"), [("", 0), ("été", 3), ("\u00a0!", 2), ("🌉", 2), ("e\u0301", 2)])
def test_lengths_are_utf_16_code_units(text: str, length: int) -> None:
    assert units(text) == length


def test_what_is_measured_is_what_is_sent() -> None:
    text = "C'est {topic} ?"
    assert with_examples(text, FRENCH) == "C’est les ponts\u00a0?"
    assert max_length(text, FRENCH) == len("C’est \u00a0?") + 40


def test_the_strictest_account_counts() -> None:
    assert {account: fact.id for account, fact in limits(FRENCH, "note", Piece.TEXT).items()} == {
        Account.FREE: "note-free",
        Account.PREMIUM: "note-premium",
    }
    assert strictest(FRENCH, "note", Piece.TEXT) == 200
    assert strictest(FRENCH, "note", Piece.SUBJECT) is None
