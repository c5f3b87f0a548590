"""Days and months in words."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from entregent.locales import FALLBACK
from entregent.locales.cldr import known_locale

_LOCALES = {"en": "en_GB"}
"""English without a country is spelt the British way here, and so are its dates."""


def month(written: str, locale: str) -> str:
    """A month of the guide's file, such as 2026-11, in words."""
    return _dated(date.fromisoformat(f"{written}-01"), "MMMM y", locale)


def day(day: date, locale: str) -> str:
    """A day in words, the first of a French month as an ordinal."""
    words = _dated(day, "long", locale)
    return f"1er{words[1:]}" if locale.startswith("fr") and words.startswith("1 ") else words


def _dated(day: date, form: str, locale: str) -> str:
    return str(format_date(day, form, known_locale(_LOCALES.get(locale, locale)) or _LOCALES[FALLBACK]))
