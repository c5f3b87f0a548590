"""A guide on another one: what it takes, what goes with what it leaves out, what is its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import GUIDES
from entregent.diagnostics import GuideError
from entregent.guide import Guide
from entregent.load import Loaded, load
from entregent.load.files import MAX_BASES
from entregent.load.notices import notices
from entregent.load.since import Known
from entregent.load.translations import translated

MORE = {
    "sections:\n": "sections:\n  - {id: zero, title: Zero, summary: Nothing yet.}\n",
    "messages:\n": "messages:\n  - {id: call, section: one, title: A call, purpose: To talk., role: sender,"
    ' channel: phone, text: "About {topic}?"}\n',
    "placeholders:\n": "placeholders:\n  - {id: topic, label: topic, example: work}\n",
    "channels:\n": "channels:\n  - {id: phone, title: Phone}\n",
    "facts:\n": "facts:\n  - {id: short-call, statement: Ours., limit: {channel: phone, characters: 99},"
    " source: book, checked: 2026-11, review_by: 2027-05-31}\n",
    "sources:\n": "sources:\n  - {id: spare, title: Spare, about: Used by nobody.}\n",
}
"""What the guide that is built upon has in addition to that of `tests/guides/minimal.yaml`."""


def on(folder: Path, text: str) -> Guide:
    base = (GUIDES / "minimal.yaml").read_text("utf-8")
    for line, more in MORE.items():
        base = base.replace(f"\n{line}", f"\n{more}")
    (folder / "other.yaml").write_text(base, "utf-8")
    return shipped(folder, text.replace("entregent", "other.yaml")).guides["en"]


def shipped(folder: Path, text: str) -> Loaded:
    (folder / "rules.yaml").write_text(text, "utf-8")
    return load(folder / "rules.yaml")


@pytest.mark.parametrize(
    ("text", "collection", "ids"),
    [
        ("", "sources", ["spare", "book"]),
        ("except: {messages: [call]}", "channels", ["mail"]),
        ("except: {messages: [call]}", "facts", ["short-mail"]),
        ("except: {messages: [call]}", "placeholders", ["name"]),
        ("except: {channels: [phone]}", "messages", ["letter"]),
        ("except: {channels: [phone]}", "facts", ["short-mail"]),
        ("except: {messages: [call]}\nonly: {placeholders: [name], channels: [mail, phone]}", "channels", 2),
        ("order: [one]", "sections", ["one", "zero"]),
        ("sources:\n  - {id: ours, title: A, about: A.}", "sources", ["spare", "book", "ours"]),
    ],
)
def test_what_is_there(text: str, collection: str, ids: list[str] | int, tmp_path: Path) -> None:
    found = [entry.id for entry in getattr(on(tmp_path, f"from: entregent\n{text}\n"), collection)]
    assert ids in (found, len(found))


def test_an_own_entry_in_the_place_of_one_that_is_left_out(tmp_path: Path) -> None:
    own = "except: {sources: [book]}\nsources:\n  - {id: book, title: Ours, about: A.}\n"
    guide = on(tmp_path, f"from: entregent\n{own}")
    assert guide.rules[0].sources == ("book",)
    assert [source.title for source in guide.sources] == ["Spare", "Ours"]


def test_a_guide_in_one_of_two_languages(tmp_path: Path) -> None:
    loaded = shipped(tmp_path, "from: entregent\nlocales: [en]\ntitle: Ours\nsynonyms:\n  - [cup, mug]\n")
    synonyms = loaded.guides["en"].synonyms
    assert list(loaded.guides) == ["en"]
    assert synonyms[-1] == ("cup", "mug")
    assert len(synonyms) > 1


def test_a_sentence_about_the_other_guide_comes_once(tmp_path: Path) -> None:
    with pytest.raises(GuideError) as caught:
        shipped(tmp_path, "from: entregent\nlocales: de\ntitle: Unser\n")
    assert len(caught.value.report.diagnostics) < 4


def test_a_guide_in_another_language_too(tmp_path: Path) -> None:
    loaded = shipped(tmp_path, "from: entregent\nlocales: [de, en]\ntitle: Unser\n")
    assert loaded.guides["de"].title == "Unser"
    assert loaded.guides["de"].rules[0].answer == loaded.guides["en"].rules[0].answer


def test_what_is_noticed_of_the_other_guide(tmp_path: Path) -> None:
    loaded = shipped(tmp_path, "title: {fr: A, en: B}\nfrom: entregent\n")
    lost = frozenset({Known("rules", "gone")})
    (notice,) = notices(loaded, date(2060, 1, 1), style=True, before=lost).diagnostics
    assert (notice.words.kind, notice.span.line) == ("dead_address", 2)
    assert [text.key for text in translated(loaded.source, ("fr", "en"))] == ["title"]


def test_files_that_editors_keep_for_themselves_are_no_parts(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/.mine.yaml").write_text("title: Again\n", "utf-8")
    assert on(tmp_path, "from: entregent\ntitle: Once\n").title == "Once"


def test_few_guides_build_one_on_the_other(tmp_path: Path) -> None:
    for number in range(MAX_BASES + 1):
        (tmp_path / f"{number}.yaml").write_text(f"from: {number + 1}.yaml\n", "utf-8")
    (tmp_path / f"{MAX_BASES + 1}.yaml").write_bytes((GUIDES / "minimal.yaml").read_bytes())
    assert load(tmp_path / "1.yaml").guides["en"].rules[0].id == "first"
    with pytest.raises(GuideError, match=r"0\.yaml:1:7: `1\.yaml` has faults"):
        load(tmp_path / "0.yaml")
