"""The checklists: one page for each situation, one with every line, and a list of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from entregent.features.checklist.printed import documents
from entregent.guide import Guide
from entregent.guide.groups import Group, checklists, everything, former_ids
from entregent.guide.rules import Weight
from entregent.pages.feature import Entry, Feature
from entregent.pages.filtering import Facet, filters, sides, worded
from entregent.pages.page import Page
from entregent.pages.printed import updated
from entregent.pages.view import Kind, View

INDEX = "checklist/index"
KIND = Kind("checklists", "checklist", 0.9, answer="summary")
_LINE_PRIOR = 0.6


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of checklists and the checklists; for a guide that has none, one page with all lines."""
    groups = checklists(guide)
    every = everything(guide, view.words["rest"])
    if not groups:
        yield view.page(INDEX, "list.html.jinja", _context(guide, view, "all", view.words["lead"], every, []))
        return
    pdf = view.publication.document("checklist/all.pdf")
    shown = {"groups": groups, "former": former_ids(groups), "pdf": pdf}
    yield view.page(INDEX, "index.html.jinja", shown)
    for group in groups:
        others = [other for other in groups if other is not group]
        context = _context(guide, view, group.id, group.summary, [group], others)
        yield view.entry_page(KIND, group, "list.html.jinja", context)
    yield view.page(
        "checklist/all",
        "list.html.jinja",
        _context(guide, view, "all", view.words["all-lead"], every, groups),
        title=view.words["all-title"],
        description=view.words["all-lead"],
        parent=INDEX,
        searched=False,
    )


def _context(
    guide: Guide, view: View, name: str, lead: str, shown: list[Group], others: list[Group]
) -> dict[str, object]:
    facets = {
        "role": Facet(worded(view, "role", sides(guide)), lambda line: sides(guide, line.rule.role)),
        "weight": Facet(worded(view, "weight", Weight), lambda line: [line.rule.weight]),
    }
    ruled = {line.rule.id for group in shown for line in group.lines}
    return {
        "name": name,
        "decisions": [one for one in guide.decisions if name != "all" and ruled & one.rules],
        "lead": lead,
        "shown": shown,
        "others": others,
        "former": former_ids(shown),
        "filters": filters([line for group in shown for line in group.lines], facets),
        "pdf": view.publication.document(f"checklist/{name}.pdf"),
        "guide": guide.title,
        "address": view.publication.root,
        "updated": updated(guide, view),
    }


def entries(guide: Guide, view: View) -> Iterable[Entry]:
    """The lines of the checklists, each where it first comes."""
    found: dict[str, Entry] = {}
    for group in checklists(guide):
        page, title = f"checklist/{group.id}", view.typeset(group.title)
        for line in group.lines:
            entry = Entry(page, "line", view.plain(line.text), title, anchor=line.id, prior=_LINE_PRIOR)
            found.setdefault(line.id, entry)
    return found.values()


FEATURE = Feature("checklist", pages, documents=documents, kind=KIND, entries=entries, start=INDEX, rank=3)
