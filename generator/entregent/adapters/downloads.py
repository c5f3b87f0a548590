"""The files that a site offers to take away, and that `entregent export` writes one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator

from entregent.adapters import expanders
from entregent.model import Guide
from entregent.page import Asset
from entregent.view import PACKAGE

OFFERED = (
    ("espanso", "messages/espanso.zip"),
    ("plist", "messages/text-replacements.plist"),
    ("csv", "messages/messages.csv"),
    ("json", "messages/guide.json"),
)
"""What a file is, and its path among the pages."""
SCHEMA = "guide.schema.json"


def files(guide: Guide) -> Iterator[Asset]:
    """What the list of messages offers, for a guide that has messages."""
    if not guide.messages:
        return
    contents = {
        "espanso": expanders.zipped(expanders.espanso_package(guide)),
        "plist": expanders.text_replacements(guide),
        "csv": expanders.table_of_messages(guide),
        "json": whole(guide),
    }
    for name, path in OFFERED:
        yield Asset(path, contents[name])
    yield Asset(f"messages/{SCHEMA}", schema())


def whole(guide: Guide) -> bytes:
    """The guide in one locale as JSON, with a reference to its schema beside it."""
    data = {"$schema": SCHEMA, "locale": guide.locale, **guide.model_dump(mode="json", by_alias=True)}
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def schema() -> bytes:
    """The JSON Schema of what `whole` gives, kept in a file because making it takes as long as a page."""
    return (PACKAGE / SCHEMA).read_bytes()
