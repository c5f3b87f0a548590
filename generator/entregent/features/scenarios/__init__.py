"""The scenarios: a list of situations, and a page for each with what to take from it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.guide import Guide
from entregent.pages.feature import Feature, Kind
from entregent.pages.page import Page
from entregent.pages.view import View

INDEX = "scenarios/index"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """Nothing for a guide without scenarios; else their list, then each of them."""
    if not guide.scenarios:
        return
    yield Page(
        path=INDEX,
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        html=view.render("list.html.jinja", INDEX, guide=guide),
    )
    for scenario in guide.scenarios:
        path = f"scenarios/{scenario.id}"
        yield Page(
            path=path,
            title=view.typeset(scenario.title),
            description=view.plain(scenario.situation),
            parent=INDEX,
            entry=("scenarios", scenario.id),
            html=view.render(
                "scenario.html.jinja",
                path,
                scenario=scenario,
                rules=guide.index.referring("rules", "scenarios", scenario.id),
                sources=guide.index.many("sources", scenario.sources),
            ),
        )


FEATURE = Feature(
    "scenarios",
    pages,
    kinds=(Kind("scenarios", "scenario", 0.85, answer="situation"),),
    start=INDEX,
    card="scenarios",
    rank=4,
)
