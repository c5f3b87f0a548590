"""References from one entry to another that lead nowhere, or nowhere useful."""

from __future__ import annotations

from collections.abc import Iterator

from entregent.checks.finding import Finding, nearest, repeated
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.guide.declarations import RefersTo


def unknown_reference(guide: Guide) -> Iterator[Finding]:
    """A reference to an entry that does not exist."""
    for path, identifier, target in guide.declared(RefersTo):
        known = guide.index.ids(target.collection)
        if identifier not in known:
            now = guide.index.renamed.get((target.collection, identifier))
            advice = words("did_you_mean", close=now, sure=now) if now else nearest(identifier, known)
            said = words("unknown_reference", advice, collection=target.collection, id=identifier)
            yield Finding(path, said)


def repeated_reference(guide: Guide) -> Iterator[Finding]:
    """An entry, or a language of the guide, named twice in one list."""
    references = [(path, identifier) for path, identifier, _ in guide.declared(RefersTo)]
    references += [(("locales", index), locale) for index, locale in enumerate(guide.locales)]
    lists = ((path, (path[:-1], identifier)) for path, identifier in references if isinstance(path[-1], int))
    for path, (_, identifier), _ in repeated(lists):
        kind = "repeated_line" if path[0] == "checklists" else "repeated_reference"
        yield Finding(path, words(kind, id=identifier))


def self_reference(guide: Guide) -> Iterator[Finding]:
    """A rule that is related to itself."""
    for index, rule in enumerate(guide.rules):
        if rule.id in rule.related:
            yield Finding(("rules", index, "related", rule.related.index(rule.id)), words("self_reference"))


def empty_section(guide: Guide) -> Iterator[Finding]:
    """A chapter without rules."""
    used = {rule.section for rule in guide.rules}
    for index, section in enumerate(guide.sections):
        if section.id not in used:
            yield Finding(("sections", index, "id"), words("empty_section", id=section.id))


def one_sided_practice(guide: Guide) -> Iterator[Finding]:
    """A practice of which all replies go well, or all go wrong."""
    for index, scenario in enumerate(guide.scenarios):
        if scenario.practice and len({reply.verdict for reply in scenario.practice.replies}) == 1:
            yield Finding(("scenarios", index, "practice", "replies"), words("one_sided_practice"))


def unknown_speaker(guide: Guide) -> Iterator[Finding]:
    """A line of a scenario said by nobody in it."""
    for index, scenario in enumerate(guide.scenarios):
        people = [person.id for person in scenario.people]
        for telling in ("goes_wrong", "goes_well"):
            for position, line in enumerate(getattr(scenario, telling).lines):
                if line.who is not None and line.who not in people:
                    path = ("scenarios", index, telling, "lines", position, "who")
                    yield Finding(path, words("unknown_speaker", nearest(line.who, people), id=line.who))
