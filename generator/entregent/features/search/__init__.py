"""The search: a page of its own, what can be found, and the script that finds it.

`entries` says what a reader can find in a guide; `index` packs it into one file, which a browser fetches
once the reader reaches for the search; `scripts` are the engine that goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from entregent.features.search.entries import entries
from entregent.features.search.index import INDEX, MAX_CARDS, index
from entregent.features.search.script import scripts
from entregent.guide import Guide
from entregent.pages.feature import Feature
from entregent.pages.page import Page
from entregent.pages.view import View

__all__ = ["FEATURE", "INDEX", "PAGE", "entries", "index", "scripts"]

PAGE = "search"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The page to which other pages' links to the search lead where there are no scripts."""
    context = {"cards": view.cards[:MAX_CARDS]}
    yield view.page(PAGE, "search.html.jinja", context, parent="index", searched=False)


FEATURE = Feature("search", pages)
