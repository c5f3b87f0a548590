"""Parse, validate, check: from a file to a `Guide` for each of its locales, or to all its faults.

This module also puts the validator's findings into words for people who have never heard of one.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from entregent.checks import CHECKS, did_you_mean
from entregent.diagnostics import Diagnostic, GuideError, Span
from entregent.model import ID_PATTERN, LOCALE_PATTERN, Guide, Locales
from entregent.source import Source, decode, parse


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
            diagnostics.extend(
                _fault(source, details, Locales(locale, locales))
                for details in error.errors(include_url=False)
                if not _follows(details)
            )
            continue
        guides[locale] = guide
        diagnostics.extend(
            Diagnostic(source.locate(finding.path), finding.message, finding.help)
            for check in CHECKS
            for finding in check(guide)
        )
    if diagnostics:
        raise GuideError(name, text, diagnostics)
    return Loaded(guides, dict(_lines(source)))


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


@dataclass(frozen=True, slots=True)
class _Case:
    """One kind of finding of the validator, for the functions that put it into words."""

    path: tuple[str | int, ...]
    value: Any
    context: Mapping[str, Any]
    locales: Locales

    @property
    def key(self) -> str:
        return str(self.path[-1]) if self.path else "rules.yaml"


def _unknown_key(case: _Case) -> tuple[str, str]:
    return f"`{case.key}` is not a key that belongs here", did_you_mean(case.key, _keys_at(case.path[:-1]))


def _missing_key(case: _Case) -> tuple[str, str]:
    return f"this entry has no `{case.key}`", f"add a line `{case.key}: ...`"


def _not_a_text(case: _Case) -> tuple[str, str]:
    return (
        f"`{case.key}` should be a text",
        "write the text after the colon; between double quotes is always right",
    )


def _not_a_list(case: _Case) -> tuple[str, str]:
    return (
        f"`{case.key}` should be a list",
        "put each item on a line of its own that begins with a dash: `- ...`",
    )


def _not_an_entry(case: _Case) -> tuple[str, str]:
    return (
        "this should be an entry with keys of its own",
        "write lines of the form `key: value`, indented alike",
    )


def _empty(case: _Case) -> tuple[str, str]:
    return f"`{case.key}` is empty", "write something here, or delete the whole line if it is optional"


def _not_a_number(case: _Case) -> tuple[str, str]:
    return f"`{case.key}` should be a whole number, not `{case.value}`", "write digits only"


def _out_of_bounds(case: _Case) -> tuple[str, str]:
    return f"`{case.value}` is out of bounds for `{case.key}`", "look at the number again"


def _not_a_choice(case: _Case) -> tuple[str, str]:
    choices = re.findall(r"'([^']+)'", str(case.context["expected"]))
    close = did_you_mean(str(case.value), choices)
    advice = close if close.startswith("did") else f"write one of {', '.join(f'`{c}`' for c in choices)}"
    return f"`{case.value}` is not a {case.key} that Entregent knows", advice


def _not_the_form(case: _Case) -> tuple[str, str]:
    if case.context["pattern"] == ID_PATTERN:
        plain = re.sub(r"[^a-z0-9]+", "-", str(case.value).lower()).strip("-")
        return (
            f"`{case.value}` is not an id",
            f"use small letters, digits and hyphens, as in `{plain or 'my-id'}`",
        )
    if case.context["pattern"] == LOCALE_PATTERN:
        return f"`{case.value}` is not the code of a language", "write it as `fr`, `en` or `fr-CA`"
    return f"`{case.value}` is not a date", "write it as 2026-11 or 2026-11-22"


def _too_long(case: _Case) -> tuple[str, str]:
    return f"this is too long for `{case.key}`", f"keep it within {case.context['max_length']} characters"


def _unknown_locale(case: _Case) -> tuple[str, str]:
    written = ", ".join(case.context["locales"])
    return (
        f"`{case.key}` is not a language of this guide ({written})",
        "translate into the guide's languages only",
    )


def _missing_translation(case: _Case) -> tuple[str, str]:
    locale = case.context["locale"]
    return f"this text has no translation for `{locale}`", f"add a line `{locale}: ...`"


def _untranslated(case: _Case) -> tuple[str, str]:
    form = ", ".join(f"`{locale}: ...`" for locale in case.context["locales"])
    return "this text is written in one language only", f"below the key, write one line per language: {form}"


def _unknown_register(case: _Case) -> tuple[str, str]:
    return f"`{case.key}` is not a form of address", "write `tu` or `vous`"


FINDINGS: dict[str, Callable[[_Case], tuple[str, str]]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "string_type": _not_a_text,
    "tuple_type": _not_a_list,
    "model_type": _not_an_entry,
    "string_too_short": _empty,
    "too_short": _empty,
    "empty_text": _empty,
    "int_parsing": _not_a_number,
    "int_type": _not_a_number,
    "greater_than": _out_of_bounds,
    "greater_than_equal": _out_of_bounds,
    "less_than_equal": _out_of_bounds,
    "enum": _not_a_choice,
    "string_pattern_mismatch": _not_the_form,
    "string_too_long": _too_long,
    "unknown_locale": _unknown_locale,
    "missing_translation": _missing_translation,
    "untranslated": _untranslated,
    "unknown_register": _unknown_register,
}
_AT_THE_KEY = {"extra_forbidden", "unknown_locale", "unknown_register"}


def _follows(details: ErrorDetails) -> bool:
    """Whether a finding only follows from others: a list is called too short once its items are wrong."""
    return details["type"] == "too_short" and bool(details["input"])


def _fault(source: Source, details: ErrorDetails, locales: Locales) -> Diagnostic:
    kind, context = details["type"], details.get("ctx", {})
    path = (*details["loc"], *context.get("under", ()))
    span = source.locate_key(path) if kind in _AT_THE_KEY else source.locate(path)
    words = FINDINGS.get(kind)
    if words is None:
        return Diagnostic(span, f"`{path[-1]}`: {details['msg']}", "")
    return Diagnostic(span, *words(_Case(path, details["input"], context, locales)))


def _keys_at(path: tuple[str | int, ...]) -> list[str]:
    model: type[BaseModel] = Guide
    for step in path:
        if isinstance(step, str):
            model = next(_models(model.model_fields[step].annotation), model)
    return [field.alias or name for name, field in model.model_fields.items()]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if (
        isinstance(annotation, type)
        and issubclass(annotation, BaseModel)
        and not issubclass(annotation, StrEnum)
    ):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
