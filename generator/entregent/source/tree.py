"""Data and its places, changed together: how several texts become one guide.

Texts are laid one after the other, so that an offset, and with it a line, says which of them it is in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from entregent.diagnostics import Diagnostic
from entregent.source.data import Place, Source


class Tree(NamedTuple):
    """A mapping or a list, and the places of what is below it; what changes one changes the other."""

    data: Any
    below: Any

    def at(self, step: str | int) -> Tree:
        """What is below a key or at a position."""
        return Tree(self.data[step], self.below[step][1][2])

    def take(self, key: str, other: Tree) -> None:
        """Put in the value that another mapping has under a key."""
        self.data[key], self.below[key] = other.data[key], other.below[key]

    def extend(self, other: Tree) -> None:
        """Put another list at the end of this one."""
        self.data.extend(other.data)
        self.below.extend(other.below)

    def drop(self, step: str | int) -> None:
        """Leave out what is below a key or at a position."""
        del self.data[step], self.below[step]

    def keep(self, positions: Iterable[int]) -> None:
        """Leave of a list what is at these positions, in their order."""
        kept = list(positions)
        self.data[:] = [self.data[position] for position in kept]
        self.below[:] = [self.below[position] for position in kept]


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
