"""The guide in other forms: written by `entregent export`, and offered by the site, as `EXPORTS` says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import NamedTuple

from entregent.guide import Guide
from entregent.outputs.exports import expanders
from entregent.pages.templates import PACKAGE

SCHEMA = "guide.schema.json"


class Export(NamedTuple):
    """A file that the site offers."""

    path: str
    """Where it stands on the site: beside the list of messages, which offers it."""
    render: Callable[[Guide], bytes]


def whole(guide: Guide) -> bytes:
    """The guide in one locale as JSON, with a reference to its schema beside it."""
    data = {"$schema": SCHEMA, "locale": guide.locale, **guide.model_dump(mode="json", by_alias=True)}
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def schema() -> bytes:
    """The JSON Schema of what `whole` gives, kept in a file because making it takes as long as a page."""
    return (PACKAGE / "schemas" / SCHEMA).read_bytes()


EXPORTS = {
    "espanso": Export("messages/espanso.zip", expanders.espanso_archive),
    "plist": Export("messages/text-replacements.plist", expanders.text_replacements),
    "csv": Export("messages/messages.csv", expanders.table_of_messages),
    "json": Export("messages/guide.json", whole),
}
OFFERED = tuple((name, export.path) for name, export in EXPORTS.items())
"""What a form is, and the path of its file on the site."""


def files(guide: Guide) -> Iterator[Export]:
    """What the site offers, for a guide that has messages."""
    if guide.messages:
        yield from EXPORTS.values()
        yield Export(f"messages/{SCHEMA}", lambda _: schema())
