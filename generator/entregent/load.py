"""Parse, validate, check: from a file to a `Guide` for each of its locales, or to all its faults."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from entregent.checks import CHECKS
from entregent.checks.finding import Finding
from entregent.decoding import decode
from entregent.diagnostics import Diagnostic, GuideError, Span, within
from entregent.fields import LOCALE_PATTERN, Locales
from entregent.findings import faults
from entregent.model import Guide
from entregent.source import Source, parse


@dataclass(frozen=True, slots=True)
class Loaded:
    """A guide in all its locales, the default one first, and where its entries stand."""

    guides: Mapping[str, Guide]
    lines: Mapping[tuple[str, str], int]
    """Line of rules.yaml on which an entry begins, by collection and id."""


def load(path: Path) -> Loaded:
    """Read the guide at `path`.

    Raises GuideError with all the faults of the file, an unreadable one included.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = Diagnostic(
            Span(), f"the file cannot be read: {error.strerror}", "give the path of a rules.yaml"
        )
        raise GuideError(path.name, "", [reason]) from None
    text, diagnostics = decode(raw)
    if diagnostics:
        raise GuideError(path.name, text, diagnostics)
    with _collector_at_rest():
        return _load(path.name, text)


def schema() -> dict[str, Any]:
    """The JSON Schema of rules.yaml (draft 2020-12), for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Guide.model_json_schema()}


def output_schema() -> dict[str, Any]:
    """The JSON Schema of a guide in one locale, as `entregent export json` writes it."""
    schema = Guide.model_json_schema(mode="serialization")
    extra = {"$schema": {"type": "string"}, "locale": {"type": "string"}}
    schema["properties"] = {**extra, **schema["properties"]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _load(name: str, text: str) -> Loaded:
    source = parse(text)
    if source.diagnostics:
        raise GuideError(name, text, source.diagnostics)
    locales = _locales(source)
    guides: dict[str, Guide] = {}
    diagnostics: list[Diagnostic] = []
    for locale in locales:
        try:
            guide = Guide.model_validate(source.data, context=Locales(locale, locales))
        except ValidationError as error:
            diagnostics.extend(faults(source, error, Locales(locale, locales)))
            continue
        guides[locale] = guide
        diagnostics.extend(
            Diagnostic(_span(source, finding, text), finding.message, finding.help)
            for check in CHECKS
            for finding in check(guide)
        )
    if diagnostics:
        raise GuideError(name, text, diagnostics)
    return Loaded(guides, dict(_lines(source)))


def _span(source: Source, finding: Finding, text: str) -> Span:
    span = source.locate(finding.path)
    return within(span, finding.word, text) if finding.word else span


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
    return tuple(dict.fromkeys(found)) or ("en",)


def _lines(source: Source) -> Iterator[tuple[tuple[str, str], int]]:
    assert isinstance(source.data, dict)
    for collection, entries in source.data.items():
        for index, entry in enumerate(entries if isinstance(entries, list) else []):
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield (collection, str(entry["id"])), source.values[collection, index].line
