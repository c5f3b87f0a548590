"""Words as they are compared: without case, accents and ligatures."""

from __future__ import annotations

import unicodedata
from functools import cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})


@cache
def fold(word: str) -> str:
    """A word without case, accents and ligatures, as `pages/assets/folding.js` compares it."""
    plain = unicodedata.normalize("NFKD", word.lower())
    letters = "".join(sign for sign in plain if not unicodedata.category(sign).startswith("M"))
    return letters.translate(_LIGATURES)
