"""The scenarios: a list of situations, and a page for each with what to take from it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.model import Guide
from entregent.page import Page
from entregent.view import View

INDEX = "scenarios/index.md"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """Nothing for a guide without scenarios; else their list, then each of them."""
    if not guide.scenarios:
        return
    yield Page(
        path=INDEX,
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        body=view.render("list.md.jinja", guide=guide),
    )
    for scenario in guide.scenarios:
        rules = [rule for rule in guide.rules if scenario.id in rule.scenarios]
        sources = [source for source in guide.sources if source.id in scenario.sources]
        yield Page(
            path=f"scenarios/{scenario.id}.md",
            title=view.printed(scenario.title),
            description=view.plain(scenario.situation),
            parent=INDEX,
            entry=("scenarios", scenario.id),
            body=view.render("scenario.md.jinja", scenario=scenario, rules=rules, sources=sources),
        )
