"""Addresses that were there in an earlier version of a guide, as exported then, and lead nowhere now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from difflib import get_close_matches
from functools import cache, partial
from pathlib import Path as File
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError, create_model

from entregent.checks.finding import Finding
from entregent.diagnostics import Diagnostic, GuideError, Span, words
from entregent.diagnostics.report import MAX_SPELT_OUT
from entregent.guide import Guide
from entregent.guide.declarations import Address, keys_of
from entregent.guide.fields import Addressed, Id, Locale
from entregent.load.files import read
from entregent.source import Path
from entregent.source.decoding import MAX_BYTES

LINES = "checklists.lines"
"""Stands for the collection of all own lines of checklists."""


class _Entry(BaseModel):
    """What counts of an exported entry; a line of a checklist is one too, or the id of a rule."""

    id: Id
    former_ids: tuple[Id, ...] = ()
    lines: tuple[_Entry | str, ...] = ()


class Known(NamedTuple):
    """An id under which readers may have kept an address or a tick."""

    collection: str
    id: str


def exported(path: File) -> frozenset[Known]:
    """The ids, present and former, in a guide that was exported to a file.

    Raises GuideError where the file cannot be read or is no such export.
    """
    raw, refused = read(path, 8 * MAX_BYTES), words("not_an_export")
    if not isinstance(raw, bytes):
        raise GuideError({path: ""}, [Diagnostic(Span(), raw._replace(advice=refused))])
    try:
        guide: Any = _export().model_validate_json(raw)
    except ValidationError:
        raise GuideError({path: ""}, [Diagnostic(Span(), refused)]) from None
    found: set[Known] = set()
    for collection in _collections():
        for entry in getattr(guide, collection):
            found |= {Known(collection, name) for name in (entry.id, *entry.former_ids)}
            lines = (line for line in entry.lines if isinstance(line, _Entry))
            found |= {Known(LINES, name) for line in lines for name in (line.id, *line.former_ids)}
    return frozenset(found)


def dead_addresses(guide: Guide, before: Set[Known]) -> Iterator[Finding]:
    """Each id that is neither an id nor a former id any more, at the entry that is likeliest in its place.

    There are no more of them than are spelt out to people, as finding the likeliest takes a while.
    """
    living: dict[Known, Path] = {}
    alive: set[Known] = set()
    former: dict[Path, list[str]] = defaultdict(list)
    for path, identifier, _ in guide.declared(Address):
        known = Known(LINES if "lines" in path else str(path[0]), identifier)
        # A tick under the id of a line counts for the rule that has it now.
        alive |= {known, Known(LINES, identifier)} if known.collection == "rules" else {known}
        if "former_ids" in path:
            former[path[:-2]].append(identifier)
        else:
            living[known] = path
    heirs = {lost: _likeliest(lost, living, before) for lost in sorted(before - alive)[: MAX_SPELT_OUT + 1]}
    for lost, heir in heirs.items():
        if heir:
            former[living[heir][:-1]].append(lost.id)
    for lost, heir in heirs.items():
        collection = lost.collection.partition(".")[0]
        said = partial(words, "dead_address", id=lost.id, collection=collection)
        if heir:
            ids = ", ".join(former[living[heir][:-1]])
            yield Finding(living[heir], said(close=heir.id, ids=ids))
        else:
            yield Finding((collection,), said(words("none_left", collection=collection)))


def _likeliest(lost: Known, living: Iterable[Known], before: Set[Known]) -> Known | None:
    """The entry that may have taken the place of another: rather one that was not there before."""
    known = [known for known in living if known.collection == lost.collection]
    ids = [known.id for known in known if known not in before] or [known.id for known in known]
    close = get_close_matches(lost.id, ids, n=1, cutoff=0)
    return Known(lost.collection, close[0]) if close else None


@cache
def _export() -> type[BaseModel]:
    """What counts of an exported guide."""
    fields: Any = dict.fromkeys(_collections(), (tuple[_Entry, ...], ()))
    return create_model("Export", locale=(Locale, ...), **fields | {"rules": (tuple[_Entry, ...], ...)})


@cache
def _collections() -> tuple[str, ...]:
    """The collections whose entries have addresses."""
    return tuple(key.key for key in keys_of(Guide) if any(issubclass(part, Addressed) for part in key.parts))
