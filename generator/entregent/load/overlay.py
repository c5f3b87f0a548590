"""A guide built on another: what it takes, leaves out and changes, put together as one guide.

All of it happens to plain data and its places, before anything is validated, so that all other modules
meet one guide whose values stand in several files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from entregent.checks.finding import nearest, repeated
from entregent.diagnostics import Diagnostic, Words, words
from entregent.guide.base import COLLECTIONS
from entregent.load.pruning import Entry, entries_of, pruned, references, used
from entregent.source import Data, Place, Source, Tree

_IF_USED = ("sections", "placeholders", "channels", "facts", "sources")
"""The collections whose entries go once nothing uses them any more."""


class Original(NamedTuple):
    """A value of the other guide that is changed here, as it reads there."""

    key: str
    """The way to it, by ids: `rules/some-id/why`."""
    locale: str
    """The language that is changed; empty where the whole value is."""
    value: Data


class Overlay:
    """Puts a guide into the one that it builds on: the data and places of `base` become those of both."""

    def __init__(self, own: Source, base: Source) -> None:
        self._source = own
        self._own, self._base = Tree(own.data, own.place[2]), Tree(base.data, base.place[2])
        self.there = entries_of(self._base).keys()
        """The entries of the other guide."""
        self.own = entries_of(self._own)
        self.left_out: set[Entry] = set()
        """The entries that this guide goes without."""
        self.changed: dict[Entry, Tree] = {}
        self.originals: list[Original] = []

    def merge(self) -> Iterator[Diagnostic]:
        """Put the guides together, and yield what is wrong with what the own one says."""
        theirs, own = self._base.data.get("locales", []), self._own.data.get("locales", [])
        self._languages = {*map(str, theirs), *map(str, own)}
        if own:
            _trim(self._base, self._languages, set(map(str, own)))
        yield from self._choose()
        yield from self._change()
        self._settle()
        yield from self._taken()
        self._add()

    def _fault(self, place: Place, said: Words) -> Diagnostic:
        return Diagnostic(self._source.span(place), said)

    def _below(self, key: str) -> Tree:
        return self._own.at(key) if key in self._own.data else Tree({}, {})

    def _lost(self, entry: Entry) -> Words:
        """The words for an entry that the other guide does not have, or that is left out."""
        collection, identifier = entry
        if entry not in self.there:
            known = [other for kind, other in self.there if kind == collection]
            return words("unknown_in_base", nearest(identifier, known), collection=collection, id=identifier)
        for key in ("only", "except"):
            chosen = self._below(key)
            if collection in chosen.data and (identifier in chosen.data[collection]) == (key == "except"):
                line = self._source.span(chosen.below[collection][0]).line
                return words("left_out", words(f"left_out_by_{key}", line=line), id=identifier)
        return words("left_out", id=identifier)

    def _choose(self) -> Iterator[Diagnostic]:
        """Leave out what `only` does not name and what `except` does."""
        for key in ("only", "except"):
            chosen = self._below(key)
            for collection, ids in chosen.data.items():
                if key == "except" and collection in self._below("only").data:
                    yield self._fault(chosen.below[collection][0], words("only_and_except", key=collection))
                for identifier, (place, _) in zip(ids, chosen.at(collection).below, strict=True):
                    if (collection, identifier) not in self.there:
                        yield self._fault(place, self._lost((collection, identifier)))
                known = {entry for entry in self.there if entry[0] == collection}
                self.left_out |= {entry for entry in known if (entry[1] in ids) == (key == "except")}

    def _change(self) -> Iterator[Diagnostic]:
        """Put what stands under `changes` into the entries of the other guide."""
        base = entries_of(self._base)
        changes = self._below("changes")
        self.changed = entries_of(changes)
        for collection in changes.data:
            ids = [((n,), change["id"]) for n, change in enumerate(changes.data[collection])]
            for (position,), name, _ in repeated(ids):
                place = changes.at(collection).at(position).below["id"][1]
                yield self._fault(place, words("changed_twice", id=name))
        for entry, change in self.changed.items():
            for key, new in change.data.items() if entry in base else ():
                old, name = base[entry].data.get(key, ""), "/".join((*entry, key))
                if isinstance(old, dict) and isinstance(new, dict) and {*old, *new} <= self._languages:
                    self.originals += [Original(name, locale, old.get(locale, "")) for locale in new]
                    for locale in new:
                        base[entry].at(key).take(locale, change.at(key))
                elif key != "id":
                    self.originals.append(Original(name, "", old))
                    base[entry].take(key, change)

    def _settle(self) -> None:
        """Leave out what cannot do without what is left out, or is used no more, until nothing changes."""
        before, count = used(entries_of(self._base)), -1
        while count < len(self.left_out):
            count = len(self.left_out)
            for collection in COLLECTIONS.keys() & self._base.data.keys():
                self._sift(collection)
            base = entries_of(self._base)
            gone = self.left_out - self.own.keys()
            for entry, tree in base.items():
                kept = self.changed[entry].data if entry in self.changed else ()
                if not pruned(tree, COLLECTIONS[entry[0]], gone, kept):
                    self.left_out.add(entry)
            idle = (before & base.keys()) - used(base | self.own)
            named = self._below("only").data
            self.left_out |= {entry for entry in idle if entry[0] in _IF_USED and entry[0] not in named}

    def _sift(self, collection: str) -> None:
        if isinstance(self._base.data[collection], list):
            entries = self._base.at(collection)
            ids = [entry.get("id") if isinstance(entry, dict) else None for entry in entries.data]
            entries.keep(i for i, name in enumerate(ids) if (collection, str(name)) not in self.left_out)

    def _taken(self) -> Iterator[Diagnostic]:
        """Own ids that the other guide has, and own references to what is left out."""
        gone = self.left_out - self.own.keys()
        for entry, tree in self.own.items():
            if entry in self.there - self.left_out:
                yield self._fault(tree.below["id"][1], words("id_in_base", id=entry[1]))
        for entry, tree in self.changed.items():
            if entry not in self.there - self.left_out:
                yield self._fault(tree.below["id"][1], self._lost(entry))
        for entry, tree in [*self.own.items(), *self.changed.items()]:
            for target, place in references(tree, COLLECTIONS[entry[0]]):
                if target in gone:
                    yield self._fault(place, self._lost(target))

    def _add(self) -> None:
        """Put own entries behind those of the other guide, and what else is there in the place of its own."""
        for key in self._own.data.keys() - {"from", "only", "except", "changes"}:
            joins = key in COLLECTIONS or key == "synonyms"
            _join(self._base, self._own, key) if joins else self._base.take(key, self._own)


def _join(base: Tree, own: Tree, key: str) -> None:
    """Put the items of a list behind those of another, or of the lists of each language."""
    old, new = base.data.get(key), own.data[key]
    if isinstance(old, list) and isinstance(new, list):
        base.at(key).extend(own.at(key))
    elif isinstance(old, dict) and isinstance(new, list) and len(old) == 1:
        # What is left of several languages in a guide that has one, and writes no mapping for it.
        base.at(key).at(*old).extend(own.at(key))
    elif isinstance(old, dict) and isinstance(new, dict):
        for locale in new:
            _join(base.at(key), own.at(key), locale)
    else:
        base.take(key, own)


def _trim(tree: Tree, languages: set[str], kept: set[str]) -> None:
    """Drop from all texts the languages that are not kept, unless nothing would be left of a text."""
    names = set(tree.data) if isinstance(tree.data, dict) else set()
    if names and names <= languages:
        for locale in names - kept if names & kept else ():
            tree.drop(locale)
        return
    for step in list(tree.data) if names else range(len(tree.data)):
        if not isinstance(tree.data[step], str):
            _trim(tree.at(step), languages, kept)
