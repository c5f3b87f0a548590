"""The first page: three doors by what the reader is about to do, and a way to each tool."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.model import Guide, Role, Rule, Weight
from entregent.page import Page
from entregent.view import View

SHOWN_PER_DOOR = 3

# What each door leads to: the role that filters the rules, and the roles whose rules it shows first.
DOORS = (
    ("write", Role.SENDER, (Role.SENDER,)),
    ("receive", Role.RECIPIENT, (Role.RECIPIENT,)),
    ("meet", Role.INTRODUCER, (Role.INTRODUCER, Role.BOTH)),
)


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The home page, shorter by every tool that the guide has nothing for."""
    doors = [(name, role, _weightiest(guide, roles)) for name, role, roles in DOORS]
    tools = [name for name in ("messages", "scenarios") if getattr(guide, name)]
    yield Page(
        path="index.md",
        title=view.printed(guide.title),
        short_title=view.words["home"],
        description=view.plain(guide.description),
        body=view.render(
            "home.md.jinja",
            guide=guide,
            doors=[door for door in doors if door[2]],
            tools=["checklist", *tools],
        ),
    )


def _weightiest(guide: Guide, roles: tuple[Role, ...]) -> list[Rule]:
    weights = list(Weight)
    found = [rule for rule in guide.rules if rule.role in roles]
    return sorted(found, key=lambda rule: (roles.index(rule.role), weights.index(rule.weight)))[
        :SHOWN_PER_DOOR
    ]
