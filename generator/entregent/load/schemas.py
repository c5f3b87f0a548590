"""The JSON Schemas of rules.yaml, explained in words, and of what is exported.

Editors show the words beside what is typed. They stand in `schemas/LANGUAGE.toml`, by model and key or value.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from entregent.guide import Guide
from entregent.guide.base import COLLECTIONS
from entregent.locales import interface, section
from entregent.text.typography import typography_of

_DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
_FOLDER = Path(__file__).parents[1] / "schemas"
_REPLACED = ("title", "description", "properties")
"""What is put in anew: pydantic's words are for programmers."""


def schema(language: str) -> dict[str, Any]:
    """The JSON Schema of rules.yaml (draft 2020-12), for editors, explained in `en` or `fr`.

    Raises KeyError where a key or a value has no words.
    """
    words = explanations(language)
    plain = Guide.model_json_schema()
    head = [key for key in plain.pop("required") if key not in COLLECTIONS]
    models = {name: _explained(model, words[name]) for name, model in plain.pop("$defs").items()}
    whole = _explained(plain, words["Guide"])
    whole["properties"] |= _building(words["Building"], models)
    # A part has no head; its lists may be all there are, and a guide that builds on another needs neither.
    begun = {"anyOf": [{"required": [key]} for key in head], "not": {"required": ["from"]}}
    return {**_DIALECT, **whole, "if": begun, "then": {"required": head}, "$defs": models}


def _building(words: Mapping[str, str], models: Mapping[str, Any]) -> dict[str, Any]:
    """The keys about another guide; a changed entry has the keys of a whole one, and needs its id only."""
    ids = {name: {"type": "array", "items": {"type": "string"}} for name in COLLECTIONS}
    changes = {
        name: {"type": "array", "items": {**models[part.__name__], "required": ["id"]}}
        for name, part in COLLECTIONS.items()
    }
    below: dict[str, Any] = {"only": ids, "except": ids, "changes": changes}
    keys = {
        key: {"type": "object", "properties": parts, "additionalProperties": False}
        for key, parts in below.items()
    }
    return {key: {"description": words[key], **keys.get(key, {"type": "string"})} for key in words}


def output_schema() -> dict[str, Any]:
    """The JSON Schema of a guide in one locale, as `entregent export json` writes it."""
    schema = Guide.model_json_schema(mode="serialization")
    extra = {"$schema": {"type": "string"}, "locale": {"type": "string"}}
    schema["properties"] = {**extra, **schema["properties"]}
    return {**_DIALECT, **schema}


def explanations(language: str) -> Mapping[str, Mapping[str, str]]:
    """What authors are told of each key and of each value of a closed list, by model."""
    words = tomllib.loads((_FOLDER / f"{language}.toml").read_text("utf-8"))
    for name, known in interface().items():
        typeset = typography_of(language).set
        said = {key: typeset(str(section(name, language)[key])) for key in known}
        words[name] = {key: word if word.endswith(".") else f"{word}." for key, word in said.items()}
    return words


def _explained(node: Any, words: Mapping[str, str], said: str = "") -> Any:
    """A part of a schema with its words; `said` is what its key is described with."""
    if isinstance(node, list):
        return [_explained(part, words, said) for part in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _explained(part, words, said) for key, part in node.items() if key not in _REPLACED}
    if kept.get("default", ...) in (None, [], ""):
        # Editors would write `customs: null` for an author who chooses `customs`.
        del kept["default"]
    if "enum" in node:
        # No keyword of JSON Schema, but what VS Code and yaml-language-server read.
        kept["enumDescriptions"] = [words[value] for value in node["enum"]]
    if forms := kept.get("patternProperties"):
        # Below a language stands what its key asks for, and editors look no further up than the nearest key.
        kept["patternProperties"] = {key: {"description": said, **form} for key, form in forms.items()}
    if "properties" in node:
        kept["properties"] = {
            key: {"description": words[key], **_explained(part, words, words[key])}
            for key, part in node["properties"].items()
        }
    return kept
