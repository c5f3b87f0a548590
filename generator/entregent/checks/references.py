"""References from one entry to another that lead nowhere, or nowhere useful."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Finding, Path, nearest
from entregent.diagnostics import words
from entregent.model import Guide, OwnLine

COLLECTIONS = (
    "sections",
    "rules",
    "checklists",
    "scenarios",
    "messages",
    "placeholders",
    "channels",
    "facts",
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
    ("rules", "facts", "facts"),
    ("scenarios", "channel", "channels"),
    ("scenarios", "sources", "sources"),
    ("messages", "section", "sections"),
    ("messages", "channel", "channels"),
    ("facts", "source", "sources"),
)


def unknown_reference(guide: Guide) -> Iterator[Finding]:
    """A reference to an entry that does not exist."""
    known = {name: [entry.id for entry in getattr(guide, name)] for name in COLLECTIONS}
    for path, identifier, target in (*_references(guide), *_rules_of_lines(guide), *_limited(guide)):
        if identifier not in known[target]:
            advice = nearest(identifier, known[target])
            yield Finding(path, words("unknown_reference", advice, collection=target, id=identifier))


def _references(guide: Guide) -> Iterator[tuple[Path, str, str]]:
    for collection, field, target in _REFERENCES:
        for index, entry in enumerate(getattr(guide, collection)):
            value = getattr(entry, field)
            named = [((), value)] if isinstance(value, str) else [((i,), v) for i, v in enumerate(value)]
            for suffix, identifier in named:
                yield (collection, index, field, *suffix), identifier, target


def _rules_of_lines(guide: Guide) -> Iterator[tuple[Path, str, str]]:
    for path, line in lines_of(guide):
        if isinstance(line, str):
            yield path, line, "rules"
        else:
            yield (*path, "rule"), line.rule, "rules"


def _limited(guide: Guide) -> Iterator[tuple[Path, str, str]]:
    for index, fact in enumerate(guide.facts):
        if fact.limit:
            yield ("facts", index, "limit", "channel"), fact.limit.channel, "channels"


def lines_of(guide: Guide) -> Iterator[tuple[Path, str | OwnLine]]:
    """Every line of every checklist, and the way to it."""
    for index, checklist in enumerate(guide.checklists):
        for position, line in enumerate(checklist.lines):
            yield ("checklists", index, "lines", position), line


def self_reference(guide: Guide) -> Iterator[Finding]:
    """A rule that is related to itself."""
    for index, rule in enumerate(guide.rules):
        for position, related in enumerate(rule.related):
            if related == rule.id:
                yield Finding(("rules", index, "related", position), words("self_reference"))


def unknown_speaker(guide: Guide) -> Iterator[Finding]:
    """A line of a scenario said by nobody in it."""
    for index, scenario in enumerate(guide.scenarios):
        people = [person.id for person in scenario.people]
        for telling in ("goes_wrong", "goes_well"):
            for position, line in enumerate(getattr(scenario, telling).lines):
                if line.who is not None and line.who not in people:
                    path = ("scenarios", index, telling, "lines", position, "who")
                    yield Finding(path, words("unknown_speaker", nearest(line.who, people), id=line.who))


def repeated_reference(guide: Guide) -> Iterator[Finding]:
    """An entry, or a language of the guide, named twice in one list."""
    named: set[tuple[Path, str]] = set()
    locales = ((("locales", index), locale, "") for index, locale in enumerate(guide.locales))
    for path, identifier, _ in (*_references(guide), *locales):
        if isinstance(path[-1], int):
            if (path[:-1], identifier) in named:
                yield Finding(path, words("repeated_reference", id=identifier))
            named.add((path[:-1], identifier))
