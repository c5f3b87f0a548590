"""What a feature yields: pages, files that go with them, and documents to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from markupsafe import escape

from entregent.guide.interface import Voice
from entregent.pages.addresses import address_of, relative, with_addresses
from entregent.pages.templates import template_of


@dataclass(frozen=True)
class Page:
    """One page of the guide, in one locale.

    All that its HTML is made of is in the page, so that pages which are equal have the same HTML.
    """

    path: str
    """Where it stands among the pages, without a suffix: `rules/some-id`."""
    title: str
    """Plain text, never markup."""
    template: str
    """What makes its HTML, such as `rules/list.html.jinja`."""
    context: Mapping[str, object]
    """What the template shows, each value such that it can be compared."""
    voice: Voice
    directory_urls: bool = False
    """Whether the addresses of pages are folders."""
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
    note: str = ""
    """What it says below its title, as plain text."""
    links: Mapping[str, str] = field(default_factory=dict)
    """The page of each thing that texts may link to, as in `Guide.links`."""
    assets: tuple[str, ...] = ()
    """Paths of the style sheets and scripts that it needs beside those of the whole site."""

    @property
    def html(self) -> str:
        """The whole content, complete with the level-one heading and the addresses of its links.

        In the template `page` is this page, `to(path, anchor)` the address of another page, and
        `to_file(path)` that of a file of the site.
        """
        own = address_of(self.path, self.directory_urls)

        def to(target: str, anchor: str = "") -> str:
            address = relative(address_of(target, self.directory_urls), own)
            return f"{address}#{anchor}" if anchor else address

        template = template_of(self.template, self.voice)
        html = template.render(self.context, page=self, to=to, to_file=partial(relative, start=own))
        html = with_addresses(html, self.links, to)
        note = f'</h1>\n<p class="eg-stale">{escape(self.note)}</p>'
        return html.replace("</h1>", note, 1) if self.note else html


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
        return address_of(page, self.directory_urls)

    def document(self, path: str) -> str:
        """The path of a document, as a page refers to it; empty where there is no such PDF."""
        return path if path in self.documents else ""

    def from_document(self, page: str, document: str) -> str:
        """Address of a page for a document: the public one if there is one; empty where no address can be."""
        if self.root or self.standalone:
            return f"{self.root}{self.address(page)}" if self.root else ""
        return relative(self.address(page), document)


UNPUBLISHED = Publication()
"""Nothing is known of how the guide is published."""
