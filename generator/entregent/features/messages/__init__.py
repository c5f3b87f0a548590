"""The messages: a list to find one's case in, and a page for each, to fill in, count, copy and send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from math import inf

from entregent.fields import Register
from entregent.model import BelongsTo, Fact, Guide, Message, Piece, Placeholder, Role, Rule
from entregent.page import Page
from entregent.sending import limits, units, with_examples
from entregent.view import View

INDEX = "messages/index.md"

# How long a message is, its blanks filled in as their examples show, in UTF-16 code units.
LENGTHS = {"short": 200, "medium": 500, "long": inf}


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """Nothing for a guide without messages, else the list and a page for each."""
    if not guide.messages:
        return
    sections = [
        (section, [message for message in guide.messages if message.section == section.id])
        for section in guide.sections
    ]
    yield Page(
        path=INDEX,
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        body=view.render(
            "list.md.jinja",
            sections=[pair for pair in sections if pair[1]],
            facets=_facets(guide, view),
            channels={channel.id: channel.title for channel in guide.channels},
            roles=_roles,
            registers=_registers,
            length=lambda message: _length(message, guide),
            total=len(guide.messages),
            downloads=view.publication.downloads,
        ),
    )
    for section, messages in sections:
        for message in messages:
            yield Page(
                path=f"messages/{message.id}.md",
                title=view.printed(message.title),
                description=view.plain(message.purpose),
                parent=INDEX,
                entry=("messages", message.id),
                body=view.render(
                    "message.md.jinja",
                    guide=guide,
                    section=section,
                    message=message,
                    channel=next(channel for channel in guide.channels if channel.id == message.channel),
                    blanks=_blanks(guide, message),
                    kept=_kept(guide, message),
                    text_limits=_limits(guide, message, Piece.TEXT),
                    subject_limits=_limits(guide, message, Piece.SUBJECT),
                    facts=_facts(guide, message, view),
                    rules=_rules(guide, message),
                ),
            )


def _blanks(guide: Guide, message: Message) -> list[Placeholder]:
    known = {placeholder.id: placeholder for placeholder in guide.placeholders}
    return [known[identifier] for identifier in message.placeholders]


def _kept(guide: Guide, message: Message) -> list[Placeholder]:
    """The blanks whose text goes on to other messages: the writer's own, but the personal one."""
    return [
        blank
        for blank in _blanks(guide, message)
        if blank.belongs_to is BelongsTo.WRITER and blank.id != message.personal
    ]


def _limits(guide: Guide, message: Message, piece: Piece) -> dict[str, int]:
    """Greatest lengths by account; `any` where the account makes no difference."""
    found = limits(guide, message.channel, piece)
    return {str(account or "any"): fact.limit.characters for account, fact in found.items() if fact.limit}


def _facts(guide: Guide, message: Message, view: View) -> list[tuple[Fact, str]]:
    pieces = (Piece.TEXT, *((Piece.SUBJECT,) if message.subject else ()))
    found = [fact for piece in pieces for fact in limits(guide, message.channel, piece).values()]
    return [(fact, view.month(fact.checked)) for fact in found]


def _rules(guide: Guide, message: Message) -> list[Rule]:
    return [rule for rule in guide.rules if message.id in rule.messages]


def _roles(message: Message) -> list[Role]:
    role = message.role
    return [role for role in Role if role is not Role.BOTH] if role is Role.BOTH else [role]


def _registers(message: Message) -> list[Register]:
    return [variant.register_ for variant in message.text if variant.register_]


def _length(message: Message, guide: Guide) -> str:
    longest = max(units(with_examples(variant.text, guide)) for variant in message.text)
    return next(name for name, most in LENGTHS.items() if longest <= most)


def _facets(guide: Guide, view: View) -> dict[str, list[tuple[str, str]]]:
    """What the messages can be filtered by: only what tells some of them from others."""
    messages = guide.messages
    used = {message.channel for message in messages}
    enums: dict[str, Sequence[str | StrEnum]] = {
        "role": [
            role
            for role in Role
            if role is not Role.BOTH and any(role is message.role for message in messages)
        ],
        "register": [name for name in Register if any(name in _registers(message) for message in messages)],
        "length": [name for name in LENGTHS if any(_length(message, guide) == name for message in messages)],
    }
    words = {
        name: [(str(value), view.words[f"{name}-{value}"]) for value in values]
        for name, values in enums.items()
    }
    facets = {
        "section": [
            (section.id, view.printed(section.title))
            for section in guide.sections
            if any(message.section == section.id for message in messages)
        ],
        "role": words["role"],
        "channel": [(channel.id, channel.title) for channel in guide.channels if channel.id in used],
        "register": words["register"],
        "length": words["length"],
    }
    return {name: choices for name, choices in facets.items() if len(choices) > 1}
