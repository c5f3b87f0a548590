"""The checklists on paper: a document for each, and a booklet of them all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entregent.guide import Guide
from entregent.guide.groups import Group, Line, checklists, everything
from entregent.pages.page import Document
from entregent.pages.printed import common
from entregent.pages.view import View

BOOKLET = "all"
_FOLDER = "checklist"
_TEMPLATE = Path(__file__).with_name("checklist.typ")


def documents(guide: Guide, view: View) -> Iterator[Document]:
    """A document for each checklist, then the booklet."""
    groups = checklists(guide)
    for group in groups:
        yield _document(guide, view, group.id, group.title, [group])
    yield _document(guide, view, BOOKLET, guide.title, everything(guide, view.words["rest"]))


def _document(guide: Guide, view: View, name: str, title: str, groups: list[Group]) -> Document:
    return Document(
        path=f"{_FOLDER}/{name}.pdf",
        template=_TEMPLATE,
        data={
            **common(guide, view),
            "booklet": name == BOOKLET,
            "title": view.typeset(title),
            "tagline": view.printed(guide.tagline, f"{_FOLDER}/"),
            "words": {key: view.words[key] for key in ("title", "contents", "page", "why")},
            "lists": [_list(group, view) for group in groups],
        },
        entries=(
            *(("checklists", group.id) for group in groups),
            *(("rules", line.rule.id) for group in groups for line in group.lines),
        ),
    )


def _list(group: Group, view: View) -> dict[str, object]:
    return {
        "title": view.run(group.title),
        "summary": view.printed(group.summary, f"{_FOLDER}/") if group.summary else [],
        "lines": [_line(line, view) for line in group.lines],
    }


def _line(line: Line, view: View) -> dict[str, object]:
    return {
        "text": view.printed(line.text, f"{_FOLDER}/"),
        "weight": view.words[f"weight-{line.rule.weight}"],
        "rule": view.run(line.rule.title),
        "url": view.publication.from_document(f"rules/{line.rule.id}", f"{_FOLDER}/"),
    }
