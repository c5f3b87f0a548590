"""A colour of the guide's own in which text could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.guide.colours import PALETTES, readable


def weak_accent(guide: Guide) -> Iterator[Finding]:
    """An accent that is too light for text on the page, and for the page's colour on it."""
    if (accent := guide.brand.accent) and (best := readable(accent, PALETTES["default"])) != accent:
        yield Finding(("brand", "accent"), words("weak_accent", accent=accent, best=best))
