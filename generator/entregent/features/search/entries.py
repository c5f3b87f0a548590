"""What a reader can find: each entry of a guide that has an address, with what is known of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from entregent.checklists import checklists
from entregent.model import Guide, OwnLine, Weight
from entregent.model.texts import texts
from entregent.page import Page
from entregent.view import View


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to find."""

    page: str
    """Path of the page it stands on, as `rules/some-id.md`."""
    kind: str
    """What it is, as the interface names it: `kind-...` in `strings.yaml`."""
    title: str
    answer: str = ""
    """What a reader in a hurry needs to know."""
    keywords: tuple[str, ...] = ()
    """What readers call it, though it does not say so itself."""
    text: str = ""
    """All else that it says."""
    anchor: str = ""
    prior: float = 1.0
    """How likely it is what is looked for, before anything is known of the query."""


class _Kind(NamedTuple):
    name: str
    prior: float
    title: str = "title"
    answer: str = ""
    page: str = ""
    """The page on which entries of this kind stand together; empty where each has its own."""


KINDS = {
    "rules": _Kind("rule", 1.0, answer="answer"),
    "messages": _Kind("message", 0.95, answer="purpose"),
    "checklists": _Kind("checklist", 0.9, answer="summary"),
    "scenarios": _Kind("scenario", 0.85, answer="situation"),
    "facts": _Kind("fact", 0.75, title="statement", page="facts/index.md"),
    "sources": _Kind("source", 0.4, answer="about", page="sources/index.md"),
}
"""The collections that can be searched, what their entries are called, which of their texts come first."""
LINE_PRIOR, PAGE_PRIOR = 0.6, 0.5
_WEIGHTS = {Weight.MUST: 1.12, Weight.SHOULD: 1.0, Weight.COULD: 0.94}
_PER_LINK = 0.12


def entries(guide: Guide, pages: Iterable[Page], view: View) -> Iterator[Entry]:
    """Everything to find in a guide, and on those of its pages that are made from no entry."""
    pages = list(pages)
    own = {page.entry: page.path for page in pages if page.entry}
    links = _links(guide)
    for collection, kind in KINDS.items():
        for part in getattr(guide, collection):
            key = (collection, part.id)
            weight = _WEIGHTS.get(getattr(part, "weight", Weight.SHOULD), 1.0)
            yield Entry(
                page=kind.page or own[key],
                anchor=part.id if kind.page else "",
                kind=kind.name,
                title=_title(part, kind, view),
                answer=view.plain(getattr(part, kind.answer)) if kind.answer else "",
                keywords=tuple(getattr(part, "keywords", ())),
                text=" ".join([*_rest(part, kind, view), *_names(guide, part)]),
                prior=round(kind.prior * weight * (1 + _PER_LINK * math.log1p(links[key])), 3),
            )
    yield from _lines(guide, view)
    for page in pages:
        if page.searched and not page.entry:
            yield Entry(page.path, "page", page.title, page.description, prior=PAGE_PRIOR)


def _title(part: object, kind: _Kind, view: View) -> str:
    """What an entry is called; a title is shown as it is written, any other text without its Markdown."""
    text = getattr(part, kind.title)
    return view.printed(text) if kind.title == "title" else view.plain(text)


def _rest(part: object, kind: _Kind, view: View) -> Iterator[str]:
    """The texts of an entry that are neither its title nor its answer."""
    for path, text in texts(part):
        if path[0] not in ("id", "keywords", kind.title, kind.answer):
            yield view.plain(text)


def _names(guide: Guide, part: object) -> Iterator[str]:
    """What the section and the channels of an entry are called."""
    named = {
        getattr(part, "section", None),
        getattr(part, "channel", None),
        *getattr(part, "channels", ()),
    }
    titles = [(entry.id, entry.title) for entry in guide.sections]
    titles += [(entry.id, entry.title) for entry in guide.channels]
    yield from (title for identifier, title in titles if identifier in named)


def _lines(guide: Guide, view: View) -> Iterator[Entry]:
    """The lines of the checklists, each where it first comes."""
    seen: set[str] = set()
    for group in checklists(guide):
        for line in group.lines:
            if line.id not in seen:
                page = f"checklist/{group.id}.md"
                title, answer = view.plain(line.text), view.printed(group.title)
                yield Entry(page, "line", title, answer, anchor=line.id, prior=LINE_PRIOR)
            seen.add(line.id)


def _links(guide: Guide) -> Counter[tuple[str, str]]:
    """How many entries lead to an entry: a guide leads most often to what matters most in it."""
    found: Counter[tuple[str, str]] = Counter()
    for rule in guide.rules:
        for name in ("scenarios", "messages", "facts", "sources"):
            found.update((name, identifier) for identifier in getattr(rule, name))
        found.update(("rules", identifier) for identifier in rule.related)
    for checklist in guide.checklists:
        for line in checklist.lines:
            found["rules", line.rule if isinstance(line, OwnLine) else line] += 1
    return found
