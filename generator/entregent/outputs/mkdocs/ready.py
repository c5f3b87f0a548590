"""A page that MkDocs is handed with its HTML, so that neither Markdown nor front matter is read for it."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from entregent.pages.page import Page

_ID = re.compile(r'\bid="([^"]+)"')


class ReadyPage(MkDocsPage):
    """A generated page; what other plugins see of it as `page.content` is its finished HTML."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(str(escape(page.short_title or page.title)), file, config)
        self._page = page
        # Material prints both without escaping them.
        self.meta: MutableMapping[str, Any] = {
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
        }

    @property
    def content(self) -> str | None:
        """The finished HTML, or what another plugin has made of it."""
        return self._content.decode()

    @content.setter
    def content(self, html: str | None) -> None:
        # MkDocs holds the content of all pages until the last one is written; this takes half the memory.
        self._content = (html or "").encode()

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The content is there already."""
        self.content = self._page.html
        # The title alone, for the link past the navigation: our pages are too short for a table of contents.
        self.toc = TableOfContents([AnchorLink(str(self.meta["title"]), "title", 1)])

    @property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """The places that hand-written pages may link to."""
        return set(_ID.findall(self._page.html))
