"""Days and months in words."""

from __future__ import annotations

from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton

from entregent.locales import FALLBACK
from entregent.locales.cldr import known_locale

_LOCALES = {"en": "en_GB"}
"""English without a country is spelt the British way here, and so are its dates."""


def month(written: str, locale: str) -> str:
    """A month of the guide's file, such as 2026-11, in words."""
    day = date.fromisoformat(f"{written}-01")
    return str(format_skeleton("yMMMM", day, locale=_known(locale)))


def day(day: date, locale: str) -> str:
    """A day in words, the first of a French month as an ordinal."""
    words = str(format_date(day, "long", _known(locale)))
    return f"1er{words[1:]}" if locale.startswith("fr") and words.startswith("1 ") else words


def _known(locale: str) -> Locale | str:
    return known_locale(_LOCALES.get(locale, locale)) or _LOCALES[FALLBACK]
