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
from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, GuideError, Report, Span, Words, words
from entregent.diagnostics.phrases import spoken
from entregent.guide import Guide
from entregent.guide.fields import LOCALE_PATTERN, MAX_LOCALES, Locales
from entregent.load.partial import Broken, checked_without, faulty_in
from entregent.load.translations import Translated, digests_of, stale
from entregent.load.validate import KEYS, faults
from entregent.source import Data, Source, parse
from entregent.source import Path as Place
from entregent.source.decoding import MAX_BYTES, decode


@dataclass(frozen=True)
class Loaded:
    """A guide in all its locales, the default one first, and where its entries stand."""

    path: Path
    text: str
    guides: Mapping[str, Guide]
    lines: Mapping[tuple[str, str], int]
    """Line of rules.yaml on which an entry begins, by collection and id."""

    stale: tuple[Translated, ...]
    """The texts whose original has changed since they were translated."""

    @cached_property
    def source(self) -> Source:
        """Where everything stands in the file: read again, as it takes more memory than the guides."""
        return parse(self.text, KEYS)

    def notices(self, findings: Iterable[Finding], locale: str) -> Iterator[Diagnostic]:
        """Findings about the guide in one locale, each with its place in the file."""
        for finding in findings:
            yield _diagnostic(self.source, finding, locale)

    def report(self, notices: Iterable[Diagnostic]) -> Report:
        """What there is to know of the file, though it has no fault."""
        return Report(self.path, self.text, notices, "warning")


def load(path: Path, raw: bytes | Words | None = None) -> Loaded:
    """Read the guide at `path`, or what its file would be with these bytes.

    Raises GuideError with all the faults of the file, an unreadable one included.
    """
    raw = raw or read(path)
    text, diagnostics = decode(raw) if isinstance(raw, bytes) else ("", [Diagnostic(Span(), raw)])
    if not text:
        raise GuideError(path, "", diagnostics)
    # Python's cyclic collector costs more than parsing on big files, and finds nothing there.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _load(path, text, diagnostics)
    finally:
        if collects:
            gc.enable()


def read(path: Path, max_bytes: int = MAX_BYTES) -> bytes | Words:
    """The bytes of an ordinary file, one more than `max_bytes` if it is larger, or why there are none."""
    try:
        if path.is_dir():
            return words("file_is_folder")
        if path.exists() and not path.is_file():
            return words("file_not_regular")
        with path.open("rb") as file:
            return file.read(max_bytes + 1)
    except FileNotFoundError:
        return words("file_missing")
    except (OSError, ValueError) as error:
        return words("file_unreadable", reason=spoken(getattr(error, "strerror", None) or str(error)))


def _load(path: Path, text: str, diagnostics: list[Diagnostic]) -> Loaded:
    source = parse(text, KEYS)
    diagnostics = [*diagnostics, *source.diagnostics]
    if not isinstance(source.data, dict):
        raise GuideError(path, text, diagnostics)
    locales = _locales(source.data)
    behind = tuple(stale(source, locales, digests_of(path)))
    guides: dict[str, Guide] = {}
    broken = Broken(source, diagnostics)
    for locale in locales:
        context = Locales(locale, locales, {text.entry for text in behind if text.locale == locale})
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
        diagnostics.extend(fault for fault in found if not broken.explains(fault))
    if diagnostics:
        raise GuideError(path, text, diagnostics)
    lines = {
        (collection, entry.id): source.locate((collection, index)).line
        for collection, index, entry in guides[locales[0]].entries()
    }
    return Loaded(path, text, guides, lines, behind)


def _diagnostic(source: Source, finding: Finding, locale: str) -> Diagnostic:
    return Diagnostic(source.locate(source.in_locale(finding.path, locale), finding.word), finding.words)


def _locales(data: dict[str, Data]) -> tuple[str, ...]:
    written = data.get("locales")
    names = written if isinstance(written, list) else []
    found = [name for name in names if isinstance(name, str) and re.match(LOCALE_PATTERN, name)]
    return tuple(dict.fromkeys(found))[:MAX_LOCALES] or ("en",)
