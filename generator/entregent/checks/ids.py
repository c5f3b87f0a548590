"""Ids that are not free to take: ids are addresses, and readers' ticks hang on them."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.checks.references import COLLECTIONS, lines_of
from entregent.diagnostics import words
from entregent.model import Guide, OwnLine

RESERVED: dict[str, tuple[str, ...]] = {
    "checklists": ("index", "all", "rest"),
    "rules": ("index", "title"),
    "scenarios": ("index", "title"),
    "messages": ("index", "title"),
}
"""Ids, by collection, that are addresses of pages or of places in them that every guide has."""

ON_WINDOWS = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
}
"""Names of devices, which no file may bear: https://learn.microsoft.com/windows/win32/fileio/naming-a-file."""


def duplicate_id(guide: Guide) -> Iterator[Finding]:
    """Two entries of one collection with the same id."""
    for collection in COLLECTIONS:
        seen: set[str] = set()
        for index, entry in enumerate(getattr(guide, collection)):
            if entry.id in seen:
                said = words("duplicate_id", id=entry.id, collection=collection)
                yield Finding((collection, index, "id"), said)
            seen.add(entry.id)


def repeated_line(guide: Guide) -> Iterator[Finding]:
    """A line that stands twice in a checklist, or whose own id is another line's: ticks hang on it."""
    rules = {rule.id for rule in guide.rules}
    listed: set[tuple[str | int, str]] = set()
    own: set[str] = set()
    for path, line in lines_of(guide):
        if isinstance(line, str):
            if (path[1], line) in listed:
                yield Finding(path, words("repeated_line", id=line))
            listed.add((path[1], line))
        elif line.id in rules | own:
            yield Finding((*path, "id"), words("repeated_own_line", id=line.id))
        else:
            own.add(line.id)


def repeated_limit(guide: Guide) -> Iterator[Finding]:
    """Two facts that give one and the same limit."""
    seen: dict[tuple[str, str, str | None], str] = {}
    for index, fact in enumerate(guide.facts):
        if fact.limit is None:
            continue
        key = (fact.limit.channel, fact.limit.piece, fact.limit.account)
        if key in seen:
            yield Finding(("facts", index, "limit"), words("repeated_limit", id=seen[key]))
        seen.setdefault(key, fact.id)


def reserved_id(guide: Guide) -> Iterator[Finding]:
    """An id that would be the address of a page, or of a place in one, that Entregent makes by itself."""
    ids = [
        ((collection, index, "id"), entry.id, RESERVED[collection])
        for collection in RESERVED
        for index, entry in enumerate(getattr(guide, collection))
    ]
    own = [
        ((*path, "id"), line.id, RESERVED["rules"])
        for path, line in lines_of(guide)
        if isinstance(line, OwnLine)
    ]
    for path, identifier, reserved in ids + own:
        if identifier in reserved:
            yield Finding(path, words("reserved_id", id=identifier))
        elif identifier in ON_WINDOWS:
            yield Finding(path, words("reserved_on_windows", id=identifier))
