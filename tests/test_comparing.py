"""`entregent compare`: what the guide that is built upon has changed since its author last looked."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from conftest import GUIDES, run
from entregent.load import load
from entregent.load.notices import notices
from test_notices import change

OWN = """\
from: other.yaml
locales: [en]
changes:
  rules:
    - id: first
      title: {en: Do that}
      do: [Mine.]
"""
MORE = "      why: For us.\n"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A guide that has changed two texts of another, which were accepted."""
    base = (GUIDES / "minimal.yaml").read_text("utf-8").replace("title: Do this", "title: {en: Do this}")
    (tmp_path / "other.yaml").write_text(base, "utf-8")
    (tmp_path / "rules.yaml").write_text(OWN, "utf-8")
    assert said(tmp_path) == (1, ["There is nothing yet to compare with.", "", ACCEPT])
    assert said(tmp_path, "--accept") == (0, ["rules.base.json is written"])
    kept = json.loads((tmp_path / "rules.base.json").read_text("utf-8"))
    assert kept["texts"] == {"rules/first/do": ["This."], "rules/first/title/en": "Do this"}
    return tmp_path / "rules.yaml"


ACCEPT = "Once your texts are as you want them: entregent compare --accept"


def said(folder: Path, *options: str, **variables: str) -> tuple[int, list[str]]:
    result = run("entregent", "compare", *options, cwd=folder, **variables)
    assert not result.stderr
    return result.returncode, result.stdout.rstrip("\n").split("\n")


def noticed(rules: Path) -> list[tuple[str, int]]:
    report = notices(load(rules), date(2026, 11, 22))
    return [(notice.words.kind, notice.span.line) for notice in report.diagnostics]


def test_texts_that_are_not_replaced_come_by_themselves(rules: Path) -> None:
    change(rules.with_name("other.yaml"), "why: It works.", "why: It always works.")
    assert said(rules.parent) == (0, ["Nothing has changed since you last looked."])
    assert noticed(rules) == []


def test_texts_that_have_changed_are_shown_then_and_now(rules: Path) -> None:
    change(rules.with_name("other.yaml"), "title: {en: Do this}", "title: {en: Do this. Now.}")
    change(rules.with_name("other.yaml"), "      - This.", "      - This.\n      - More.")
    assert said(rules.parent) == (
        1,
        [
            "rules.yaml:6:19: rules/first/title/en",
            "-Do this",
            "+Do this.",
            "+Now.",
            "",
            "rules.yaml:7:11: rules/first/do",
            " - This.",
            "+- More.",
            "",
            ACCEPT,
        ],
    )
    assert noticed(rules) == [("base_moved", 6), ("base_moved", 7)]
    said(rules.parent, "--accept")
    assert noticed(rules) == []


def test_entries_that_are_new_or_gone_are_named(rules: Path) -> None:
    base = rules.with_name("other.yaml")
    change(base, "sources: [book]", "sources: [paper]")
    change(base, "source: book", "source: paper")
    change(base, "  - id: book", "  - {id: sheet, title: A, about: A.}\n  - id: paper")
    rules.write_text(f"{OWN}except: {{sources: [sheet]}}\n", "utf-8")
    shown = ["-sources/book", "+sources/paper", "+sources/sheet (left out here)", "", ACCEPT]
    assert said(rules.parent) == (1, ["Entries gone (-) and new (+):", *shown])


def test_texts_replaced_since_then_are_named(rules: Path) -> None:
    rules.write_text(OWN + MORE, "utf-8")
    heading = "Remplacés par vous depuis, à comparer désormais\u00a0:"
    code, lines = said(rules.parent, LC_ALL="fr_FR.UTF-8")
    assert (code, lines[:2]) == (1, [heading, "rules/first/why"])
    assert noticed(rules) == []


def test_marks_are_no_more_than_text(rules: Path) -> None:
    marks = rules.with_name("rules.base.json")
    kept = json.loads(marks.read_text("utf-8"))
    kept["entries"].append("rules/\x1b[31m")
    kept["texts"]["rules/first/do"] = {"a": [1, None, "\x07"]}
    marks.write_text(json.dumps(kept), "utf-8")
    assert said(rules.parent)[1][1:-2] == ["-a: - 1", "-a: - None", "-a: - ␇", "+- This.", "", *GONE]
    marks.write_text('["no marks"]', "utf-8")
    assert said(rules.parent)[1][0] == "There is nothing yet to compare with."
    assert noticed(rules) == []


GONE = ["Entries gone (-) and new (+):", "-rules/␛[31m"]


def test_a_guide_on_its_own_has_nothing_to_compare(rules: Path) -> None:
    result = run("entregent", "compare", "other.yaml", cwd=rules.parent)
    assert (result.returncode, "builds on no other guide" in result.stderr) == (1, True)
