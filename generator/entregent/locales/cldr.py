"""What Unicode's data (CLDR, by Babel) says of any locale, beside what its own file says."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.localedata import locale_identifiers


@cache
def known_locale(locale: str) -> Locale | None:
    """What Babel knows of a locale, or of its language; None where it knows neither."""
    code = locale.replace("-", "_")
    return Locale.negotiate([code, code.split("_")[0]], locale_identifiers())


def direction_of(locale: str) -> str:
    """The direction in which a locale is written, as HTML names it: `ltr` or `rtl`."""
    known = known_locale(locale)
    return known.text_direction if known else "ltr"
