"""The guide that ships: complete, and nothing in it out of reach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from entregent.checks.texts import long_sentence, prose
from entregent.guide import Guide
from entregent.guide.fields import Register
from entregent.load import load
from entregent.load.translations import digests_of, translated

RULES = Path(__file__).parents[1] / "rules.yaml"
LOADED = load(RULES)
GUIDES = LOADED.guides
NOTES = range(1, 49)
TU = re.compile(r"\b(?:tu|te|toi|tes)\b|\bt['’](?=[a-zà-ÿ])", re.IGNORECASE)
QUOTED = re.compile(r"«[^»]*»|\*[^*]*\*|\b(?:le|dire) tu\b")
"""What is quoted is not the guide's own voice."""


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest) -> Guide:
    return GUIDES[request.param]


def test_is_bilingual_with_french_first() -> None:
    assert list(GUIDES) == ["fr", "en"]


def test_covers_every_section(guide: Guide) -> None:
    assert 36 <= len(guide.rules) <= 60
    assert len(guide.scenarios) >= 14
    assert len(guide.messages) >= 28
    assert {rule.section for rule in guide.rules} == {section.id for section in guide.sections}


def test_rules_say_when_they_do_not_apply_and_where_they_come_from(guide: Guide) -> None:
    assert [rule.id for rule in guide.rules if not (rule.exceptions and rule.sources)] == []


@pytest.mark.parametrize("note", NOTES)
def test_every_reading_note_is_taught(note: int) -> None:
    assert [rule.id for rule in GUIDES["fr"].rules if note in rule.notes]


def test_rules_say_how_sure_they_are(guide: Guide) -> None:
    assert [rule.id for rule in guide.rules if not rule.evidence] == []


def test_disputed_rules_show_both_sides_or_lead_to_them(guide: Guide) -> None:
    both = {rule.id for rule in guide.rules if len(rule.positions) > 1}
    for rule in guide.rules:
        if rule.evidence and rule.evidence.grade == "contested":
            assert rule.id in both or both & set(rule.related), rule.id


def test_every_rule_is_on_a_checklist(guide: Guide) -> None:
    listed = {line for checklist in guide.checklists for line in checklist.lines if isinstance(line, str)}
    assert {rule.id for rule in guide.rules} == listed


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


def test_most_french_messages_come_with_tu_as_well() -> None:
    registers = [{variant.register_ for variant in message.text} for message in GUIDES["fr"].messages]
    assert all(Register.VOUS in found for found in registers)
    assert sum(Register.TU in found for found in registers) > len(registers) * 3 / 4


def test_the_guide_itself_says_vous() -> None:
    for path, text in prose(GUIDES["fr"]):
        if "says" not in path:
            assert not TU.search(QUOTED.sub("", text)), path


def test_no_sentence_is_too_long(guide: Guide) -> None:
    assert [finding.path for finding in long_sentence(guide)] == []


def test_translations_are_marked_and_none_is_stale() -> None:
    texts = translated(LOADED.source, tuple(GUIDES))
    assert [text.key for text in LOADED.stale] == []
    assert {text.key for text in texts} == digests_of(RULES).keys(), "run `entregent translated`"


def test_facts_read_in_copies_say_so(guide: Guide) -> None:
    for fact in guide.facts:
        assert (fact.read == "copy") == fact.source.startswith("linkedin-")
