"""Rules, the chapters that they stand in, and the texts that they are drawn from."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from entregent.fields import Id, Name, Part, Text


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


class Section(Part):
    """A chapter of the guide; rules stand in it in the order of the file."""

    id: Id
    title: Text
    summary: Text


class Source(Part):
    """A text that rules are drawn from."""

    id: Id
    title: Name
    author: Name | None = None
    year: int | None = Field(default=None, ge=1900, le=2200)
    about: Text


class Rule(Part):
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
