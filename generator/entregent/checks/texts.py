"""Every text of a guide that is shown as prose, with the way to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.checks.finding import Path
from entregent.fields import DAY, ID_PATTERN, Part
from entregent.model import Guide

# Texts that are sent as they are, without Markdown.
_SENT = {("messages", "text"), ("messages", "subject")}


def prose(guide: Guide) -> Iterator[tuple[Path, str]]:
    """Texts that readers see and do not send; ids, dates and the like left out."""
    for path, text in _strings(guide, ()):
        if (path[0], path[-1]) not in _SENT:
            yield (*path, guide.locale), text


def _strings(part: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(part, str):
        if not (re.match(ID_PATTERN, part) or DAY.match(part)):
            yield path, part
    elif isinstance(part, Part):
        for name, field in type(part).model_fields.items():
            yield from _strings(getattr(part, name, None), (*path, field.alias or name))
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from _strings(item, (*path, index))
