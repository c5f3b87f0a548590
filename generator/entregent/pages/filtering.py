"""How readers filter a list of entries: the choices they have, and what marks each entry for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from entregent.guide import Guide
from entregent.guide.rules import Role
from entregent.pages.view import View

Choices = Mapping[str, str]
"""Values and the words for them."""


class Facet(NamedTuple):
    """Something to choose by: all the choices there may be, in their order, and the values of an entry."""

    choices: Choices
    values: Callable[[Any], Iterable[str]]


class Filters(NamedTuple):
    """What the component `filter` shows."""

    facets: Mapping[str, Choices]
    """Of the choices of each facet those that tell some entries from others."""
    marks: Mapping[str, Mapping[str, str]]
    """The values of each entry, by its id and the facet, with spaces between them."""
    total: int


def filters(entries: Sequence[Any], facets: Mapping[str, Facet]) -> Filters:
    """The filters of a list of entries."""
    kept: dict[str, Choices] = {}
    for name, facet in facets.items():
        used = {value for entry in entries for value in facet.values(entry)}
        kept[name] = {value: word for value, word in facet.choices.items() if value in used}
    return Filters(
        {name: choices for name, choices in kept.items() if len(choices) > 1},
        {entry.id: {name: _mark(entry, facet) for name, facet in facets.items()} for entry in entries},
        len(entries),
    )


def sides(guide: Guide, role: str = Role.BOTH) -> list[str]:
    """The roles that readers choose from, or those under which they find an entry for `role`."""
    every = [*(own for own in Role if own is not Role.BOTH), *titled(guide.roles)]
    return every if role is Role.BOTH else [role]


def worded(view: View, name: str, values: Iterable[str]) -> Choices:
    """Choices whose words are those of the interface: `weight-must` for the value `must` of `weight`."""
    return {str(value): view.words[f"{name}-{value}"] for value in values}


def titled(entries: Iterable[Any]) -> Choices:
    """Choices that are entries of the guide, each by its title."""
    return {entry.id: entry.title for entry in entries}


def _mark(entry: Any, facet: Facet) -> str:
    """The values of an entry; one for everybody is found under each role."""
    values = facet.values(entry)
    return " ".join(side for value in values for side in (facet.choices if value is Role.BOTH else [value]))
