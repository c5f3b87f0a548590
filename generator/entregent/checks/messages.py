"""Messages with a hole that nobody can fill, or too long for their channel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from entregent.checks.finding import Finding, as_id, nearest
from entregent.checks.texts import links_in
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.guide.filling import Wording, max_length, strictest, with_examples, wordings
from entregent.guide.messages import Kind, Message, units
from entregent.guide.texts import texts
from entregent.source import Path
from entregent.text import PLACEHOLDER, SAFE_LINK
from entregent.text.foreign import Foreign

_BRACED = re.compile(r"\{+[^{}\n]{0,80}\}+|\{+[\w-]*|\}+|\[[^\[\]\n]{1,80}\]")


def sent(guide: Guide) -> Iterator[tuple[Path, Message, Wording]]:
    """Every wording in the guide's language, and the way to it, perhaps through its locale and register."""
    for index, message in enumerate(guide.messages):
        for wording in wordings(message):
            if isinstance(wording.text, Foreign):
                continue
            register = (str(wording.register),) if wording.register else ()
            yield ("messages", index, str(wording.piece), guide.locale, *register), message, wording


def unknown_placeholder(guide: Guide) -> Iterator[Finding]:
    """A blank in a message that `placeholders` does not describe."""
    known = guide.index.ids("placeholders")
    for path, _, wording in sent(guide):
        for name in dict.fromkeys(PLACEHOLDER.findall(wording.text)):
            if name not in known:
                said = words("unknown_placeholder", nearest(name, known), id=name)
                yield Finding(path, said, f"{{{name}}}")


def mistyped_placeholder(guide: Guide) -> Iterator[Finding]:
    """Braces that hold no id, or brackets around the name of a blank: both would be sent as they stand."""
    names = {name: blank.id for blank in guide.placeholders for name in (as_id(blank.label), blank.id)}
    for path, _, wording in sent(guide):
        for found in _BRACED.findall(wording.text):
            if PLACEHOLDER.fullmatch(found):
                continue
            close = get_close_matches(as_id(found), names, n=1)
            if close or not found.startswith("["):
                advice = words("did_you_mean", close=f"{{{names[close[0]]}}}") if close else None
                yield Finding(path, words("mistyped_placeholder", advice, text=found), found)


def link_in_message(guide: Guide) -> Iterator[Finding]:
    """A link with words of its own in a message, which is sent as it stands."""
    for path, _, wording in sent(guide):
        for link in links_in(wording.text):
            if SAFE_LINK.match(link["address"]):
                yield Finding(path, words("link_in_message"), wording.text[link.start() : link.end()])


def unused_placeholder(guide: Guide) -> Iterator[Finding]:
    """A placeholder that no message has."""
    used = {name for message in guide.messages for name in message.placeholders}
    for index, blank in enumerate(guide.placeholders):
        if blank.id not in used:
            yield Finding(("placeholders", index, "id"), words("unused_placeholder", id=blank.id))


def unfit_placeholder(guide: Guide) -> Iterator[Finding]:
    """A placeholder whose choices, example or default do not go with the way it is filled in."""
    for index, blank in enumerate(guide.placeholders):
        is_choice = blank.kind is Kind.CHOICE
        if is_choice and len(blank.choices) < 2:
            yield Finding(("placeholders", index, "kind"), words("too_few_choices"))
        if blank.choices and not is_choice:
            yield Finding(("placeholders", index, "choices"), words("choices_without_choice"))
        # Choices and what is chosen may be translated one after the other.
        is_partial = any(isinstance(text, Foreign) for _, text in texts(blank))
        for key in () if is_partial else ("example", "default"):
            value = getattr(blank, key) or ""
            if is_choice and value and blank.choices and value not in blank.choices:
                said = words("not_a_choice", nearest(value, blank.choices), key=key)
                yield Finding(("placeholders", index, key), said)
            elif not is_choice and units(value) > blank.planned:
                said = words("longer_than_blank", key=key, length=units(value), most=blank.planned)
                yield Finding(("placeholders", index, key), said)


def unfit_personal(guide: Guide) -> Iterator[Finding]:
    """A personal blank that the message does not have, or that is filled in beforehand."""
    defaults = {blank.id for blank in guide.placeholders if blank.default}
    for index, message in enumerate(guide.messages):
        if message.personal and message.personal not in message.placeholders:
            advice = nearest(message.personal, message.placeholders)
            said = words("personal_missing", advice, id=message.personal)
            yield Finding(("messages", index, "personal"), said)
        elif message.personal in defaults:
            yield Finding(("messages", index, "personal"), words("personal_filled", id=message.personal))


def message_too_long(guide: Guide) -> Iterator[Finding]:
    """A message that does not fit its channel: with its examples, or with its blanks filled to the full."""
    for path, message, wording in sent(guide):
        limit = strictest(guide, message.channel, wording.piece)
        lengths = {
            "message_too_long": units(with_examples(wording.text, guide)),
            "message_too_long_when_full": max_length(wording.text, guide),
        }
        for kind, length in lengths.items():
            if limit is not None and length > limit:
                excess = length - limit
                said = words(kind, length=length, most=limit, excess=excess, channel=message.channel)
                yield Finding(path, said)
                break
