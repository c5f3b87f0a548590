"""What a check yields, and the advice that several checks give."""

from __future__ import annotations

from difflib import get_close_matches
from typing import NamedTuple

Path = tuple[str | int, ...]
"""The way to a value of rules.yaml: keys, and positions in lists."""


class Finding(NamedTuple):
    """A fault, before it is known on which line of the file it stands."""

    path: Path
    message: str
    help: str
    word: str = ""
    """The part of the value that is at fault; all of it if empty."""


def did_you_mean(word: str, known: list[str]) -> str:
    """Advice for a word that is not among those known."""
    close = get_close_matches(word, known, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    return (
        f"known here: {', '.join(f'`{name}`' for name in sorted(known)[:12])}"
        if known
        else "none is defined yet"
    )
