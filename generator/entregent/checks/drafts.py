"""Checks of drafts that cannot be run, or do not do what their own examples say."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.checks.messages import sent
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.guide.drafts import DraftCheck, Sign, Stage
from entregent.guide.filling import strictest, with_examples
from entregent.guide.messages import Piece
from entregent.guide.phrases import UnreadableError, form
from entregent.guide.remarks import Occasion, compiled, is_spoken, remarks
from entregent.source import Path

_BY_PHRASES, _BY_COUNT = {"but_not", "within", "at_least"}, {"more_than", "fewer_than"}


def _signs(guide: Guide) -> Iterator[tuple[Path, Sign]]:
    for index, check in enumerate(guide.draft_checks):
        for key in ("looks_for", "unless"):
            for number, sign in enumerate(getattr(check, key)):
                yield ("draft_checks", index, key, number), sign


def unreadable_phrase(guide: Guide) -> Iterator[Finding]:
    """An expression whose brackets do not fit, or that would be found almost everywhere."""
    for path, sign in _signs(guide):
        for key in ("phrases", "but_not"):
            for number, phrase in enumerate(getattr(sign, key)):
                try:
                    form(phrase)
                except UnreadableError as error:
                    yield Finding((*path, key, number), words(str(error)))


def unfit_sign(guide: Guide) -> Iterator[Finding]:
    """A sign with neither expressions nor a count, or both, or keys of the other; a check without signs."""
    for path, sign in _signs(guide):
        keys = sign.model_fields_set
        if len(keys & {"phrases", "count"}) != 1:
            yield Finding(path, words("sign_of_nothing"))
        elif extra := keys & (_BY_COUNT if "phrases" in keys else _BY_PHRASES):
            yield Finding((*path, min(extra)), words("unfit_sign", key=min(extra)))
    for index, check in enumerate(guide.draft_checks):
        if not check.looks_for and not check.unless:
            yield Finding(("draft_checks", index, "id"), words("check_of_nothing", id=check.id))


def draft_example(guide: Guide) -> Iterator[Finding]:
    """An example that a check does not find, or should pass and finds; expressions without examples."""
    # What cannot be run cannot be held to its examples.
    if next(unfit_sign(guide), None):
        return
    for index, check in enumerate(guide.draft_checks):
        for key, kind in (("finds", "example_not_found"), ("passes", "example_found")):
            examples = getattr(check, key)
            if not examples and is_spoken(check) and any(sign.phrases for sign in check.signs):
                yield Finding(("draft_checks", index, "id"), words("check_without_example", key=key))
            for number, example in enumerate(examples):
                if is_remarked(check, example, guide) is not (key == "finds"):
                    yield Finding(("draft_checks", index, key, number), words(kind, check=check.id))


def is_remarked(check: DraftCheck, example: str, guide: Guide) -> bool:
    """Whether a check has a remark on one of its examples, where the check holds."""
    channel = next(iter(check.channels), "")
    occasion = Occasion(channel, check.stage or Stage.FIRST, strictest(guide, channel, Piece.TEXT))
    return bool(remarks(example, [compiled(check)], occasion))


def remarked_message(guide: Guide) -> Iterator[Finding]:
    """A message of the guide on which its own checks remark firmly."""
    own = [compiled(check) for check in guide.draft_checks if check.is_firm and is_spoken(check)]
    for path, message, wording in sent(guide) if own else ():
        if wording.piece is Piece.SUBJECT:
            continue
        stage = guide.index.one("channels", message.channel).stage or Stage.LATER
        limit = strictest(guide, message.channel, Piece.TEXT)
        text = with_examples(wording.text, guide)
        for found in remarks(text, own, Occasion(message.channel, stage, limit)):
            yield Finding(path, words("remarked_message", check=found.check))
