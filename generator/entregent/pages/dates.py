"""Days and months in words, and what Babel knows of a locale."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.localedata import locale_identifiers

from entregent.locales import FALLBACK

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


@cache
def known_locale(locale: str) -> Locale | None:
    """What Babel knows of a locale, or of its language; None where it knows neither."""
    code = locale.replace("-", "_")
    return Locale.negotiate([code, code.split("_")[0]], locale_identifiers())
