"""What the model declares of its keys: which hold texts, which refer to entries, of which addresses are made.

Declarations stand in the types of `fields`, so that checks, search and tests find them without lists of keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

T = TypeVar("T")


class Part(BaseModel):
    """Whatever rules.yaml is made of: frozen, and without keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


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


def declared(field: FieldInfo, kind: type[T]) -> T | None:
    """What the type of a key of an entry declares of the texts it holds, in lists too; None if nothing."""
    found = [mark for mark in _metadata(field) if isinstance(mark, kind)]
    # The last is the outermost: a type made of another replaces what that one says.
    return found[-1] if found else None


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "metadata", ())
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(getattr(annotation, "annotation", annotation)):
        yield from _metadata(argument)


def parts_in(annotation: Any) -> Iterator[type[Part]]:
    """The kinds of entries that a value of this type may hold."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from parts_in(argument)
