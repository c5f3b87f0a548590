"""Values within a part of a guide, with the way to them, found by what the model declares of them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from typing import Any, TypeVar

from entregent.guide.declarations import Part, TextKind, declared, parts_in

T = TypeVar("T")
TextPath = tuple[str | int, ...]

READ = frozenset({TextKind.SHOWN, TextKind.SENT})
"""The kinds of texts that readers meet."""


def texts(
    part: object, kinds: Container[TextKind] = READ, path: TextPath = ()
) -> Iterator[tuple[TextPath, str]]:
    """The texts of these kinds within a part, in the order of its keys."""
    for place, text, kind in values(part, TextKind, path):
        if kind in kinds:
            yield place, text


def values(
    part: object, kind: type[T], path: TextPath = (), declaration: T | None = None
) -> Iterator[tuple[TextPath, str, T]]:
    """Every string within a part of whose key the model declares something of this kind, and what it says."""
    if isinstance(part, Part):
        # To mypy, a class is as hashable as what it makes.
        for name, key, declares in _keys(type(part), kind):  # type: ignore[arg-type]
            yield from values(getattr(part, name, None), kind, (*path, key), declares)
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from values(item, kind, (*path, index), declaration)
    elif isinstance(part, str) and declaration is not None:
        yield path, part, declaration


@cache
def _keys(model: type[Part], kind: Any) -> tuple[tuple[str, str, Any], ...]:
    """Name, key in rules.yaml and declaration of each field in or below which there is one of this kind."""
    fields = [
        (name, field.alias or name, declared(field, kind), field.annotation)
        for name, field in model.model_fields.items()
    ]
    return tuple(
        (name, key, declaration)
        for name, key, declaration, annotation in fields
        if declaration is not None or any(_keys(part, kind) for part in parts_in(annotation))
    )


def entries_of(guide: Part) -> Iterator[tuple[str, int, Any]]:
    """Every entry that has an id, with its collection and its position there."""
    for collection, entries in guide:
        for index, entry in enumerate(entries if isinstance(entries, tuple) else ()):
            if hasattr(entry, "id"):
                yield collection, index, entry
