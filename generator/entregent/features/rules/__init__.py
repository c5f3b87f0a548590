"""The rules: a list that filters, and a page for each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from entregent.checklists import page_of
from entregent.model import Guide, Moment, Role, Rule, Weight
from entregent.page import Page
from entregent.view import View

INDEX = "rules/index.md"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of all rules, then the rules in the order of their sections."""
    sections = [
        (section, [rule for rule in guide.rules if rule.section == section.id]) for section in guide.sections
    ]
    yield Page(
        path=INDEX,
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        body=view.render(
            "list.md.jinja",
            sections=sections,
            facets=_facets(guide, view),
            roles=_roles,
            total=len(guide.rules),
        ),
    )
    for section, rules in sections:
        for rule in rules:
            yield Page(
                path=f"rules/{rule.id}.md",
                title=view.printed(rule.title),
                description=view.plain(rule.answer),
                parent=INDEX,
                entry=("rules", rule.id),
                body=view.render(
                    "rule.md.jinja",
                    guide=guide,
                    section=section,
                    rule=rule,
                    checklist=page_of(guide, rule),
                    month=view.month,
                    **_linked(guide, rule),
                ),
            )


def _roles(rule: Rule) -> list[Role]:
    """The roles under which a reader finds a rule: one for everybody is found under each."""
    return [role for role in Role if role is not Role.BOTH] if rule.role is Role.BOTH else [rule.role]


def _facets(guide: Guide, view: View) -> dict[str, list[tuple[str, str]]]:
    used = {channel for rule in guide.rules for channel in rule.channels}
    enums: dict[str, Iterable[StrEnum]] = {
        "role": [
            role for role in Role if role is not Role.BOTH and any(role is rule.role for rule in guide.rules)
        ],
        "moment": Moment,
        "weight": Weight,
    }
    words = {
        name: [(str(value), view.words[f"{name}-{value}"]) for value in values]
        for name, values in enums.items()
    }
    channels = [(channel.id, channel.title) for channel in guide.channels if channel.id in used]
    return {"role": words["role"], "moment": words["moment"], "channel": channels, "weight": words["weight"]}


def _linked(guide: Guide, rule: Rule) -> dict[str, list[object]]:
    """The entries that a rule names, in the order in which it names them."""
    linked: dict[str, list[object]] = {}
    for name, collection in (
        ("channels", guide.channels),
        ("scenarios", guide.scenarios),
        ("messages", guide.messages),
        ("related", guide.rules),
        ("facts", guide.facts),
        ("sources", guide.sources),
    ):
        entries = {entry.id: entry for entry in collection}
        linked[name] = [entries[identifier] for identifier in getattr(rule, name)]
    return linked
