"""The checklists: one page for each situation, one with every line, and a list of them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from entregent.features.checklist.printed import documents
from entregent.guide import Guide
from entregent.guide.groups import Group, Line, checklists, everything
from entregent.guide.rules import Weight
from entregent.pages.feature import SIDES, Choices, Entry, Feature, Kind, facets, roles, worded
from entregent.pages.page import Page
from entregent.pages.view import View

INDEX = "checklist/index"
_LINE_PRIOR = 0.6


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of checklists and the checklists; for a guide that has none, one page with all lines."""
    groups = checklists(guide)
    if groups:
        yield Page(
            path=INDEX,
            title=view.words["title"],
            short_title=view.words["short-title"],
            description=view.words["lead"],
            html=view.render("index.html.jinja", INDEX, groups=groups),
        )
    for group in groups:
        others = [other for other in groups if other is not group]
        path = f"checklist/{group.id}"
        yield Page(
            path=path,
            title=view.typeset(group.title),
            description=view.plain(group.summary),
            parent=INDEX,
            entry=("checklists", group.id),
            html=_list(
                guide, view, path, group.title, group.summary, shown=[group], others=others, name=group.id
            ),
        )
    yield _all(guide, view, groups)


def _all(guide: Guide, view: View, groups: list[Group]) -> Page:
    words = "all-" if groups else ""
    path = "checklist/all" if groups else INDEX
    title, lead = view.words[f"{words}title"], view.words[f"{words}lead"]
    shown = everything(guide, view.words["rest"])
    return Page(
        path=path,
        title=title,
        short_title="" if groups else view.words["short-title"],
        description=lead,
        parent=INDEX if groups else "",
        searched=not groups,
        html=_list(guide, view, path, title, lead, shown=shown, others=groups, name="all"),
    )


def _list(guide: Guide, view: View, path: str, title: str, lead: str, **context: Any) -> str:
    lines = [line for group in context["shown"] for line in group.lines]
    return view.render(
        "list.html.jinja",
        path,
        title=title,
        lead=lead,
        total=len(lines),
        roles=roles,
        facets=_facets(lines, view),
        updated=view.day(guide.updated) if guide.updated else "",
        guide=guide,
        **context,
    )


def _facets(lines: list[Line], view: View) -> dict[str, Choices]:
    return facets(
        lines,
        {
            "role": (worded(view, "role", SIDES), lambda line: roles(line.rule.role)),
            "weight": (worded(view, "weight", Weight), lambda line: [line.rule.weight]),
        },
    )


def entries(guide: Guide, view: View) -> Iterator[Entry]:
    """The lines of the checklists, each where it first comes."""
    seen: set[str] = set()
    for group in checklists(guide):
        for line in group.lines:
            if line.id not in seen:
                title, answer = view.plain(line.text), view.typeset(group.title)
                yield Entry(f"checklist/{group.id}", "line", title, answer, anchor=line.id, prior=_LINE_PRIOR)
            seen.add(line.id)


FEATURE = Feature(
    "checklist",
    pages,
    documents,
    kinds=(Kind("checklists", "checklist", 0.9, answer="summary"),),
    entries=entries,
    start=INDEX,
    card="rules",
    rank=3,
)
