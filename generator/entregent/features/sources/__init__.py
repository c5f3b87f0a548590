"""The sources: the texts that the rules are drawn from, and which rule owes what to whom."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.guide import Guide
from entregent.pages.feature import Feature, Kind
from entregent.pages.page import Page
from entregent.pages.view import View

INDEX = "sources/index"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """Nothing for a guide that names no source, else one page."""
    if not guide.sources:
        return
    cited = [(source, guide.index.referring("rules", "sources", source.id)) for source in guide.sources]
    yield Page(
        path=INDEX,
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        html=view.render("sources.html.jinja", INDEX, guide=guide, cited=cited),
    )


FEATURE = Feature("sources", pages, kinds=(Kind("sources", "source", 0.4, answer="about", page=INDEX),))
