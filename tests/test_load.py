"""Every fault an author can make, each in a file of its own: a guide with changes, and what is said."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import GUIDES, as_written
from entregent.checks import CHECKS
from entregent.diagnostics import Diagnostic, GuideError
from entregent.diagnostics.report import MAX_SPELT_OUT, as_text
from entregent.diagnostics.words import LANGUAGES, catalogue
from entregent.load import load
from entregent.load.files import MAX_BASES
from entregent.load.validate import FINDINGS
from entregent.source import MAX_DEPTH, MAX_NODES
from entregent.source.decoding import MAX_BYTES

CASES = sorted((Path(__file__).parent / "load").glob("*.yml"))
ELSEWHERE = {
    "one_error": "the count that ends each report",
    "many_error": "likewise",
    "too_many_error": "test_many_faults_are_counted",
    "no_fault": "test_cli.py",
    "read_first": "test_serve.py",
    "none_changed": "test_serve.py",
    "last_good": "test_serve.py",
    "other_plugins": "test_serve.py",
    "few_changed": "test_serve.py",
    "many_changed": "test_serve.py",
    "one_warning": "test_notices.py",
    "many_warning": "test_notices.py",
    "too_many_warning": "test_notices.py",
    "past_review": "test_notices.py",
    "dead_address": "test_notices.py",
    "not_an_export": "test_notices.py",
    "stale_translation": "test_notices.py",
    "base_moved": "test_comparing.py",
    "stiff_words": "test_notices.py",
    "missing_translation": "test_partial.py",
    "missing_translations": "test_partial.py",
    "interface_in_english": "test_notices.py",
    "unread_words": "test_notices.py",
    "unset_document": "test_fonts.py",
    "unmade_document": "test_fonts.py",
    "long_sentence": "test_notices.py",
    "markdown_block": "test_notices.py",
    "unclosed_star": "test_notices.py",
    "empty_section": "test_notices.py",
    "ignored_setting": "test_settings.py",
    "remarked_message": "test_drafts.py",
    "file_is_folder": "test_folder",
    "file_not_regular": "test_endless_file",
    "file_unreadable": "test_file_that_may_not_be_read",
    "file_too_large": "test_giant_file",
    "too_many_nodes": "test_too_many_nodes",
    "files_too_large": "test_giant_parts",
    "picture_too_large": "test_brand.py",
    "part_outside": "test_links_that_lead_out",
    "unreadable": "test_what_cannot_be_mended",
    "other": "kinds of pydantic's that the model does not raise",
}
"""Kinds of words that have no case of their own, and why."""


def _raised(folder: Path, content: bytes) -> GuideError:
    rules = folder / "rules.yaml"
    rules.write_bytes(content)
    with pytest.raises(GuideError) as caught:
        load(rules)
    return caught.value


def _case(case: Path, folder: Path) -> tuple[dict[str, Any], GuideError]:
    data = yaml.safe_load(case.read_text("utf-8"))
    for name, text in data.get("files", {}).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return data, _raised(folder, as_written(data).encode(data.get("encoding", "utf-8")))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_fault(case: Path, tmp_path: Path, expect: Callable[[Path, str], None]) -> None:
    data, error = _case(case, tmp_path)
    with chdir(tmp_path):
        expect(case, as_text(error.report, data.get("language", "en")))


def test_every_kind_of_fault_has_a_case(tmp_path: Path) -> None:
    found = set()
    for case in CASES:
        folder = tmp_path / case.stem
        folder.mkdir()
        found |= {fault.words.kind for fault in _case(case, folder)[1].report.diagnostics}
    kinds = {kind for kind, parts in catalogue().items() if "what" in parts}
    assert kinds - found == ELSEWHERE.keys()


@pytest.mark.parametrize("check", [check.__name__ for check in CHECKS])
def test_every_check_has_a_case(check: str) -> None:
    assert any(case.stem.startswith(check) for case in CASES), f"write tests/load/{check}.yml"


@pytest.mark.parametrize("kind", FINDINGS)
def test_every_finding_has_a_case(kind: str) -> None:
    assert any(case.stem.startswith(kind) for case in CASES), f"write tests/load/{kind}.yml"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", catalogue())
def test_every_kind_is_worded(kind: str, language: str) -> None:
    parts = {part: said for part, said in catalogue()[kind].items() if part != "fix"}
    for part, sentences in parts.items():
        assert part in ("what", "do")
        assert sentences[language].strip()


def test_minimal_guide_has_no_fault() -> None:
    assert list(load(GUIDES / "minimal.yaml").guides) == ["en"]


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match=r"rules.yaml:1:1: there is no file of this name"):
        load(tmp_path / "rules.yaml")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match="this is a folder"):
        load(tmp_path)


def test_endless_file() -> None:
    with pytest.raises(GuideError, match="not an ordinary file"):
        load(Path("/dev/zero"))


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("title: x", "utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(GuideError, match="cannot be read: Permission denied"):
        load(rules)


def test_giant_file(tmp_path: Path) -> None:
    assert "larger than 4 MB" in str(_raised(tmp_path, b"#" * (MAX_BYTES + 1)))


def _minimal_with(folder: Path) -> str:
    (folder / "rules").mkdir(exist_ok=True)
    return str(_raised(folder, (GUIDES / "minimal.yaml").read_bytes()))


def test_giant_parts(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / "rules" / name).write_bytes(b"facts: []\n" + b"#" * (MAX_BYTES // 2))
    assert "rules/two.yaml:1:1: the files of the guide are larger than 4 MB" in _minimal_with(tmp_path)


def test_links_that_lead_out(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret: words", "utf-8")
    guide = tmp_path / "guide"
    (guide / "rules").mkdir(parents=True)
    (guide / "rules/one.yaml").symlink_to(tmp_path / "secret")
    said = _minimal_with(guide)
    assert "leads out of the folder" in said
    assert "words" not in said
    (guide / "other.yaml").symlink_to(tmp_path / "secret")
    (guide / "rules/one.yaml").unlink()
    assert "`other.yaml` is not in the folder" in str(_raised(guide, b"from: other.yaml"))


def test_a_guide_of_two_files_on_the_shipped_one(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(
        "from: entregent\ntitle: {fr: Bureau, en: Office}\nonly:\n  rules: [coffee-test, add-a-note]\n"
        "changes:\n  rules:\n    - id: coffee-test\n      title: {en: The tea test}\n",
        "utf-8",
    )
    (tmp_path / "rules").mkdir()
    part = "sections:\n  - {id: ours, title: {fr: A, en: A}, summary: {fr: A, en: A}}\n"
    (tmp_path / "rules/ours.yaml").write_text(part, "utf-8")
    loaded = load(rules)
    guide = loaded.guides["en"]
    assert {rule.id: rule.title for rule in guide.rules}["coffee-test"] == "The tea test"
    assert len(guide.rules) == 2
    assert guide.sections[-1].id == "ours"
    assert loaded.places == {("sections", "ours"): (tmp_path / "rules/ours.yaml", 2)}


def test_lists_of_each_language_go_on_from_file_to_file(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("from: entregent\nsynonyms: {fr: [[tasse, gobelet]]}\n", "utf-8")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/more.yaml").write_text("synonyms: {fr: [[stylo, crayon]]}\n", "utf-8")
    assert load(rules).guides["fr"].synonyms[-2:] == (("tasse", "gobelet"), ("stylo", "crayon"))


def test_a_guide_of_many_files_builds_on_another(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_bytes((GUIDES / "minimal.yaml").read_bytes())
    (tmp_path / "rules.yaml").write_text("from: other.yaml\n", "utf-8")
    (tmp_path / "rules").mkdir()
    for number in range(MAX_BASES + 1):
        (tmp_path / f"rules/{number}.yaml").write_text("rules: []\n", "utf-8")
    assert load(tmp_path / "rules.yaml").guides["en"].rules[0].id == "first"
    (tmp_path / "rules.yaml").write_text("from: rules/1.yaml\n", "utf-8")
    with pytest.raises(GuideError, match="would build on itself"):
        load(tmp_path / "rules.yaml")


def test_too_many_nodes(tmp_path: Path) -> None:
    (fault,) = _raised(tmp_path, b"a:\n" + b"- b\n" * MAX_NODES).report.diagnostics
    assert fault.words.kind == "too_many_nodes"


def test_deep_nesting_is_refused_at_once(tmp_path: Path) -> None:
    assert f"more than {MAX_DEPTH} levels" in str(_raised(tmp_path, b"a: " + b"[" * 100_000))


def test_what_cannot_be_mended(tmp_path: Path) -> None:
    faults = _raised(tmp_path, b"a: b\n? ? ?\n: : :\n").report.diagnostics
    assert faults[-1].words.kind == "unreadable"


def test_many_faults_are_counted(tmp_path: Path) -> None:
    report = str(_raised(tmp_path, b"".join(b"a%d: b\n" % number for number in range(MAX_SPELT_OUT + 50))))
    assert report.count("is not a key that belongs here") < MAX_SPELT_OUT
    assert f"these are the first {MAX_SPELT_OUT}" in report


def _places(faults: tuple[Diagnostic, ...]) -> list[tuple[int, int]]:
    return [fault.span[:2] for fault in faults]


def test_windows_lines_and_a_byte_order_mark_change_no_place(tmp_path: Path) -> None:
    text = (GUIDES / "minimal.yaml").read_text("utf-8").replace("weight: must", "weight: musst")
    plain = _raised(tmp_path, text.encode())
    windows = _raised(tmp_path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert _places(plain.report.diagnostics) == _places(windows.report.diagnostics) == [(16, 13)]


def test_lines_of_entries() -> None:
    places = load(GUIDES / "minimal.yaml").places
    text = (GUIDES / "minimal.yaml").read_text("utf-8").split("\n")
    assert text[places["rules", "first"][1] - 1] == "  - id: first"
    assert text[places["sources", "book"][1] - 1] == "  - id: book"
