"""What is left of the entries of a guide when some of them go: references to those that went are dropped.

Which keys refer to entries, and which of them an entry cannot do without, is known from the model.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from entregent.guide.base import COLLECTIONS
from entregent.guide.declarations import Part, RefersTo, keys_of
from entregent.source import Place, Tree
from entregent.text import PLACEHOLDER

Entry = tuple[str, str]
"""A collection and an id in it."""


def entries_of(guide: Tree) -> dict[Entry, Tree]:
    """Every entry with an id, in all collections."""
    return {
        (collection, entry.data["id"]): entry
        for collection in COLLECTIONS
        if isinstance(guide.data.get(collection), list)
        for entry in map(guide.at(collection).at, range(len(guide.data[collection])))
        if isinstance(entry.data, dict) and isinstance(entry.data.get("id"), str)
    }


def references(entry: Tree, model: type[Part]) -> Iterator[tuple[Entry, Place]]:
    """What an entry refers to, and where."""
    for key in keys_of(model):
        for holder, step, item in _each(entry, key.key):
            if isinstance(item, str) and isinstance(key.declares, RefersTo):
                yield (key.declares.collection, item), holder.below[step][1]
            for part in key.parts if isinstance(item, dict) else ():
                yield from references(holder.at(step), part)


def used(entries: Mapping[Entry, Tree]) -> set[Entry]:
    """The entries that others use, blanks included; a fact that limits a channel is used if that is."""
    found: set[Entry] = set()
    limited: dict[Entry, Entry] = {}
    for entry, tree in entries.items():
        for target, _ in references(tree, COLLECTIONS[entry[0]]):
            if (entry[0], target[0]) == ("facts", "channels"):
                limited[entry] = target
            else:
                found.add(target)
        if entry[0] == "messages":
            found |= {("placeholders", name) for name in PLACEHOLDER.findall(str(tree.data))}
    return found | {fact for fact, channel in limited.items() if channel in found}


def pruned(entry: Tree, model: type[Part], gone: Collection[Entry], kept: Collection[str] = ()) -> bool:
    """Drop from an entry what refers to the gone, but for `kept` keys; whether it can do without."""
    for key in keys_of(model):
        items = [] if key.key in kept else list(_each(entry, key.key))
        lost = 0
        for holder, step, item in items:
            if isinstance(item, str):
                goes = isinstance(key.declares, RefersTo) and (key.declares.collection, item) in gone
            else:
                parts = key.parts if isinstance(item, dict) else ()
                goes = any(not pruned(holder.at(step), part, gone) for part in parts)
            lost += goes
            if goes and holder is not entry:
                holder.drop(step)
        if items and (lost == len(items) or (lost and key.key in model.whole)):
            if model.model_fields[key.name].is_required():
                return False
            entry.drop(key.key)
    return True


def _each(entry: Tree, key: str) -> Iterator[tuple[Tree, Any, Any]]:
    """The value of a key, or each item of a list, the last first: its holder, its step, and itself."""
    value = entry.data.get(key, [])
    holder, steps = (
        (entry.at(key), range(len(value))) if value and isinstance(value, list) else (entry, [key])
    )
    for step in reversed(steps) if value else ():
        yield holder, step, holder.data[step]
