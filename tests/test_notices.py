"""What is said of a guide that has no fault: old facts, stale translations, long sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from conftest import GUIDES, lay_out, run
from entregent.load import load
from entregent.load.marks import beside
from entregent.load.notices import notices, today
from entregent.load.since import exported
from entregent.outputs import exports
from rewritten import in_locales, write


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The small guide without its decisions, as they lead to what these tests rename and take away."""
    text = (GUIDES / "small.yaml").read_text("utf-8")
    (tmp_path / "rules.yaml").write_text(text.partition("decisions:\n")[0], "utf-8")
    return tmp_path / "rules.yaml"


def said(
    rules: Path, on: date = date(2026, 11, 22), style: bool = False, since: Path | None = None
) -> Iterator[tuple[str, int, str]]:
    before = exported(since) if since else frozenset()
    for notice in notices(load(rules), on, style=style, before=before).diagnostics:
        yield notice.words.kind, notice.span.line, notice.words.message("en")


def change(rules: Path, old: str, new: str) -> None:
    text = rules.read_text("utf-8")
    assert text.count(old) == 1, old
    rules.write_text(text.replace(old, new), "utf-8")


def test_a_fact_is_named_on_the_day_after_its_review(rules: Path) -> None:
    due = max(fact.review_by for fact in load(rules).guides["fr"].facts)
    before = len(list(said(rules, due)))
    after = list(said(rules, date.fromordinal(due.toordinal() + 1)))
    assert len(after) > before
    assert (after[-1][0], due.isoformat() in after[-1][2]) == ("past_review", True)


def test_the_day_comes_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today() == date(1970, 1, 1)


def test_a_translation_is_stale_once_its_original_changes(rules: Path) -> None:
    folder = rules.parent
    assert run("entregent", "translated", cwd=folder).returncode == 0
    assert list(said(rules)) == []
    change(rules, "Deux règles", "Trois règles")
    ((kind, line, message),) = said(rules)
    assert (kind, line) == ("stale_translation", 2)
    assert "`fr` has changed since this translation into `en`" in message
    # Texts marked before keep their marks until their own entry is named.
    assert run("entregent", "translated", cwd=folder).returncode == 0
    assert len(list(said(rules))) == 1
    assert run("entregent", "translated", "tagline", cwd=folder).returncode == 0
    assert list(said(rules)) == []


def test_an_entry_that_is_not_there_cannot_be_marked(rules: Path) -> None:
    result = run("entregent", "translated", "rules/nowhere", cwd=rules.parent)
    assert result.returncode == 2
    assert not beside(rules, "translations").exists()


def test_marks_that_make_no_sense_are_no_marks(rules: Path) -> None:
    beside(rules, "translations").write_text('["no marks"]', "utf-8")
    assert list(said(rules)) == []


def test_a_stale_page_says_so(tmp_path: Path) -> None:
    lay_out(tmp_path)
    assert run("entregent", "translated", cwd=tmp_path).returncode == 0
    rules = tmp_path / "rules.yaml"
    first = load(rules).guides["fr"].rules[0]
    change(rules, "Joignez un mot : toujours", "Joignez un mot : chaque fois")
    result = run("entregent", "build", cwd=tmp_path)
    assert result.returncode == 0
    assert "has changed since this translation" in result.stderr
    assert "eg-stale" in (tmp_path / f"site/en/rules/{first.id}.html").read_text("utf-8")
    assert "eg-stale" not in (tmp_path / f"site/rules/{first.id}.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- one\\n- two", "markdown_block"),
        ("Two rules\\n## More", "markdown_block"),
        ("Two *rules", "unclosed_star"),
        ("*One* and **two rules", "unclosed_star"),
        ("*One*, **two** and `*p`, 2 * 3 * 4, \\\\*five, note*", ""),
        ("#1 of -10", ""),
    ],
)
def test_markdown_that_is_shown_as_typed(rules: Path, text: str, kind: str) -> None:
    change(rules, "en: Two rules", f'en: "{text}"')
    assert [(found, line) for found, line, _ in said(rules)] == ([(kind, 2)] if kind else [])


def test_a_section_without_rules(rules: Path) -> None:
    change(
        rules, "sections:\n", "sections:\n  - {id: idle, title: {fr: A, en: A}, summary: {fr: A, en: A}}\n"
    )
    ((kind, _, message),) = said(rules)
    assert (kind, "`idle`" in message) == ("empty_section", True)


def test_strict_ends_with_a_code_for_notices(rules: Path) -> None:
    strict = ("entregent", "check", "--strict")
    assert run(*strict, cwd=rules.parent).returncode == 0
    change(rules, "en: Two rules", 'en: "Two *rules"')
    assert run("entregent", "check", cwd=rules.parent).returncode == 0
    result = run("entregent", "check", "--strict", f"../{rules.parent.name}/rules.yaml", cwd=rules.parent)
    assert result.returncode == 1
    # Editors jump to the file as it was named.
    assert result.stderr.startswith(f"../{rules.parent.name}/rules.yaml:2:")


