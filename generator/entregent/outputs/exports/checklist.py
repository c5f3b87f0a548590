"""Checklists as files to hand out: PDF to print, Markdown to paste, CSV for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from entregent import site
from entregent.guide import Guide
from entregent.guide.groups import Group, Line, checklists, everything
from entregent.outputs import pdf
from entregent.outputs.exports.cells import escape_markdown, table
from entregent.pages.page import Publication
from entregent.pages.view import View

ALL = "all"
"""Name of the booklet, which has every list."""


def names(guide: Guide) -> list[str]:
    """What can be handed out: the ids of the guide's checklists, and `all`."""
    return [*(group.id for group in checklists(guide)), ALL]


def content(guide: Guide, form: str, name: str = ALL, address: str | None = None) -> bytes:
    """What one of the `names` stands for in one of the `FORMS`.

    `address` is where the site is published in this locale. For a PDF, raises ModuleNotFoundError without
    typst and pdf.UnsetError for a text that no font has.
    """
    root = f"{address.rstrip('/')}/" if address else ""
    view = View("checklist", guide.voice, Publication(root, standalone=True))
    return FORMS[form](guide, view, name)


def _groups(guide: Guide, view: View, name: str) -> list[Group]:
    if name == ALL:
        return everything(guide, view.words["rest"])
    return [group for group in checklists(guide) if group.id == name]


def _pdf(guide: Guide, view: View, name: str) -> bytes:
    documents = {document.path: document for document in site.documents(guide, view.publication)}
    return pdf.render(documents[f"checklist/{name}.pdf"]).content


def _markdown(guide: Guide, view: View, name: str) -> bytes:
    groups = _groups(guide, view, name)
    several = len(groups) > 1
    parts = [f"# {escape_markdown(view.typeset(guide.title))}", ""] if several else []
    for group in groups:
        parts += [f"{'##' if several else '#'} {escape_markdown(view.typeset(group.title))}", ""]
        parts += [escape_markdown(view.plain(group.summary)), ""] if group.summary else []
        for cells in (_cells(group, line, view) for line in group.lines):
            rule, url = escape_markdown(cells["rule"]), cells["address"]
            parts.append(f"- [ ] {escape_markdown(cells['line'])}")
            parts.append(f"    - {cells['weight']} · {f'[{rule}](<{url}>)' if url else rule}")
        parts.append("")
    return "\n".join(parts).encode()


def _csv(guide: Guide, view: View, name: str) -> bytes:
    rows = [_cells(group, line, view) for group in _groups(guide, view, name) for line in group.lines]
    titles = [view.words[f"column-{column}"] for column in rows[0]]
    return table([titles, *(row.values() for row in rows)])


def _cells(group: Group, line: Line, view: View) -> dict[str, str]:
    """What there is to say of a line, by column."""
    return {
        "list": view.typeset(group.title),
        "line": view.plain(line.text),
        "weight": view.words[f"weight-{line.rule.weight}"],
        "role": view.words[f"role-{line.rule.role}"],
        "rule": view.typeset(line.rule.title),
        "address": view.publication.from_document(f"rules/{line.rule.id}", ""),
        "id": line.id,
    }


FORMS: dict[str, Callable[[Guide, View, str], bytes]] = {".pdf": _pdf, ".md": _markdown, ".csv": _csv}
"""How a checklist is written, by the suffix of the file."""
