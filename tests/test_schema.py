"""The JSON Schemas that editors read: current, explained in each language, true of the guides that ship."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from conftest import GUIDES, as_written
from entregent.cli import PACKAGE
from entregent.diagnostics.words import LANGUAGES
from entregent.guide import Guide
from entregent.load import load
from entregent.load.schemas import explanations, output_schema, schema
from entregent.source import Data, parse
from entregent.source.decoding import decode

ROOT = Path(__file__).parents[1]
SHIPPED = [ROOT / "rules.yaml", *sorted(PACKAGE.glob("starter/*/rules.yaml"))]
WRITTEN = {
    "rules.schema.json": lambda: schema("en"),
    "rules.schema.fr.json": lambda: schema("fr"),
    "guide.schema.json": output_schema,
}
BUILDING = {"from", "only", "except", "changes"}
PLAIN = Guide.model_json_schema()
"""The schema as pydantic makes it, without words."""


def as_an_editor_reads(data: Any) -> Any:
    """The same data with numbers as numbers; Entregent itself reads every value as text."""
    if isinstance(data, dict):
        return {key: as_an_editor_reads(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_an_editor_reads(value) for value in data]
    return int(data) if isinstance(data, str) and data.isdecimal() else data


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """A schema and all the schemas within it."""
    inner = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []
    yield from [node] if isinstance(node, dict) else []
    for value in inner:
        yield from parts(value)


def models(made: dict[str, Any]) -> dict[str, Any]:
    # The keys about another guide hold parts of these same models.
    own = {key: value for key, value in made["properties"].items() if key not in BUILDING}
    return {"Guide": {"properties": own}, **made["$defs"]}


@pytest.mark.parametrize("file", WRITTEN)
def test_schema_is_current(file: str) -> None:
    written = json.loads((PACKAGE / "schemas" / file).read_text("utf-8"))
    assert written == WRITTEN[file](), "run `make schema`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_and_value_has_words_and_no_others_have(language: str) -> None:
    asked = {
        name: {word for part in parts(model) for word in (*part.get("properties", ()), *part.get("enum", ()))}
        for name, model in models(PLAIN).items()
    }
    asked["Building"] = BUILDING
    assert {name: set(words) for name, words in explanations(language).items()} == asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_editors_are_given_the_words(language: str) -> None:
    for name, model in models(schema(language)).items():
        words = explanations(language)[name]
        for part in parts(model):
            assert not isinstance(part.get("title"), str), "a name that pydantic made up"
            assert part.get("default", "") not in (None, []), "what an editor would write for the author"
            assert all(text["description"] for text in part.get("patternProperties", {}).values())
            for key, value in part.get("properties", {}).items():
                assert value["description"] == words[key]
            if "enum" in part:
                assert part["enumDescriptions"] == [words[value] for value in part["enum"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_few_and_plain(language: str) -> None:
    for words in explanations(language).values():
        for said in words.values():
            assert said.endswith(".")
            assert len(said.split()) <= 60, said
            assert "`" not in said, "editors show it as it is"


def test_french_words_are_set_as_french_is() -> None:
    wrong = re.compile(r"['\"]| [:;!?»]|« |\d \d{3}")
    assert [s for words in explanations("fr").values() for s in words.values() if wrong.search(s)] == []


def _validity(made: dict[str, Any], data: Data) -> list[tuple[list[Any], str, str]]:
    found = jsonschema.Draft202012Validator(made).iter_errors(as_an_editor_reads(data))
    return sorted((list(map(str, error.absolute_path)), error.validator, error.message) for error in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_change_nothing_of_what_is_valid(language: str) -> None:
    described = schema(language)
    jsonschema.Draft202012Validator.check_schema(described)
    # Which keys a file needs at its top is asked below.
    described, plain = {**described, "if": False}, {**PLAIN, "required": []}
    texts = {path: path.read_text("utf-8") for path in [*SHIPPED, *GUIDES.glob("*.yaml")]}
    texts |= {
        case: as_written(yaml.safe_load(case.read_text("utf-8")))
        for case in (ROOT / "tests/load").glob("*.yml")
    }
    for name, text in texts.items():
        data = parse(decode(text.encode())[0]).data
        if isinstance(data, dict) and BUILDING & data.keys():
            continue
        assert _validity(described, data) == _validity(plain, data), name


def test_the_starters_are_among_the_shipped_guides() -> None:
    assert {path.parent.name for path in SHIPPED} >= {"fr", "en"}


@pytest.mark.parametrize("rules", SHIPPED, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_shipped_guides_are_valid(rules: Path, language: str) -> None:
    load(rules)
    assert _validity(schema(language), parse(rules.read_text("utf-8")).data) == []


def test_schema_refuses_what_the_model_refuses() -> None:
    validator = jsonschema.Draft202012Validator(schema("en"))
    data = parse((ROOT / "rules.yaml").read_text("utf-8")).data
    assert isinstance(data, dict)
    assert not validator.is_valid({**data, "titel": "x"})
    assert not validator.is_valid({**data, "title": {"fr": ""}})


@pytest.mark.parametrize(
    ("keys", "is_valid"),
    [
        (("title", "tagline", "description", "locales"), True),
        (("title", "tagline", "description", "rules"), False),
        (("from", "title"), True),
        (("rules",), True),
        (("changes", "synonyms"), True),
    ],
)
def test_a_part_needs_no_head(keys: tuple[str, ...], is_valid: bool) -> None:
    data = parse((ROOT / "rules.yaml").read_text("utf-8")).data
    assert isinstance(data, dict)
    whole = {**data, "from": "entregent", "changes": {"rules": [{"id": "coffee-test", "weight": "must"}]}}
    made = jsonschema.Draft202012Validator(schema("en"))
    assert made.is_valid(as_an_editor_reads({key: whole[key] for key in keys})) == is_valid
