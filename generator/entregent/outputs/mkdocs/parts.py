"""Parts of Material's templates that are the same on many pages, each rendered once for all of them.

The navigation and the links to style sheets depend on the folder of a page alone, unless it stands in the
navigation itself. They are half of what Material's templates take.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath

Render = Callable[[], str]


def rendered(name: str, render: Render) -> str:
    """A part of a page that may have parts of its own."""
    return render()


class SharedParts:
    """The parts that are rendered already."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], str] = {}

    def of(self, url: str) -> Callable[[str, Render], str]:
        """What gives a page at an address a part, by the part's name and what renders it."""
        return partial(self._part, str(PurePosixPath(url).parent))

    def _part(self, folder: str, name: str, render: Render) -> str:
        if (folder, name) not in self._texts:
            self._texts[folder, name] = render()
        return self._texts[folder, name]
