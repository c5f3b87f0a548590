"""The facts about platforms: what each says, where and when it was read, and which rules rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.guide import Guide
from entregent.pages.feature import Feature
from entregent.pages.page import Page
from entregent.pages.view import Kind, View

INDEX = "facts/index"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """One page, which is a child of that of the sources."""
    facts = [
        (fact, guide.index.one("sources", fact.source), guide.index.referring("rules", "facts", fact.id))
        for fact in guide.facts
    ]
    yield view.page(INDEX, "facts.html.jinja", {"facts": facts}, parent="sources/index")


FEATURE = Feature("facts", pages, "facts", kind=Kind("facts", "fact", 0.75, title="statement", page=INDEX))
