"""Drafts read by the checks of a guide: what they find, that they are quick, and the guide's own texts."""

from __future__ import annotations

import json
import random
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from bench.drafts import judged
from click.testing import CliRunner

from conftest import GUIDES
from entregent.cli import main
from entregent.diagnostics import words
from entregent.guide import Guide, signs
from entregent.guide.drafts import Stage
from entregent.guide.filling import with_examples
from entregent.guide.messages import units
from entregent.guide.phrases import form
from entregent.guide.remarks import Occasion, compiled, is_spoken, remarks
from entregent.guide.signs import PATTERNS, Compiled
from entregent.load import load
from entregent.load.notices import notices, today

ROOT = Path(__file__).parents[1]
SHIPPED = load(ROOT / "rules.yaml").guides


def found(phrase: str, draft: str, **sign: object) -> list[str]:
    """The pieces of a draft in which an expression is found."""
    check = {
        "id": "one",
        "channels": [],
        "stage": None,
        "unless": [],
        "signs": [{"phrases": [form(phrase)], **sign}],
    }
    told = remarks(draft, [check], Occasion())
    return [draft[start:end] for remark in told for start, end in remark.marks]


@pytest.mark.parametrize(
    ("phrase", "draft", "pieces"),
    [
        ("(grow|widen) my [own] network", "I GROW my own network, and widen my network.", 2),
        ("merci ... recommander", "Merci, et pourriez-vous me recommander ?", 1),
        ("merci ... recommander", "Merci un deux trois quatre cinq six recommander", 0),
        ("merci ... recommander", "Merci. Vous me recommander ?", 0),
        ("l’été à #", "L'ETE a 40 °C", 1),
        ("recommand*", "Je recommande la recommandation", 2),
        ("e\u0301te\u0301", "\u00e9t\u00e9 et ete", 2),
        ("vous", "rendez-vous", 1),
        ("cœur", "Coeur, CŒUR", 2),
        ("sorry", 'You wrote “sorry”, « sorry », "so sorry" and sorry.', 1),
    ],
)
def test_an_expression_is_found(phrase: str, draft: str, pieces: int) -> None:
    assert len(found(phrase, draft)) == pieces


def test_a_sign_may_be_bound() -> None:
    assert found("vous", "rendez-vous, vous", but_not=[form("rendez-vous")]) == ["vous"]
    assert found("sorry", "One two sorry", within=2) == []
    assert found("sorry", "One two sorry", within=3) == ["sorry"]
    assert found("no", "no, no", at_least=3) == []


