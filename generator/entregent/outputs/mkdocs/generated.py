"""What one build adds to the files of the user: pages that exist nowhere else, and what goes with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from entregent import site
from entregent.guide import Guide
from entregent.outputs import exports, pdf, unset
from entregent.outputs.mkdocs import written
from entregent.outputs.mkdocs.ready import ReadyPage
from entregent.pages.feature import Entry
from entregent.pages.page import Asset, Document, Page, Publication


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
        self._publication = replace(publication, documents=paths)
        self.pages = {f"{page.path}.md": page for page in site.pages(guide, self._publication)}
        """The generated pages, by the path of the file that each stands for among the user's."""
        self._files: dict[str, File] = {}
        self._written: dict[str, MkDocsPage] = {}
        self._others: list[Entry] = []

    def add_to(self, files: Files) -> None:
        """Put them among the files of the user; raises PluginError where one of these is in the way."""
        docs = self._config.docs_dir
        theirs = {
            file.dest_uri: file for file in files if file.src_dir == docs or file.is_documentation_page()
        }
        for path, page in self.pages.items():
            file = self._files[path] = self._file(path, page)
            _free(file, theirs)
            ReadyPage(page, file, self._config)
            files.append(file)
        for asset in site.assets(self._guide.locale):
            files.append(File.generated(self._config, asset.path, content=asset.content))
        for asset in site.redirects(self._guide, self.pages.values(), self._publication):
            file = File.generated(self._config, asset.path, content=asset.content)
            _free(file, theirs)
            files.append(file)
        for path, make in self._late():
            files.append(LazyFile(path, make, self._config))
        self._link_siblings()

    def _late(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        for document in self._documents:
            yield document.path, partial(self._pdf, document)
        for export in exports.files(self._guide):
            yield export.path, partial(export.render, self._guide)

    def _pdf(self, document: Document) -> bytes:
        return pdf.render(document, self._fonts).content

    def navigation(self) -> list[dict[str, str]]:
        """The pages that stand in the navigation, each under its short title."""
        return [{str(escape(page.short_title)): path} for path, page in self.pages.items() if not page.parent]

    def remember(self, page: MkDocsPage, html: str) -> None:
        """Remember what a hand-written page says, for the search."""
        if page.file.src_uri not in self.pages:
            self._written[page.file.src_uri] = page
            self._others.append(written.entry(page, html))

    def index(self) -> Asset:
        """What the search looks into, once all pages are known."""
        return site.index(self._guide, self.pages.values(), self.url, self._others)

    def url(self, path: str) -> str:
        """The address of a page, seen from the root of its locale."""
        if path in self._written:
            return str(self._written[path].file.url)
        return self._publication.address(path)

    def _link_siblings(self) -> None:
        """Lead from each page to those before and after it among the children of the same page."""
        siblings: dict[str, list[MkDocsPage]] = {}
        for path, page in self.pages.items():
            made = self._files[path].page
            assert made is not None
            siblings.setdefault(page.parent or path, []).append(made)
        for group in siblings.values():
            for before, after in pairwise(group):
                before.next_page, after.previous_page = after, before

    def _file(self, path: str, page: Page) -> File:
        inclusion = InclusionLevel.NOT_IN_NAV if page.parent else InclusionLevel.UNDEFINED
        return File.generated(self._config, path, content="", inclusion=inclusion)


def _free(file: File, theirs: Mapping[str, File]) -> None:
    """Raise PluginError where a file of the user would be written to the same place."""
    if found := theirs.get(file.dest_uri):
        raise PluginError(f"{found.abs_src_path} stands where Entregent makes a page: rename that file")
