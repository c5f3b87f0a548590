"""How readers filter a list of entries: the choices they have, and what marks each entry for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from entregent.guide.rules import Role
from entregent.pages.view import View

Choices = Mapping[str, str]
"""Values and the words for them."""
SIDES: list[Role] = [role for role in Role if role is not Role.BOTH]
"""The roles that readers choose from."""


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


def filters(entries: Iterable[Any], facets: Mapping[str, Facet]) -> Filters:
    """The filters of a list of entries."""
    values = {entry.id: {name: [*facet.values(entry)] for name, facet in facets.items()} for entry in entries}
    kept: dict[str, Choices] = {}
    for name, facet in facets.items():
        used = {value for found in values.values() for value in found[name]}
        kept[name] = {value: word for value, word in facet.choices.items() if value in used}
    return Filters(
        {name: choices for name, choices in kept.items() if len(choices) > 1},
        {key: {name: _mark(some) for name, some in found.items()} for key, found in values.items()},
        len(values),
    )


def roles(role: Role) -> Sequence[Role]:
    """The roles under which a reader finds an entry: one for everybody is found under each."""
    return SIDES if role is Role.BOTH else [role]


def worded(view: View, name: str, values: Iterable[str]) -> Choices:
    """Choices whose words are those of the interface: `weight-must` for the value `must` of `weight`."""
    return {str(value): view.words[f"{name}-{value}"] for value in values}


def titled(entries: Iterable[Any]) -> Choices:
    """Choices that are entries of the guide, each by its title."""
    return {entry.id: entry.title for entry in entries}


def _mark(values: Iterable[str]) -> str:
    return " ".join(
        side for value in values for side in (roles(value) if isinstance(value, Role) else [value])
    )
