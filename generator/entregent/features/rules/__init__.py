"""The rules: a list that filters, and a page for each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.guide import Guide
from entregent.guide.groups import page_of
from entregent.guide.rules import Moment, Rule, Weight
from entregent.pages.feature import Feature
from entregent.pages.filtering import Facet, filters, sides, titled, worded
from entregent.pages.page import Page
from entregent.pages.view import Kind, View

INDEX = "rules/index"
KIND = Kind("rules", "rule", 1.0, answer="answer")


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of all rules, then the rules in the order of their sections."""
    sections = guide.index.by_section("rules")
    facets = {
        "role": Facet(worded(view, "role", sides(guide)), lambda rule: [rule.role]),
        "moment": Facet(
            worded(view, "moment", [*Moment, *titled(guide.moments)]), lambda rule: [rule.moment]
        ),
        "channel": Facet(titled(guide.channels), lambda rule: rule.channels),
        "weight": Facet(worded(view, "weight", Weight), lambda rule: [rule.weight]),
    }
    context = {"sections": sections, "filters": filters(guide.rules, facets)}
    yield view.page(INDEX, "list.html.jinja", context)
    for _, rules in sections:
        for rule in rules:
            yield view.entry_page(KIND, rule, "rule.html.jinja", _context(guide, rule))


def _context(guide: Guide, rule: Rule) -> dict[str, object]:
    index = guide.index
    messages = index.many("messages", rule.messages)
    names = [name for message in messages for name in message.placeholders]
    return {
        "rule": rule,
        "section": index.one("sections", rule.section),
        "channels": index.many("channels", rule.channels),
        "decisions": index.referring("decisions", "rules", rule.id),
        "checklist": page_of(guide, rule),
        "facts": index.many("facts", rule.facts),
        "scenarios": index.many("scenarios", rule.scenarios),
        "messages": messages,
        "labels": {blank.id: blank.label for blank in index.many("placeholders", names)},
        "related": index.many("rules", rule.related),
        "sources": index.many("sources", rule.sources),
    }


FEATURE = Feature("rules", pages, kind=KIND, start=INDEX, rank=1)
