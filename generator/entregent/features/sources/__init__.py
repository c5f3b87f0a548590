"""The sources: the texts that the rules are drawn from, and which rule owes what to whom."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.model import Guide
from entregent.page import Page
from entregent.view import View


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """Nothing for a guide that names no source, else one page."""
    if not guide.sources:
        return
    cited = [
        (source, [rule for rule in guide.rules if source.id in rule.sources]) for source in guide.sources
    ]
    yield Page(
        path="sources/index.md",
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        body=view.render("sources.md.jinja", guide=guide, cited=cited),
    )
