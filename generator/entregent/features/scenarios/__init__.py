"""The scenarios: a list of situations, and a page for each with what to take from it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from entregent.guide import Guide
from entregent.pages.feature import Feature
from entregent.pages.page import Page
from entregent.pages.view import Kind, View

INDEX = "scenarios/index"
KIND = Kind("scenarios", "scenario", 0.85, answer="situation")


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of scenarios, then each of them."""
    yield view.page(INDEX, "list.html.jinja", {"scenarios": guide.scenarios})
    for scenario, following in zip_longest(guide.scenarios, guide.scenarios[1:]):
        context = {
            "scenario": scenario,
            "following": following,
            "rules": guide.index.referring("rules", "scenarios", scenario.id),
            "sources": guide.index.many("sources", scenario.sources),
        }
        yield view.entry_page(KIND, scenario, "scenario.html.jinja", context)


FEATURE = Feature("scenarios", pages, "scenarios", kind=KIND, start=INDEX, rank=4)
