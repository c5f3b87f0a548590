"""What a feature yields: pages of finished HTML, files that go with them, and documents to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the guide, in one locale."""

    path: str
    """Where it stands among the pages, without a suffix: `rules/some-id`."""
    title: str
    """Plain text, never markup."""
    html: str
    """The whole content, complete with the level-one heading and the addresses of its links."""
    description: str = ""
    """One sentence of plain text, for search engines and shared links."""
    short_title: str = ""
    """The title where space is short: navigation and breadcrumbs."""
    parent: str = ""
    """Path of the page that lists this one; a page without a parent stands in the navigation."""
    entry: tuple[str, str] | None = None
    """Collection and id of the entry of rules.yaml that the page is made from."""
    searched: bool = True
    """Whether the search looks into it; not into a page that only repeats others."""
    assets: tuple[str, ...] = ()
    """Paths of the style sheets and scripts that it needs beside those of the whole site."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file to print, before it is set: a Typst template and what goes into it."""

    path: str
    """Where it stands among the pages, as `checklist/some-id.pdf`."""
    template: Path
    data: Mapping[str, object]
    """Handed to the template as JSON, where text is inert."""
    entries: tuple[tuple[str, str], ...] = ()
    """Collection and id of the entries of rules.yaml whose texts it holds."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages need: a style sheet, a script, a picture."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Publication:
    """How the guide is published in one locale: what its pages and documents may count on."""

    root: str = ""
    """Public address of the site in this locale, ending in a slash; empty where it is not known."""
    documents: frozenset[str] = frozenset()
    """Paths of the documents that stand beside the pages as PDFs, such as `checklist/some-id.pdf`."""
    downloads: tuple[tuple[str, str], ...] = ()
    """Files that the messages page offers: what each is, and its path."""
    directory_urls: bool = False
    """Whether a page's address is a folder, and not a file that ends in .html."""
    standalone: bool = False
    """Whether documents leave the site, so that only a public address can lead back to it."""

    def address(self, page: str) -> str:
        """Address of a page such as `rules/some-id`, seen from the root of its locale."""
        if not self.directory_urls:
            return f"{page}.html"
        return "" if page == "index" else f"{page.removesuffix('/index')}/"

    def from_document(self, page: str, document: str) -> str:
        """Address of a page for a document: the public one if there is one; empty where no address can be."""
        if self.root or self.standalone:
            return f"{self.root}{self.address(page)}" if self.root else ""
        return relative(self.address(page), document)


UNPUBLISHED = Publication()
"""Nothing is known of how the guide is published."""


def relative(address: str, start: str) -> str:
    """An address as a page or file at the address `start` refers to it; both are seen from the same root."""
    there, here = address.split("/"), start.split("/")[:-1]
    while here and len(there) > 1 and here[0] == there[0]:
        there, here = there[1:], here[1:]
    return "../" * len(here) + "/".join(there) or "./"
