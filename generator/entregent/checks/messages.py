"""Messages with a hole that nobody can fill, or too long for their channel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from entregent.checks.finding import Finding, Path, as_id, nearest
from entregent.diagnostics import words
from entregent.guide import Guide, Kind, Message
from entregent.guide.filling import Wording, max_length, strictest, units, with_examples, wordings
from entregent.text.prose import PLACEHOLDER

_BRACED = re.compile(r"\{+[^{}\n]{0,80}\}+|\{+[\w-]*|\}+|\[[^\[\]\n]{1,80}\]")


def unknown_placeholder(guide: Guide) -> Iterator[Finding]:
    """A blank in a message that `placeholders` does not describe."""
    known = [placeholder.id for placeholder in guide.placeholders]
    for index, message in enumerate(guide.messages):
        for wording in wordings(message):
            for name in dict.fromkeys(PLACEHOLDER.findall(wording.text)):
                if name not in known:
                    said = words("unknown_placeholder", nearest(name, known), id=name)
                    yield Finding(wording_path(guide, index, wording), said, f"{{{name}}}")


def mistyped_placeholder(guide: Guide) -> Iterator[Finding]:
    """Braces that hold no id, or brackets around the name of a blank: both would be sent as they stand."""
    names = {name: blank.id for blank in guide.placeholders for name in (as_id(blank.label), blank.id)}
    for index, message in enumerate(guide.messages):
        for wording in wordings(message):
            for found in _BRACED.finditer(wording.text):
                close = get_close_matches(as_id(found[0]), names, n=1)
                if PLACEHOLDER.fullmatch(found[0]) or (found[0][0] == "[" and not close):
                    continue
                advice = words("did_you_mean", close=f"{{{names[close[0]]}}}") if close else None
                said = words("mistyped_placeholder", advice, text=found[0])
                yield Finding(wording_path(guide, index, wording), said, found[0])


def unused_placeholder(guide: Guide) -> Iterator[Finding]:
    """A placeholder that no message has."""
    used = {name for message in guide.messages for name in message.placeholders}
    for index, placeholder in enumerate(guide.placeholders):
        if placeholder.id not in used:
            yield Finding(("placeholders", index, "id"), words("unused_placeholder", id=placeholder.id))


def unfit_placeholder(guide: Guide) -> Iterator[Finding]:
    """A placeholder whose choices, example or default do not go with the way it is filled in."""
    for index, placeholder in enumerate(guide.placeholders):
        here: Path = ("placeholders", index)
        if placeholder.kind is Kind.CHOICE and len(placeholder.choices) < 2:
            yield Finding((*here, "kind"), words("too_few_choices"))
        if placeholder.kind is not Kind.CHOICE and placeholder.choices:
            yield Finding((*here, "choices"), words("choices_without_choice"))
        for key in ("example", "default"):
            value = getattr(placeholder, key)
            if value is None:
                continue
            if placeholder.kind is Kind.CHOICE and placeholder.choices and value not in placeholder.choices:
                yield Finding(
                    (*here, key), words("not_a_choice", nearest(value, placeholder.choices), key=key)
                )
            elif placeholder.kind is not Kind.CHOICE and units(value) > placeholder.most:
                said = words("longer_than_blank", key=key, length=units(value), most=placeholder.most)
                yield Finding((*here, key), said)


def unfit_personal(guide: Guide) -> Iterator[Finding]:
    """A personal blank that the message does not have, or that is filled in beforehand."""
    defaults = {placeholder.id for placeholder in guide.placeholders if placeholder.default}
    for index, message in enumerate(guide.messages):
        if message.personal is None:
            continue
        here: Path = ("messages", index, "personal")
        if message.personal not in message.placeholders:
            advice = nearest(message.personal, message.placeholders)
            yield Finding(here, words("personal_missing", advice, id=message.personal))
        elif message.personal in defaults:
            yield Finding(here, words("personal_filled", id=message.personal))


def message_too_long(guide: Guide) -> Iterator[Finding]:
    """A message that does not fit its channel: with its examples, or with its blanks filled to the full."""
    for index, message in enumerate(guide.messages):
        for wording in wordings(message):
            limit = strictest(guide, message.channel, wording.piece)
            if limit is not None:
                yield from _too_long(guide, message, wording_path(guide, index, wording), wording, limit)


def _too_long(guide: Guide, message: Message, path: Path, wording: Wording, limit: int) -> Iterator[Finding]:
    for kind, length in (
        ("message_too_long", units(with_examples(wording.text, guide))),
        ("message_too_long_when_full", max_length(wording.text, guide)),
    ):
        if length > limit:
            excess = length - limit
            said = words(kind, length=length, most=limit, excess=excess, channel=message.channel)
            yield Finding(path, said)
            return


def wording_path(guide: Guide, index: int, wording: Wording) -> Path:
    """The way to a wording, which may stand below its locale and its register."""
    register = (str(wording.register),) if wording.register else ()
    return ("messages", index, str(wording.piece), guide.locale, *register)
