"""What Python and the browser both compute, held to the cases that tests/js/shared.test.js reads, too."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from conftest import GUIDES
from entregent.features.search.index import tokens
from entregent.guide import Guide
from entregent.guide.filling import filled, strictest, wordings
from entregent.guide.messages import Account, Piece, units
from entregent.load import load
from entregent.pages import dates
from entregent.text.folding import fold

SHARED = Path(__file__).parent / "shared"
SMALL = load(GUIDES / "small.yaml").guides


def cases(name: str, part: str = "") -> list[dict[str, Any]]:
    found = json.loads((SHARED / f"{name}.json").read_text("utf-8"))
    return cast(list[dict[str, Any]], found[part] if part else found)


@pytest.mark.parametrize("case", cases("folding", "words"))
def test_a_word_is_folded(case: dict[str, Any]) -> None:
    assert fold(case["word"]) == case["folded"]


@pytest.mark.parametrize("case", cases("folding", "texts"))
def test_a_text_is_cut_into_words(case: dict[str, Any]) -> None:
    assert tokens(case["text"]) == case["words"]


@pytest.mark.parametrize("case", cases("days"))
def test_a_day_in_words(case: dict[str, Any]) -> None:
    """A page says the year and a message the weekday; the day and the month are the same."""
    assert dates.day(date.fromisoformat(case["day"]), case["language"]) == case["page"]
    assert case["common"] in case["page"]


@pytest.mark.parametrize("case", cases("lengths"))
def test_a_text_is_measured_and_held_against_its_limits(case: dict[str, Any]) -> None:
    facts = [
        SimpleNamespace(
            limit=SimpleNamespace(
                channel="note",
                piece=Piece.TEXT,
                account=None if account == "any" else Account(account),
                characters=characters,
            )
        )
        for account, characters in case["limits"].items()
    ]
    limit = strictest(cast(Guide, SimpleNamespace(facts=facts)), "note", Piece.TEXT)
    assert units(case["text"]) == case["length"]
    assert limit == case["strictest"]
    assert (limit is not None and units(case["text"]) > limit) is case["over"]


@pytest.mark.parametrize("case", cases("filling", "messages"))
def test_a_message_is_filled_in(case: dict[str, Any]) -> None:
    """tests/browser/test_messages.py fills in the same message by its form."""
    guide = SMALL[case["locale"]]
    found = {
        (wording.piece, wording.register): filled(wording.text, guide, lambda blank: case["values"][blank.id])
        for wording in wordings(guide.messages[0])
    }
    assert found[Piece.SUBJECT, None] == case["subject"]
    assert found[Piece.TEXT, case["register"]] == case["text"]


@pytest.mark.parametrize("case", cases("filling", "templates"))
def test_a_template_of_the_interface_is_filled_in(case: dict[str, Any]) -> None:
    assert case["template"].format(**case["values"]) == case["text"]
