"""Reading a draft: which checks remark something, and on which of its words.

`compiled` is what a check comes to in one locale, plain data that `features/drafts/reading.js` runs in the
browser just as `remarks` does here; tests hold the two to each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from entregent.guide.drafts import DraftCheck, Sign, Stage
from entregent.guide.phrases import UnreadableError, form
from entregent.guide.signs import Compiled, Draft, Mark, marks_of


class Occasion(NamedTuple):
    """Where a draft goes."""

    channel: str = ""
    stage: Stage = Stage.FIRST
    limit: int | None = None
    """The most UTF-16 code units that may be sent; None where nothing is known."""


class Remark(NamedTuple):
    """A check that has something to say of a draft, and the pieces that it is about, as (start, end)."""

    check: str
    marks: tuple[Mark, ...]


def is_spoken(check: DraftCheck) -> bool:
    """Whether a check has all the expressions that it looks for in the locale that it was read in."""
    return all(sign.count or sign.phrases for sign in check.signs)


def compiled(check: DraftCheck) -> Compiled:
    """What a check looks for, as plain data."""
    own = check.model_dump(mode="json", include={"id", "channels", "stage"})
    signs, unless = ([_sign(sign) for sign in some] for some in (check.looks_for, check.unless))
    return {**own, "signs": signs, "unless": unless}


def _sign(sign: Sign) -> Compiled:
    own = sign.model_dump(mode="json", exclude_defaults=True)
    for key in ("phrases", "but_not"):
        if key in own:
            own[key] = [*_forms(own[key])]
    return own


def _forms(phrases: Sequence[str]) -> Iterator[str]:
    """The forms of the expressions that can be read; the others are told as faults."""
    for phrase in phrases:
        with suppress(UnreadableError):
            yield form(phrase)


def remarks(text: str, checks: Sequence[Compiled], occasion: Occasion) -> list[Remark]:
    """What the checks remark, in their order."""
    draft = Draft(text, occasion.limit)
    found = []
    for check in checks:
        if occasion.channel not in (check["channels"] or [occasion.channel]):
            continue
        if (check["stage"] or occasion.stage) != occasion.stage:
            continue
        signs = [marks_of(sign, draft) for sign in check["signs"]]
        if None in signs or any(marks_of(sign, draft) is not None for sign in check["unless"]):
            continue
        marks = sorted({mark for some in signs for mark in some or ()})
        found.append(Remark(check["id"], tuple(marks)))
    return found
