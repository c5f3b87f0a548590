"""What a feature says about itself, and how its lists are filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from entregent.guide import Guide
from entregent.guide.rules import Role
from entregent.pages.page import Document, Page
from entregent.pages.view import View

Choices = Sequence[tuple[str, str]]
"""Values and the words for them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to find."""

    page: str
    """Path of the page it stands on, as `rules/some-id`."""
    kind: str
    """What it is, as the interface names it: the word `kind-...` of its feature."""
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


class Kind(NamedTuple):
    """How the search shows the entries of a collection."""

    collection: str
    name: str
    prior: float
    title: str = "title"
    """The key that holds what an entry is called."""
    answer: str = ""
    """The key that holds what a reader in a hurry needs to know."""
    page: str = ""
    """The page on which the entries stand together; empty where each has its own."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A page type: its folder's name, what it makes of a guide, and how others show the way to it."""

    name: str
    pages: Callable[[Guide, View], Iterator[Page]]
    documents: Callable[[Guide, View], Iterator[Document]] | None = None
    kinds: tuple[Kind, ...] = ()
    """The collections whose entries the search finds."""
    entries: Callable[[Guide, View], Iterator[Entry]] | None = None
    """What the search finds beside the entries of `kinds`, such as the lines of checklists."""
    start: str = ""
    """Path of the page that it begins with."""
    card: str = ""
    """Name of the collection without which this feature has no card; empty for never a card."""
    rank: int = 0
    """The place of its card among those of the others."""


SIDES: list[Role] = [role for role in Role if role is not Role.BOTH]
"""The roles that readers choose from."""


def roles(role: Role) -> list[Role]:
    """The roles under which a reader finds an entry: one for everybody is found under each."""
    return SIDES if role is Role.BOTH else [role]


def facets(
    entries: Iterable[Any], choices: Mapping[str, tuple[Choices, Callable[[Any], Iterable[str]]]]
) -> dict[str, Choices]:
    """What entries can be filtered by: of the choices of each facet those that tell some entries from others.

    A facet is given by its choices, in their order, and the values that an entry has.
    """
    entries = list(entries)
    found: dict[str, Choices] = {}
    for name, (pairs, values_of) in choices.items():
        used = {str(value) for entry in entries for value in values_of(entry)}
        kept = [pair for pair in pairs if pair[0] in used]
        if len(kept) > 1:
            found[name] = kept
    return found


def worded(view: View, name: str, values: Iterable[str]) -> Choices:
    """Choices whose words are those of the interface: `weight-must` for the value `must` of `weight`."""
    return [
        (str(value), view.words[f"{name}-{value}"]) for value in values if f"{name}-{value}" in view.words
    ]
