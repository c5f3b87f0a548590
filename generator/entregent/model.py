"""What a guide is made of: frozen, validated entries, in one locale.

A text in rules.yaml is a string or a mapping of locale to string. Validation takes the locale from
its context and keeps that one string, so nothing after this module branches on language. The context
is a `Locales`; each class is one kind of entry, and `Guide` is the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

LOCALE_PATTERN = r"^[a-z]{2,3}(-[A-Z]{2})?$"
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PLACEHOLDER = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")
"""A blank in a message."""


@dataclass(frozen=True, slots=True)
class Locales:
    """The locale a guide is read in, and all those that it is written in (default first)."""

    current: str
    all: tuple[str, ...]


class Role(StrEnum):
    """Whose side a rule speaks to; `both` means everybody."""

    SENDER = "sender"
    RECIPIENT = "recipient"
    INTRODUCER = "introducer"
    BOTH = "both"


class Moment(StrEnum):
    """When a rule applies, seen from the meeting or the message."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Weight(StrEnum):
    """How much hangs on a rule."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class Register(StrEnum):
    """The form of address of a French text."""

    VOUS = "vous"
    TU = "tu"


def _locales(info: ValidationInfo) -> Locales:
    if not isinstance(info.context, Locales):
        raise TypeError("a guide is validated with a Locales as context")
    return info.context


def _in_locale(value: Any, info: ValidationInfo) -> Any:
    locales = _locales(info)
    if not isinstance(value, Mapping):
        return value
    for key in value:
        if key not in locales.all:
            raise PydanticCustomError("unknown_locale", "", {"under": (key,), "locales": locales.all})
    if locales.current not in value:
        raise PydanticCustomError("missing_translation", "", {"locale": locales.current})
    chosen = value[locales.current]
    if isinstance(chosen, str) and not chosen.strip():
        raise PydanticCustomError("empty_text", "", {"under": (locales.current,)})
    return chosen


def _translated(value: Any, info: ValidationInfo) -> Any:
    locales = _locales(info)
    if isinstance(value, str) and value.strip() and len(locales.all) > 1:
        raise PydanticCustomError("untranslated", "", {"locales": locales.all})
    return _in_locale(value, info)


_ONE_STRING = {"type": "string", "minLength": 1}
_BY_LOCALE = {
    "type": "object",
    "patternProperties": {LOCALE_PATTERN: _ONE_STRING},
    "additionalProperties": False,
    "minProperties": 1,
}
_STRING = {"anyOf": [_ONE_STRING, _BY_LOCALE]}
_BY_REGISTER = {
    "type": "object",
    "properties": {"tu": _ONE_STRING, "vous": _ONE_STRING},
    "additionalProperties": False,
    "minProperties": 1,
}
_WORDING = {
    "anyOf": [
        _ONE_STRING,
        _BY_REGISTER,
        {
            "type": "object",
            "patternProperties": {LOCALE_PATTERN: {"anyOf": [_ONE_STRING, _BY_REGISTER]}},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}

_Filled = StringConstraints(strip_whitespace=True, min_length=1)
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
Text = Annotated[str, _Filled, BeforeValidator(_translated), WithJsonSchema(_STRING)]
"""A text that every locale has to say in its own words."""
Name = Annotated[str, _Filled, BeforeValidator(_in_locale), WithJsonSchema(_STRING)]
"""A proper name or title, which may be the same in every locale."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Variant(_Part):
    """One wording of a message; its register is None where the language has no tu and vous."""

    register_: Register | None = Field(default=None, alias="register")
    text: Annotated[str, _Filled]


def _variants(value: Any, info: ValidationInfo) -> Any:
    locales = _locales(info)
    registers = {str(register) for register in Register}
    if isinstance(value, str):
        value = _translated(value, info)
    elif isinstance(value, Mapping) and not registers.issuperset(value):
        value = _in_locale(value, info)
    if isinstance(value, str):
        return ({"text": value},)
    if isinstance(value, Mapping):
        for key in value:
            if key not in registers:
                raise PydanticCustomError(
                    "unknown_register", "", {"under": (locales.current, key), "register": key}
                )
        return tuple({"register": key, "text": value[key]} for key in ("vous", "tu") if key in value)
    return value


Wording = Annotated[tuple[Variant, ...], BeforeValidator(_variants), WithJsonSchema(_WORDING)]
"""The text of a message: a string, or one for tu and one for vous."""


class Section(_Part):
    """A chapter of the guide; rules stand in it in the order of the file."""

    id: Id
    title: Text
    summary: Text


class Source(_Part):
    """A text that rules are drawn from."""

    id: Id
    title: Name
    author: Name | None = None
    year: int | None = Field(default=None, ge=1900, le=2200)
    about: Text


class Limit(_Part):
    """The longest text a channel takes, in UTF-16 code units, what it holds for and when it was checked."""

    characters: int = Field(gt=0)
    about: Text
    checked: str = Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$")


class Channel(_Part):
    """A way to reach somebody."""

    id: Id
    title: Text
    limit: Limit | None = None


class Placeholder(_Part):
    """A blank in messages, written `{its-id}` in their text."""

    id: Id
    label: Text
    example: Text


class Rule(_Part):
    """One piece of advice, complete enough to stand on a page of its own."""

    id: Id
    section: Id
    title: Text
    role: Role
    moment: Moment
    channels: tuple[Id, ...] = Field(min_length=1)
    weight: Weight
    answer: Text
    why: Text
    do: tuple[Text, ...] = Field(min_length=1)
    dont: tuple[Text, ...] = Field(min_length=1)
    exceptions: tuple[Text, ...] = ()
    checklist: Text
    scenarios: tuple[Id, ...] = ()
    messages: tuple[Id, ...] = ()
    related: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()


class Person(_Part):
    """Somebody in a scenario, always invented."""

    id: Id
    name: Name
    is_: Text = Field(alias="is")


class Line(_Part):
    """What a person of the scenario says; without `who`, what happens."""

    who: Id | None = None
    says: Text


class Telling(_Part):
    """One way a scenario goes."""

    lines: tuple[Line, ...] = Field(min_length=1)
    outcome: Text


class Scenario(_Part):
    """A situation told twice: how it goes wrong, and how it goes well."""

    id: Id
    title: Text
    channel: Id
    situation: Text
    people: tuple[Person, ...] = Field(min_length=1)
    goes_wrong: Telling
    goes_well: Telling
    lesson: Text
    sources: tuple[Id, ...] = ()


class Message(_Part):
    """A text to copy, fill in and send."""

    id: Id
    title: Text
    purpose: Text
    role: Role
    channel: Id
    subject: Text | None = None
    text: Wording

    @property
    def placeholders(self) -> list[str]:
        """Ids of the blanks of the message, each once, in the order in which they first come."""
        texts = [self.subject or "", *(variant.text for variant in self.text)]
        return list(dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text)))


class Guide(_Part):
    """A whole rules.yaml, in one locale."""

    title: Text
    tagline: Text
    description: Text
    locales: tuple[Annotated[str, StringConstraints(pattern=LOCALE_PATTERN)], ...] = Field(min_length=1)
    copyright: Text | None = None
    sections: tuple[Section, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = Field(min_length=1)
    scenarios: tuple[Scenario, ...] = ()
    messages: tuple[Message, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    channels: tuple[Channel, ...] = Field(min_length=1)
    sources: tuple[Source, ...] = ()
