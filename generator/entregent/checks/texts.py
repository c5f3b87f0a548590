"""Every text of a guide that is shown as prose, with the way to it."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Path
from entregent.model import Guide
from entregent.model.texts import texts

# Texts that are sent as they are, without Markdown.
_SENT = {("messages", "text"), ("messages", "subject")}
# What readers type, and nobody reads.
_TYPED = {"synonyms", "keywords"}


def prose(guide: Guide) -> Iterator[tuple[Path, str]]:
    """Texts that readers see and do not send; ids, dates and the like left out."""
    for path, text in texts(guide):
        if (path[0], path[-1]) not in _SENT and not _TYPED.intersection(path):
            yield (*path, guide.locale), text
