"""Data and its places, changed together: how several texts become one guide.

Texts are laid one after the other, so that an offset, and with it a line, says which of them it is in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from entregent.diagnostics import Diagnostic
from entregent.source.data import Place, Source


class Tree(NamedTuple):
    """A value and its place; what changes one changes the other."""

    data: Any
    place: Place

    def at(self, step: Any) -> Tree:
        """What is below a key or at a position."""
        return Tree(self.data[step], self.place[2][step][1])

    def below(self) -> list[tuple[Any, Tree]]:
        """Every key or position of a mapping or a list, with what is there."""
        steps = self.data if isinstance(self.data, dict) else range(len(self.place[2]))
        return [(step, self.at(step)) for step in steps]

    def take(self, key: str, other: Tree) -> None:
        """Put in the value that another mapping has under a key."""
        self.data[key], self.place[2][key] = other.data[key], other.place[2][key]

    def join(self, key: str, other: Tree) -> bool:
        """Put the list that another mapping has under a key, or its lists by name, behind what is there.

        Whether that was possible: anything but lists can only be there once.
        """
        if key not in self.data:
            self.take(key, other)
            return True
        old, new = self.at(key), other.at(key)
        if isinstance(old.data, dict) and isinstance(new.data, dict):
            return all(old.join(name, new) for name in new.data)
        if isinstance(old.data, dict) and len(old.data) == 1:
            # What is left of several languages in a guide that has one, and writes no mapping for it.
            old = old.at(*old.data)
        if isinstance(old.data, list) and isinstance(new.data, list):
            old.data.extend(new.data)
            old.place[2].extend(new.place[2])
            return True
        return False

    def drop(self, key: str) -> None:
        """Leave out what is below a key."""
        del self.data[key], self.place[2][key]

    def keep(self, positions: Iterable[int]) -> None:
        """Leave of a list what is at these positions, in their order."""
        kept = list(positions)
        for items in (self.data, self.place[2]):
            items[:] = [items[position] for position in kept]


def laid_out(sources: Sequence[Source]) -> str:
    """The text of several sources, one after the other; their places and faults move with it."""
    offset = lines = 0
    for source in sources:
        if offset:
            source.place = _moved(source.place, offset)
            source.diagnostics = [_lower(fault, lines) for fault in source.diagnostics]
        offset += len(source.text) + 1
        lines += source.text.count("\n") + 1
    return "\n".join(source.text for source in sources)


def _moved(place: Place, by: int) -> Place:
    start, end, below = place
    if isinstance(below, dict):
        below = {key: (_moved(name, by), _moved(there, by)) for key, (name, there) in below.items()}
    elif below:
        below = [(there, there) for there in (_moved(item, by) for item, _ in below)]
    return start + by, end + by, below


def _lower(fault: Diagnostic, by: int) -> Diagnostic:
    span = fault.span
    return fault._replace(span=span._replace(line=span.line + by, end_line=span.end_line + by))
