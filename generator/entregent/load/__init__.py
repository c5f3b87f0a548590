"""Parse, validate, check: from a file to a `Guide` for each of its locales, or to all its faults."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from entregent.checks import checked
from entregent.checks.finding import Finding
from entregent.decoding import decode
from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, GuideError, Report, Span, within
from entregent.fields import LOCALE_PATTERN, MOST_LOCALES, Locales
from entregent.findings import KEYS, faults
from entregent.load.partial import Entries, checked_without, entries_in, without_consequences
from entregent.load.reading import read
from entregent.load.translations import marks_of, stale, translated
from entregent.model import Guide
from entregent.source import Source, parse


@dataclass(frozen=True, slots=True)
class Loaded:
    """A guide in all its locales, the default one first, and where its entries stand."""

    path: Path
    source: Source
    guides: Mapping[str, Guide]
    lines: Mapping[tuple[str, str], int]
    """Line of rules.yaml on which an entry begins, by collection and id."""

    def notices(self, findings: Iterable[Finding], locale: str) -> Iterator[Diagnostic]:
        """Findings about the guide in one locale, each with its place in the file."""
        text = "\n".join(self.source.lines)
        for finding in findings:
            yield _diagnostic(self.source, finding, locale, text)

    def report(self, notices: Iterable[Diagnostic]) -> Report:
        """What there is to know of the file, though it has no fault."""
        return Report(self.path, "\n".join(self.source.lines), notices, "warning")


def load(path: Path) -> Loaded:
    """Read the guide at `path`.

    Raises GuideError with all the faults of the file, an unreadable one included.
    """
    raw, trouble = read(path)
    if trouble:
        raise GuideError(path, "", [Diagnostic(Span(), trouble)])
    text, diagnostics = decode(raw)
    if not text:
        raise GuideError(path, "", diagnostics)
    with _collector_at_rest():
        return _load(path, text, diagnostics)


def schema() -> dict[str, Any]:
    """The JSON Schema of rules.yaml (draft 2020-12), for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Guide.model_json_schema()}


def output_schema() -> dict[str, Any]:
    """The JSON Schema of a guide in one locale, as `entregent export json` writes it."""
    schema = Guide.model_json_schema(mode="serialization")
    extra = {"$schema": {"type": "string"}, "locale": {"type": "string"}}
    schema["properties"] = {**extra, **schema["properties"]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _load(path: Path, text: str, diagnostics: list[Diagnostic]) -> Loaded:
    source = parse(text, KEYS)
    diagnostics = [*diagnostics, *source.diagnostics]
    if not isinstance(source.data, dict):
        raise GuideError(path, text, diagnostics)
    locales = _locales(source)
    guides: dict[str, Guide] = {}
    entries = Entries(source)
    earlier = tuple(diagnostics)
    for locale in locales:
        context = Locales(locale, locales)
        faulty = {entries.at(fault.span.line) for fault in earlier} - {()}
        found: list[Diagnostic] = []
        try:
            guides[locale] = Guide.model_validate(source.data, context=context)
        except ValidationError as error:
            found.extend(islice(faults(source, error, locale), MAX_DIAGNOSTICS))
            faulty |= entries_in(error)
        findings = checked_without(source, context, faulty) if faulty else checked(guides[locale])
        findings = islice(findings, MAX_DIAGNOSTICS)
        found.extend(_diagnostic(source, finding, locale, text) for finding in findings)
        diagnostics.extend(without_consequences(found, earlier, entries))
    if diagnostics:
        raise GuideError(path, text, diagnostics)
    for locale, stale_ones in _stale_entries(path, source, locales).items():
        guides[locale].mark_stale(stale_ones)
    return Loaded(path, source, guides, dict(_lines(source)))


def _stale_entries(path: Path, source: Source, locales: tuple[str, ...]) -> dict[str, set[str]]:
    """The entries whose translation is older than the original, by locale."""
    found: dict[str, set[str]] = {}
    for text in stale(translated(source, locales), marks_of(path)):
        found.setdefault(text.locale, set()).add(text.entry)
    return found


def _diagnostic(source: Source, finding: Finding, locale: str, text: str) -> Diagnostic:
    span = source.locate(source.in_locale(finding.path, locale))
    return Diagnostic(within(span, finding.word, text) if finding.word else span, finding.words)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Python's cyclic collector costs more than parsing on big files, and finds nothing there."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _locales(source: Source) -> tuple[str, ...]:
    written = source.data.get("locales") if isinstance(source.data, dict) else None
    if not isinstance(written, list):
        return ("en",)
    found = [item for item in written if isinstance(item, str) and re.match(LOCALE_PATTERN, item)]
    return tuple(dict.fromkeys(found))[:MOST_LOCALES] or ("en",)


def _lines(source: Source) -> Iterator[tuple[tuple[str, str], int]]:
    assert isinstance(source.data, dict)
    for collection, entries in source.data.items():
        for index, entry in enumerate(entries if isinstance(entries, list) else []):
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield (collection, str(entry["id"])), source.values[collection, index].line
