"""What a feature says about itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from entregent.guide import Guide
from entregent.pages.page import Asset, Document, Page
from entregent.pages.view import Kind, View


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to find."""

    page: str
    """Path of the page it stands on, as `rules/some-id`."""
    kind: str
    """What it is, as the interface names it: the word `kind-...`."""
    title: str
    answer: str = ""
    """What a reader in a hurry needs to know."""
    keywords: tuple[str, ...] = ()
    """What readers call it, though it does not say so itself."""
    text: str = ""
    """All else that it says."""
    anchor: str = ""
    prior: float = 1.0
    """How likely it is what is looked for, before anything is known of the query."""


def _nothing(guide: Guide, view: View) -> tuple[()]:
    """What a feature makes of a guide where it has nothing of a kind."""
    return ()


@dataclass(frozen=True, slots=True)
class Feature:
    """A page type: its folder's name, what it makes of a guide, and how others show the way to it."""

    name: str
    pages: Callable[[Guide, View], Iterator[Page]]
    collection: str = "rules"
    """Without entries in this collection there are no pages, and no card that leads to them."""
    documents: Callable[[Guide, View], Iterable[Document]] = _nothing
    files: Callable[[Guide, View], Iterable[Asset]] = _nothing
    """Files that its scripts read."""
    kind: Kind | None = None
    """The entries of the guide that the search finds on its pages."""
    entries: Callable[[Guide, View], Iterable[Entry]] = _nothing
    """What the search finds beside the entries of `kind`, such as the lines of checklists."""
    start: str = ""
    """Path of the page to which its card leads; empty for no card."""
    rank: int = 0
    """The place of its card among those of the others."""
    components: tuple[str, ...] = ()
    """Names of components that its pages load and other pages do not, unless their features name them too."""
