"""Roles and moments that a guide adds: on the home page, in filters, on pages, on paper and in exports."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import GUIDES
from entregent import site
from entregent.guide import Guide
from entregent.load import load
from entregent.outputs.exports import checklist, whole

ADDED = """roles:
  - {id: mentor, title: {en: I "accompany", fr: J'accompagne}, summary: {en: You help., fr: Ah.}}
  - {id: judge, title: {en: I judge, fr: Je juge}}
moments:
  - {id: on-the-day, title: {en: On the day, fr: Le jour même}}
"""
RULE = """  - id: second
    section: one
    title: Listen
    role: both
    moment: before
    channels: [mail]
    weight: should
    answer: Listen.
    why: It works.
    do: [This.]
    dont: [That.]
    checklist: I listened.
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    text = (GUIDES / "minimal.yaml").read_text("utf-8").replace("locales: [en]", "locales: [en, fr]")
    text = text.replace("role: sender\n    moment: before", "role: mentor\n    moment: on-the-day", 1)
    rules = tmp_path / "rules.yaml"
    rules.write_text(text.replace("scenarios:\n  - id", f"{RULE}scenarios:\n  - id") + ADDED, "utf-8")
    return rules


def pages(guide: Guide) -> Mapping[str, str]:
    return {page.path: page.html for page in site.pages(guide)}


def test_the_home_page_has_an_entry_for_each_role_with_rules(rules: Path) -> None:
    home = pages(load(rules).guides["en"])["index"]
    assert '<h3><a href="rules/index.html?role=mentor">I “accompany”</a></h3>\n<p>You help' in home
    assert "?role=introducer" in home
    assert "?role=sender" not in home
    assert "?role=judge" not in home
    assert "J’accompagne" in pages(load(rules).guides["fr"])["index"]


def test_filters_and_pages_know_them(rules: Path) -> None:
    found = pages(load(rules).guides["en"])
    assert '<option value="on-the-day">On the day</option>' in found["rules/index"]
    assert 'data-role="mentor" data-moment="on-the-day"' in found["rules/index"]
    # What holds for everybody is found under roles of the guide's own, too.
    assert 'data-role="sender recipient introducer organiser mentor judge"' in found["rules/index"]
    assert "<span>I “accompany”</span> <span>On the day</span>" in found["rules/first"]
    assert '<option value="mentor">I “accompany”</option>' in found["checklist/index"]


def test_exports_know_them(rules: Path) -> None:
    guide = load(rules).guides["en"]
    data = json.loads(whole(guide))
    assert [role["id"] for role in data["roles"]] == ["mentor", "judge"]
    assert data["rules"][0]["role"] == "mentor"
    assert data["rules"][1]["role"] == "both"
    assert "I “accompany”" in checklist.content(guide, ".csv").decode()


def test_a_role_of_entregents_is_renamed(rules: Path) -> None:
    text = rules.read_text("utf-8").replace("id: judge, title: {en: I judge", "id: sender, title: {en: I ask")
    rules.write_text(text, "utf-8")
    found = pages(load(rules).guides["en"])
    assert "I ask" in found["messages/letter"]
    assert 'data-role="sender recipient introducer organiser mentor"' in found["rules/index"]


def test_a_guide_built_on_it_has_them(rules: Path) -> None:
    own = rules.with_name("own.yaml")
    own.write_text("from: rules.yaml\nlocales: [en]\nroles:\n  - {id: host, title: I host}\n", "utf-8")
    guide = load(own).guides["en"]
    assert [role.id for role in guide.roles] == ["mentor", "judge", "host"]
    assert guide.rules[0].role == "mentor"
