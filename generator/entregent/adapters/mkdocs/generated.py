"""What one build adds to the files of the user: pages that exist nowhere else, and what goes with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from entregent import site
from entregent.adapters import downloads, pdf, unset
from entregent.adapters.mkdocs import written
from entregent.features.search import Entry
from entregent.model import Guide
from entregent.page import Asset, Page, with_urls
from entregent.view import Publication


class Generated:
    """The pages and files that are made from a guide in one locale."""

    def __init__(self, guide: Guide, locale: str, config: MkDocsConfig, fonts: tuple[Path, ...]) -> None:
        self._guide, self._locale, self._config = guide, locale, config
        publication = Publication(
            config.site_url or "", downloads=downloads.OFFERED, directory_urls=config.use_directory_urls
        )
        documents = site.documents(guide, locale, publication) if pdf.available() else ()
        self._pdfs, self.unset = unset.rendered(documents, fonts)
        """PDFs, and the documents of which none can be made."""
        publication = replace(publication, documents=frozenset(asset.path for asset in self._pdfs))
        made = site.pages(guide, locale, publication)
        self.pages: dict[str, Page] = {page.path: page for page in made}
        self.files: dict[str, File] = {}
        self._others: list[Entry] = []

    def add_to(self, files: Files) -> None:
        """Put them among the files of the user; raises PluginError where one of these is in the way."""
        theirs = {file.dest_uri: file for file in files.documentation_pages()}
        self.files = {path: self._file(page) for path, page in self.pages.items()}
        for file in self.files.values():
            if found := theirs.get(file.dest_uri):
                raise PluginError(
                    f"{found.abs_src_path} stands where Entregent makes a page: rename that file"
                )
        for asset in self._assets():
            self.files[asset.path] = File.generated(self._config, asset.path, content=asset.content)
        for path, page in self.pages.items():
            self.files[path].content_string = self._source(page)
        for file in self.files.values():
            files.append(file)

    def navigation(self) -> list[dict[str, str]]:
        """The pages that stand in the navigation, each under its short title."""
        return [{str(escape(page.short_title)): page.path} for page in self.pages.values() if not page.parent]

    def neighbours(self, page: Page) -> tuple[MkDocsPage | None, MkDocsPage | None]:
        """The pages before and after a page among those that hang on the same one."""
        siblings = [path for path, other in self.pages.items() if page.parent and other.parent == page.parent]
        index = siblings.index(page.path) if siblings else 0
        before = self.files[siblings[index - 1]].page if index else None
        after = self.files[siblings[index + 1]].page if index + 1 < len(siblings) else None
        return before, after

    def remember(self, page: MkDocsPage, html: str) -> None:
        """Remember what a hand-written page says, for the search."""
        if page.file.src_uri not in self.pages:
            self.files[page.file.src_uri] = page.file
            self._others.append(written.entry(page, html))

    def index(self) -> Asset:
        """What the search looks into, once all pages are known."""
        return site.index(self._guide, self._locale, self.pages.values(), self.url, self._others)

    def url(self, path: str) -> str:
        """The address of a page, seen from the root of its locale."""
        return self.files[path].url

    def _assets(self) -> Iterator[Asset]:
        yield from site.assets(self._locale)
        yield from self._pdfs
        yield from downloads.files(self._guide)

    def _file(self, page: Page) -> File:
        inclusion = InclusionLevel.NOT_IN_NAV if page.parent else InclusionLevel.UNDEFINED
        return File.generated(self._config, page.path, content="", inclusion=inclusion)

    def _source(self, page: Page) -> str:
        here = self.files[page.path]
        body = with_urls(page.body, page.path, lambda path: self.files[path].url_relative_to(here))
        meta = {"title": escape(page.title), "description": escape(page.description)}
        return f"---\n{json.dumps(meta)}\n---\n{body}"
