"""What to know of a guide without faults: facts past their review, stale translations, advice of checks."""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from datetime import UTC, date, datetime

from entregent.checks import NOTICES, STYLE, checked
from entregent.checks.finding import Finding
from entregent.diagnostics import Diagnostic, Report, words
from entregent.guide import Guide
from entregent.guide.declarations import TextKind
from entregent.load import Loaded
from entregent.load.comparing import compared
from entregent.load.since import Known, dead_addresses
from entregent.locales import missing, unread
from entregent.text.foreign import Foreign

MAX_NAMED = 5
"""How many of the texts that a language lacks are named by their lines."""


def notices(
    loaded: Loaded,
    on: date,
    *,
    style: bool = False,
    interface: bool = False,
    complete: bool = False,
    before: Set[Known] = frozenset(),
) -> Report:
    """The notices about a guide on a day.

    `style` adds those about its sentences, `interface` the languages that Entregent itself does not
    speak, or in words that no native speaker has read.
    Texts without a translation are counted, a notice a language; with `complete`, each has its own.
    Addresses of `before` that lead nowhere now are named.
    """
    findings = [*_past_review(loaded.first, on), *dead_addresses(loaded.first, before)]
    if interface:
        findings += _of_the_interface(loaded)
    found = [*loaded.notices(findings, loaded.first.locale), *_stale(loaded), *_moved(loaded)]
    for locale, guide in loaded.guides.items():
        found.extend(loaded.notices(checked(guide, NOTICES + STYLE * style), locale))
        found.extend(_untranslated(loaded, guide, complete))
    return loaded.report(found)


def today() -> date:
    """The day of SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/), or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else datetime.now(UTC).date()


def _past_review(guide: Guide, on: date) -> Iterator[Finding]:
    for index, fact in enumerate(guide.facts):
        if fact.review_by < on:
            yield Finding(("facts", index, "review_by"), words("past_review", day=fact.review_by))


def _of_the_interface(loaded: Loaded) -> Iterator[Finding]:
    for index, locale in enumerate(loaded.guides):
        if count := len(missing(locale)):
            yield Finding(("locales", index), words("interface_in_english", locale=locale, count=count))
        if unread(locale):
            yield Finding(("locales", index), words("unread_words", locale=locale))


def _untranslated(loaded: Loaded, guide: Guide, complete: bool) -> Iterator[Diagnostic]:
    """The texts that have to be read in another language than the guide's."""
    ways = [way for way, text, _ in guide.declared(TextKind) if isinstance(text, Foreign)]
    places = list(dict.fromkeys(loaded.source.locate(way) for way in ways))
    if complete:
        yield from (Diagnostic(place, words("missing_translation", locale=guide.locale)) for place in places)
    elif places:
        lines = ", ".join(str(line) for line in dict.fromkeys(place.line for place in places[:MAX_NAMED]))
        said = words("missing_translations", locale=guide.locale, count=len(places), lines=lines)
        yield Diagnostic(places[0], said)


def _stale(loaded: Loaded) -> Iterator[Diagnostic]:
    original = loaded.first.locale
    for text in loaded.stale:
        said = words("stale_translation", original=original, locale=text.locale, entry=text.entry)
        yield Diagnostic(loaded.source.locate_key(text.path), said)


def _moved(loaded: Loaded) -> Iterator[Diagnostic]:
    changes = compared(loaded)
    for text, _ in changes.moved if changes else ():
        yield Diagnostic(text.span, words("base_moved"))
