"""The checklist: one line of each rule, to tick on the screen or on paper."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.model import Guide
from entregent.page import Page
from entregent.view import View


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """One page with a list for each section that has rules."""
    lists = [
        (section, [rule for rule in guide.rules if rule.section == section.id]) for section in guide.sections
    ]
    yield Page(
        path="checklist/index.md",
        title=view.words["title"],
        short_title=view.words["short-title"],
        description=view.words["lead"],
        body=view.render(
            "checklist.md.jinja", lists=[pair for pair in lists if pair[1]], total=len(guide.rules)
        ),
    )
