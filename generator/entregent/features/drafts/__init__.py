"""Checking a draft: a page where readers paste what they have written and see what the guide remarks.

All happens in the browser: `reading.js` runs the checks, which stand in a file of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from entregent.guide import Guide
from entregent.guide.drafts import DraftCheck, DraftGrade
from entregent.guide.filling import limits
from entregent.guide.messages import Piece
from entregent.guide.remarks import compiled, is_spoken
from entregent.guide.rules import Rule
from entregent.guide.signs import PATTERNS
from entregent.pages.feature import Feature
from entregent.pages.filtering import titled
from entregent.pages.page import Asset, Page
from entregent.pages.view import View
from entregent.text.foreign import locale_of

INDEX = "drafts/index"
CHECKS = "drafts/checks.js"


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """One page, with what is looked for spelt out below the field."""
    checks = _checks(guide)
    context = {
        "channels": titled(guide.channels),
        "grades": [(grade, [pair for pair in checks if pair[0].grade is grade]) for grade in DraftGrade],
    }
    yield view.page(INDEX, "drafts.html.jinja", context)


def files(guide: Guide, view: View) -> Iterator[Asset]:
    """The checks, as a script that also a page opened from a disk may load."""
    order = list(DraftGrade)
    checks = sorted(_checks(guide), key=lambda pair: order.index(pair[0].grade))
    data = {
        "checks": [_packed(check, rule.title, view) for check, rule in checks],
        "patterns": PATTERNS,
        "limits": {
            channel.id: {
                account or "any": fact.limit.characters for account, fact in found.items() if fact.limit
            }
            for channel in guide.channels
            if (found := limits(guide, channel.id, Piece.TEXT))
        },
        "stages": {channel.id: channel.stage for channel in guide.channels if channel.stage},
        "grades": {grade: view.words[f"grade-{grade}"] for grade in DraftGrade},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    yield Asset(CHECKS, f"globalThis.entregentDrafts = {text};\n".encode())


def _checks(guide: Guide) -> list[tuple[DraftCheck, Rule]]:
    """The checks that the locale has expressions for, each with its rule."""
    return [(check, guide.index.one("rules", check.rule)) for check in guide.draft_checks if is_spoken(check)]


def _packed(check: DraftCheck, title: str, view: View) -> dict[str, object]:
    said = {"says": check.says, "instead": check.instead or ""}
    return {
        **compiled(check),
        **{key: view.plain(text) for key, text in said.items()},
        "language": locale_of(check.says, ""),
        "grade": check.grade,
        "rule": view.typeset(title),
        "address": view.publication.address(f"rules/{check.rule}"),
    }


FEATURE = Feature("drafts", pages, "draft_checks", files=files, start=INDEX, rank=3)
