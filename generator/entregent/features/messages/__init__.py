"""The messages: a list to find one's case in, and a page for each, to fill in, count, copy and send."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from entregent.guide import Guide
from entregent.guide.fields import Register
from entregent.guide.filling import limits, with_examples
from entregent.guide.messages import BelongsTo, Fact, Message, Piece, Placeholder, units
from entregent.guide.rules import Section
from entregent.pages.feature import SIDES, Choices, Feature, Kind, facets, roles, worded
from entregent.pages.page import Page
from entregent.pages.view import View

INDEX = "messages/index"

# How long a message is, its blanks filled in as their examples show, in UTF-16 code units.
LENGTHS = {"short": 200, "medium": 500, "long": inf}


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """Nothing for a guide without messages, else the list and a page for each."""
    if not guide.messages:
        return
    sections = guide.index.by_section("messages")
    lengths = {message.id: _length(message, guide) for message in guide.messages}
    yield Page(
        path=INDEX,
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        html=view.render(
            "list.html.jinja",
            INDEX,
            sections=[pair for pair in sections if pair[1]],
            facets=_facets(guide, view, lengths),
            channels={channel.id: channel.title for channel in guide.channels},
            roles=roles,
            registers=_registers,
            lengths=lengths,
            total=len(guide.messages),
            downloads=view.publication.downloads,
        ),
    )
    for section, messages in sections:
        for message in messages:
            yield _page(guide, view, section, message)


def _page(guide: Guide, view: View, section: Section, message: Message) -> Page:
    path = f"messages/{message.id}"
    blanks = guide.index.many("placeholders", message.placeholders)
    return Page(
        path=path,
        title=view.typeset(message.title),
        description=view.plain(message.purpose),
        parent=INDEX,
        entry=("messages", message.id),
        html=view.render(
            "message.html.jinja",
            path,
            guide=guide,
            section=section,
            message=message,
            channel=guide.index.one("channels", message.channel),
            blanks=blanks,
            kept=[blank for blank in blanks if _is_kept(blank, message)],
            text_limits=_limits(guide, message, Piece.TEXT),
            subject_limits=_limits(guide, message, Piece.SUBJECT),
            facts=_facts(guide, message, view),
            rules=guide.index.referring("rules", "messages", message.id),
        ),
    )


def _is_kept(blank: Placeholder, message: Message) -> bool:
    """Whether what fills a blank goes on to other messages: the writer's own, but for the personal one."""
    return blank.belongs_to is BelongsTo.WRITER and blank.id != message.personal


def _limits(guide: Guide, message: Message, piece: Piece) -> dict[str, int]:
    """Greatest lengths by account; `any` where the account makes no difference."""
    found = limits(guide, message.channel, piece)
    return {str(account or "any"): fact.limit.characters for account, fact in found.items() if fact.limit}


def _facts(guide: Guide, message: Message, view: View) -> list[tuple[Fact, str]]:
    pieces = (Piece.TEXT, *((Piece.SUBJECT,) if message.subject else ()))
    found = [fact for piece in pieces for fact in limits(guide, message.channel, piece).values()]
    return [(fact, view.month(fact.checked)) for fact in found]


def _registers(message: Message) -> list[Register]:
    return [variant.register_ for variant in message.text if variant.register_]


def _length(message: Message, guide: Guide) -> str:
    longest = max(units(with_examples(variant.text, guide)) for variant in message.text)
    return next(name for name, most in LENGTHS.items() if longest <= most)


def _facets(guide: Guide, view: View, lengths: dict[str, str]) -> dict[str, Choices]:
    sections = [(section.id, view.typeset(section.title)) for section in guide.sections]
    channels = [(channel.id, channel.title) for channel in guide.channels]
    return facets(
        guide.messages,
        {
            "section": (sections, lambda message: [message.section]),
            "role": (worded(view, "role", SIDES), lambda message: [message.role]),
            "channel": (channels, lambda message: [message.channel]),
            "register": (worded(view, "register", Register), _registers),
            "length": (worded(view, "length", LENGTHS), lambda message: [lengths[message.id]]),
        },
    )


FEATURE = Feature(
    "messages",
    pages,
    kinds=(Kind("messages", "message", 0.95, answer="purpose"),),
    start=INDEX,
    card="messages",
    rank=2,
)
