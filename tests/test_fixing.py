"""What `check --fix` changes, what it shows and what it leaves: one case a file in tests/fix."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import GUIDES, as_written
from entregent.cli import fixing, main
from entregent.diagnostics import GuideError
from entregent.diagnostics.words import catalogue
from entregent.load import load

CASES = sorted((Path(__file__).parent / "fix").glob("*.yml"))
MINIMAL = (GUIDES / "minimal.yaml").read_text("utf-8")
SLIPS = [
    ("weight: must", "weight: musst"),
    ("why: It works.", "why: It: works."),
    ("    answer: Because.", "\tanswer: Because."),
    ("tagline: Short", "tagline\u00a0: Short"),
    ("role: sender\n    moment", "role: sendr\n    moment"),
    ("      - That.", "      -That."),
    ("sources: [book]", "sources: [pamphlet]"),
    ("    lesson: Say yes.", "    lesson: Say yes. # always"),
    ("title: A letter", "title: A *letter # or not"),
    ("    about: It is good.", "   about: It is good."),
    ("checked: 2026-11", "checked: 11/2026"),
    ("review_by: 2027-05-31", "review_by: 05/06/2027"),
]


def put_right(rules: Path, *options: str) -> tuple[int, str]:
    with chdir(rules.parent):
        result = CliRunner().invoke(main, ["check", "--fix", *options], catch_exceptions=False)
    return result.exit_code, result.output


def laid_out(folder: Path, text: str = MINIMAL.replace("weight: must", "weight: musst")) -> Path:
    rules = folder / "rules.yaml"
    rules.write_text(text, "utf-8")
    return rules


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_fix(
    case: Path, tmp_path: Path, expect: Callable[[Path, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = yaml.safe_load(case.read_text("utf-8"))
    monkeypatch.setenv("LC_ALL", f"{data.get('language', 'en')}.UTF-8")
    rules = tmp_path / "rules.yaml"
    rules.write_bytes(as_written(data).encode(data.get("encoding", "utf-8")))
    before = rules.read_bytes()
    shown = put_right(rules, "--diff")[1]
    assert rules.read_bytes() == before
    code, said = put_right(rules)
    assert code == (": no fault (" not in said)
    diff = said[: said.rindex("@@")] if "@@" in said else ""
    assert shown.startswith(diff)
    expect(case, said)
    assert put_right(rules)[1] in said
    assert [path.name for path in tmp_path.iterdir()] == ["rules.yaml"]


def test_every_remedy_has_a_case(tmp_path: Path) -> None:
    found = set()
    for case in CASES:
        try:
            load(laid_out(tmp_path, as_written(yaml.safe_load(case.read_text("utf-8")))))
        except GuideError as error:
            found |= {fault.words.kind for fault in error.report.diagnostics}
    assert {kind for kind, parts in catalogue().items() if "fix" in parts} <= found


@settings(derandomize=True, deadline=None, database=None, max_examples=40)
@given(
    slips=st.sets(st.sampled_from(SLIPS)),
    ending=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from([b"", BOM_UTF8]),
    last=st.sampled_from(["", "\n", "\n# the end \n\n"]),
)
def test_other_lines_keep_their_bytes(
    slips: set[tuple[str, str]], ending: str, mark: bytes, last: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = MINIMAL.rstrip("\n") + last
    for right, slip in slips:
        text = text.replace(right, slip)
    raw = mark + text.replace("\n", ending).encode()
    path = tmp_path_factory.getbasetemp() / "rules.yaml"
    fixed = fixing.fixed(path, raw)
    lines = [re.split(b"(?<=\n)", content.removeprefix(mark)) for content in (raw, fixed)]
    assert len(lines[0]) == len(lines[1])
    assert fixed.startswith(mark)
    typed = {line.encode() for _, slip in slips for line in slip.split("\n")}
    for was, now in zip(*lines, strict=True):
        assert was == now or any(line in was for line in typed)
        assert was.endswith(ending.encode()) == now.endswith(ending.encode())
    assert fixing.fixed(path, fixed) == fixed


def test_what_yaml_reads_elsewhere_stays() -> None:
    before = b"a: b\nc: d\ne: f\n"
    assert fixing._spoilt(before, b"a: b\nc: x\ne: f\n", {2: "c: x"}) == set()
    assert fixing._spoilt(before, b"a: b\nc: 'x\ne: f'\n", {2: "c: 'x"}) == {2}


def test_the_mode_of_the_file_stays(tmp_path: Path) -> None:
    rules = laid_out(tmp_path)
    rules.chmod(0o640)
    assert put_right(rules)[0] == 0
    assert "weight: must\n" in rules.read_text("utf-8")
    assert rules.stat().st_mode & 0o777 == 0o640


def test_a_link_within_the_folder_is_followed_and_one_that_leads_out_refused(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for target, code in ((folder / "guide.yaml", 0), (tmp_path / "other.yaml", 1)):
        laid_out(folder).rename(target)
        (folder / "rules.yaml").symlink_to(target)
        assert put_right(folder / "rules.yaml")[0] == code
        assert (folder / "rules.yaml").is_symlink()
        assert ("musst" in target.read_text("utf-8")) == bool(code)
        (folder / "rules.yaml").unlink()


def test_a_file_that_somebody_saves_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = laid_out(tmp_path)

    def saved(*_: object) -> bytes:
        rules.write_text("title: Another\n", "utf-8")
        return MINIMAL.encode()

    monkeypatch.setattr(fixing, "fixed", saved)
    code, said = put_right(rules)
    assert (code, rules.read_text("utf-8")) == (1, "title: Another\n")
    assert "has changed meanwhile" in said
    assert [path.name for path in tmp_path.iterdir()] == ["rules.yaml"]


def test_other_programs_get_nothing_but_the_faults(tmp_path: Path) -> None:
    with chdir(laid_out(tmp_path).parent):
        result = CliRunner().invoke(main, ["check", "--fix", "--format", "json"])
    assert result.stdout == "[]\n"
    assert "+    weight: must" in result.stderr
