"""What one build adds to the files of the user: pages that exist nowhere else, and what goes with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from entregent import site
from entregent.features.search import INDEX
from entregent.guide import Guide
from entregent.outputs import exports, pdf, unset
from entregent.outputs.mkdocs import written
from entregent.outputs.mkdocs.ready import ReadyPage
from entregent.outputs.publish import MARK, MARKED
from entregent.pages.addresses import with_addresses
from entregent.pages.feature import Entry
from entregent.pages.page import Document, Publication
from entregent.text.prose import prose_of


class LazyFile(File):
    """A file that is made when it is written, or when another plugin asks for its content."""

    def __init__(self, path: str, make: Callable[[], bytes], config: MkDocsConfig) -> None:
        super().__init__(path, None, config.site_dir, config.use_directory_urls)
        self.generated_by = "entregent"
        self._make = make

    @cached_property
    def _content(self) -> bytes:  # type: ignore[override]
        return self._make()


class Generated:
    """The pages and files that are made from a guide in one locale."""

    def __init__(
        self, guide: Guide, config: MkDocsConfig, fonts: tuple[Path, ...], *, previewed: bool
    ) -> None:
        self._guide, self._config, self._fonts = guide, config, fonts
        publication = Publication(
            config.site_url or "", downloads=exports.OFFERED, directory_urls=config.use_directory_urls
        )
        documents = site.documents(guide, publication) if pdf.available() else ()
        self._documents, self.unset = unset.tried(documents, fonts, haste=previewed)
        """Documents, and those of which no PDF can be made."""
        paths = frozenset(document.path for document in self._documents)
        self.publication = replace(publication, documents=paths)
        self.pages = {f"{page.path}.md": page for page in site.pages(guide, self.publication)}
        """The generated pages, by the path of the file that each stands for among the user's."""
        self._written: list[Entry] = []

    def add_to(self, files: Files) -> None:
        """Put them among the files of the user; raises PluginError where one of these is in the way."""
        docs = self._config.docs_dir
        theirs = {
            file.dest_uri: file for file in files if file.src_dir == docs or file.is_documentation_page()
        }
        last: dict[str, MkDocsPage] = {}
        for path, page in self.pages.items():
            inclusion = InclusionLevel.NOT_IN_NAV if page.parent else InclusionLevel.UNDEFINED
            file = File.generated(self._config, path, content="", inclusion=inclusion)
            _free(file, theirs)
            made = ReadyPage(page, file, self._config)
            if before := last.get(page.parent):
                before.next_page, made.previous_page = made, before
            last[page.parent] = made
            files.append(file)
        for asset in site.assets(self._guide.locale, self._guide.brand):
            files.append(File.generated(self._config, asset.path, content=asset.content))
        redirects = site.redirects(self._guide, self.pages.values(), self.publication)
        for asset in (*redirects, *site.files(self._guide, self.publication)):
            file = File.generated(self._config, asset.path, content=asset.content)
            _free(file, theirs)
            files.append(file)
        late: dict[str, Callable[[], bytes]] = {INDEX: self._index}
        late |= {document.path: partial(self._pdf, document) for document in self._documents}
        late |= {export.path: partial(export.render, self._guide) for export in exports.files(self._guide)}
        for path, make in late.items():
            files.append(LazyFile(path, make, self._config))
        mark = File.generated(self._config, MARK, content=MARKED, inclusion=InclusionLevel.INCLUDED)
        files.append(mark)

    def _pdf(self, document: Document) -> bytes:
        return pdf.render(document, self._fonts).content

    def _index(self) -> bytes:
        """What the search looks into; all pages are read before the first file is written."""
        address = self.publication.address
        return site.index(self._guide, self.pages.values(), address, self._written).content

    def navigation(self) -> list[dict[str, str]]:
        """The pages that stand in the navigation, each under its short title."""
        return [{str(escape(page.short_title)): path} for path, page in self.pages.items() if not page.parent]

    def footer(self, base: str) -> str:
        """What the guide says at the foot of a page from which `base` leads to the root of its locale."""
        guide, address = self._guide, self.publication.address
        footer = prose_of(guide.locale).inline(guide.brand.footer or "")
        return with_addresses(footer, guide.links, lambda page: f"{base.rstrip('/')}/{address(page)}")

    def remember(self, page: MkDocsPage, html: str) -> None:
        """Remember what a hand-written page says, for the search."""
        self._written.append(written.entry(page, html))


def _free(file: File, theirs: Mapping[str, File]) -> None:
    """Raise PluginError where a file of the user would be written to the same place."""
    if found := theirs.get(file.dest_uri):
        raise PluginError(f"{found.abs_src_path} stands where Entregent makes a page: rename that file")
