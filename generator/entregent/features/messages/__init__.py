"""The messages: a list to find one's case in, and a page for each, to fill in, count, copy and send."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from entregent.guide import Guide
from entregent.guide.fields import Register
from entregent.guide.filling import with_examples
from entregent.guide.messages import Message, units
from entregent.pages.feature import Feature
from entregent.pages.filtering import Facet, filters, sides, titled, worded
from entregent.pages.forms import form_of
from entregent.pages.page import Page
from entregent.pages.view import Kind, View

INDEX = "messages/index"
KIND = Kind("messages", "message", 0.95, answer="purpose")

# How long a message is, its blanks filled in as their examples show, in UTF-16 code units.
LENGTHS = {"short": 200, "medium": 500, "long": inf}


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of messages, then the messages in the order of their sections."""
    sections = guide.index.by_section("messages")
    facets = {
        "section": Facet(titled(guide.sections), lambda message: [message.section]),
        "role": Facet(worded(view, "role", sides(guide)), lambda message: [message.role]),
        "channel": Facet(titled(guide.channels), lambda message: [message.channel]),
        "register": Facet(
            worded(view, "register", Register),
            lambda message: [variant.register_ for variant in message.text if variant.register_],
        ),
        "length": Facet(worded(view, "length", LENGTHS), lambda message: [_length(message, guide)]),
    }
    listed = {
        "sections": [pair for pair in sections if pair[1]],
        "filters": filters(guide.messages, facets),
        "channels": titled(guide.channels),
        "downloads": view.publication.downloads,
    }
    yield view.page(INDEX, "list.html.jinja", listed)
    for _, messages in sections:
        for message in messages:
            yield view.entry_page(KIND, message, "message.html.jinja", _context(guide, message))


def _context(guide: Guide, message: Message) -> dict[str, object]:
    return {
        "form": form_of(guide, message),
        "section": guide.index.one("sections", message.section),
        "rules": guide.index.referring("rules", "messages", message.id),
    }


def _length(message: Message, guide: Guide) -> str:
    longest = max(units(with_examples(variant.text, guide)) for variant in message.text)
    return next(name for name, most in LENGTHS.items() if longest <= most)


FEATURE = Feature("messages", pages, "messages", kind=KIND, start=INDEX, rank=2, components=("message-form",))
