"""Checks of drafts: what a reader's own message may hold that a rule advises against."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from entregent.guide.by_locale import own
from entregent.guide.declarations import Part
from entregent.guide.fields import (
    TEXT_MAX_LENGTH,
    WORDING_MAX_LENGTH,
    ChannelId,
    Id,
    RuleId,
    Text,
    filled,
    list_by_locale,
)

Phrases = Annotated[tuple[Annotated[str, filled(TEXT_MAX_LENGTH)], ...], BeforeValidator(own), list_by_locale]
"""Expressions in the small language of `entregent.guide.phrases`; each locale has its own, or none."""
Examples = Annotated[
    tuple[Annotated[str, filled(WORDING_MAX_LENGTH)], ...], BeforeValidator(own), list_by_locale
]
"""Drafts, by locale."""


class DraftGrade(StrEnum):
    """How firmly a remark is made, the firmest first."""

    BLOCK = "block"
    WARN = "warn"
    ASK = "ask"
    HINT = "hint"


class Stage(StrEnum):
    """Whether a message opens an exchange."""

    FIRST = "first"
    LATER = "later"


class Count(StrEnum):
    """What of a draft can be counted."""

    CHARACTERS = "characters"
    EXCESS = "excess"
    """Characters beyond the limit of the channel."""
    WORDS = "words"
    CAPITALS = "capitals"
    """Words in capitals, beside others in capitals."""
    QUESTIONS = "questions"
    EXCLAMATIONS = "exclamations"
    BLANKS = "blanks"
    LINKS = "links"
    ADDRESSES = "addresses"
    PHONES = "phones"


class Sign(Part):
    """Something to look for in a draft: one of some expressions, or too many or too few of something."""

    phrases: Phrases = ()
    but_not: Phrases = ()
    """Expressions inside which those of `phrases` do not count."""
    within: int | None = Field(default=None, gt=0, le=1000)
    """The expression begins among so many words at the start of the draft."""
    at_least: int = Field(default=1, gt=0, le=100)
    count: Count | None = None
    more_than: int | None = Field(default=None, ge=0)
    fewer_than: int | None = Field(default=None, gt=0)


class DraftCheck(Part):
    """A remark, and the drafts that deserve it."""

    id: Id
    rule: RuleId
    grade: DraftGrade
    says: Text
    instead: Text | None = None
    channels: tuple[ChannelId, ...] = ()
    """The ways to send for which it holds; all of them if empty."""
    stage: Stage | None = None
    looks_for: tuple[Sign, ...] = Field(default=(), max_length=10)
    """Signs that must all be there."""
    unless: tuple[Sign, ...] = Field(default=(), max_length=10)
    """Signs of which none may be there."""
    finds: Examples = ()
    """Drafts that deserve the remark."""
    passes: Examples = ()
    """Drafts that do not."""

    @property
    def signs(self) -> tuple[Sign, ...]:
        """All that it looks for, or that prevents it."""
        return (*self.looks_for, *self.unless)

    @property
    def is_firm(self) -> bool:
        """Whether a draft should not be sent as it is."""
        return self.grade in (DraftGrade.BLOCK, DraftGrade.WARN)
