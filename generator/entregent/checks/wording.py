"""Messages that sound like a letter of long ago. Each language lists its expressions in `locales/`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.checks.messages import sent
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.locales import own


def stiff_words(guide: Guide) -> Iterator[Finding]:
    """An expression that nobody would say aloud in a message, but at the end of a sentence (here I am)."""
    plain = own("analysis", guide.locale).get("stiff", {})
    longest_first = "|".join(re.escape(said) for said in sorted(plain, key=len, reverse=True))
    stiff = re.compile(rf"\b(?:{longest_first})\b(?!\s*(?:[.!?…]|$))", re.IGNORECASE)
    better = {said.lower(): instead for said, instead in plain.items()}
    for path, _, wording in sent(guide) if plain else ():
        matches = stiff.finditer(wording.text.replace("’", "'"))
        for found in dict.fromkeys(wording.text[match.start() : match.end()] for match in matches):
            advice = better[found.lower().replace("’", "'")]
            yield Finding(path, words("stiff_words", word=found, plain=advice), found)
