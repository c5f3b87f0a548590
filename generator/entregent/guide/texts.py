"""The strings within a part of a guide of which the model declares something, with the way to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from entregent.guide.declarations import Address, Declaration, Part, RefersTo, TextKind, keys_of
from entregent.source import Path

Strings: TypeAlias = dict[type, list[Any]]
"""By kind of declaration: the way to a string (but for its locale), the string, and what is declared."""


def strings_in(part: object) -> Strings:
    """Every string within a part of which the model declares something, in the order of its keys."""
    found: Strings = {TextKind: [], RefersTo: [], Address: []}
    _collect(part, (), None, found)
    return found


def texts(part: object) -> Iterator[tuple[Path, str]]:
    """The texts within a part that readers meet, in the order of its keys."""
    return ((path, text) for path, text, kind in strings_in(part)[TextKind] if kind is not TextKind.TYPED)


def _collect(value: object, path: Path, declares: Declaration | None, found: Strings) -> None:
    if isinstance(value, str):
        if declares is not None:
            found[type(declares)].append((path, value, declares))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _collect(item, (*path, index), declares, found)
    elif isinstance(value, Part):
        for key in keys_of(type(value)):
            if key.declares or key.parts:
                _collect(getattr(value, key.name, None), (*path, key.key), key.declares, found)
