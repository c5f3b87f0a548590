"""French messages that do not keep to the form of address that they declare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.checks.messages import wording_path
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.guide.fields import Register
from entregent.guide.filling import Wording, wordings
from entregent.text.prose import PLACEHOLDER

# Words that only one form of address has. "Le ton" and "rendez-vous" are nouns.
_WORDS = {
    Register.TU: re.compile(
        r"\b(?:tu|te|toi|ta|tes|tiens?|tiennes?)\b|\bt['’](?=\w)"
        r"|(?<!\ble )(?<!\bun )(?<!\bdu )(?<!\bau )(?<!\bce )\bton\b",
        re.IGNORECASE,
    ),
    Register.VOUS: re.compile(r"(?<!rendez-)\b(?:vous|votre|vos|vôtres?)\b", re.IGNORECASE),
}


def mixed_register(guide: Guide) -> Iterator[Finding]:
    """A French message that says tu where it declares vous, the other way round, or declares nothing."""
    if not guide.locale.startswith("fr"):
        return
    for index, message in enumerate(guide.messages):
        declared = [variant.register_ for variant in message.text if variant.register_]
        for wording in wordings(message):
            path = wording_path(guide, index, wording)
            for said, word in _addresses(wording):
                wanted = [wording.register] if wording.register else declared
                if not wanted:
                    yield Finding(path, words("undeclared_register", word=word), word)
                    break
                if wanted != [said]:
                    other = next(register for register in wanted if register is not said)
                    yield Finding(path, words("mixed_register", word=word, register=other), word)
                    break


def _addresses(wording: Wording) -> Iterator[tuple[Register, str]]:
    text = PLACEHOLDER.sub("", wording.text)
    for register, pattern in _WORDS.items():
        if found := pattern.search(text):
            yield register, found[0]
