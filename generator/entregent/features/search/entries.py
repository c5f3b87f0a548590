"""What a reader can find: each entry of a guide that has an address, with what is known of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from entregent.guide import Guide
from entregent.guide.declarations import RefersTo
from entregent.guide.rules import Weight
from entregent.guide.texts import strings_in, texts
from entregent.pages.feature import Entry, Feature
from entregent.pages.page import Page
from entregent.pages.view import Kind, View

PAGE_PRIOR = 0.5
_WEIGHTS = {Weight.MUST: 1.12, Weight.SHOULD: 1.0, Weight.COULD: 0.94}
_PER_LINK = 0.12


def entries(guide: Guide, features: Iterable[Feature], pages: Iterable[Page], view: View) -> Iterator[Entry]:
    """Everything to find in a guide, and on those of its pages that are made from no entry."""
    # A guide leads most often to what matters most in it.
    links = Counter(
        (refers.collection, identifier)
        for part in (*guide.rules, *guide.checklists)
        for _, identifier, refers in strings_in(part)[RefersTo]
    )
    for feature in features:
        if kind := feature.kind:
            for part in getattr(guide, kind.collection):
                yield _entry(guide, part, feature, kind, view, links[kind.collection, part.id])
        yield from feature.entries(guide, view)
    for page in pages:
        if page.searched and not page.entry:
            yield Entry(page.path, "page", page.title, page.description, prior=PAGE_PRIOR)


def _entry(guide: Guide, part: Any, feature: Feature, kind: Kind, view: View, links: int) -> Entry:
    weight = _WEIGHTS[getattr(part, "weight", Weight.SHOULD)]
    return Entry(
        page=kind.page or f"{feature.name}/{part.id}",
        anchor=part.id if kind.page else "",
        kind=kind.name,
        title=_title(part, kind, view),
        answer=view.plain(getattr(part, kind.answer)) if kind.answer else "",
        keywords=tuple(getattr(part, "keywords", ())),
        text=" ".join([*_rest(part, kind, view), *_names(guide, part)]),
        prior=round(kind.prior * weight * (1 + _PER_LINK * math.log1p(links)), 3),
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
