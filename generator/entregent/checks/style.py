"""Sentences that are too long to be read on a phone: advice, and no fault."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.checks.texts import prose
from entregent.diagnostics import words
from entregent.model import Guide

MAX_WORDS = 30
"""The longest sentence, in words."""

_END = re.compile(r"(?<=[.!?…])[\"'”»)]*\s+|\n+")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


def long_sentence(guide: Guide) -> Iterator[Finding]:
    """A sentence of more than thirty words."""
    for path, text in prose(guide):
        for sentence in _END.split(text):
            count = len(_WORD.findall(sentence))
            if count > MAX_WORDS:
                yield Finding(path, words("long_sentence", count=count, most=MAX_WORDS), sentence[:20])
