"""Scenarios: situations told twice."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from entregent.guide.declarations import Part
from entregent.guide.fields import Addressed, ChannelId, Id, Keywords, Name, SourceId, Text


class Person(Part):
    """Somebody in a scenario, always invented."""

    id: Id
    name: Name
    is_: Text = Field(alias="is")


class Line(Part):
    """What a person of the scenario says; without `who`, what happens."""

    who: Id | None = None
    says: Text


class Telling(Part):
    """One way a scenario goes."""

    lines: tuple[Line, ...] = Field(min_length=1)
    outcome: Text


class Verdict(StrEnum):
    """Whether a reply in a practice is a good one."""

    GOOD = "good"
    BAD = "bad"


class Reply(Part):
    """Something one could do or say, and what happens next."""

    says: Text
    verdict: Verdict
    then: Text


class Practice(Part):
    """A question to readers before they are told the scene."""

    ask: Text
    replies: tuple[Reply, ...] = Field(min_length=3, max_length=4)


class Scenario(Addressed):
    """A situation told twice: how it goes wrong, and how it goes well."""

    title: Text
    keywords: Keywords = ()
    channel: ChannelId
    situation: Text
    people: tuple[Person, ...] = Field(min_length=1)
    practice: Practice | None = None
    goes_wrong: Telling
    goes_well: Telling
    lesson: Text
    sources: tuple[SourceId, ...] = ()
