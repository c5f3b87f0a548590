"""The first page: the decisions, entries for what the reader is about to do, cards of other features."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.guide import Guide
from entregent.guide.rules import Role, Rule, Weight
from entregent.pages.feature import Feature
from entregent.pages.page import Page
from entregent.pages.view import View

INDEX = "index"
RULES_PER_ENTRY = 3

ENTRIES: dict[str, str] = {Role.SENDER: "write", Role.RECIPIENT: "receive", Role.INTRODUCER: "meet"}
"""The roles that have an entry, each with the name of its words; what holds for everybody is in the last."""


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The home page, shorter by every feature that the guide has nothing for."""
    named = ENTRIES | {role.id: role.id for role in guide.roles}
    entries = [(name, role, _weightiest(guide, role)) for role, name in named.items()]
    yield view.page(
        INDEX,
        "home.html.jinja",
        {
            "tagline": guide.tagline,
            "decisions": guide.decisions,
            "entries": [entry for entry in entries if entry[2]],
            "cards": [card for card in view.cards if card.page != INDEX],
        },
        title=view.typeset(guide.title),
        description=view.plain(guide.description),
        short_title=view.words["home"],
    )


def _weightiest(guide: Guide, role: str) -> list[Rule]:
    roles, weights = [role, *([Role.BOTH] if role == Role.INTRODUCER else [])], list(Weight)
    found = [rule for rule in guide.rules if rule.role in roles]
    found.sort(key=lambda rule: (roles.index(rule.role), weights.index(rule.weight)))
    return found[:RULES_PER_ENTRY]


FEATURE = Feature("home", pages, start=INDEX, rank=9)
