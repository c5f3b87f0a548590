"""Every text within a part of a guide, with its kind and the way to it, as the model declares them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from entregent.fields import Part, TextKind, kind_of_text

TextPath = tuple[str | int, ...]

READ = frozenset({TextKind.SHOWN, TextKind.SENT})
"""The kinds of texts that readers meet."""


def texts(
    part: object, kinds: Container[TextKind] = READ, path: TextPath = ()
) -> Iterator[tuple[TextPath, str]]:
    """The texts of these kinds within a part, in the order of its keys."""
    if isinstance(part, Part):
        for name, key, kind in _keys(type(part)):
            value = getattr(part, name, None)
            if kind is None:
                yield from texts(value, kinds, (*path, key))
            elif kind in kinds:
                yield from _strings(value, (*path, key))
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from texts(item, kinds, (*path, index))


def _strings(value: object, path: TextPath) -> Iterator[tuple[TextPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))


@cache
def _keys(model: type[Part]) -> tuple[tuple[str, str, TextKind | None], ...]:
    """Name, key in rules.yaml and kind of each field."""
    return tuple(
        (name, field.alias or name, kind_of_text(field)) for name, field in model.model_fields.items()
    )
