"""The guide that ships: complete, and nothing in it out of reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from entregent.load import load
from entregent.model import Guide

GUIDES = load(Path(__file__).parents[1] / "rules.yaml").guides


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest) -> Guide:
    return GUIDES[request.param]


def test_is_bilingual_with_french_first() -> None:
    assert list(GUIDES) == ["fr", "en"]


def test_covers_every_section(guide: Guide) -> None:
    assert len(guide.rules) >= 16
    assert len(guide.scenarios) >= 6
    assert len(guide.messages) >= 10
    assert {rule.section for rule in guide.rules} == {section.id for section in guide.sections}


def test_rules_say_when_they_do_not_apply_and_where_they_come_from(guide: Guide) -> None:
    assert [rule.id for rule in guide.rules if not (rule.exceptions and rule.sources)] == []


def test_nothing_is_out_of_reach(guide: Guide) -> None:
    for field in ("scenarios", "messages", "sources"):
        named = {identifier for rule in guide.rules for identifier in getattr(rule, field)}
        named |= {fact.source for fact in guide.facts} if field == "sources" else set()
        assert {entry.id for entry in getattr(guide, field)} <= named, field


def test_french_messages_name_their_register() -> None:
    for message in GUIDES["fr"].messages:
        assert all(variant.register_ for variant in message.text), message.id


def test_blanks_are_the_same_in_both_languages() -> None:
    for french, english in zip(GUIDES["fr"].messages, GUIDES["en"].messages, strict=True):
        assert set(french.placeholders) == set(english.placeholders), french.id
