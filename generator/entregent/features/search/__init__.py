"""The search: a page of its own, what can be found, and the script that finds it.

`entries` says what a reader can find in a guide; `index` packs it into one file, which a browser fetches
once the reader reaches for the search; `scripts` are the engine that goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from entregent.features.search.entries import Entry, entries
from entregent.features.search.index import index
from entregent.features.search.script import scripts
from entregent.model import Guide
from entregent.page import Page
from entregent.view import View

__all__ = ["PAGE", "Entry", "doors", "entries", "index", "pages", "scripts"]

PAGE = "search.md"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The page that other pages' doors to the search lead to where there are no scripts."""
    yield Page(
        path=PAGE,
        title=view.words["title"],
        description=view.words["lead"],
        parent="index.md",
        searched=False,
        body=view.render("search.md.jinja", doors=doors(guide)),
    )


def doors(guide: Guide) -> list[str]:
    """Where a reader can go on who has not found anything: the names of three features with pages."""
    there = {
        "rules": guide.rules,
        "messages": guide.messages,
        "checklist": guide.rules,
        "scenarios": guide.scenarios,
        "home": guide.rules,
    }
    return [name for name, pages in there.items() if pages][:3]
