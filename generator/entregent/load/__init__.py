"""Parse, validate, check: from a file to a `Guide` for each of its locales, or to all its faults."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from entregent.checks import checked
from entregent.checks.finding import Finding
from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, GuideError, Report, words
from entregent.guide import Guide
from entregent.guide.by_locale import Locales
from entregent.guide.fields import LOCALE_PATTERN, MAX_LOCALES
from entregent.load.files import Gathered, gather
from entregent.load.partial import Broken, checked_without, faulty_in
from entregent.load.translations import Translated, digests_of, stale
from entregent.load.validate import faults
from entregent.load.written import pages
from entregent.source import Data, Source
from entregent.source import Path as Place

_OF_BUILDING = ("dead_address", "unset_document", "unmade_document", "interface_in_english", "unread_words")
"""Kinds of notices that are told of a guide built upon, too."""


@dataclass(frozen=True)
class Loaded:
    """A guide in all its locales, the default one first, and where its entries stand."""

    texts: Mapping[Path, str]
    """The files that it was read from, rules.yaml first, and what they hold."""
    guides: Mapping[str, Guide]
    places: Mapping[tuple[str, str], tuple[Path, int]]
    """The file and the line at which each of the author's own entries begins, by collection and id."""

    stale: tuple[Translated, ...]
    """The texts whose original has changed since they were translated."""

    @property
    def path(self) -> Path:
        """rules.yaml."""
        return next(iter(self.texts))

    @property
    def first(self) -> Guide:
        """The guide in its default locale."""
        return next(iter(self.guides.values()))

    @cached_property
    def gathered(self) -> Gathered:
        """Where everything stands: read again, as it takes more memory than the guides."""
        return gather(self.path, self.texts)

    @property
    def source(self) -> Source:
        """Where everything stands in the files."""
        return self.gathered.source

    def notices(self, findings: Iterable[Finding], locale: str) -> Iterator[Diagnostic]:
        """Findings about the guide in one locale, each with its place in the author's own files.

        What is noticed of another guide is told to its own authors, unless it comes of building on it.
        """
        for finding in findings:
            if self.source.is_own(finding.path):
                yield _diagnostic(self.source, finding, locale)
            elif finding.words.kind in _OF_BUILDING:
                yield Diagnostic(self.source.origin, finding.words)

    def report(self, notices: Iterable[Diagnostic]) -> Report:
        """What there is to know of the file, though it has no fault."""
        return Report(self.texts, notices, "warning")


def load(path: Path, raw: bytes | None = None, texts: Mapping[Path, str] | None = None) -> Loaded:
    """Read the guide at `path`, or what it would be with these bytes in its file, or these texts in all.

    Raises GuideError with all the faults of the file, an unreadable one included.
    """
    # Python's cyclic collector costs more than parsing on big files, and finds nothing there.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _load(gather(path, texts, raw=raw))
    finally:
        if collects:
            gc.enable()


def _load(gathered: Gathered) -> Loaded:
    texts, source, diagnostics = gathered.texts, gathered.source, [*gathered.source.diagnostics]
    if not isinstance(source.data, dict):
        raise GuideError(texts, diagnostics)
    locales, rules = _locales(source.data), next(iter(texts))
    added = {collection: _ids(source.data.get(collection)) for collection in ("roles", "moments")}
    behind = tuple(stale(source, locales, digests_of(rules)))
    guides: dict[str, Guide] = {}
    broken = Broken(source, diagnostics)
    for locale in locales:
        late = {text.entry for text in behind if text.locale == locale}
        context = Locales(locale, locales, late, pages(rules.parent, locale, locales), added, rules.parent)
        faulty: dict[Place, set[str]] = {}
        found: list[Diagnostic] = []
        try:
            guides[locale] = Guide.model_validate(source.data, context=context)
        except ValidationError as error:
            found.extend(islice(faults(source, error, locale), MAX_DIAGNOSTICS))
            faulty = faulty_in(error)
        if faulty or broken.entries:
            findings = checked_without(source.data, context, faulty, broken.entries - {()})
        else:
            findings = checked(guides[locale])
        found.extend(_diagnostic(source, finding, locale) for finding in islice(findings, MAX_DIAGNOSTICS))
        diagnostics.extend(_own_faults(source, broken, (f for f in found if not broken.explains(f))))
    if diagnostics:
        raise GuideError(texts, diagnostics)
    report = Report(texts, ())
    places = {
        (collection, entry.id): (file, span.line)
        for collection, index, entry in guides[locales[0]].entries()
        if source.is_own((collection, index))
        for file, span in [report.place(source.locate((collection, index)))]
    }
    return Loaded(texts, guides, places, behind)


def _own_faults(source: Source, broken: Broken, faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Faults of own lines as they are; those in the guide built upon at `from`, each sentence once."""
    told = set()
    for fault in faults:
        if fault.span.line < source.first_line_of_base:
            yield fault
        # A link to what is left out is shown as its words.
        elif fault.words not in told and fault.words.kind != "unknown_link":
            told.add(fault.words)
            entry = source.name_of(broken.entry(fault.span.line))
            yield Diagnostic(source.origin, words("in_base", entry=entry, said=fault.words))


def _diagnostic(source: Source, finding: Finding, locale: str) -> Diagnostic:
    return Diagnostic(source.locate(source.in_locale(finding.path, locale), finding.word), finding.words)


def _ids(entries: Data | None) -> tuple[str, ...]:
    """The ids of entries, before anything is known of these."""
    found = entries if isinstance(entries, list) else []
    return tuple(str(entry.get("id")) for entry in found if isinstance(entry, dict))


def _locales(data: dict[str, Data]) -> tuple[str, ...]:
    written = data.get("locales")
    names = written if isinstance(written, list) else []
    found = [name for name in names if isinstance(name, str) and re.match(LOCALE_PATTERN, name)]
    return tuple(dict.fromkeys(found))[:MAX_LOCALES] or ("en",)
