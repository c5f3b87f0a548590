"""The facts about platforms: what each says, where and when it was read, and which rules rest on it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.model import Guide
from entregent.page import Page
from entregent.view import View


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """Nothing for a guide without facts, else one page, which hangs on that of the sources."""
    if not guide.facts:
        return
    sources = {source.id: source for source in guide.sources}
    facts = [
        {
            "fact": fact,
            "source": sources[fact.source],
            "checked": view.month(fact.checked),
            "review": view.day(fact.review_by),
            "rules": [rule for rule in guide.rules if fact.id in rule.facts],
        }
        for fact in guide.facts
    ]
    yield Page(
        path="facts/index.md",
        title=view.words["title"],
        description=view.words["lead"],
        parent="sources/index.md",
        body=view.render("facts.md.jinja", facts=facts),
    )
