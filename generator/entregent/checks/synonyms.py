"""Groups of synonyms that cannot serve."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.diagnostics import words
from entregent.guide import Guide

MAX_WORDS_OF_EXPRESSION = 4
"""The most words of an expression that the search recognises in a query; an apostrophe ends a word."""
_WORD = re.compile(r"[^\W_]+")


def lonely_synonym(guide: Guide) -> Iterator[Finding]:
    """A group of fewer than two different words, which leads nowhere."""
    for index, group in enumerate(guide.synonyms):
        if len({word.casefold() for word in group}) < 2:
            yield Finding(("synonyms", index), words("lonely_synonym"))


def long_synonym(guide: Guide) -> Iterator[Finding]:
    """An expression too long to be recognised."""
    for index, group in enumerate(guide.synonyms):
        for place, expression in enumerate(group):
            if (length := len(_WORD.findall(expression))) > MAX_WORDS_OF_EXPRESSION:
                said = words("long_synonym", length=length, most=MAX_WORDS_OF_EXPRESSION)
                yield Finding(("synonyms", index, place), said)
