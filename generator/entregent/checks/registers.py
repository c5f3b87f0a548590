"""French messages that do not keep to the form of address that they declare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.checks.messages import sent
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.guide.fields import Register
from entregent.text import PLACEHOLDER

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
    for path, message, wording in sent(guide) if guide.locale.startswith("fr") else ():
        text = PLACEHOLDER.sub("", wording.text)
        said = {register: found[0] for register, word in _WORDS.items() if (found := word.search(text))}
        declared = {wording.register or variant.register_ for variant in message.text} - {None}
        for register, word in said.items():
            if declared != {register}:
                other = next(iter(declared - {register}), "")
                kind = "mixed_register" if other else "undeclared_register"
                yield Finding(path, words(kind, word=word, register=other), word)
                break
