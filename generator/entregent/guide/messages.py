"""Messages, their blanks, the ways to send them, and what platforms allow."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from entregent.guide.declarations import Part
from entregent.guide.drafts import Stage
from entregent.guide.fields import (
    Addressed,
    ChannelId,
    Day,
    Id,
    Keywords,
    Month,
    SectionId,
    SourceId,
    Subject,
    Text,
    Wording,
)
from entregent.guide.rules import RoleId
from entregent.text import PLACEHOLDER


class Channel(Part):
    """A way to reach somebody."""

    id: Id
    title: Text
    stage: Stage | None = None
    """What is sent by it always opens an exchange, or never does."""


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

    channel: ChannelId
    characters: int = Field(gt=0)
    piece: Piece = Piece.TEXT
    account: Account | None = None
    """The account it holds for; every account if None."""


class Reading(StrEnum):
    """Where a fact was read."""

    ORIGINAL = "original"
    COPY = "copy"


class Fact(Addressed):
    """Something a platform does or allows, where that was read, and until when to trust it."""

    statement: Text
    keywords: Keywords = ()
    limit: Limit | None = None
    source: SourceId
    read: Reading = Reading.ORIGINAL
    """Whether in the original or in somebody else's copy of it."""
    checked: Month
    review_by: Day


class Kind(StrEnum):
    """How a blank is filled in."""

    TEXT = "text"
    LONG = "long"
    CHOICE = "choice"
    DATE = "date"


class BelongsTo(StrEnum):
    """Whose a blank is: what is of the writer serves the next message, what is of a message ends with it."""

    WRITER = "writer"
    MESSAGE = "message"


class Placeholder(Part):
    """A blank in messages, written `{its-id}` in their text."""

    id: Id
    label: Text
    example: Text
    kind: Kind = Kind.TEXT
    belongs_to: BelongsTo = BelongsTo.MESSAGE
    longest: int | None = Field(default=None, gt=0, le=2000)
    choices: tuple[Text, ...] = ()
    default: Text | None = None

    @property
    def planned(self) -> int:
        """The length that is planned for the blank, in UTF-16 code units; no field enforces it."""
        return self.longest or max([_PLANNED[self.kind], *map(units, self.choices)])


_PLANNED = {Kind.TEXT: 40, Kind.LONG: 200, Kind.CHOICE: 0, Kind.DATE: 30}


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


class Message(Addressed):
    """A text to copy, fill in and send."""

    section: SectionId
    title: Text
    keywords: Keywords = ()
    purpose: Text
    role: RoleId
    channel: ChannelId
    subject: Subject | None = None
    personal: Id | None = None
    """The blank that only the sender can fill in: nothing is suggested for it, and it is not kept."""
    text: Wording

    @property
    def placeholders(self) -> list[str]:
        """Ids of the blanks of the message, each once, in the order in which they first come."""
        texts = [self.subject or "", *(variant.text for variant in self.text)]
        return list(dict.fromkeys(name for text in texts for name in PLACEHOLDER.findall(text)))
