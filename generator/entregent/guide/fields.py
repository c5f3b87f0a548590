"""What a value of rules.yaml may be: ids, texts by locale, wordings by register.

A text is a string or a mapping of locale to string. Validation takes the locale from its context, a
`Locales`, and keeps that one string, so nothing above this module branches on language.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from entregent.guide.declarations import Address, Part, RefersTo, TextKind

LOCALE_PATTERN = r"^[a-z]{2,3}(-[A-Z]{2})?$"
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NAME_MAX_LENGTH, TEXT_MAX_LENGTH, WORDING_MAX_LENGTH = 200, 3000, 8000
"""The most characters of a name, of any other text, and of a message."""
MAX_LOCALES = 20
MAX_FORMER = 20
"""The most former ids of an entry: each makes a page."""


@dataclass(frozen=True, slots=True)
class Locales:
    """The locale a guide is read in, and all those that it is written in (default first)."""

    current: str
    all: tuple[str, ...]
    stale: Container[str] = ()
    """The entries, as `rules/some-id`, that are older in this locale than their originals."""


class Register(StrEnum):
    """The form of address of a French text."""

    VOUS = "vous"
    TU = "tu"


# Something to see: a sign that is neither a space nor an invisible character (soft hyphen, zero-width marks).
_VISIBLE = re.compile("[^\\s\u00ad\u180e\u200b-\u200f\u2060-\u2064\u3164]")


def _locales(info: ValidationInfo) -> Locales:
    assert isinstance(info.context, Locales)
    return info.context


def _in_locale(value: Any, info: ValidationInfo) -> Any:
    locales = _locales(info)
    under: tuple[str, ...] = ()
    if isinstance(value, Mapping):
        for key in value:
            if key not in locales.all:
                raise PydanticCustomError("unknown_locale", "", {"under": (key,), "locales": locales.all})
        if locales.current not in value:
            raise PydanticCustomError("missing_translation", "", {"locale": locales.current})
        value, under = value[locales.current], (locales.current,)
    if isinstance(value, str) and not _VISIBLE.search(value):
        raise PydanticCustomError("empty_text", "", {"under": under})
    return value


def _translated(value: Any, info: ValidationInfo) -> Any:
    _refuse_one_for_all(str, value, info)
    return _in_locale(value, info)


def _own(value: Any, info: ValidationInfo) -> Any:
    _refuse_one_for_all(list, value, info)
    if isinstance(value, Mapping):
        value = {_locales(info).current: [], **value}
    return _in_locale(value, info)


def _own_word(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, Mapping):
        value = {_locales(info).current: None, **value}
    return _translated(value, info)


def _refuse_one_for_all(form: type, value: Any, info: ValidationInfo) -> None:
    locales = _locales(info)
    if value and isinstance(value, form) and len(locales.all) > 1:
        raise PydanticCustomError("untranslated", "", {"locales": locales.all})


def _by_locale(*forms: dict[str, Any], **others: Any) -> WithJsonSchema:
    """The JSON Schema of a value of one of these forms, or of a mapping of locale to such values."""
    form = forms[0] if len(forms) == 1 else {"anyOf": [*forms]}
    own = {"type": "object", "patternProperties": {LOCALE_PATTERN: form}, "additionalProperties": False}
    return WithJsonSchema({"anyOf": [*forms, own | others]}, mode="validation")


_ONE_STRING = {"type": "string", "minLength": 1}
_EXPRESSIONS = {"type": "array", "items": _ONE_STRING}
_GROUPS = {"type": "array", "items": {**_EXPRESSIONS, "minItems": 2}}
_BY_REGISTER = {
    "type": "object",
    "properties": {"tu": _ONE_STRING, "vous": _ONE_STRING},
    "additionalProperties": False,
    "minProperties": 1,
}
_STRING = _by_locale(_ONE_STRING, minProperties=1)


def _filled(max_length: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=max_length)


Locale = Annotated[str, StringConstraints(pattern=LOCALE_PATTERN)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
PageId = Annotated[Id, Address(reserved=("index", "title"))]
"""The id of an entry that has a page, a place on a page that others share, or a line of its own."""
ChecklistId = Annotated[Id, Address(reserved=("index", "all", "rest"))]


class Addressed(Part):
    """An entry with an address that readers keep: a page, a place on a page, or a line to tick."""

    id: PageId
    former_ids: tuple[PageId, ...] = Field(default=(), max_length=MAX_FORMER)
    """Ids that it once had: what readers kept under them, addresses and ticks, leads to it."""


SectionId = Annotated[Id, RefersTo("sections")]
RuleId = Annotated[Id, RefersTo("rules")]
ScenarioId = Annotated[Id, RefersTo("scenarios")]
MessageId = Annotated[Id, RefersTo("messages")]
ChannelId = Annotated[Id, RefersTo("channels")]
FactId = Annotated[Id, RefersTo("facts")]
SourceId = Annotated[Id, RefersTo("sources")]
Text = Annotated[str, _filled(TEXT_MAX_LENGTH), BeforeValidator(_translated), _STRING, TextKind.SHOWN]
"""A text that every locale has to say in its own words."""
Subject = Annotated[Text, TextKind.SENT]
"""A text that is sent."""
Name = Annotated[str, _filled(NAME_MAX_LENGTH), BeforeValidator(_in_locale), _STRING, TextKind.SHOWN]
"""A proper name or title, which may be the same in every locale."""


Expression = Annotated[str, _filled(NAME_MAX_LENGTH), TextKind.TYPED]
Keywords = Annotated[tuple[Expression, ...], BeforeValidator(_own), _by_locale(_EXPRESSIONS)]
"""Words by which readers ask for an entry and which it does not hold; each locale has its own, or none."""
Synonyms = Annotated[tuple[tuple[Expression, ...], ...], BeforeValidator(_own), _by_locale(_GROUPS)]
"""Groups of words that mean the same to a reader who searches; each locale has its own, or none."""


Word = Annotated[
    Annotated[str, _filled(TEXT_MAX_LENGTH)] | None,
    BeforeValidator(_own_word),
    WithJsonSchema({"type": ["string", "object"]}),
]
"""A word of the interface; a locale that has none of its own keeps that of `locales/`."""


def _day(value: Any) -> date:
    with suppress(TypeError, ValueError):
        day = date.fromisoformat(value)
        if day.isoformat() == value:
            return day
    raise PydanticCustomError("not_a_day", "")


Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str)]
"""A day of the calendar, written as 2026-11-22."""


Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
"""The month in which something was looked at, written as 2026-11."""


class Variant(Part):
    """One wording of a message; its register is None where the language has no tu and vous."""

    register_: Register | None = Field(default=None, alias="register")
    text: Annotated[str, _filled(WORDING_MAX_LENGTH), TextKind.SENT]


def _variants(value: Any, info: ValidationInfo) -> Any:
    registers = set(Register)
    if not (isinstance(value, Mapping) and value.keys() <= registers):
        value = _translated(value, info)
    if isinstance(value, str):
        return ({"text": value},)
    if isinstance(value, Mapping):
        for key in value:
            if key not in registers:
                raise PydanticCustomError("unknown_register", "", {"under": (_locales(info).current, key)})
        return tuple({"register": key, "text": value[key]} for key in Register if key in value)
    return value


_WORDING = _by_locale(_ONE_STRING, _BY_REGISTER, minProperties=1)
Wording = Annotated[tuple[Variant, ...], BeforeValidator(_variants), _WORDING]
"""The text of a message: a string, or one for tu and one for vous."""
