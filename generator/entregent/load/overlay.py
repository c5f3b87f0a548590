"""A guide built on another: what it takes, leaves out and changes, put together as one guide.

All of it happens to plain data and its places, before anything is validated, so that all other modules
meet one guide whose values stand in several files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from entregent.checks.finding import nearest, repeated
from entregent.diagnostics import Diagnostic, Span, Words, words
from entregent.guide.base import BUILDING, COLLECTIONS
from entregent.load.pruning import Entry, entries_of, id_of, pruned, references, used
from entregent.source import Data, Source, Tree

_IF_USED = ("sections", "placeholders", "channels", "facts", "sources")
"""The collections whose entries go once nothing uses them any more."""


class Original(NamedTuple):
    """A value of the other guide that is changed here, as it reads there."""

    key: str
    """The way to it, by ids: `rules/some-id/why`, and the language if only that is changed."""
    span: Span
    """Where it is changed."""
    value: Data


class Overlay:
    """Puts a guide into the one that it builds on: the data and places of `base` become those of both."""

    def __init__(self, own: Source, base: Source) -> None:
        self._span = own.span
        self._own, self._base = Tree(own.data, own.place), Tree(base.data, base.place)
        self.there = entries_of(self._base)
        """The entries of the other guide."""
        self.left_out: dict[Entry, Words | None] = {}
        """Those that this guide goes without, each with what to do to have it again, if that is known."""
        self.originals: list[Original] = []
        self._added, self._changed = entries_of(self._own), entries_of(self._below("changes"))

    def merge(self) -> Iterator[Diagnostic]:
        """Put the guides together, and yield what is wrong with what the own one says."""
        theirs, own = _languages(self._base), _languages(self._own)
        if own and theirs and not own & theirs:
            known, meant = ", ".join(sorted(theirs)), ", ".join([*sorted(own), min(theirs)])
            said = words("no_common_language", known=known, meant=meant)
            yield self._fault(self._own.at("locales").place, said)
            return
        if own:
            _trim(self._base, theirs | own, own)
        yield from self._choose()
        yield from self._changed_twice()
        self._change(theirs | own)
        self._settle()
        yield from self._lacking()
        for key in self._own.data:
            joins = key in COLLECTIONS or key == "synonyms"
            if key not in BUILDING and not (joins and self._base.join(key, self._own)):
                self._base.take(key, self._own)

    @property
    def _gone(self) -> Collection[Entry]:
        return self.left_out.keys() - self._added.keys()

    def _below(self, key: str) -> Tree:
        return self._own.at(key) if key in self._own.data else Tree({}, (0, 0, {}))

    def _fault(self, place: tuple[Any, ...], said: Words) -> Diagnostic:
        return Diagnostic(self._span(place), said)

    def _lost(self, entry: Entry) -> Words:
        """The words for an entry that the other guide does not have, or that is left out."""
        collection, name = entry
        if entry in self.there:
            return words("left_out", self.left_out.get(entry), id=name)
        known = [other for kind, other in self.there if kind == collection]
        return words("unknown_in_base", nearest(name, known), collection=collection, id=name)

    def _choose(self) -> Iterator[Diagnostic]:
        """Leave out what `only` does not name and what `except` does."""
        only = self._below("only")
        for key in ("only", "except"):
            for collection, ids in (chosen := self._below(key)).below():
                place = chosen.place[2][collection][0]
                if key == "except" and collection in only.data:
                    yield self._fault(place, words("only_and_except", key=collection))
                for _, name in ids.below():
                    if (collection, name.data) not in self.there:
                        yield self._fault(name.place, self._lost((collection, name.data)))
                advice = words(f"left_out_by_{key}", line=self._span(place).line)
                for entry in self.there:
                    if entry[0] == collection and (entry[1] in ids.data) == (key == "except"):
                        self.left_out.setdefault(entry, advice)

    def _changed_twice(self) -> Iterator[Diagnostic]:
        for _, changes in self._below("changes").below():
            ids = [entry.at("id") for _, entry in changes.below()]
            for place, name, _ in repeated((each.place, each.data) for each in ids):
                yield self._fault(place, words("changed_twice", id=name))

    def _change(self, languages: set[str]) -> None:
        """Put what stands under `changes` into the entries of the other guide."""
        for entry, change in self._changed.items():
            for key, new in change.below() if entry in self.there else ():
                tree, way = self.there[entry], (*entry, key)
                old = tree.data.get(key)
                if isinstance(old, dict) and isinstance(new.data, dict) and {*old, *new.data} <= languages:
                    for locale in new.data:
                        self._replace(tree.at(key), locale, new, (*way, locale))
                elif key != "id":
                    self._replace(tree, key, change, way)

    def _replace(self, tree: Tree, key: str, change: Tree, way: tuple[str, ...]) -> None:
        span = self._span(change.at(key).place)
        self.originals.append(Original("/".join(way), span, tree.data.get(key, "")))
        tree.take(key, change)

    def _settle(self) -> None:
        """Leave out what cannot do without what is left out, or is used no more, until nothing changes."""
        before, named, count = used(self.there), self._below("only").data, -1
        while count < len(self.left_out):
            count = len(self.left_out)
            left = {entry: tree for entry, tree in self.there.items() if entry not in self.left_out}
            for entry, tree in left.items():
                kept = self._changed[entry].data if entry in self._changed else ()
                if not pruned(tree, COLLECTIONS[entry[0]], self._gone, kept):
                    self.left_out[entry] = None
            for entry in (before & left.keys()) - used(left | self._added):
                if entry[0] in _IF_USED and entry[0] not in named:
                    self.left_out.setdefault(entry)
        for collection, entries in self._base.below():
            if isinstance(entries.data, list):
                ids = [(collection, id_of(entry)) for _, entry in entries.below()]
                entries.keep(n for n, entry in enumerate(ids) if entry not in self.left_out)

    def _lacking(self) -> Iterator[Diagnostic]:
        """Own ids that the other guide has, and what own entries and changes name though it is not there."""
        here = self.there.keys() - self.left_out.keys()
        for entry, tree in self._added.items():
            if entry in here:
                yield self._fault(tree.at("id").place, words("id_in_base", id=entry[1]))
        for entry, tree in self._changed.items():
            if entry not in here:
                yield self._fault(tree.at("id").place, self._lost(entry))
        for entry, tree in [*self._added.items(), *self._changed.items()]:
            for target, place in references(tree, COLLECTIONS[entry[0]]):
                if target in self._gone:
                    yield self._fault(place, self._lost(target))


def _languages(guide: Tree) -> set[str]:
    written = guide.data.get("locales")
    return set(map(str, written)) if isinstance(written, list) else set()


def _trim(tree: Tree, languages: set[str], kept: set[str]) -> None:
    """Drop from all texts the languages that are not kept, unless nothing would be left of a text."""
    if isinstance(tree.data, dict) and tree.data and tree.data.keys() <= languages:
        for locale in tree.data.keys() - kept if tree.data.keys() & kept else ():
            tree.drop(locale)
    else:
        for _, part in tree.below():
            _trim(part, languages, kept)
