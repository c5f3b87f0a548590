"""What the validator found, in words for people who have never heard of one.

`FINDINGS` maps each kind of finding to a function that says what is wrong and what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from entregent.checks.finding import did_you_mean
from entregent.diagnostics import Diagnostic
from entregent.fields import ID_PATTERN, LOCALE_PATTERN, Locales
from entregent.model import OWN_LINE, RULE_LINE, Guide
from entregent.source import Source


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
    return f"`{case.value}` is not a month", "write the year, then the month, as 2026-11"


def _too_long(case: _Case) -> tuple[str, str]:
    return f"this is too long for `{case.key}`", f"keep it within {case.context['max_length']} characters"


def _too_many(case: _Case) -> tuple[str, str]:
    most = case.context["max_length"]
    return (
        f"`{case.key}` has more than {most} items",
        f"keep {most} at most, so that they fit one printed page",
    )


def _not_a_day(case: _Case) -> tuple[str, str]:
    return f"`{case.value}` is not a day of the calendar", "write it as 2026-11-22"


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
    "too_long": _too_many,
    "not_a_day": _not_a_day,
    "unknown_locale": _unknown_locale,
    "missing_translation": _missing_translation,
    "untranslated": _untranslated,
    "unknown_register": _unknown_register,
}
_AT_THE_KEY = {"extra_forbidden", "unknown_locale", "unknown_register"}


def faults(source: Source, error: ValidationError, locales: Locales) -> Iterator[Diagnostic]:
    """The validator's findings as faults of the author's file, without those that only follow from others."""
    for details in error.errors(include_url=False):
        if not _follows(details):
            yield _fault(source, details, locales)


def _follows(details: ErrorDetails) -> bool:
    """Whether a finding only follows from others: a list is called too short once its items are wrong."""
    return details["type"] == "too_short" and bool(details["input"])


def _fault(source: Source, details: ErrorDetails, locales: Locales) -> Diagnostic:
    kind, context = details["type"], details.get("ctx", {})
    path = (*_in_file(details["loc"]), *context.get("under", ()))
    span = source.locate_key(path) if kind in _AT_THE_KEY else source.locate(path)
    words = FINDINGS.get(kind)
    if words is None:
        return Diagnostic(span, f"`{path[-1]}`: {details['msg']}", "")
    return Diagnostic(span, *words(_Case(path, details["input"], context, locales)))


def _in_file(path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    return tuple(step for step in path if step not in (RULE_LINE, OWN_LINE))


def _keys_at(path: tuple[str | int, ...]) -> list[str]:
    model: type[BaseModel] = Guide
    for step in path:
        if isinstance(step, str):
            model = next(_models(model.model_fields[step].annotation), model)
    return [field.alias or name for name, field in model.model_fields.items()]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
