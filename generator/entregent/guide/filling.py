"""Messages as they are sent: filled in, measured, and held against the limits of their channel.

Lengths are UTF-16 code units, which is what a browser counts in a field with a greatest length, and what
the platforms are believed to count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from entregent.guide import Guide
from entregent.guide.fields import Register
from entregent.guide.messages import Account, Fact, Message, Piece, Placeholder, units
from entregent.text import PLACEHOLDER
from entregent.text.typography import as_sent


class Wording(NamedTuple):
    """One text of a message that a reader copies: its subject, or what it says in one register."""

    piece: Piece
    register: Register | None
    text: str


def wordings(message: Message) -> Iterator[Wording]:
    """The subject, if there is one, then the text in each of its registers."""
    if message.subject:
        yield Wording(Piece.SUBJECT, None, message.subject)
    for variant in message.text:
        yield Wording(Piece.TEXT, variant.register_, variant.text)


def filled(text: str, guide: Guide, value: Callable[[Placeholder], str]) -> str:
    """A text as it is sent, each blank filled in with its `value`; one that nobody described stays."""
    index = guide.index

    def said(found: re.Match[str]) -> str:
        known = found[1] in index.ids("placeholders")
        return value(index.one("placeholders", found[1])) if known else found[0]

    return PLACEHOLDER.sub(said, as_sent(text, guide.locale))


def with_examples(text: str, guide: Guide) -> str:
    """A text as it is sent with every blank filled in as its example shows."""
    return filled(text, guide, lambda placeholder: as_sent(placeholder.example, guide.locale))


def max_length(text: str, guide: Guide) -> int:
    """The length of a text with every blank filled in to its greatest length."""
    return units(filled(text, guide, lambda placeholder: "x" * placeholder.planned))


def limits(guide: Guide, channel: str, piece: Piece) -> Mapping[Account | None, Fact]:
    """The limits of a channel by the account that they hold for."""
    return {
        fact.limit.account: fact
        for fact in guide.facts
        if fact.limit and fact.limit.channel == channel and fact.limit.piece is piece
    }


def strictest(guide: Guide, channel: str, piece: Piece) -> int | None:
    """The fewest characters that any account may send; None where nothing is known."""
    found = [fact.limit.characters for fact in limits(guide, channel, piece).values() if fact.limit]
    return min(found, default=None)
