"""The JSON Schema that editors read: current, and true of the guides that ship."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from entregent.load import load, output_schema, schema
from entregent.source import parse

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator/entregent"
SHIPPED = [ROOT / "rules.yaml", *sorted(PACKAGE.glob("starter/*/rules.yaml"))]


def as_an_editor_reads(data: Any) -> Any:
    """The same data with numbers as numbers; Entregent itself reads every value as text."""
    if isinstance(data, dict):
        return {key: as_an_editor_reads(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_an_editor_reads(value) for value in data]
    return int(data) if data.isdecimal() else data


@pytest.mark.parametrize(("file", "made"), [("rules", schema), ("guide", output_schema)])
def test_schema_is_current(file: str, made: Callable[[], dict[str, object]]) -> None:
    written = json.loads((PACKAGE / f"schemas/{file}.schema.json").read_text("utf-8"))
    assert written == made(), "run `make schema`"


def test_the_starters_are_among_the_shipped_guides() -> None:
    assert {path.parent.name for path in SHIPPED} >= {"fr", "en"}


@pytest.mark.parametrize("rules", SHIPPED, ids=lambda path: path.parent.name)
def test_shipped_guides_are_valid(rules: Path) -> None:
    load(rules)
    data = as_an_editor_reads(parse(rules.read_text("utf-8")).data)
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(data)) == []


def test_schema_refuses_what_the_model_refuses() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    data = parse((ROOT / "rules.yaml").read_text("utf-8")).data
    assert isinstance(data, dict)
    assert not validator.is_valid({**data, "titel": "x"})
    assert not validator.is_valid({key: value for key, value in data.items() if key != "rules"})
    assert not validator.is_valid({**data, "title": {"fr": ""}})