@pytest.mark.parametrize(
    "piece",
    [
        "\0", "a ", "merci ", "A", "1", "[", "x@", "www.", "!?", '"', "\u202e\u05e9\u05dc\u05d5\u05dd ",
        "\U0001f600",
    ],
)  # fmt: skip
def test_what_a_hostile_draft_costs_grows_with_its_length(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all comparisons of words, as these are what expressions could multiply; patterns are bounded."""
    checks = [compiled(check) for check in SHIPPED["fr"].draft_checks if is_spoken(check)]
    fits, count = signs._fits, 0

    def counted(part: str, word: str) -> bool:
        nonlocal count
        count += 1
        return fits(part, word)

    def cost(length: int) -> int:
        nonlocal count
        count = 0
        remarks(piece * (length // len(piece)), checks, Occasion("invitation-note", Stage.FIRST, 200))
        return count

    monkeypatch.setattr(signs, "_fits", counted)
    assert cost(signs.MAX_READ) <= 2.1 * cost(signs.MAX_READ // 2) + 1000
    assert cost(5 * signs.MAX_READ) <= 1.01 * cost(signs.MAX_READ) + 1000


def _told(guide: Guide, text: str, stage: Stage = Stage.LATER) -> set[str]:
    firm = [compiled(check) for check in guide.draft_checks if check.is_firm and is_spoken(check)]
    return {remark.check for remark in remarks(text, firm, Occasion(stage=stage))} - {"no-greeting"}


@pytest.mark.parametrize("locale", SHIPPED)
def test_what_people_say_well_in_scenes_is_passed(locale: str) -> None:
    guide = SHIPPED[locale]
    for scene in guide.scenarios:
        # What is said in both tellings is what somebody else does.
        wrong = {line.says for line in scene.goes_wrong.lines}
        well = [line.says for line in scene.goes_well.lines if line.who and line.says not in wrong]
        assert [says for says in well if _told(guide, says)] == [], scene.id


@pytest.mark.parametrize("locale", SHIPPED)
def test_what_goes_wrong_in_scenes_is_often_found(locale: str) -> None:
    guide = SHIPPED[locale]
    scenes = {
        scene.id
        for scene in guide.scenarios
        for line in scene.goes_wrong.lines
        if _told(guide, line.says, Stage.FIRST)
    }
    assert len(scenes) >= 5


def test_a_message_of_the_guide_is_checked(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    text = (GUIDES / "small.yaml").read_text("utf-8")
    rules.write_text(text.replace("        Hello {name},", "        Let us begin, {name},"), "utf-8")
    (notice,) = notices(load(rules), today()).diagnostics
    assert notice.words == words("remarked_message", check="no-greeting")


SMALL = [
    {"phrases": ["to ... go"]},
    {"phrases": ["to_be|so |not go*"], "at_least": 2},
    {"phrases": ["so"], "but_not": ["not so"], "within": 6},
    {"phrases": ["|not #"]},
    {"count": "capitals", "more_than": 1},
    {"count": "words", "fewer_than": 9},
    {"count": "characters", "more_than": 60},
]
"""Signs of small words, so that drafts made at random come near their limits."""
WORDS = ("to ", "be ", "so ", "not ", "go ", "Going, ", "12 ", "TOO ", ". ", '"', "« ", "»")
ODD = (
    "\u00a0",
    "\U0001f600",
    "e\u0301",
    "\u202e",
    "\n\n",
    "_",
    "\u05e9\u05dc",
    "[",
    "]",
    "ﬁ",
    "İ",
    "½",
    "\u0661",
    "?!",
)


def _read(
    name: str, checks: list[Compiled], drafts: list[str], chosen: random.Random
) -> list[dict[str, object]]:
    cases = []
    for draft in drafts:
        occasion = Occasion(chosen.choice(["", "invitation-note"]), chosen.choice([*Stage]), 200)
        told = [[mark.check, in_units(draft, mark.marks)] for mark in remarks(draft, checks, occasion)]
        cases.append({"checks": name, "draft": draft, "occasion": occasion._asdict(), "told": told})
    return cases


def test_the_browser_reads_drafts_alike(tmp_path: Path) -> None:
    """All examples, the guide's messages, and thousands of drafts made at random of their words."""
    chosen = random.Random(7)  # noqa: S311
    empty = {"channels": [], "stage": None, "signs": [], "unless": []}
    checks = {"small": [empty | {"id": str(number), "signs": [sign]} for number, sign in enumerate(SMALL)]}
    cases = _read(
        "small",
        checks["small"],
        ["".join(chosen.choices(WORDS, k=chosen.randrange(20))) for _ in range(1500)],
        chosen,
    )
    for locale, guide in SHIPPED.items():
        checks[locale] = [compiled(check) for check in guide.draft_checks if is_spoken(check)]
        drafts = [draft for check in guide.draft_checks for draft in (*check.finds, *check.passes)]
        drafts += [with_examples(text.text, guide) for message in guide.messages for text in message.text]
        pieces = [piece for draft in drafts for piece in re.split(r"(?<=\W)", draft)] + list(ODD)
        drafts += ["".join(chosen.choices(pieces, k=chosen.randrange(40))) for _ in range(1000)]
        cases += _read(locale, checks[locale], drafts, chosen)
    file = tmp_path / "cases.json"
    file.write_text(json.dumps({"checks": checks, "patterns": PATTERNS, "cases": cases}), "utf-8")
    script = Path(__file__).parent / "js" / "drafts.mjs"
    result = subprocess.run(["node", script, file], capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout == f"{len(cases)} drafts\n"


def in_units(draft: str, marks: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Marks in the units in which JavaScript counts."""
    return [[units(draft[:start]), units(draft[:end])] for start, end in marks]


@pytest.mark.parametrize("locale", SHIPPED)
def test_drafts_that_the_checks_were_written_for_are_judged_well(locale: str) -> None:
    """`python -m bench drafts` prints the figures of the others as well."""
    counts = judged(locale, "tune")
    assert counts["right"] >= 0.95 * counts["firm"]
    assert counts["passed"] >= 0.95 * counts["good"]
    assert counts["found"] >= 0.85 * counts["deserved"]


def said(draft: str, *arguments: str, code: int = 0) -> str:
    """What `entregent draft -` prints."""
    rules = ("--rules", str(ROOT / "rules.yaml"), "--locale", "en")
    result = CliRunner().invoke(main, ["draft", "-", *rules, *arguments], input=draft)
    assert result.exit_code == code, result.output
    return result.output


def test_a_draft_in_a_terminal() -> None:
    told = said("Hi Nadia,\n\nour platform helps you. Sorry to bother you.", code=1)
    assert "3:1: warn: This sells in the very first message." in told
    assert "\n  > our platform helps\n  = Say what you do" in told
    assert said("Hi Nadia, thanks for your help.") == ""


def test_a_draft_for_other_programs() -> None:
    draft = "\U0001f600 Hi Nadia, your profile caught my eye."
    (remark,) = json.loads(said(draft, "--format", "json"))
    assert {"check", "grade", "rule", "start", "end", "says"} <= remark.keys()
    assert (remark["check"], remark["grade"]) == ("empty-opener", "hint")
    assert draft[remark["start"] : remark["end"]] == "your profile caught my eye"
    assert json.loads(said(draft, "--format", "json", "--not-first")) == []


def test_where_a_draft_goes() -> None:
    long = f"Hello Nadia, {'thanks ' * 30}"
    assert said(long, "--channel", "email") == ""
    assert "longer than the channel takes" in said(long, "--channel", "invitation-note", code=1)
    assert "this guide has the channels" in said(long, "--channel", "pigeon", code=2)
    assert "Only the first 20000 characters were read." in said("so " * 7000, "--not-first")
