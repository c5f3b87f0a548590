"""Rules, the chapters that they stand in, and the texts that they are drawn from."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from entregent.guide.by_locale import locales_of
from entregent.guide.declarations import Part
from entregent.guide.fields import (
    Addressed,
    ChannelId,
    FactId,
    Id,
    Keywords,
    Locale,
    MessageId,
    Name,
    RuleId,
    ScenarioId,
    SectionId,
    SourceId,
    Text,
)


class Role(StrEnum):
    """Whose side a rule or a message speaks to; `both` means everybody."""

    SENDER = "sender"
    RECIPIENT = "recipient"
    INTRODUCER = "introducer"
    ORGANISER = "organiser"
    BOTH = "both"


class Moment(StrEnum):
    """When a rule applies, seen from the meeting or the message."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class OwnMoment(Part):
    """A moment that Entregent does not have."""

    id: Id
    title: Text


class OwnRole(OwnMoment):
    """A role that Entregent does not have, which has an entry of its own on the home page."""

    summary: Text | None = None


def _or_own(closed: type[StrEnum], collection: str) -> BeforeValidator:
    """A value of a list, or the id of an entry by which a guide adds to it."""

    def listed(value: Any, info: ValidationInfo) -> Any:
        own = locales_of(info).added[collection]
        if value not in (*closed, *own):
            raise PydanticCustomError("enum", "", {"own": own})
        return value

    return BeforeValidator(listed)


RoleId = Annotated[Role | Id, Field(union_mode="left_to_right"), _or_own(Role, "roles")]
MomentId = Annotated[Moment | Id, Field(union_mode="left_to_right"), _or_own(Moment, "moments")]


class Weight(StrEnum):
    """How much hangs on a rule."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class Grade(StrEnum):
    """What kind of ground a rule stands on, the firmest first."""

    PLATFORM = "platform"
    """What a platform does or allows, as its own pages say."""
    STUDY = "study"
    """Something that was counted or tried."""
    CONVENTION = "convention"
    """A custom that those who write about it share."""
    CONTESTED = "contested"
    """Advice on which those who write about it disagree."""


class Evidence(Part):
    """How sure a rule is, and why."""

    grade: Grade
    because: Text


class Position(Part):
    """One side of a question on which the sources disagree."""

    claim: Text
    fits: Text
    """Whom it suits: how a reader chooses."""


class Section(Addressed):
    """A chapter of the guide; rules stand in it in the order of the file."""

    title: Text
    summary: Text


class Source(Addressed):
    """A text that rules are drawn from."""

    title: Name
    language: Locale | None = None
    """The language of the title as it stands here; that of the guide if None."""
    author: Name | None = None
    year: int | None = Field(default=None, ge=1900, le=2200)
    about: Text


class Rule(Addressed):
    """One piece of advice, complete enough to stand on a page of its own."""

    section: SectionId
    title: Text
    keywords: Keywords = ()
    role: RoleId
    moment: MomentId
    channels: tuple[ChannelId, ...] = Field(min_length=1)
    weight: Weight
    answer: Text
    why: Text
    do: tuple[Text, ...] = Field(min_length=1)
    dont: tuple[Text, ...] = Field(min_length=1)
    exceptions: tuple[Text, ...] = ()
    customs: Text | None = None
    """Where customs differ from one country to another."""
    evidence: Evidence | None = None
    positions: tuple[Position, ...] = ()
    facts: tuple[FactId, ...] = ()
    checklist: Text
    scenarios: tuple[ScenarioId, ...] = ()
    messages: tuple[MessageId, ...] = ()
    related: tuple[RuleId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    notes: tuple[Annotated[int, Field(gt=0)], ...] = Field(default=(), exclude=True)
    """Numbers of the reading notes that the rule teaches; readers do not see them."""
