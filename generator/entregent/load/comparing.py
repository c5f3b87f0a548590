"""What a guide that others build on has changed since an author last looked.

An author's own text does not follow the one in whose place it stands. So the texts that it replaces are kept
in a file beside rules.yaml, as they were, with the names of all entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import JsonValue
from typing_extensions import TypedDict

from entregent.load import Loaded
from entregent.load.marks import beside, read_marks
from entregent.load.overlay import Original, Overlay

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


class Seen(TypedDict):
    """The guide built upon, as far as what it changes concerns one that builds on it."""

    entries: list[str]
    """All that it has, as `rules/some-id`."""
    texts: dict[str, JsonValue]
    """Those that are replaced, by the way to them."""


class Compared(NamedTuple):
    """What has changed in the guide built upon since it was seen."""

    moved: list[tuple[Original, JsonValue]]
    """The replaced texts that read otherwise, and how they read then."""
    unseen: list[str]
    """The way to those that are replaced only since then."""
    new: list[str]
    """Entries, as `rules/some-id`."""
    gone: list[str]


def seen_now(overlay: Overlay) -> Seen:
    """What there is to see now."""
    texts: dict[str, Any] = {text.key: text.value for text in overlay.originals}
    return {"entries": sorted(map("/".join, overlay.there)), "texts": texts}


def compared(loaded: Loaded) -> Compared | None:
    """What there is to look at; None where a guide builds on no other, or nothing is kept of it."""
    then = read_marks(beside(loaded.path, "base"), Seen)
    overlay = loaded.gathered.overlay if then else None
    if not (then and overlay):
        return None
    old, entries = then["texts"], seen_now(overlay)["entries"]
    return Compared(
        [(text, old[text.key]) for text in overlay.originals if old.get(text.key, text.value) != text.value],
        [text.key for text in overlay.originals if text.key not in old],
        [name for name in entries if name not in then["entries"]],
        [name for name in then["entries"] if name not in entries],
    )


def in_lines(value: Any, lead: str = "") -> Iterator[str]:
    """A text, a list or an entry in lines to compare: each sentence has its own, keys are sorted."""
    if isinstance(value, dict):
        for name, item in sorted(value.items()):
            yield from in_lines(item, f"{lead}{name}: ")
    elif isinstance(value, list):
        for item in value:
            yield from in_lines(item, f"{lead}- ")
    else:
        yield from (f"{lead}{sentence}" for sentence in _SENTENCE.split(str(value)))
