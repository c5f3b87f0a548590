"""The checklists: one page for each situation, one with every line, and a door to each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from entregent.checklists import Group, Line, checklists, everything
from entregent.features.checklist.printed import documents
from entregent.model import Guide, Role, Weight
from entregent.page import Page
from entregent.view import View

__all__ = ["documents", "pages"]

INDEX = "checklist/index.md"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of checklists and the checklists; for a guide that has none, one page with all lines."""
    groups = checklists(guide)
    if groups:
        yield Page(
            path=INDEX,
            title=view.words["title"],
            short_title=view.words["short-title"],
            description=view.words["lead"],
            body=view.render("index.md.jinja", groups=groups, total=_total(everything(guide, ""))),
        )
    for group in groups:
        others = [other for other in groups if other is not group]
        yield Page(
            path=f"checklist/{group.id}.md",
            title=view.printed(group.title),
            description=view.plain(group.summary),
            parent=INDEX,
            entry=("checklists", group.id),
            body=_list(guide, view, group.title, group.summary, [group], others, group.id),
        )
    yield _all(guide, view, groups)


def _all(guide: Guide, view: View, groups: list[Group]) -> Page:
    name = "all-" if groups else ""
    title, lead = view.words[f"{name}title"], view.words[f"{name}lead"]
    return Page(
        path="checklist/all.md" if groups else INDEX,
        title=title,
        short_title="" if groups else view.words["short-title"],
        description=lead,
        parent=INDEX if groups else "",
        searched=not groups,
        body=_list(guide, view, title, lead, everything(guide, view.words["rest"]), groups, "all"),
    )


def _list(
    guide: Guide, view: View, title: str, lead: str, shown: list[Group], others: list[Group], name: str
) -> str:
    lines = [line for group in shown for line in group.lines]
    return view.render(
        "list.md.jinja",
        title=title,
        lead=lead,
        shown=shown,
        others=others,
        name=name,
        total=len(lines),
        roles=_roles,
        facets=_facets(lines, view),
        updated=view.day(guide.updated) if guide.updated else "",
        guide=guide,
    )


def _total(groups: list[Group]) -> int:
    return sum(len(group.lines) for group in groups)


def _roles(line: Line) -> list[Role]:
    """The roles under which a reader finds a line: one for everybody is found under each."""
    role = line.rule.role
    return [role for role in Role if role is not Role.BOTH] if role is Role.BOTH else [role]


def _facets(lines: list[Line], view: View) -> dict[str, list[tuple[str, str]]]:
    """What the lines can be filtered by: only what tells some of them from others."""
    found: dict[str, Sequence[StrEnum]] = {
        "role": [role for role in Role if any(role in _roles(line) for line in lines)],
        "weight": [weight for weight in Weight if any(line.rule.weight is weight for line in lines)],
    }
    return {
        name: [(str(value), view.words[f"{name}-{value}"]) for value in values]
        for name, values in found.items()
        if len(values) > 1
    }
