"""What is left of the entries of a guide when some of them go: references to those that went are dropped.

Which keys refer to entries, and which of them an entry cannot do without, is known from the model.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from entregent.guide.base import COLLECTIONS
from entregent.guide.declarations import Key, Part, RefersTo, keys_of
from entregent.source import Place, Tree
from entregent.text import PLACEHOLDER

Entry = tuple[str, str]
"""A collection and an id in it."""


def id_of(entry: Tree) -> str:
    """The id of an entry; empty where it has none."""
    name = entry.data.get("id") if isinstance(entry.data, dict) else None
    return name if isinstance(name, str) else ""


def entries_of(guide: Tree) -> dict[Entry, Tree]:
    """Every entry with an id, in all collections."""
    return {
        (collection, id_of(entry)): entry
        for collection in COLLECTIONS
        if isinstance(guide.data.get(collection), list)
        for _, entry in guide.at(collection).below()
        if id_of(entry)
    }


def references(entry: Tree, model: type[Part]) -> Iterator[tuple[Entry, Place]]:
    """What an entry refers to, and where."""
    for key in keys_of(model):
        for _, item in _items(entry, key):
            if isinstance(item.data, str) and isinstance(key.declares, RefersTo):
                yield (key.declares.collection, item.data), item.place
            for part in key.parts if isinstance(item.data, dict) else ():
                yield from references(item, part)


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
        items = [] if key.key in kept else _items(entry, key)
        left = [step for step, item in items if _stays(item, key, gone)]
        is_whole = left == [step for step, _ in items] or key.key not in model.whole
        if left and is_whole and len(left) < len(items):
            entry.at(key.key).keep(left)
        elif items and not (left and is_whole):
            if model.model_fields[key.name].is_required():
                return False
            entry.drop(key.key)
    return True


def _stays(item: Tree, key: Key, gone: Collection[Entry]) -> bool:
    if isinstance(item.data, str):
        return not (isinstance(key.declares, RefersTo) and (key.declares.collection, item.data) in gone)
    return not isinstance(item.data, dict) or all(pruned(item, part, gone) for part in key.parts)


def _items(entry: Tree, key: Key) -> list[tuple[Any, Tree]]:
    """The value of a key, or each item of a list."""
    if key.key not in entry.data:
        return []
    value = entry.at(key.key)
    return value.below() if isinstance(value.data, list) else [("", value)]
