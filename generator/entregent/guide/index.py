"""The joins of a guide, made once: entries by id, and the rules that name an entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from entregent.guide import Guide
    from entregent.guide.rules import Rule

_NAMED_BY_RULES = ("scenarios", "messages", "facts", "sources")


class Index:
    """Where the entries of a guide are found by their ids; entries never hold copies of others."""

    def __init__(self, guide: Guide) -> None:
        collections = {name: getattr(guide, name) for name in type(guide).model_fields}
        self._entries: dict[str, dict[str, Any]] = {
            name: {entry.id: entry for entry in entries if hasattr(entry, "id")}
            for name, entries in collections.items()
            if isinstance(entries, tuple)
        }
        self._naming: dict[tuple[str, str], list[Rule]] = defaultdict(list)
        self._in_section: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for rule in guide.rules:
            self._in_section["rules", rule.section].append(rule)
            for name in _NAMED_BY_RULES:
                for identifier in getattr(rule, name):
                    self._naming[name, identifier].append(rule)
        for message in guide.messages:
            self._in_section["messages", message.section].append(message)
        self.labels = {blank.id: blank.label for blank in guide.placeholders}
        """What each blank of a message is called."""
        self._lists = {
            line: checklist.id
            for checklist in reversed(guide.checklists)
            for line in checklist.lines
            if isinstance(line, str)
        }

    def one(self, collection: str, identifier: str) -> Any:
        """The entry with an id; raises KeyError where there is none."""
        return self._entries[collection][identifier]

    def has(self, collection: str, identifier: str) -> bool:
        """Whether a collection has an entry with that id."""
        return identifier in self._entries[collection]

    def many(self, collection: str, identifiers: Iterable[str]) -> list[Any]:
        """The entries with these ids, in the order of the ids."""
        return [self._entries[collection][identifier] for identifier in identifiers]

    def rules_naming(self, collection: str, identifier: str) -> list[Rule]:
        """The rules that name a scenario, a message, a fact or a source, in the order of the file."""
        return self._naming.get((collection, identifier), [])

    def in_section(self, collection: str, section: str) -> list[Any]:
        """The rules or messages of a section, in the order of the file."""
        return self._in_section.get((collection, section), [])

    def checklist_of(self, rule: str) -> str | None:
        """The id of the first checklist that holds the line of a rule."""
        return self._lists.get(rule)
