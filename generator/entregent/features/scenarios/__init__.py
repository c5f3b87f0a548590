"""The scenarios: a list of situations, and a page for each with what to take from it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.guide import Guide
from entregent.pages.feature import Feature, Kind
from entregent.pages.page import Page
from entregent.pages.view import View

INDEX = "scenarios/index"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of scenarios, then each of them."""
    yield view.page(INDEX, "list.html.jinja", {"scenarios": guide.scenarios})
    for scenario in guide.scenarios:
        context = {
            "scenario": scenario,
            "rules": guide.index.rules_naming("scenarios", scenario.id),
            "sources": guide.index.many("sources", scenario.sources),
        }
        yield view.entry_page("scenarios", scenario, scenario.situation, "scenario.html.jinja", context)


FEATURE = Feature(
    "scenarios",
    pages,
    "scenarios",
    kind=Kind("scenarios", "scenario", 0.85, answer="situation"),
    start=INDEX,
    rank=4,
)
