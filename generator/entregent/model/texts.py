"""Every text within a part of a guide, with the way to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.fields import DAY, ID_PATTERN, Part

TextPath = tuple[str | int, ...]


def texts(part: object, path: TextPath = ()) -> Iterator[tuple[TextPath, str]]:
    """The texts of a part in the order of its keys; ids, dates and the like left out."""
    if isinstance(part, str):
        if not (re.match(ID_PATTERN, part) or DAY.match(part)):
            yield path, part
    elif isinstance(part, Part):
        for name, field in type(part).model_fields.items():
            yield from texts(getattr(part, name, None), (*path, field.alias or name))
    elif isinstance(part, tuple):
        for index, item in enumerate(part):
            yield from texts(item, (*path, index))
