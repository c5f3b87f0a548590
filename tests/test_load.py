"""Every fault an author can make, each in a file of its own: a guide with changes, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from conftest import GUIDES
from entregent.checks import CHECKS
from entregent.diagnostics import GuideError
from entregent.findings import FINDINGS
from entregent.load import load

CASES = sorted((Path(__file__).parent / "load").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_fault(case: Path, tmp_path: Path, expect: Callable[[Path, str], None]) -> None:
    data = yaml.safe_load(case.read_text("utf-8"))
    text = (GUIDES / data.get("guide", "minimal.yaml")).read_text("utf-8")
    for change in data["changes"]:
        assert text.count(change["from"]) == 1, f"{change['from']!r} is not there exactly once"
        text = text.replace(change["from"], change["to"])
    rules = tmp_path / "rules.yaml"
    rules.write_bytes(text.encode(data.get("encoding", "utf-8")))
    with pytest.raises(GuideError) as caught:
        load(rules)
    expect(case, str(caught.value))


@pytest.mark.parametrize("kind", [*(check.__name__ for check in CHECKS), *FINDINGS])
def test_every_kind_of_fault_has_a_case(kind: str) -> None:
    assert any(case.stem.startswith(kind) for case in CASES), f"write tests/load/{kind}.yml"


def test_minimal_guide_has_no_fault() -> None:
    assert list(load(GUIDES / "minimal.yaml").guides) == ["en"]


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match=r"rules.yaml:1:1: the file cannot be read"):
        load(tmp_path / "rules.yaml")


def test_file_that_is_too_large(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_bytes(b"#" * 5_000_001)
    with pytest.raises(GuideError, match="larger than 5 MB"):
        load(rules)


def test_lines_of_entries() -> None:
    lines = load(GUIDES / "minimal.yaml").lines
    text = (GUIDES / "minimal.yaml").read_text("utf-8").split("\n")
    assert text[lines["rules", "first"] - 1] == "  - id: first"
    assert text[lines["sources", "book"] - 1] == "  - id: book"
