"""The guide in other forms, each a line of `EXPORTS`: written by `entregent export`, offered by the site."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from entregent.guide import Guide
from entregent.outputs.exports import expanders
from entregent.pages.page import Asset
from entregent.pages.templates import PACKAGE

SCHEMA = "guide.schema.json"
_FOLDER = "messages"
"""Where the site has the files: beside the list of messages, which offers them."""


class Export(NamedTuple):
    """One form of the guide."""

    help: str
    file: str
    """Its name on the site; a folder is a ZIP archive there."""
    render: Callable[[Guide], Mapping[str, bytes]]
    """Its files by path; of several that are no folder, the first is the one that is asked for."""

    @property
    def is_folder(self) -> bool:
        """Whether the files belong in a folder of their own."""
        return self.file.endswith(".zip")


def whole(guide: Guide) -> bytes:
    """The guide in one locale as JSON, with a reference to its schema beside it."""
    data = {"$schema": SCHEMA, "locale": guide.locale, **guide.model_dump(mode="json", by_alias=True)}
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def schema() -> bytes:
    """The JSON Schema of what `whole` gives, kept in a file because making it takes as long as a page."""
    return (PACKAGE / "schemas" / SCHEMA).read_bytes()


EXPORTS: dict[str, Export] = {
    "espanso": Export(
        "Write a package for espanso below FOLDER: a form for each message.",
        "espanso.zip",
        expanders.espanso_package,
    ),
    "plist": Export(
        "Write the messages to OUTPUT as text replacements for macOS.",
        "text-replacements.plist",
        lambda guide: {"text-replacements.plist": expanders.text_replacements(guide)},
    ),
    "csv": Export(
        "Write the messages to OUTPUT as CSV, for text expanders and spreadsheets.",
        "messages.csv",
        lambda guide: {"messages.csv": expanders.table_of_messages(guide)},
    ),
    "json": Export(
        "Write the whole guide to OUTPUT as JSON, and its schema beside it.",
        "guide.json",
        lambda guide: {"guide.json": whole(guide), SCHEMA: schema()},
    ),
}
OFFERED = tuple((name, f"{_FOLDER}/{export.file}") for name, export in EXPORTS.items())
"""What a form is, and the path of its file on the site."""


def files(guide: Guide) -> Iterator[Asset]:
    """What the site offers, for a guide that has messages."""
    for export in EXPORTS.values() if guide.messages else ():
        rendered = export.render(guide)
        if export.is_folder:
            rendered = {export.file: expanders.zipped(rendered)}
        for path, content in rendered.items():
            yield Asset(f"{_FOLDER}/{path}", content)
