"""What a guide is made of: frozen, validated entries, in one locale.

Each class is one kind of entry of rules.yaml, and `Guide` is the whole file.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import (
    Discriminator,
    Field,
    PrivateAttr,
    StringConstraints,
    Tag,
    ValidationInfo,
    model_validator,
)

from entregent.fields import LOCALE_PATTERN, PLACEHOLDER, Day, Id, Locales, Month, Name, Part, Text, Wording


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


class Channel(Part):
    """A way to reach somebody."""

    id: Id
    title: Text


class Account(StrEnum):
    """The kind of account that a platform's limit holds for."""

    FREE = "free"
    PREMIUM = "premium"


class Piece(StrEnum):
    """The part of a message that a limit holds for."""

    TEXT = "text"
    SUBJECT = "subject"


class Limit(Part):
    """The most that a channel takes, in UTF-16 code units, as browsers count what is typed into a field."""

    channel: Id
    characters: int = Field(gt=0)
    piece: Piece = Piece.TEXT
    account: Account | None = None
    """The account it holds for; every account if None."""


class Fact(Part):
    """Something a platform does or allows, where that was read, and until when to trust it."""

    id: Id
    statement: Text
    limit: Limit | None = None
    source: Id
    checked: Month
    review_by: Day


class Kind(StrEnum):
    """How a blank is filled in."""

    TEXT = "text"
    LONG = "long"
    CHOICE = "choice"
    DATE = "date"


class Placeholder(Part):
    """A blank in messages, written `{its-id}` in their text."""

    id: Id
    label: Text
    example: Text
    kind: Kind = Kind.TEXT
    longest: int | None = Field(default=None, gt=0, le=2000)
    choices: tuple[Text, ...] = ()
    default: Text | None = None

    @property
    def most(self) -> int:
        """The greatest length of what goes into the blank, in UTF-16 code units."""
        return self.longest or max(
            [_MOST[self.kind], *(len(choice.encode("utf-16-le")) // 2 for choice in self.choices)]
        )


_MOST = {Kind.TEXT: 40, Kind.LONG: 200, Kind.CHOICE: 0, Kind.DATE: 30}


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


class OwnLine(Part):
    """A line that stands in one checklist only, and the rule that explains it."""

    id: Id
    rule: Id
    text: Text


def _kind_of_line(value: object) -> str:
    return RULE_LINE if isinstance(value, str) else OWN_LINE


RULE_LINE, OWN_LINE = "<rule>", "<own>"
"""How the validator names the two kinds of lines in the place of a fault."""
ChecklistLine = Annotated[
    Annotated[Id, Tag(RULE_LINE)] | Annotated[OwnLine, Tag(OWN_LINE)], Discriminator(_kind_of_line)
]
"""The id of a rule, for the line which that rule brings, or a line of the checklist's own."""


class Checklist(Part):
    """What to tick in one situation, on one printed page."""

    id: Id
    title: Text
    summary: Text
    lines: tuple[ChecklistLine, ...] = Field(min_length=1, max_length=15)


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


class Scenario(Part):
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


class Message(Part):
    """A text to copy, fill in and send."""

    id: Id
    section: Id
    title: Text
    purpose: Text
    role: Role
    channel: Id
    subject: Text | None = None
    personal: Id | None = None
    """The blank that only the sender can fill in: nothing is suggested for it, and it is not kept."""
    text: Wording

    @property
    def placeholders(self) -> list[str]:
        """Ids of the blanks of the message, each once, in the order in which they first come."""
        texts = [self.subject or "", *(variant.text for variant in self.text)]
        return list(dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text)))


class Guide(Part):
    """A whole rules.yaml, in one locale."""

    title: Text
    tagline: Text
    description: Text
    locales: tuple[Annotated[str, StringConstraints(pattern=LOCALE_PATTERN)], ...] = Field(min_length=1)
    copyright: Text | None = None
    updated: Day | None = None
    """When the content last changed, as its author says."""
    sections: tuple[Section, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = Field(min_length=1)
    checklists: tuple[Checklist, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    messages: tuple[Message, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    channels: tuple[Channel, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    _locale: str = PrivateAttr(default="")

    @model_validator(mode="after")
    def _remember_locale(self, info: ValidationInfo) -> Guide:
        assert isinstance(info.context, Locales)
        self._locale = info.context.current
        return self

    @property
    def locale(self) -> str:
        """The locale that this guide is in."""
        return self._locale
