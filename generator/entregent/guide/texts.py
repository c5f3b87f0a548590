"""The strings within a part of a guide of which the model declares something, with the way to them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TypeAlias

from entregent.guide.declarations import Declaration, Part, TextKind, keys_of
from entregent.source import Path

READ = frozenset({TextKind.SHOWN, TextKind.SENT})
"""The kinds of texts that readers meet."""
String: TypeAlias = tuple[Path, str, Declaration]
"""The way to a string in rules.yaml, but for its locale; the string; what the type of its key declares."""


def strings_in(part: object) -> list[String]:
    """Every string within a part of which the model declares something, in the order of its keys."""
    found: list[String] = []
    _collect(part, (), None, found)
    return found


def texts(part: object, kinds: Container[TextKind] = READ) -> Iterator[tuple[Path, str]]:
    """The texts of these kinds within a part, in the order of its keys."""
    return ((path, text) for path, text, declares in strings_in(part) if declares in kinds)


def _collect(value: object, path: Path, declares: Declaration | None, found: list[String]) -> None:
    if isinstance(value, str):
        if declares is not None:
            found.append((path, value, declares))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _collect(item, (*path, index), declares, found)
    elif isinstance(value, Part):
        for key in keys_of(type(value)):
            if key.declares or key.parts:
                _collect(getattr(value, key.name, None), (*path, key.key), key.declares, found)
