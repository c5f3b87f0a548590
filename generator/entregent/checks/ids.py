"""Ids that are not free to take: ids are addresses, and readers' ticks are kept by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.checks.finding import Finding, repeated
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.guide.declarations import Address
from entregent.source import Path

_ON_WINDOWS = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
"""Names of devices, which no file may bear: https://learn.microsoft.com/windows/win32/fileio/naming-a-file."""


def duplicate_id(guide: Guide) -> Iterator[Finding]:
    """Two entries of one collection with the same id."""
    ids = (((name, index, "id"), (name, entry.id)) for name, index, entry in guide.entries())
    for path, (collection, identifier), _ in repeated(ids):
        yield Finding(path, words("duplicate_id", id=identifier, collection=collection))


def repeated_own_line(guide: Guide) -> Iterator[Finding]:
    """A checklist's own line with the id of a rule or of another such line: ticks are kept by it."""
    for path, (_, identifier), _ in repeated(_claims(guide, former=False)):
        if "lines" in path:
            yield Finding(path, words("repeated_own_line", id=identifier))


def former_id(guide: Guide) -> Iterator[Finding]:
    """A former id that is the id of a living entry, or is claimed twice: it can lead to one place only."""
    living = {claim for _, claim in _claims(guide, former=False)}
    claims = list(_claims(guide, former=True))
    for path, claim in claims:
        if claim in living:
            yield Finding(path, words("former_id_living", id=claim[1]))
    for path, (_, identifier), _ in repeated(claims):
        yield Finding(path, words("former_id_repeated", id=identifier))


def _claims(guide: Guide, former: bool) -> Iterator[tuple[Path, tuple[str, str]]]:
    """The ids that entries have, or those that they had, each with the kind of entries among which it is one.

    Rules and the own lines of checklists are of one kind, as ticks are kept by the ids of both.
    """
    for path, identifier, _ in guide.declared(Address):
        if ("former_ids" in path) == former:
            yield path, ("rules" if "lines" in path else str(path[0]), identifier)


def repeated_limit(guide: Guide) -> Iterator[Finding]:
    """Two facts that give one and the same limit."""
    limits = (
        (("facts", index, "limit"), (fact.limit.channel, fact.limit.piece, fact.limit.account))
        for index, fact in enumerate(guide.facts)
        if fact.limit
    )
    for path, _, (_, first, _) in repeated(limits):
        yield Finding(path, words("repeated_limit", id=guide.facts[int(first)].id))


def reserved_id(guide: Guide) -> Iterator[Finding]:
    """An id that would be the address of a page, or of a place in one, that Entregent makes by itself."""
    for path, identifier, address in guide.declared(Address):
        advice = words("never_an_id") if "former_ids" in path else None
        if identifier in address.reserved:
            yield Finding(path, words("reserved_id", advice, id=identifier))
        elif _ON_WINDOWS.fullmatch(identifier):
            yield Finding(path, words("reserved_on_windows", advice, id=identifier))
