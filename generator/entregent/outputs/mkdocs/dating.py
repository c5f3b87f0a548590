"""Dates in the site come from its content, so that the same guide gives the same bytes on any day."""

from __future__ import annotations

import re

from mkdocs.structure.pages import Page

from entregent.guide import Guide

_LONG_AGO = "1980-01-01"
_LAST_CHANGED = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def date(page: Page, guide: Guide) -> None:
    """Date a page as its guide; MkDocs would take the day of the build."""
    page.update_date = guide.updated.isoformat() if guide.updated else _LONG_AGO


def without_unknown_dates(sitemap: str, guide: Guide) -> str:
    """The sitemap, silent about dates where the guide does not say when it was changed."""
    return sitemap if guide.updated else _LAST_CHANGED.sub("", sitemap)
