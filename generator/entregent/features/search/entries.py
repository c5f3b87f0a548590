"""What a reader can find: each entry of a guide that has an address, with what is known of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from entregent.guide import Guide
from entregent.guide.checklists import OwnLine
from entregent.guide.rules import Weight
from entregent.guide.texts import texts
from entregent.pages.feature import Entry, Feature, Kind
from entregent.pages.page import Page
from entregent.pages.view import View

PAGE_PRIOR = 0.5
_WEIGHTS = {Weight.MUST: 1.12, Weight.SHOULD: 1.0, Weight.COULD: 0.94}
_PER_LINK = 0.12


def entries(guide: Guide, features: Iterable[Feature], pages: Iterable[Page], view: View) -> Iterator[Entry]:
    """Everything to find in a guide, and on those of its pages that are made from no entry."""
    pages = list(pages)
    own = {page.entry: page.path for page in pages if page.entry}
    links = _links(guide)
    for feature in features:
        for kind in feature.kinds:
            for part in getattr(guide, kind.collection):
                yield _entry(guide, part, kind, view, own, links)
        if feature.entries:
            yield from feature.entries(guide, view)
    for page in pages:
        if page.searched and not page.entry:
            yield Entry(page.path, "page", page.title, page.description, prior=PAGE_PRIOR)


def _entry(
    guide: Guide,
    part: Any,
    kind: Kind,
    view: View,
    own: Mapping[tuple[str, str], str],
    links: Counter[tuple[str, str]],
) -> Entry:
    key = (kind.collection, part.id)
    weight = _WEIGHTS[getattr(part, "weight", Weight.SHOULD)]
    return Entry(
        page=kind.page or own[key],
        anchor=part.id if kind.page else "",
        kind=kind.name,
        title=_title(part, kind, view),
        answer=view.plain(getattr(part, kind.answer)) if kind.answer else "",
        keywords=tuple(getattr(part, "keywords", ())),
        text=" ".join([*_rest(part, kind, view), *_names(guide, part)]),
        prior=round(kind.prior * weight * (1 + _PER_LINK * math.log1p(links[key])), 3),
    )


def _title(part: object, kind: Kind, view: View) -> str:
    """What an entry is called; a title is shown as it is written, any other text without its Markdown."""
    text = getattr(part, kind.title)
    return view.typeset(text) if kind.title == "title" else view.plain(text)


def _rest(part: object, kind: Kind, view: View) -> Iterator[str]:
    """The texts of an entry that are neither its title nor its answer."""
    for path, text in texts(part):
        if path[0] not in (kind.title, kind.answer):
            yield view.plain(text)


def _names(guide: Guide, part: Any) -> Iterator[str]:
    """What the section and the channels of an entry are called."""
    if hasattr(part, "section"):
        yield guide.index.one("sections", part.section).title
    for channel in getattr(part, "channels", ()) or filter(None, [getattr(part, "channel", None)]):
        yield guide.index.one("channels", channel).title


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
