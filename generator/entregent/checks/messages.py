"""Messages with a hole that nobody can fill, or too long for their channel."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Finding, did_you_mean
from entregent.fields import PLACEHOLDER
from entregent.model import Guide


def unknown_placeholder(guide: Guide) -> Iterator[Finding]:
    """A blank in a message that `placeholders` does not describe."""
    known = [placeholder.id for placeholder in guide.placeholders]
    for index, message in enumerate(guide.messages):
        for name in message.placeholders:
            if name not in known:
                yield Finding(
                    ("messages", index, "text"),
                    f"the blank `{{{name}}}` is not described in `placeholders`",
                    did_you_mean(name, known),
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


def message_too_long(guide: Guide) -> Iterator[Finding]:
    """A message that does not fit its channel, its blanks filled in with their examples.

    Lengths are UTF-16 code units, as browsers count what is typed into a field.
    """
    limits = {channel.id: channel.limit.characters for channel in guide.channels if channel.limit}
    examples = {placeholder.id: placeholder.example for placeholder in guide.placeholders}
    for index, message in enumerate(guide.messages):
        limit = limits.get(message.channel)
        for variant in message.text:
            filled = PLACEHOLDER.sub(lambda match: examples.get(match[1], match[0]), variant.text)
            length = len(filled.encode("utf-16-le")) // 2
            if limit is not None and length > limit:
                yield Finding(
                    ("messages", index, "text"),
                    f"with its examples filled in, this message has {length} characters; "
                    f"`{message.channel}` takes {limit}",
                    f"shorten it by {length - limit} characters",
                )
