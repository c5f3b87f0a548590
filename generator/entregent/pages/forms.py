"""A message as a form: what the component `message-form` shows, wherever a message is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from entregent.guide import Guide
from entregent.guide.filling import limits
from entregent.guide.messages import Account, BelongsTo, Channel, Fact, Message, Piece, Placeholder


class Form(NamedTuple):
    """A message, its blanks, and what the platform allows."""

    message: Message
    channel: Channel
    blanks: Sequence[Placeholder]
    labels: Mapping[str, str]
    """What each blank is called, by its id."""
    kept: Sequence[Placeholder]
    """The blanks whose entries serve the next message too."""
    text_limits: Mapping[Account | None, Fact]
    subject_limits: Mapping[Account | None, Fact]
    is_checked: bool
    """Whether the guide has checks of drafts, which the message can be held against."""

    @property
    def facts(self) -> list[Fact]:
        """The facts that limit the message."""
        return [*self.text_limits.values(), *(self.subject_limits.values() if self.message.subject else ())]


def form_of(guide: Guide, message: Message) -> Form:
    """The form of a message."""
    blanks = guide.index.many("placeholders", message.placeholders)
    return Form(
        message,
        guide.index.one("channels", message.channel),
        blanks,
        {blank.id: blank.label for blank in blanks},
        # What fills a blank goes on to other messages if it is the writer's own, but for the personal one.
        [blank for blank in blanks if blank.belongs_to is BelongsTo.WRITER and blank.id != message.personal],
        limits(guide, message.channel, Piece.TEXT),
        limits(guide, message.channel, Piece.SUBJECT),
        bool(guide.draft_checks),
    )
