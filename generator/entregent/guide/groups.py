"""The checklists of a guide as readers meet them: every line with its text and the rule behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from entregent.guide import Guide, OwnLine, Rule


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to tick."""

    id: str
    """Readers' ticks are kept by it, and it is the line's address on its page."""
    text: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a title: a checklist of the guide, or a section of it."""

    id: str
    title: str
    summary: str
    lines: tuple[Line, ...]


def checklists(guide: Guide) -> list[Group]:
    """The checklists that the guide's author wrote, in their order."""
    return [
        Group(entry.id, entry.title, entry.summary, tuple(_line(line, guide) for line in entry.lines))
        for entry in guide.checklists
    ]


def sections(guide: Guide) -> list[Group]:
    """The lines of all rules, by section: what a guide without checklists of its own has to tick."""
    groups = (
        Group(
            section.id,
            section.title,
            section.summary,
            tuple(map(_own, guide.index.in_section("rules", section.id))),
        )
        for section in guide.sections
    )
    return [group for group in groups if group.lines]


def everything(guide: Guide, rest: str) -> list[Group]:
    """Every line of the guide once, where it first comes; lines on no checklist follow under `rest`."""
    if not guide.checklists:
        return sections(guide)
    seen: set[str] = set()
    groups = [
        Group(group.id, group.title, group.summary, tuple(_unseen(group.lines, seen)))
        for group in checklists(guide)
    ]
    left = tuple(_unseen(map(_own, guide.rules), seen))
    return [group for group in (*groups, Group("rest", rest, "", left)) if group.lines]


def page_of(guide: Guide, rule: Rule) -> str:
    """The page on which a reader finds a rule's own line: `checklist/some-id`."""
    if not guide.checklists:
        return "checklist/index"
    return f"checklist/{guide.index.checklist_of(rule.id) or 'all'}"


def _line(line: str | OwnLine, guide: Guide) -> Line:
    if isinstance(line, str):
        return _own(guide.index.one("rules", line))
    return Line(line.id, line.text, guide.index.one("rules", line.rule))


def _own(rule: Rule) -> Line:
    return Line(rule.id, rule.checklist, rule)


def _unseen(lines: Iterable[Line], seen: set[str]) -> Iterator[Line]:
    for line in lines:
        if line.id not in seen:
            seen.add(line.id)
            yield line
