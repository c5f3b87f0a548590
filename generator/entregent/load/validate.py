"""What the validator found, in words for people who have never heard of one.

`FINDINGS` maps kinds of findings to their kind of words, or to a function that chooses the words; any other
kind is called the same in `words.toml`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from entregent.checks.finding import as_id, nearest
from entregent.diagnostics import Diagnostic, Words, words
from entregent.diagnostics.words import catalogue
from entregent.guide import Guide
from entregent.guide.base import Building
from entregent.guide.brand import COLOUR_PATTERN
from entregent.guide.checklists import OWN_LINE, RULE_LINE
from entregent.guide.declarations import Key, Part, keys_of
from entregent.guide.fields import ID_PATTERN, LOCALE_PATTERN, Register
from entregent.locales import in_french, interface
from entregent.source import Path, Source
from entregent.source.lines import in_quotes

_Keys = tuple[str, ...]


def _keys_below(model: type[Part], place: _Keys = ()) -> Iterator[tuple[_Keys, tuple[Key, ...]]]:
    yield place, keys_of(model)
    for key in keys_of(model):
        for part in key.parts:
            yield from _keys_below(part, (*place, key.key))


_BELOW = dict(_keys_below(Building)) | dict(_keys_below(Guide))
_BELOW[()] += keys_of(Building)
CHOICES_AT = {(*place, key.key): key.choices for place, keys in _BELOW.items() for key in keys}
"""The values of the closed list at each place; none where anything may be written."""
KEYS_AT = {place: tuple(key.key for key in keys) for place, keys in _BELOW.items()}
"""The keys that may stand at each place, which is named by the keys above it."""
KEYS_AT[("strings",)] = tuple(interface())
KEYS_AT |= {("strings", section): tuple(known) for section, known in interface().items()}
KEYS = frozenset((*(key.key for keys in _BELOW.values() for key in keys), *Register, "fr", "en"))
"""Every key that a guide may have, and the commonest languages."""


@dataclass(frozen=True, slots=True)
class _Case:
    """One finding of the validator."""

    kind: str
    place: Path
    """The way to the value, as the model has it."""
    path: Path
    """The way to it in the author's file, through its locale."""
    value: Any
    context: Mapping[str, Any]
    source: Source

    @property
    def key(self) -> str:
        """The key that the value stands under."""
        return str(next((step for step in reversed(self.path) if isinstance(step, str)), "rules.yaml"))

    @property
    def choices(self) -> _Keys:
        """The values of the closed list that the value should be of."""
        place = tuple(step for step in self.place if isinstance(step, str))
        return (*CHOICES_AT.get(place, ()), *self.context.get("own", ()))


def _missing(case: _Case) -> Words:
    known = ", ".join(f"`{choice}`" for choice in case.choices)
    advice = words("add_choice", key=case.key, known=known) if known else None
    return words("missing", advice, key=case.key)


def _unknown_key(case: _Case) -> Words:
    for letter in case.key:
        if not letter.isascii():
            name = unicodedata.name(letter, "?")
            return words("strange_key", key=case.key, name=name, code=f"{ord(letter):04X}")
    place = tuple(step for step in case.path[:-1] if isinstance(step, str))
    for other, keys in KEYS_AT.items():
        if not place and len(other) == 1 and case.key in keys:
            return words("misplaced_key", key=case.key, collection=other[0])
    return words("unknown_key", nearest(case.key, KEYS_AT.get(place, ())), key=case.key)


def _not_a_text(case: _Case) -> Words:
    span = case.source.locate(case.path)
    sign = case.source.line(span)[span.column - 1 : span.column]
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
    return in_quotes(case.source.line(span), span.column - 1)


def _not_a_choice(case: _Case) -> Words:
    advice = nearest(str(case.value), case.choices)
    meant = {as_id(word): choice for choice in case.choices for word in in_french(case.key, choice)}
    if advice.kind == "known_here" and (
        close := get_close_matches(as_id(str(case.value)), meant, n=1, cutoff=0.75)
    ):
        advice = words("did_you_mean", close=meant[close[0]], sure=meant.get(as_id(str(case.value)), ""))
    if advice.kind == "known_here":
        kind = "known_or_own" if "own" in case.context else "known_and_no_other"
        advice = advice._replace(kind=kind, values=(("key", case.key), *advice.values))
    return words("enum", advice, value=case.value, key=case.key)


