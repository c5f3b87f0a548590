"""The facts about platforms: what each says, where and when it was read, and which rules rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.guide import Guide
from entregent.pages.feature import Feature, Kind
from entregent.pages.page import Page
from entregent.pages.view import View

INDEX = "facts/index"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """Nothing for a guide without facts, else one page, which is a child of that of the sources."""
    if not guide.facts:
        return
    facts = [
        {
            "fact": fact,
            "source": guide.index.one("sources", fact.source),
            "checked": view.month(fact.checked),
            "review": view.day(fact.review_by),
            "rules": guide.index.referring("rules", "facts", fact.id),
        }
        for fact in guide.facts
    ]
    yield Page(
        path=INDEX,
        title=view.words["title"],
        description=view.words["lead"],
        parent="sources/index",
        html=view.render("facts.html.jinja", INDEX, facts=facts),
    )


FEATURE = Feature("facts", pages, kinds=(Kind("facts", "fact", 0.75, title="statement", page=INDEX),))
