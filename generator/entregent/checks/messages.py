"""Messages with a hole that nobody can fill, or too long for their channel."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Finding, Path, did_you_mean
from entregent.fields import PLACEHOLDER
from entregent.model import Guide, Kind, Message, Piece
from entregent.sending import Wording, at_most, strictest, units, with_examples, wordings


def unknown_placeholder(guide: Guide) -> Iterator[Finding]:
    """A blank in a message that `placeholders` does not describe."""
    known = [placeholder.id for placeholder in guide.placeholders]
    for index, message in enumerate(guide.messages):
        for wording in wordings(message):
            for name in dict.fromkeys(PLACEHOLDER.findall(wording.text)):
                if name not in known:
                    yield Finding(
                        _path(guide, index, wording),
                        f"the blank `{{{name}}}` is not described in `placeholders`",
                        did_you_mean(name, known),
                        f"{{{name}}}",
                    )


def unused_placeholder(guide: Guide) -> Iterator[Finding]:
    """A placeholder that no message has."""
    used = {name for message in guide.messages for name in message.placeholders}
    for index, placeholder in enumerate(guide.placeholders):
        if placeholder.id not in used:
            yield Finding(
                ("placeholders", index, "id"),
                f"no message has the blank `{{{placeholder.id}}}`",
                "use it in a message, or delete this entry",
            )


def unfit_placeholder(guide: Guide) -> Iterator[Finding]:
    """A placeholder whose choices, example or default do not go with the way it is filled in."""
    for index, placeholder in enumerate(guide.placeholders):
        here: Path = ("placeholders", index)
        if placeholder.kind is Kind.CHOICE and len(placeholder.choices) < 2:
            yield Finding(
                (*here, "kind"),
                "a choice needs at least two `choices`",
                "add a list `choices`, or write `kind: text`",
            )
        if placeholder.kind is not Kind.CHOICE and placeholder.choices:
            yield Finding(
                (*here, "choices"), "only a choice has `choices`", "write `kind: choice`, or delete this list"
            )
        for key in ("example", "default"):
            value = getattr(placeholder, key)
            if value is None:
                continue
            if placeholder.kind is Kind.CHOICE and placeholder.choices and value not in placeholder.choices:
                yield Finding(
                    (*here, key),
                    f"the {key} is not one of the `choices`",
                    did_you_mean(value, list(placeholder.choices)),
                )
            elif placeholder.kind is not Kind.CHOICE and units(value) > placeholder.most:
                yield Finding(
                    (*here, key),
                    f"the {key} has {units(value)} characters; this blank takes {placeholder.most}",
                    f"shorten it, or write `longest: {units(value)}`",
                )


def unfit_personal(guide: Guide) -> Iterator[Finding]:
    """A personal blank that the message does not have, or that is filled in beforehand."""
    defaults = {placeholder.id for placeholder in guide.placeholders if placeholder.default}
    for index, message in enumerate(guide.messages):
        if message.personal is None:
            continue
        here: Path = ("messages", index, "personal")
        if message.personal not in message.placeholders:
            yield Finding(
                here,
                f"this message has no blank `{{{message.personal}}}`",
                did_you_mean(message.personal, message.placeholders),
            )
        elif message.personal in defaults:
            yield Finding(
                here,
                f"`{message.personal}` has a default, and what is personal cannot be suggested",
                "name another blank, or delete the `default` of this one",
            )


def message_too_long(guide: Guide) -> Iterator[Finding]:
    """A message that does not fit its channel: with its examples, or with its blanks filled to the full."""
    for index, message in enumerate(guide.messages):
        for wording in wordings(message):
            limit = strictest(guide, message.channel, wording.piece)
            if limit is not None:
                yield from _too_long(guide, message, _path(guide, index, wording), wording, limit)


def _too_long(guide: Guide, message: Message, path: Path, wording: Wording, limit: int) -> Iterator[Finding]:
    words = "this subject" if wording.piece is Piece.SUBJECT else "this message"
    for how, length in (
        ("with its examples filled in", units(with_examples(wording.text, guide))),
        ("with every blank filled to its greatest length", at_most(wording.text, guide)),
    ):
        if length > limit:
            yield Finding(
                path,
                f"{how}, {words} has {length} characters; `{message.channel}` takes {limit}",
                f"shorten it by {length - limit} characters, or give its blanks a smaller `longest`",
            )
            return


def _path(guide: Guide, index: int, wording: Wording) -> Path:
    """The way to a wording, which may stand below its locale and its register."""
    register = (str(wording.register),) if wording.register else ()
    return ("messages", index, str(wording.piece), guide.locale, *register)
