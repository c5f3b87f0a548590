"""What stands for the locale of a guide in a value of rules.yaml that may be written in several.

Validation takes the locale from its context, a `Locales`. What the locale lacks is taken in another.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from entregent.locales import language_of
from entregent.text.foreign import Foreign


@dataclass(frozen=True, slots=True)
class Locales:
    """The locale a guide is read in, and all those that it is written in (default first)."""

    current: str
    all: tuple[str, ...]
    stale: Container[str] = ()
    """The entries, as `rules/some-id`, that are older in this locale than their originals."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """The pages of docs/, by the links to them, each with its path as seen from the root of this locale."""
    added: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The ids by which the guide adds to Entregent's own lists, by collection."""
    folder: Path = Path()
    """The folder of rules.yaml."""


# Something to see: a sign that is neither a space nor an invisible character (soft hyphen, zero-width marks).
_VISIBLE = re.compile("[^\\s\u00ad\u180e\u200b-\u200f\u2060-\u2064\u3164]")


def locales_of(info: ValidationInfo) -> Locales:
    """The locales that a value is validated in."""
    assert isinstance(info.context, Locales)
    return info.context


def own(value: Any, info: ValidationInfo) -> Any:
    """What stands for the guide's locale in a list that each locale has for itself; else nothing."""
    locales = locales_of(info)
    by_locale = value if isinstance(value, Mapping) else {locales.all[0]: value}
    _refuse_unknown(by_locale, locales)
    return by_locale.get(locales.current, [])


def said_in(value: Any, locales: Locales) -> tuple[Any, str | None]:
    """What stands for the guide's locale in a text, and the locale it is in; None where it is for all."""
    if not isinstance(value, Mapping):
        return _visible(value), None
    _refuse_unknown(value, locales)
    best = (locales.current, language_of(locales.current), *locales.all)
    # An empty text is one that is still to be written; one of spaces only is a slip.
    found = next((locale for locale in best if value.get(locale, "") != ""), None)
    return (_visible(value[found], found), found) if found else (_visible(""), None)


def _visible(value: Any, *under: str) -> Any:
    if isinstance(value, str) and not _VISIBLE.search(value):
        raise PydanticCustomError("empty_text", "", {"under": under})
    return value


def _refuse_unknown(by_locale: Mapping[str, Any], locales: Locales) -> None:
    for key in by_locale:
        if key not in locales.all:
            raise PydanticCustomError("unknown_locale", "", {"under": (key,), "locales": locales.all})


def marked(text: str, locale: str, locales: Locales) -> str:
    """A text that knows its locale where that is of another language than the guide's."""
    is_own = language_of(locale) == language_of(locales.current)
    return text if is_own else Foreign(text, locale)
