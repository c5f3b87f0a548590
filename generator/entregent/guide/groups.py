"""The checklists of a guide as readers meet them: every line with its text and the rule behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from entregent.guide import Guide
from entregent.guide.checklists import Checklist, OwnLine
from entregent.guide.rules import Rule, Section


class Line(NamedTuple):
    """One thing to tick."""

    id: str
    """Readers' ticks are kept by it, and it is the line's address on its page."""
    text: str
    rule: Rule
    former_ids: tuple[str, ...] = ()


class Group(NamedTuple):
    """Lines under a title: a checklist of the guide, or a section of it."""

    id: str
    title: str
    summary: str
    lines: tuple[Line, ...]
    former_ids: tuple[str, ...] = ()


def checklists(guide: Guide) -> list[Group]:
    """The checklists that the guide's author wrote, in their order."""
    return [_group(entry, [_line(line, guide) for line in entry.lines]) for entry in guide.checklists]


def sections(guide: Guide) -> list[Group]:
    """The lines of all rules, by section: what a guide without checklists of its own has to tick."""
    return [_group(section, map(_own, rules)) for section, rules in guide.index.by_section("rules") if rules]


def everything(guide: Guide, rest: str) -> list[Group]:
    """Every line of the guide once, where it first comes; lines on no checklist follow under `rest`."""
    if not guide.checklists:
        return sections(guide)
    left: list[Group] = []
    seen: set[str] = set()
    for group in (*checklists(guide), Group("rest", rest, "", tuple(map(_own, guide.rules)))):
        lines = tuple(line for line in group.lines if line.id not in seen)
        seen.update(line.id for line in lines)
        left.append(group._replace(lines=lines))
    return [group for group in left if group.lines]


def former_ids(groups: Iterable[Group]) -> str:
    """Which lines have had which ids, as the query of an address: `old=new&older=new`."""
    return urlencode({old: line.id for group in groups for line in group.lines for old in line.former_ids})


def page_of(guide: Guide, rule: Rule) -> str:
    """The page on which a reader finds a rule's own line: `checklist/some-id`."""
    if not guide.checklists:
        return "checklist/index"
    lists = guide.index.referring("checklists", "rules", rule.id)
    return f"checklist/{next((entry.id for entry in lists if rule.id in entry.lines), 'all')}"


def _group(entry: Checklist | Section, lines: Iterable[Line]) -> Group:
    return Group(entry.id, entry.title, entry.summary, tuple(lines), entry.former_ids)


def _line(line: str | OwnLine, guide: Guide) -> Line:
    if isinstance(line, str):
        return _own(guide.index.one("rules", line))
    return Line(line.id, line.text, guide.index.one("rules", line.rule), line.former_ids)


def _own(rule: Rule) -> Line:
    return Line(rule.id, rule.checklist, rule, rule.former_ids)
