"""Every text of a guide that is shown as prose, with the way to it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Path
from entregent.fields import TextKind
from entregent.model import Guide
from entregent.model.texts import texts


def prose(guide: Guide) -> Iterator[tuple[Path, str]]:
    """Texts that readers see and do not send, each with its locale at the end of its way."""
    for path, text in texts(guide, {TextKind.SHOWN}):
        yield (*path, guide.locale), text
