"""The joins of a guide, made once: entries by id, and the entries that refer to an entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, KeysView
from typing import TYPE_CHECKING, Any

from entregent.guide.declarations import RefersTo

if TYPE_CHECKING:
    from entregent.guide import Guide
    from entregent.guide.rules import Section


class Index:
    """Where the entries of a guide are found by their ids; entries never hold copies of others."""

    def __init__(self, guide: Guide) -> None:
        self._entries: dict[str, dict[str, Any]] = {name: {} for name in type(guide).model_fields}
        self.renamed: dict[tuple[str, str], str] = {}
        """The id that an entry has now, by its collection and each id that it had."""
        for name, _, entry in guide.entries():
            self._entries[name][entry.id] = entry
            self.renamed |= {(name, former): entry.id for former in getattr(entry, "former_ids", ())}
        self._referring: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
        for (collection, position, *_), identifier, target in guide.declared(RefersTo):
            entry = getattr(guide, str(collection))[position]
            found = self._referring[str(collection), target.collection, identifier]
            # What an entry refers to twice, it refers to once.
            found += [] if found and found[-1] is entry else [entry]
        self._sections = guide.sections

    def ids(self, collection: str) -> KeysView[str]:
        """The ids of the entries of a collection."""
        return self._entries[collection].keys()

    def one(self, collection: str, identifier: str) -> Any:
        """The entry with an id; raises KeyError where there is none."""
        return self._entries[collection][identifier]

    def many(self, collection: str, identifiers: Iterable[str]) -> list[Any]:
        """The entries with these ids, in the order of the ids."""
        return [self._entries[collection][identifier] for identifier in identifiers]

    def referring(self, collection: str, target: str, identifier: str) -> list[Any]:
        """The entries of a collection that refer to the entry of `target` with an id, in the file's order."""
        return self._referring.get((collection, target, identifier), [])

    def by_section(self, collection: str) -> list[tuple[Section, list[Any]]]:
        """The sections of the guide, each with its rules or its messages."""
        return [(section, self.referring(collection, "sections", section.id)) for section in self._sections]
