"""What every document says beside its own content: the language, the paper, the guide and its date."""

from __future__ import annotations

from entregent.guide import Guide
from entregent.pages import dates
from entregent.pages.view import View

_PAPER = {"en-US": "us-letter", "en-CA": "us-letter", "fr-CA": "us-letter"}
"""Paper of the places that do not use A4."""


def common(guide: Guide, view: View) -> dict[str, object]:
    """The data that all templates of documents take."""
    language, _, region = view.locale.partition("-")
    return {
        "lang": language,
        "region": region or None,
        "paper": _PAPER.get(view.locale, "a4"),
        "guide": view.typeset(guide.title),
        "address": view.publication.root,
        "updated": updated(guide, view),
        "mark": guide.brand.mark,
        "accent": guide.brand.accent,
    }


def updated(guide: Guide, view: View) -> str:
    """What a page or document says of when the text last changed; empty where the guide does not tell."""
    return view.words["updated"].format(day=dates.day(guide.updated, view.locale)) if guide.updated else ""
