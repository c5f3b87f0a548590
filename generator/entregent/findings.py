"""What the validator found, in words for people who have never heard of one.

`FINDINGS` maps each kind of finding to a function that chooses the words for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from entregent.checks.finding import as_id, nearest
from entregent.diagnostics import Diagnostic, Words, words
from entregent.fields import ID_PATTERN, LOCALE_PATTERN, Locales, Register
from entregent.model import OWN_LINE, RULE_LINE, Guide
from entregent.source import Path, Source
from entregent.source.lines import in_quotes


@dataclass(frozen=True, slots=True)
class _Case:
    """One kind of finding of the validator, for the functions that put it into words."""

    path: tuple[str | int, ...]
    value: Any
    context: Mapping[str, Any]
    locales: Locales
    source: Source

    @property
    def key(self) -> str:
        return str(next((step for step in reversed(self.path) if isinstance(step, str)), "rules.yaml"))


def _unknown_key(case: _Case) -> Words:
    for letter in case.key:
        if not letter.isascii():
            name = unicodedata.name(letter, "?")
            return words("strange_key", key=case.key, name=name, code=f"{ord(letter):04X}")
    if len(case.path) == 1:
        for collection, keys in _keys_of_entries():
            if case.key in keys:
                return words("misplaced_key", key=case.key, collection=collection)
    return words("unknown_key", nearest(case.key, _keys_at(case.path[:-1])), key=case.key)


def _not_a_text(case: _Case) -> Words:
    sign = case.source.begins_with(case.path)
    is_item = isinstance(case.path[-1], int)
    if isinstance(case.value, Mapping) and is_item:
        return words("text_with_colon", _quote(case, case.path))
    if isinstance(case.value, list) and (sign == "[" or is_item):
        return words("sign_first", _quote(case, case.path), sign=sign)
    return words("string_type", key=case.key)


def _not_a_list(case: _Case) -> Words:
    if isinstance(case.value, str) and case.value.startswith("-"):
        return words("space_after_dash", words("write_line", line=f"- {case.value[1:]}"))
    if isinstance(case.value, str) and case.path[0] == "synonyms":
        return words("group_without_brackets", words("write_line", line=f"- [{case.value}]"))
    return words("tuple_type", key=case.key)


def _quote(case: _Case, path: Path) -> Words:
    """The advice to put quotes around a text that was read as a list or as an entry."""
    span = case.source.locate(path)
    return in_quotes(case.source.lines[span.line - 1], span.column - 1)


def _not_a_choice(case: _Case) -> Words:
    choices = re.findall(r"'([^']+)'", str(case.context["expected"]))
    return words("enum", nearest(str(case.value), choices), value=case.value, key=case.key)


def _not_the_form(case: _Case) -> Words:
    if case.context["pattern"] == ID_PATTERN:
        return words("not_an_id", value=case.value, plain=as_id(str(case.value)) or "my-id")
    kind = "not_a_locale" if case.context["pattern"] == LOCALE_PATTERN else "not_a_month"
    return words(kind, value=case.value)


def _too_long(case: _Case) -> Words:
    return words("string_too_long", key=case.key, length=len(case.value), most=case.context["max_length"])


def _too_many(case: _Case) -> Words:
    return words("too_long", key=case.key, most=case.context["max_length"])


def _unknown_locale(case: _Case) -> Words:
    if isinstance(case.path[-2], int) and not re.match(LOCALE_PATTERN, case.key):
        return words("text_with_colon", _quote(case, case.path[:-1]))
    if case.key in KEYS:
        return words("key_in_text", key=case.key)
    return words("unknown_locale", key=case.key, locales=", ".join(case.context["locales"]))


def _missing_translation(case: _Case) -> Words:
    return words("missing_translation", locale=case.context["locale"])


def _untranslated(case: _Case) -> Words:
    form = ", ".join(f"`{locale}: ...`" for locale in case.context["locales"])
    return words("untranslated", form=form)


def _plain(kind: str) -> Callable[[_Case], Words]:
    """Words that speak of the key, and perhaps of the value, and of nothing else."""
    return lambda case: words(kind, key=case.key, value=case.value)


FINDINGS: dict[str, Callable[[_Case], Words]] = {
    "extra_forbidden": _unknown_key,
    "missing": _plain("missing"),
    "string_type": _not_a_text,
    "tuple_type": _not_a_list,
    "model_type": _plain("model_type"),
    "string_too_short": _plain("empty"),
    "too_short": _plain("empty"),
    "empty_text": _plain("empty"),
    "int_parsing": _plain("int_type"),
    "int_type": _plain("int_type"),
    "greater_than": _plain("greater_than_equal"),
    "greater_than_equal": _plain("greater_than_equal"),
    "less_than_equal": _plain("greater_than_equal"),
    "enum": _not_a_choice,
    "string_pattern_mismatch": _not_the_form,
    "string_too_long": _too_long,
    "too_long": _too_many,
    "not_a_day": _plain("not_a_day"),
    "unknown_locale": _unknown_locale,
    "missing_translation": _missing_translation,
    "untranslated": _untranslated,
    "unknown_register": _plain("unknown_register"),
}
_AT_THE_KEY = {"extra_forbidden", "unknown_locale", "unknown_register"}


def faults(source: Source, error: ValidationError, locales: Locales) -> Iterator[Diagnostic]:
    """The validator's findings as faults of the author's file, without those that only follow from others."""
    found = [details for details in error.errors(include_url=False) if not _follows(details)]
    misspelt = set(_misspelt(found))
    for details in found:
        if details["type"] != "missing" or _in_file(details["loc"]) not in misspelt:
            yield _fault(source, details, locales)


def _follows(details: ErrorDetails) -> bool:
    """Whether a finding only follows from others: a list is called too short once its items are wrong."""
    return details["type"] == "too_short" and bool(details["input"])


def _misspelt(found: list[ErrorDetails]) -> Iterator[tuple[str | int, ...]]:
    """The places of keys that are there, but misspelt, or too far to the left."""
    missing = [_in_file(details["loc"]) for details in found if details["type"] == "missing"]
    for details in found:
        if details["type"] == "unknown_locale":
            (key,) = details["ctx"]["under"]
            entry = _in_file(details["loc"])[:-1]
            yield from (place for place in missing if place == (*entry, key))
        if details["type"] != "extra_forbidden":
            continue
        path = _in_file(details["loc"])
        beside = {place[-1]: place for place in missing if place[:-1] == path[:-1]}
        close = dict(nearest(_plain_letters(str(path[-1])), map(str, beside)).values).get("close")
        if close is not None:
            yield beside[close]
        elif len(path) == 1:
            yield from [place for place in missing if place[-1] == path[0]][-1:]


def _plain_letters(key: str) -> str:
    return "".join(letter for letter in key if letter.isascii())


def _fault(source: Source, details: ErrorDetails, locales: Locales) -> Diagnostic:
    kind, context = details["type"], details.get("ctx", {})
    path = (*source.in_locale(_in_file(details["loc"]), locales.current), *context.get("under", ()))
    span = source.locate_key(path) if kind in _AT_THE_KEY else source.locate(path)
    chosen = FINDINGS.get(kind)
    if chosen is None:
        return Diagnostic(span, words("other", key=path[-1], said=details["msg"]))
    return Diagnostic(span, chosen(_Case(path, details["input"], context, locales, source)))


def _in_file(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    return tuple(step for step in path if step not in (RULE_LINE, OWN_LINE))


def _keys_at(path: tuple[str | int, ...]) -> list[str]:
    model: type[BaseModel] = Guide
    for step in path:
        if isinstance(step, str):
            field = model.model_fields.get(step)
            model = next(_models(field.annotation), model) if field else model
    return _keys(model)


def _keys_of_entries() -> Iterator[tuple[str, list[str]]]:
    for collection, field in Guide.model_fields.items():
        for model in _models(field.annotation):
            yield collection, _keys(model)


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _keys_below(model: type[BaseModel]) -> Iterator[str]:
    for field in model.model_fields.values():
        for part in _models(field.annotation):
            yield from _keys_below(part)
    yield from _keys(model)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


KEYS = frozenset((*_keys_below(Guide), *Register, "fr", "en"))
"""Every key that a guide may have, and the commonest languages."""
