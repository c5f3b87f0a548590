"""Groups of synonyms that cannot serve."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.diagnostics import words
from entregent.model import Guide


def lonely_synonym(guide: Guide) -> Iterator[Finding]:
    """A group of fewer than two different words, which leads nowhere."""
    for index, group in enumerate(guide.synonyms):
        if len({word.casefold() for word in group}) < 2:
            yield Finding(("synonyms", index), words("lonely_synonym"))
