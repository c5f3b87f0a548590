"""What can still be checked in a guide that has faulty entries: all the others.

Entries are named by their collection and position, `("rules", 3)`; whatever else stands at the top of the
file by its key, `("title",)`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from entregent.checks import checked
from entregent.checks.finding import Finding
from entregent.diagnostics import Diagnostic
from entregent.fields import Locales
from entregent.model import Guide
from entregent.source import Path, Source

# Findings that say that something is nowhere, by the collection that was searched for it.
_ABSENCES = {"unknown_placeholder": "placeholders", "unused_placeholder": "messages"}


class Entries:
    """Which entry a line of the file belongs to."""

    def __init__(self, source: Source) -> None:
        starts: list[tuple[int, Path]] = [
            (span.line, path)
            for path, span in (*source.keys.items(), *source.values.items())
            if len(path) == 1 or (len(path) == 2 and isinstance(path[1], int))
        ]
        self._starts = sorted(starts, key=lambda start: (start[0], len(start[1])))
        self._lines = [line for line, _ in self._starts]

    def at(self, line: int) -> Path:
        """The last entry that begins on the line or above it."""
        position = bisect_right(self._lines, line)
        return self._starts[position - 1][1] if position else ()


def entries_in(error: ValidationError) -> set[Path]:
    """The entries that hold the validator's findings."""
    places = (details["loc"] for details in error.errors(include_url=False))
    return {place[:2] if len(place) > 1 and isinstance(place[1], int) else place[:1] for place in places}


def checked_without(source: Source, locales: Locales, faulty: set[Path]) -> Iterator[Finding]:
    """The findings of all checks in the sound entries, without those that the faulty ones may explain."""
    assert isinstance(source.data, dict)
    lists = {key: value for key, value in source.data.items() if isinstance(value, list)}
    kept = {
        key: [index for index in range(len(value)) if (key, index) not in faulty]
        for key, value in lists.items()
    }
    guide = _guide({key: [lists[key][index] for index in kept[key]] for key in kept}, locales)
    lost = _ids(source.data, faulty)
    if any(len(place) == 1 for place in faulty):
        # A collection that is missing may be there under a name that was misspelt.
        lost |= {name: None for name in Guide.model_fields if name not in source.data}
    for finding in checked(guide):
        if not _explained(finding, lost):
            yield finding._replace(path=_in_file(finding.path, kept))


def _guide(collections: dict[str, Any], locales: Locales) -> Guide:
    """A guide of those collections only, however few entries they have."""
    sound: dict[str, Any] = {}
    for name, field in Guide.model_fields.items():
        try:
            items: TypeAdapter[Any] = TypeAdapter(cast("Any", field.annotation))
            sound[name] = items.validate_python(collections.get(name), context=locales)
        except ValidationError:
            sound[name] = ()
    guide = Guide.model_construct(**sound)
    guide._locale = locales.current
    return guide


def _in_file(path: Path, kept: dict[str, list[int]]) -> Path:
    key, *rest = path
    return (key, kept[str(key)][int(rest[0])], *rest[1:]) if rest and key in kept else path


def _ids(data: Mapping[str, Any], faulty: Iterable[Path]) -> dict[str, set[str] | None]:
    """The ids of the faulty entries by collection; None where one has no id that could be read."""
    found: dict[str, set[str] | None] = {}
    for collection, *rest in faulty:
        entries = data.get(str(collection))
        entry = entries[int(rest[0])] if rest and isinstance(entries, list) else None
        name = entry.get("id") if isinstance(entry, dict) else None
        known = found.setdefault(str(collection), set())
        if isinstance(name, str) and known is not None:
            known.add(name)
        else:
            found[str(collection)] = None
    return found


def _explained(finding: Finding, lost: dict[str, set[str] | None]) -> bool:
    """Whether what a finding misses may stand in a faulty entry."""
    values = dict(finding.words.values)
    collection = _ABSENCES.get(finding.words.kind, values.get("collection", ""))
    if finding.words.kind not in (*_ABSENCES, "unknown_reference") or collection not in lost:
        return False
    names = lost[collection]
    return names is None or finding.words.kind == "unused_placeholder" or values["id"] in names


def without_consequences(
    found: Iterable[Diagnostic], earlier: Iterable[Diagnostic], entries: Entries
) -> Iterator[Diagnostic]:
    """Faults that do not only follow from an earlier one in their line, or from a key lost in their entry."""
    lines = {fault.span.line for fault in earlier}
    broken = {entries.at(line) for line in lines}
    top_is_broken = any(len(place) < 2 for place in broken)
    for fault in found:
        place = entries.at(fault.span.line)
        lost = place in broken or (len(place) < 2 and top_is_broken)
        gone = lost and fault.words.kind in ("missing", "missing_translation")
        if fault.span.line not in lines and not gone:
            yield fault
