"""What the model declares of its keys: which hold texts, which refer to entries, of which addresses are made.

Declarations stand in the types of `fields`, so that checks, search and tests find them without lists of keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any, ClassVar, NamedTuple, TypeAlias, get_args

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Whatever rules.yaml is made of: frozen, and without keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    whole: ClassVar[frozenset[str]] = frozenset()
    """Keys whose lists make sense only with all that stands in them."""


class TextKind(Enum):
    """What becomes of a text; whatever bears no kind is an id, a date or the like."""

    SHOWN = "shown"
    """Read on a page, with inline Markdown."""
    SENT = "sent"
    """Copied as it is."""
    TYPED = "typed"
    """Typed by readers who search, and read by nobody."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """A value that is the id of an entry of this collection."""

    collection: str


@dataclass(frozen=True, slots=True)
class Address:
    """An id of which an address in the site is made, and those that the site needs for itself."""

    reserved: tuple[str, ...]


Declaration: TypeAlias = TextKind | RefersTo | Address


class Key(NamedTuple):
    """A key of an entry."""

    name: str
    """What it is called in Python."""
    key: str
    """What it is called in rules.yaml."""
    declares: Declaration | None
    """What its type says of the strings that it holds, in lists too."""
    parts: tuple[type[Part], ...]
    """The kinds of entries that it may hold."""
    choices: tuple[str, ...]
    """The values of a closed list; empty where there is none."""


@cache
def keys_of(model: type[Part]) -> tuple[Key, ...]:
    """The keys of a kind of entry, in their order."""
    return tuple(
        _key(name, field.alias or name, field.rebuild_annotation())
        for name, field in model.model_fields.items()
    )


def _key(name: str, key: str, annotation: Any) -> Key:
    inside = list(_within(annotation))
    # The last is the outermost: a type made of another replaces what that one says.
    declares = next((part for part in reversed(inside) if isinstance(part, Declaration)), None)
    parts = tuple(part for part in inside if isinstance(part, type) and issubclass(part, Part))
    lists = (part for part in inside if isinstance(part, type) and issubclass(part, StrEnum))
    return Key(name, key, declares, parts, tuple(str(choice) for choices in lists for choice in choices))


def _within(annotation: Any) -> Iterator[Any]:
    """A type, and whatever it is made of."""
    yield annotation
    for argument in get_args(annotation):
        yield from _within(argument)
