"""What a value of rules.yaml may be: ids, texts by locale, wordings by register.

A text is a string or a mapping of locale to string. Validation takes the locale from its context, a
`Locales`, and keeps that one string, so nothing above this module branches on language. A text that the
locale lacks is taken in another language, which it then knows (`Foreign`).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from entregent.guide.by_locale import locales_of, marked, own, said_in
from entregent.guide.declarations import Address, Part, RefersTo, TextKind

LOCALE_PATTERN = r"^[a-z]{2,3}(-[A-Z]{2})?$"
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NAME_MAX_LENGTH, TEXT_MAX_LENGTH, WORDING_MAX_LENGTH = 200, 3000, 8000
"""The most characters of a name, of any other text, and of a message."""
MAX_LOCALES = 20
MAX_FORMER = 20
"""The most former ids of an entry: each makes a page."""


class Register(StrEnum):
    """The form of address of a French text."""

    VOUS = "vous"
    TU = "tu"


def _text(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> str:
    locales = locales_of(info)
    said, locale = said_in(value, locales)
    return marked(handler(said), locale or locales.all[0], locales)


def _name(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> str:
    said = _text(value, handler, info)
    # Written once, it is in no language in particular.
    return said if isinstance(value, Mapping) else str(said)


def _own_word(value: Any, info: ValidationInfo) -> Any:
    found = own(value, info)
    return None if found == [] else found


def _by_locale(*forms: dict[str, Any], **others: Any) -> WithJsonSchema:
    """The JSON Schema of a value of one of these forms, or of a mapping of locale to such values."""
    # A text of one language is empty until it is translated.
    written = [{"type": "string"} if form is _ONE_STRING else form for form in forms]
    form = written[0] if len(written) == 1 else {"anyOf": written}
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


def filled(max_length: int) -> StringConstraints:
    """A string with something in it, of so many characters at most."""
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
Text = Annotated[str, filled(TEXT_MAX_LENGTH), WrapValidator(_text), _STRING, TextKind.SHOWN]
"""A text that each locale says in its own words; written once, it is in the guide's first language."""
Subject = Annotated[Text, TextKind.SENT]
"""A text that is sent."""
Name = Annotated[str, filled(NAME_MAX_LENGTH), WrapValidator(_name), _STRING, TextKind.SHOWN]
"""A proper name or title, which may be the same in every locale."""


Expression = Annotated[str, filled(NAME_MAX_LENGTH), TextKind.TYPED]
list_by_locale = _by_locale(_EXPRESSIONS)
Keywords = Annotated[tuple[Expression, ...], BeforeValidator(own), list_by_locale]
"""Words by which readers ask for an entry and which it does not hold; each locale has its own, or none."""
Synonyms = Annotated[tuple[tuple[Expression, ...], ...], BeforeValidator(own), _by_locale(_GROUPS)]
"""Groups of words that mean the same to a reader who searches; each locale has its own, or none."""


Word = Annotated[
    Annotated[str, filled(TEXT_MAX_LENGTH)] | None,
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
    text: Annotated[str, filled(WORDING_MAX_LENGTH), TextKind.SENT]


def _variants(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> tuple[Variant, ...]:
    locales, registers = locales_of(info), set(Register)
    said, locale = value, None
    if not (isinstance(value, Mapping) and value.keys() <= registers):
        said, locale = said_in(value, locales)
    if isinstance(said, str):
        said = ({"text": said},)
    elif isinstance(said, Mapping):
        for key in said:
            if key not in registers:
                raise PydanticCustomError("unknown_register", "", {"under": (locale, key)})
        said = tuple({"register": key, "text": said[key]} for key in Register if key in said)
    return tuple(
        variant.model_copy(update={"text": marked(variant.text, locale or locales.all[0], locales)})
        for variant in handler(said)
    )


_WORDING = _by_locale(_ONE_STRING, _BY_REGISTER, minProperties=1)
Wording = Annotated[tuple[Variant, ...], WrapValidator(_variants), _WORDING]
"""The text of a message: a string, or one for tu and one for vous."""
