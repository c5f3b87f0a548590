"""What can still be checked in a guide that has faulty entries: all the others.

Entries are named by their collection and position, `("rules", 3)`; whatever else stands at the top of the
file by its key, `("title",)`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from pydantic import ValidationError, create_model

from entregent.checks import checked
from entregent.checks.finding import Finding
from entregent.diagnostics import Diagnostic
from entregent.guide import Guide
from entregent.guide.fields import Locales
from entregent.source import Data, Path, Source


class Broken:
    """The lines that are no valid YAML, and the entries that they stand in."""

    def __init__(self, source: Source, faults: Iterable[Diagnostic]) -> None:
        self._source = source
        self._lines = {fault.span.line for fault in faults}
        self.entries = {self._entry(line) for line in self._lines}

    def explains(self, fault: Diagnostic) -> bool:
        """Whether a fault only follows from another in its line, or from a key that its entry has lost."""
        if fault.span.line in self._lines:
            return True
        entry = self._entry(fault.span.line)
        lost = entry in self.entries or (len(entry) < 2 and any(len(broken) < 2 for broken in self.entries))
        return lost and fault.words.kind in ("missing", "missing_translation")

    def _entry(self, line: int) -> Path:
        """The last entry that begins on the line or above it; none above the first."""
        position = bisect_right(self._starts, line, key=lambda start: start[0])
        return self._starts[position - 1][1] if position else ()

    @cached_property
    def _starts(self) -> list[tuple[int, Path]]:
        return list(self._source.entries())


def entries_in(error: ValidationError) -> set[Path]:
    """The entries that hold the validator's findings."""
    places = (details["loc"] for details in error.errors(include_url=False))
    return {place[:2] if len(place) > 1 and isinstance(place[1], int) else place[:1] for place in places}


def checked_without(data: Mapping[str, Data], locales: Locales, faulty: set[Path]) -> Iterator[Finding]:
    """The findings of all checks in the sound entries, without those that the faulty ones may explain."""
    kept: dict[str, list[int]] = {}
    sound: dict[str, list[Data]] = {}
    for name in Guide.model_fields:
        entries = data.get(name)
        if isinstance(entries, list) and (name,) not in faulty:
            kept[name] = [index for index in range(len(entries)) if (name, index) not in faulty]
            sound[name] = [entries[index] for index in kept[name]]
    lost = set(_lost(data, faulty))
    for finding in checked(_of_any_size().model_validate(sound, context=locales)):
        if not _explained(finding, lost):
            # Where it stands in the file, given where it stands among the sound entries.
            collection, position, *steps = finding.path
            path = (collection, kept[str(collection)][int(position)], *steps)
            yield finding._replace(path=path)


@cache
def _of_any_size() -> type[Guide]:
    """A guide of which everything may be missing, and its collections have no least number of entries."""
    fields: Any = {name: (field.annotation, ()) for name, field in Guide.model_fields.items()}
    return create_model("GuideOfAnySize", __base__=Guide, **fields)


def _lost(data: Mapping[str, Data], faulty: Iterable[Path]) -> Iterator[tuple[str, str | None]]:
    """Collections and the ids in them that faulty entries may have; None stands for any id."""
    for collection, *position in faulty:
        entries = data.get(str(collection))
        entry = entries[int(position[0])] if position and isinstance(entries, list) else None
        identifier = entry.get("id") if isinstance(entry, dict) else None
        yield str(collection), identifier if isinstance(identifier, str) else None
        if not position:
            # A collection that is missing may be there under a name that was misspelt.
            yield from ((name, None) for name in Guide.model_fields if name not in data)


def _explained(finding: Finding, lost: Collection[tuple[str, str | None]]) -> bool:
    """Whether what a finding misses may stand in a faulty entry."""
    kind, values = finding.words.kind, dict(finding.words.values)
    if kind == "unused_placeholder":
        return any(collection == "messages" for collection, _ in lost)
    if kind not in ("unknown_placeholder", "unknown_reference"):
        return False
    collection = values.get("collection", "placeholders")
    return (collection, None) in lost or (collection, values["id"]) in lost
