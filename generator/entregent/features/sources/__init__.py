"""The sources: the texts that the rules are drawn from, and which rule owes what to whom."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.guide import Guide
from entregent.pages.feature import Feature
from entregent.pages.page import Page
from entregent.pages.view import Kind, View

INDEX = "sources/index"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """One page."""
    cited = [(source, guide.index.referring("rules", "sources", source.id)) for source in guide.sources]
    yield view.page(INDEX, "sources.html.jinja", {"cited": cited, "has_facts": bool(guide.facts)})


FEATURE = Feature(
    "sources", pages, "sources", kind=Kind("sources", "source", 0.4, answer="about", page=INDEX)
)
