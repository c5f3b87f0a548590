"""Faults that span several entries of a guide; one function each, named after the fault.

A check takes a valid `Guide` and yields findings: the path of the value in rules.yaml, what is wrong
in plain words, and what to write instead. `CHECKS` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from entregent.fields import PLACEHOLDER
from entregent.model import Guide, OwnLine

_COLLECTIONS = (
    "sections",
    "rules",
    "checklists",
    "scenarios",
    "messages",
    "placeholders",
    "channels",
    "sources",
)

# Collection, field of its entries, collection that the field points into.
_REFERENCES = (
    ("rules", "section", "sections"),
    ("rules", "channels", "channels"),
    ("rules", "scenarios", "scenarios"),
    ("rules", "messages", "messages"),
    ("rules", "related", "rules"),
    ("rules", "sources", "sources"),
    ("scenarios", "channel", "channels"),
    ("scenarios", "sources", "sources"),
    ("messages", "channel", "channels"),
)


RESERVED: dict[str, tuple[str, ...]] = {
    "checklists": ("index", "all", "rest"),
    "rules": ("index", "title"),
    "scenarios": ("index", "title"),
}

Path = tuple[str | int, ...]
"""The way to a value of rules.yaml: keys, and positions in lists."""


class Finding(NamedTuple):
    """A fault, before it is known on which line of the file it stands."""

    path: Path
    message: str
    help: str


def did_you_mean(word: str, known: list[str]) -> str:
    """Advice for a word that is not among those known."""
    close = get_close_matches(word, known, n=1)
    if close:
        return f"did you mean `{close[0]}`?"
    return (
        f"known here: {', '.join(f'`{name}`' for name in sorted(known)[:12])}"
        if known
        else "none is defined yet"
    )


def duplicate_id(guide: Guide) -> Iterator[Finding]:
    """Two entries of one collection with the same id."""
    for collection in _COLLECTIONS:
        seen: set[str] = set()
        for index, entry in enumerate(getattr(guide, collection)):
            if entry.id in seen:
                yield Finding(
                    (collection, index, "id"),
                    f"the id `{entry.id}` is already taken in `{collection}`",
                    "give this entry an id of its own; ids are addresses and are never reused",
                )
            seen.add(entry.id)


def unknown_reference(guide: Guide) -> Iterator[Finding]:
    """A reference to an entry that does not exist."""
    known = {name: [entry.id for entry in getattr(guide, name)] for name in _COLLECTIONS}
    for path, identifier, target in (*_references(guide), *_rules_of_lines(guide)):
        if identifier not in known[target]:
            yield Finding(
                path,
                f"no entry of `{target}` has the id `{identifier}`",
                did_you_mean(identifier, known[target]),
            )


def _references(guide: Guide) -> Iterator[tuple[Path, str, str]]:
    for collection, field, target in _REFERENCES:
        for index, entry in enumerate(getattr(guide, collection)):
            value = getattr(entry, field)
            named = [((), value)] if isinstance(value, str) else [((i,), v) for i, v in enumerate(value)]
            for suffix, identifier in named:
                yield (collection, index, field, *suffix), identifier, target


def _rules_of_lines(guide: Guide) -> Iterator[tuple[Path, str, str]]:
    for path, line in _lines(guide):
        if isinstance(line, str):
            yield path, line, "rules"
        else:
            yield (*path, "rule"), line.rule, "rules"


def _lines(guide: Guide) -> Iterator[tuple[Path, str | OwnLine]]:
    for index, checklist in enumerate(guide.checklists):
        for position, line in enumerate(checklist.lines):
            yield ("checklists", index, "lines", position), line


def repeated_line(guide: Guide) -> Iterator[Finding]:
    """A line that stands twice in a checklist, or whose own id is another line's: ticks hang on it."""
    rules = {rule.id for rule in guide.rules}
    listed: set[tuple[str | int, str]] = set()
    own: set[str] = set()
    for path, line in _lines(guide):
        if isinstance(line, str):
            if (path[1], line) in listed:
                yield Finding(
                    path, f"the line of `{line}` is in this checklist already", "delete one of them"
                )
            listed.add((path[1], line))
        elif line.id in rules | own:
            yield Finding(
                (*path, "id"),
                f"the id `{line.id}` is already that of a rule or of another line",
                "give this line an id of its own; readers' ticks are kept by it",
            )
        else:
            own.add(line.id)


def reserved_id(guide: Guide) -> Iterator[Finding]:
    """An id that would be the address of a page, or of a place in one, that Entregent makes by itself."""
    ids = [
        ((collection, index, "id"), entry.id, RESERVED[collection])
        for collection in RESERVED
        for index, entry in enumerate(getattr(guide, collection))
    ]
    own = [
        ((*path, "id"), line.id, RESERVED["rules"])
        for path, line in _lines(guide)
        if isinstance(line, OwnLine)
    ]
    for path, identifier, reserved in ids + own:
        if identifier in reserved:
            yield Finding(
                path,
                f"the id `{identifier}` is an address that the guide needs for itself",
                f"choose another id, such as `{identifier}-1`",
            )


def self_reference(guide: Guide) -> Iterator[Finding]:
    """A rule that is related to itself."""
    for index, rule in enumerate(guide.rules):
        for position, related in enumerate(rule.related):
            if related == rule.id:
                yield Finding(
                    ("rules", index, "related", position),
                    "a rule cannot be related to itself",
                    "delete this line",
                )


def unknown_speaker(guide: Guide) -> Iterator[Finding]:
    """A line of a scenario said by nobody in it."""
    for index, scenario in enumerate(guide.scenarios):
        people = [person.id for person in scenario.people]
        for telling in ("goes_wrong", "goes_well"):
            for position, line in enumerate(getattr(scenario, telling).lines):
                if line.who is not None and line.who not in people:
                    yield Finding(
                        ("scenarios", index, telling, "lines", position, "who"),
                        f"nobody in this scenario has the id `{line.who}`",
                        did_you_mean(line.who, people),
                    )


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


CHECKS: tuple[Callable[[Guide], Iterator[Finding]], ...] = (
    duplicate_id,
    unknown_reference,
    self_reference,
    repeated_line,
    reserved_id,
    unknown_speaker,
    unknown_placeholder,
    unused_placeholder,
    message_too_long,
)
