"""What the search knows of pages that somebody wrote by hand."""

from __future__ import annotations

from markupsafe import Markup
from mkdocs.structure.pages import Page

from entregent.features.search.entries import PAGE_PRIOR
from entregent.pages.feature import Entry


def entry(page: Page, html: str) -> Entry:
    """A hand-written page as something to find, by its title, its description and its text."""
    return Entry(
        page=page.file.url,
        kind="page",
        title=_text(str(page.title)),
        answer=_text(str(page.meta.get("description", ""))),
        text=_text(html),
        prior=PAGE_PRIOR,
    )


def _text(html: str) -> str:
    return Markup(html).striptags()  # noqa: S704  (what comes out is text again)