def _not_the_form(case: _Case) -> Words:
    if case.context["pattern"] == ID_PATTERN:
        return words("not_an_id", value=case.value, plain=as_id(str(case.value)) or "my-id")
    kinds = {LOCALE_PATTERN: "not_a_locale", COLOUR_PATTERN: "not_a_colour"}
    return words(kinds.get(case.context["pattern"], "not_a_month"), value=case.value)


def _too_long(case: _Case) -> Words:
    return words("string_too_long", key=case.key, length=len(case.value), most=case.context["max_length"])


def _unknown_locale(case: _Case) -> Words:
    if isinstance(case.path[-2], int) and not re.match(LOCALE_PATTERN, case.key):
        return words("text_with_colon", _quote(case, case.path[:-1]))
    if case.key in KEYS:
        return words("key_in_text", key=case.key)
    return words("unknown_locale", key=case.key, locales=", ".join(case.context["locales"]))


FINDINGS: dict[str, str | Callable[[_Case], Words]] = {
    "extra_forbidden": _unknown_key,
    "string_type": _not_a_text,
    "tuple_type": _not_a_list,
    "dict_type": "model_type",
    "string_too_short": "empty",
    "too_short": "empty",
    "empty_text": "empty",
    "int_parsing": "int_type",
    "greater_than": "greater_than_equal",
    "less_than_equal": "greater_than_equal",
    "enum": _not_a_choice,
    "missing": _missing,
    "string_pattern_mismatch": _not_the_form,
    "string_too_long": _too_long,
    "unknown_locale": _unknown_locale,
}
_AT_THE_KEY = {"extra_forbidden", "unknown_locale", "unknown_register"}


def details_of(error: ValidationError) -> Iterator[ErrorDetails]:
    """What the validator found, without lists that it calls too short as their items are wrong."""
    for details in error.errors(include_url=False):
        if details["type"] != "too_short" or not details["input"]:
            yield details


def faults(source: Source, error: ValidationError, locale: str) -> Iterator[Diagnostic]:
    """The validator's findings as faults of the author's file, without those that only follow from others."""
    cases = [_case(details, source, locale) for details in details_of(error)]
    there = set(_there_after_all(cases))
    return (_fault(case) for case in cases if case.kind != "missing" or case.place not in there)


def _case(details: ErrorDetails, source: Source, locale: str) -> _Case:
    place = tuple(step for step in details["loc"] if step not in (RULE_LINE, OWN_LINE))
    context = {"said": details["msg"], **details.get("ctx", {})}
    path = (*source.in_locale(place, locale), *context.get("under", ()))
    return _Case(details["type"], place, path, details["input"], context, source)


def _there_after_all(cases: list[_Case]) -> Iterator[Path]:
    """The places of missing keys that are there, but misspelt, or too far to the left or right."""
    missing = [case.place for case in cases if case.kind == "missing"]
    for case in cases:
        if case.kind not in ("extra_forbidden", "unknown_locale"):
            continue
        beside = {str(place[-1]): place for place in missing if place[:-1] == case.place[:-1]}
        close = [beside[name] for name in get_close_matches(as_id(case.key), beside, n=1)]
        yield from close
        if len(case.place) == 1 and not close:
            yield from [place for place in missing if place[-1] == case.key][-1:]


def _fault(case: _Case) -> Diagnostic:
    at_the_key = case.kind in _AT_THE_KEY
    span = case.source.locate_key(case.path) if at_the_key else case.source.locate(case.path)
    chosen = FINDINGS.get(case.kind, case.kind if case.kind in catalogue() else "other")
    if callable(chosen):
        return Diagnostic(span, chosen(case))
    return Diagnostic(span, words(chosen, key=case.key, value=case.value, **case.context))
