"""Decisions of the shipped guide, walked as readers would, and the command that asks in a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from conftest import GUIDES, run
from entregent.cli import main
from entregent.load import load
from entregent.pages.view import View

SHIPPED = Path(__file__).parents[1] / "rules.yaml"
DECISIONS = [
    yaml.safe_load(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("decisions/*.yml"))
]
WALKS = [(case["decision"], walk) for case in DECISIONS for walk in case["walks"]]


def decide(*arguments: str, rules: Path = GUIDES / "small.yaml", typed: str = "") -> Result:
    return CliRunner().invoke(main, ["decide", *arguments, "--rules", str(rules)], input=typed)


@pytest.mark.parametrize("locale", ["fr", "en"])
@pytest.mark.parametrize(("decision", "walk"), WALKS, ids=lambda value: str(value)[:60])
def test_a_situation_ends_where_it_should(decision: str, walk: dict[str, Any], locale: str) -> None:
    guide = load(SHIPPED).guides[locale]
    path = ",".join([*walk["answers"], walk["result"]])
    told = decide(decision, "--path", path, "--locale", locale, rules=SHIPPED)
    assert told.exit_code == 0, told.output
    wanted = guide.index.one("decisions", decision).step(walk["result"])
    view = View("decisions", guide.voice)
    assert told.stdout.startswith(f"{view.plain(wanted.do)}\n\n{view.plain(wanted.why)}\n")
    for rule in guide.index.many("rules", wanted.rules):
        assert view.typeset(rule.title) in told.stdout


def test_every_result_of_the_shipped_guide_is_walked() -> None:
    walked = {(decision, walk["result"]) for decision, walk in WALKS}
    guide = load(SHIPPED).guides["fr"]
    assert walked == {(decision.id, result.id) for decision in guide.decisions for result in decision.results}


def test_questions_go_to_the_error_stream_and_the_result_on() -> None:
    told = decide("accept", "--locale", "en", typed="2\n9\n1\n")
    assert told.exit_code == 0, told.output
    assert told.stdout == "Reply.\n\nShe has written.\n\n- Reply\n- Add a note: always!\n"
    assert "Do you know her?\nOnce seen counts.\n  1. Yes\n  2. No\n" in told.stderr
    assert "'9' is not one of '1', '2'" in told.stderr


def test_a_message_is_told_with_its_blanks() -> None:
    told = decide("--path", "1", "--locale", "fr").stdout
    assert "(Avec vous)\n" in told
    assert "(Avec tu)\n" in told
    assert "[" in told.split("(Avec tu)")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nope"], 2, "this guide has the decisions accept"),
        (["--path", "3"], 2, "3 is not an answer to: Vous la connaissez"),
        (["--path", "note"], 2, "an answer is missing to: A-t-elle écrit"),
        (["--path", "say-so,1"], 2, "1 comes after the last answer"),
        ([], 1, "Aborted!"),
    ],
)
def test_what_cannot_be_answered_is_said(arguments: list[str], code: int, words: str) -> None:
    told = decide(*arguments)
    assert told.exit_code == code
    assert words in told.stderr
    assert "Traceback" not in told.output


def test_a_guide_without_decisions_says_so() -> None:
    assert "this guide has no decisions" in decide(rules=GUIDES / "minimal.yaml").stderr
    outline = CliRunner().invoke(main, ["export", "outline", "x.md", "--rules", str(GUIDES / "minimal.yaml")])
    assert "this guide has no decisions" in outline.stderr


def test_which_decision_is_asked_where_there_are_several(tmp_path: Path) -> None:
    text = (GUIDES / "small.yaml").read_text("utf-8")
    second = text.partition("decisions:\n")[2].replace("id: accept\n    former_ids: [say-yes]", "id: other")
    second = second.replace("Should I accept?", "Should I go?")
    (tmp_path / "rules.yaml").write_text(f"{text.rstrip()}\n{second}", "utf-8")
    told = decide("--locale", "en", rules=tmp_path / "rules.yaml", typed="2\n1\n")
    assert "  1. Should I accept?\n  2. Should I go?\n" in told.stderr
    assert told.stdout.startswith("Accept.\n")


def test_a_french_terminal_is_asked_in_french() -> None:
    told = run(
        "entregent",
        "decide",
        "--rules",
        str(GUIDES / "small.yaml"),
        "--path",
        "9",
        cwd=GUIDES,
        LC_ALL="fr_FR.UTF-8",
    )
    assert "9 n’est pas une réponse à" in told.stderr


def test_the_outline_is_numbered_and_its_text_is_text(tmp_path: Path) -> None:
    for name in ("small", "hostile"):
        rules = str(GUIDES / f"{name}.yaml")
        told = CliRunner().invoke(
            main, ["export", "outline", str(tmp_path / name), "--locale", "en", "--rules", rules]
        )
        assert told.exit_code == 0, told.output
    assert (
        (tmp_path / "small")
        .read_text("utf-8")
        .endswith(
            "1. **Do you know her?** Once seen counts.\n    - Yes → A\n    - No → 2\n"
            "2. **Has she written?**\n    - Yes → B\n    - Nothing → C\n\n"
            "- **A. Accept.** She knows you.\n    - Reply\n"
            "- **B. Reply.** She has written.\n    - Reply\n    - Add a note: always!\n"
            "- **C. Wait.** There is time.\n    - Reply\n"
        )
    )
    hostile = (tmp_path / "hostile").read_text("utf-8")
    assert "\\<script\\>" in hostile
    assert "<script>" not in hostile
