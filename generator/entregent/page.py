"""What a feature yields: pages of Markdown, files that go with them, and documents to print.

A page's body is portable Markdown: headings are Markdown, components are blocks of HTML without
blank lines, and links to other pages name their `.md` file, as any Markdown engine would resolve
them. `with_urls` turns those links into addresses for engines that leave HTML alone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"#:?]+\.(?:md|pdf|zip|plist|csv|json))([?#][^"]*)?"')


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the guide, in one locale."""

    path: str
    """Where it stands among the pages, as `rules/some-id.md`."""
    title: str
    """Plain text, never markup."""
    body: str
    """Markdown, the level-one heading included."""
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


def with_urls(body: str, path: str, url_of: Callable[[str], str]) -> str:
    """A page's body with every link to a page or to a file beside one replaced by what `url_of` says of it.

    `path` is the page's own; `url_of` takes a path such as `rules/some-id.md` and raises KeyError for
    a page that is not there.
    """
    folder = posixpath.dirname(path)

    def resolved(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, match[2]))
        return f'{match[1]}{url_of(target)}{match[3] or ""}"'

    return _LINK.sub(resolved, body)