def test_addresses_that_would_die_are_named(rules: Path) -> None:
    guide = load(rules).guides["fr"]
    old = rules.with_name("old.json")
    old.write_bytes(exports.whole(guide))
    assert list(said(rules, since=old)) == []
    change(rules, "  - id: reply\n    former_ids: [answer, answer-everybody]", "  - id: reply-soon")
    change(rules, "related: [reply]", "related: [reply-soon]")
    change(rules, "      - id: read-aloud\n        former_ids: [read-again]\n", "      - id: read-it-aloud\n")
    change(rules, "  - id: invite\n", "  - id: ask\n")
    change(rules, "messages: [invite]", "messages: [ask]")
    change(rules, "  - id: on-reading\n", "  - id: on-reading-it\n    former_ids: [on-reading]\n")
    found = list(said(rules, since=old))
    lines = rules.read_text("utf-8").split("\n")
    assert {(kind, lines[line - 1].strip("- ")) for kind, line, _ in found} == {
        ("dead_address", "id: reply-soon"),
        ("dead_address", "id: read-it-aloud"),
        ("dead_address", "id: ask"),
    }
    named = [message.split("`")[1] for _, _, message in found]
    assert named == ["answer", "answer-everybody", "reply", "read-again", "read-aloud", "invite"]
    notice = notices(load(rules), date(2026, 11, 22), before=exported(old)).diagnostics[-1]
    assert notice.words.help("en").startswith("write `former_ids: [invitation, invite]` in the entry")
    assert "peut-être `ask`" in notice.words.help("fr")


def test_an_own_line_that_became_a_rule_keeps_its_ticks(rules: Path) -> None:
    old = rules.with_name("old.json")
    old.write_bytes(exports.whole(load(rules).guides["fr"]))
    change(rules, "[answer, answer-everybody]", "[answer, answer-everybody, read-aloud, read-again]")
    change(rules, "      - id: read-aloud\n        former_ids: [read-again]\n", "      - id: another\n")
    assert list(said(rules, since=old)) == []


def test_addresses_of_a_part_that_is_gone(rules: Path) -> None:
    old = rules.with_name("old.json")
    old.write_bytes(exports.whole(load(rules).guides["fr"]))
    text = rules.read_text("utf-8")
    start, end = text.index("checklists:\n"), text.index("scenarios:\n  - id")
    rules.write_text(text[:start] + text[end:], "utf-8")
    found = notices(load(rules), date(2026, 11, 22), before=exported(old)).diagnostics
    assert {notice.span.line for notice in found} == {1}
    assert "no entry of `checklists` is left" in found[0].words.help("en")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"locale": "fr"}',
        b'{"locale": "fr", "rules": [{"id": "../up"}]}',
        b"[" * 200_000,
    ],
)
def test_a_file_that_is_no_export_is_told(rules: Path, content: bytes) -> None:
    rules.with_name("old.json").write_bytes(content)
    result = run("entregent", "check", "--since", "old.json", cwd=rules.parent)
    assert result.returncode == 1
    assert result.stderr.startswith("old.json:1:1: this is not a guide that `entregent export json` wrote")


def test_an_export_that_is_not_there_is_told(rules: Path) -> None:
    result = run("entregent", "check", "--since", "old.json", cwd=rules.parent)
    assert (result.returncode, "there is no file of this name" in result.stderr) == (1, True)


def test_long_sentences_are_named_when_asked_for(rules: Path) -> None:
    change(rules, "en: Two rules", f"en: {'word ' * 31}")
    assert list(said(rules)) == []
    ((kind, line, message),) = said(rules, style=True)
    assert (kind, line) == ("long_sentence", 2)
    assert "31 words" in message


@pytest.mark.parametrize(
    ("locale", "text", "named"),
    [
        ("en", "I am Ann. Please do not hesitate to call.", ["I am", "Please do not hesitate"]),
        ("en", "I’m Ann, and here I am. Shall we talk?", []),
        ("en", "Let us talk on {topic}, or do not.", ["Let us"]),
        (
            "fr",
            "Suite à votre exposé, je vous prie de bien vouloir m’écrire.",
            ["Suite à", "je vous prie de"],
        ),
        ("fr", "Veuillez agréer mes vœux", ["Veuillez agréer"]),
    ],
)
def test_messages_like_a_letter_of_long_ago(rules: Path, locale: str, text: str, named: list[str]) -> None:
    old = {"en": "I liked your talk on {topic}!", "fr": "J'ai aimé votre exposé sur {topic} !"}[locale]
    change(rules, old, f"{text} {old}")
    assert list(said(rules)) == []
    found = [message for kind, _, message in said(rules, style=True) if kind == "stiff_words"]
    assert len(found) == len(named)
    assert all(word in message for word, message in zip(named, found, strict=True))


def test_a_language_that_the_interface_does_not_speak_is_named_by_check(tmp_path: Path) -> None:
    write(tmp_path, in_locales("fr", "pl", "en"))
    result = run("entregent", "check", cwd=tmp_path)
    assert result.returncode == 0
    assert result.stderr.count("do not exist in `pl`: readers see them in English") == 1
    assert result.stderr.rstrip().endswith("1 notice about rules.yaml")
    # A build goes on without a word: its author cannot do anything about it.
    assert run("entregent", "build", "--strict", cwd=tmp_path).returncode == 0


def test_a_language_that_no_native_speaker_has_read_is_named_and_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path, in_locales("fr", "de", "en"))
    result = run("entregent", "check", "--strict", cwd=tmp_path)
    assert result.returncode == 0
    assert result.stderr.count("in `de` have not been read by a native speaker yet") == 1
    assert result.stderr.rstrip().endswith("1 notice about rules.yaml")
