"""The rules: a list that filters, and a page for each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.guide import Guide
from entregent.guide.groups import page_of
from entregent.guide.rules import Moment, Rule, Section, Weight
from entregent.pages.feature import SIDES, Choices, Feature, Kind, facets, roles, worded
from entregent.pages.page import Page
from entregent.pages.view import View

INDEX = "rules/index"
_NAMED = ("channels", "scenarios", "messages", "facts", "sources")


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of all rules, then the rules in the order of their sections."""
    sections = guide.index.by_section("rules")
    yield Page(
        path=INDEX,
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        html=view.render(
            "list.html.jinja",
            INDEX,
            sections=sections,
            facets=_facets(guide, view),
            roles=roles,
            total=len(guide.rules),
        ),
    )
    for section, rules in sections:
        for rule in rules:
            yield _page(guide, view, section, rule)


def _page(guide: Guide, view: View, section: Section, rule: Rule) -> Page:
    path = f"rules/{rule.id}"
    named = {name: guide.index.many(name, getattr(rule, name)) for name in _NAMED}
    return Page(
        path=path,
        title=view.typeset(rule.title),
        description=view.plain(rule.answer),
        parent=INDEX,
        entry=("rules", rule.id),
        html=view.render(
            "rule.html.jinja",
            path,
            guide=guide,
            section=section,
            rule=rule,
            checklist=page_of(guide, rule),
            month=view.month,
            related=guide.index.many("rules", rule.related),
            **named,
        ),
    )


def _facets(guide: Guide, view: View) -> dict[str, Choices]:
    channels = [(channel.id, channel.title) for channel in guide.channels]
    return facets(
        guide.rules,
        {
            "role": (worded(view, "role", SIDES), lambda rule: [rule.role]),
            "moment": (worded(view, "moment", Moment), lambda rule: [rule.moment]),
            "channel": (channels, lambda rule: rule.channels),
            "weight": (worded(view, "weight", Weight), lambda rule: [rule.weight]),
        },
    )


FEATURE = Feature(
    "rules",
    pages,
    kinds=(Kind("rules", "rule", 1.0, answer="answer"),),
    start=INDEX,
    card="rules",
    rank=1,
)
