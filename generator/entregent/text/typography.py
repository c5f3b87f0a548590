"""Typography that authors should not have to type: spaces, quotes, apostrophes, ellipses.

French follows the usage of France's Imprimerie nationale: a narrow no-break space (U+202F) before
; ! ? and a no-break space (U+00A0) before : and inside « », and between a number and its unit. Quebec's
usage sets no space before ; ! ?.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from entregent.locales import quotes, section
from entregent.text.foreign import locale_of

NARROW = "\u202f"
NO_BREAK = "\u00a0"

# A stretch of text may also begin with the mark, where emphasis ends before it.
_BEFORE_HIGH = re.compile(r"(?:^|(?<=[\w»\)\]”’…}])) ?([;!?]+)(?=\W|$)")
_BEFORE_COLON = re.compile(r"(?:^|(?<=[\w»\)\]”’…}])) ?:(?=\s|$)")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
# 9 h 00, 18 h, 12 %, 30 €: neither the unit nor the minutes begin a line.
_UNIT = re.compile(r"(?<=\d) (?=(?:h|min|mn|s|mm|cm|m|km|mg|g|kg|l|cl|ml|ko|Mo|Go|[%€$]|°C?)(?![\w'’]))")
_MINUTES = re.compile(r"(?<=\d[ \u00a0]h) (?=\d\d(?!\d))")
_OPENING = re.compile(r"«[ \u00a0\u202f]?")
_CLOSING = re.compile(r"[ \u00a0\u202f]?»")
_APOSTROPHE = re.compile(r"(?<=\w)'")
_MARKS = re.compile(r"[\"';:!?«»]|\.\.\.|\d [\w%€$°]")
_QUOTED = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Typography:
    """The habits of one locale."""

    quotes: Sequence[str]
    """Outer and inner marks, opening and closing."""
    high: str
    """The space before ; ! ?"""
    colon: str
    """The space before a colon."""

    def spaced(self, text: str) -> str:
        """The text with the spaces that the locale sets around its punctuation."""
        if not self.colon:
            return text
        text = _UNIT.sub(NO_BREAK, _MINUTES.sub(NO_BREAK, _THOUSANDS.sub(NARROW, text)))
        text = _BEFORE_HIGH.sub(rf"{self.high}\1", text)
        text = _BEFORE_COLON.sub(f"{self.colon}:", text)
        return _CLOSING.sub(f"{NO_BREAK}»", _OPENING.sub(f"«{NO_BREAK}", text))

    def set(self, text: str) -> str:
        """The text as it is printed: quotes, apostrophes and ellipses too."""
        if not _MARKS.search(text):
            return text
        opening, closing = self.quotes[:2]
        text = _QUOTED.sub(rf"{opening}\1{closing}", text).replace("...", "…")
        return self.spaced(_APOSTROPHE.sub("’", text))

    def to_send(self, text: str) -> str:
        """A message as it is copied: no narrow space, which some apps show as a box."""
        return self.set(text).replace(NARROW, NO_BREAK)


def as_sent(text: str, locale: str) -> str:
    """A text of a guide in that locale as it is copied, in the typography of its own language."""
    return typography_of(locale_of(text, locale)).to_send(text)


@cache
def typography_of(locale: str) -> Typography:
    """The typography of a locale, of its language, or else the English one."""
    return Typography(**{**section("typography", locale), "quotes": quotes(locale)})
