"""What can still be checked in a guide that has faulty entries: all the others, and their own sound keys.

Entries are named by their collection and position, `("rules", 3)`; whatever else stands at the top of the
file by its key, `("title",)`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any, get_origin

from pydantic import ValidationError, create_model

from entregent.checks import checked
from entregent.checks.finding import Finding
from entregent.diagnostics import Diagnostic
from entregent.guide import Guide
from entregent.guide.by_locale import Locales
from entregent.guide.declarations import Key, TextKind, keys_of
from entregent.load.validate import details_of
from entregent.source import Data, Path, Source

_IN_A_TEXT = ("colon", "hash", "hash_first", "anchor", "backslash", "nothing", "escaped_control")
"""Kinds of faults in the text of a key, which take no other key from its entry."""


class Broken:
    """The lines that are no valid YAML, and the entries that they stand in."""

    def __init__(self, source: Source, faults: Collection[Diagnostic]) -> None:
        self._source = source
        self._lines = {fault.span.line for fault in faults}
        self.entries = {self.entry(line) for line in self._lines}
        lossy = {fault.span.line for fault in faults if fault.words.kind not in _IN_A_TEXT}
        self._incomplete = {self.entry(line) for line in lossy}

    def explains(self, fault: Diagnostic) -> bool:
        """Whether a fault only follows from another in its line, or from a key that its entry has lost."""
        if fault.span.line in self._lines:
            return True
        if fault.words.kind != "missing":
            return False
        entry, broken = self.entry(fault.span.line), self._incomplete
        return entry in broken or (len(entry) < 2 and any(len(other) < 2 for other in broken))

    def entry(self, line: int) -> Path:
        """The last entry that begins on the line or above it; none above the first."""
        position = bisect_right(self._starts, line, key=lambda start: start[0])
        return self._starts[position - 1][1] if position else ()

    @cached_property
    def _starts(self) -> list[tuple[int, Path]]:
        return sorted(self._source.entries())


def faulty_in(error: ValidationError) -> dict[Path, set[str]]:
    """The entries that hold the validator's findings, and their faulty keys; empty for the whole entry."""
    faulty: dict[Path, set[str]] = {}
    for details in details_of(error):
        place = details["loc"]
        entry = place[:2] if len(place) > 1 and isinstance(place[1], int) else place[:1]
        faulty.setdefault(entry, set()).add(str(place[2]) if len(place) > 2 else "")
    return faulty


def checked_without(
    data: Mapping[str, Data], locales: Locales, faulty: Mapping[Path, set[str]], broken: Collection[Path]
) -> Iterator[Finding]:
    """The findings of all checks in what is sound, without those that the rest may explain."""
    kept: dict[str, list[int]] = {}
    sound: dict[str, list[Data]] = {}
    for key in keys_of(Guide):
        entries = data.get(key.key)
        if isinstance(entries, list) and (key.key,) not in faulty:
            whole = [
                _mended(entry, faulty.get((key.key, index)), key, locales)
                for index, entry in enumerate(entries)
            ]
            kept[key.key] = [index for index, entry in enumerate(whole) if entry is not None]
            sound[key.key] = [entry for entry in whole if entry is not None]
    lost = set(_lost(data, {*faulty, *broken}))
    for finding in checked(_of_any_size().model_validate(sound, context=locales)):
        if not _explained(finding, lost):
            # Where it stands in the file, given where it stands among the sound entries.
            collection, position, *steps = finding.path
            path = (collection, kept[str(collection)][int(position)], *steps)
            yield finding._replace(path=path)


def _mended(entry: Data, faulty: set[str] | None, collection: Key, locales: Locales) -> Data | None:
    """An entry with something sound for its faulty keys; None where a check may ask what they say."""
    if not faulty:
        return entry
    # The keys of a blank, or of a check of drafts, are judged together.
    if not isinstance(entry, dict) or "" in faulty or collection.key in ("placeholders", "draft_checks"):
        return None
    (model,) = collection.parts
    mended = {key: value for key, value in entry.items() if key not in faulty}
    for key in keys_of(model):
        field = model.model_fields[key.name]
        if key.key not in faulty or not field.is_required():
            continue
        if not key.choices and key.declares is not TextKind.SHOWN:
            return None
        value: Data = key.choices[0] if key.choices else {locales.current: "…"}
        mended[key.key] = [value] if get_origin(field.annotation) is tuple else value
    return mended


@cache
def _of_any_size() -> type[Guide]:
    """A guide of which everything may be missing, and its collections have no least number of entries."""
    fields: Any = {name: (f.annotation, ()) for name, f in Guide.model_fields.items() if f.is_required()}
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
    if kind not in ("unknown_placeholder", "unknown_reference", "unknown_link"):
        return False
    collection = values.get("collection", "placeholders")
    return (collection, None) in lost or (collection, values["id"]) in lost
