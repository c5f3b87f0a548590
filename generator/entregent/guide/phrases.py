"""The small language in which authors write the expressions that a check of drafts looks for.

    je (vous|te) propose [un petit] appel    alternatives in parentheses, what may be missing in brackets
    recommand*                               a word that begins like this
    # euros                                  a number
    merci ... recommander                    up to five other words between, within the sentence

`form` makes of it what both languages of the program read: pieces with spaces between, the alternatives of
each with bars between, the words of each alternative with `_` between. It is found in one pass over the words
of a draft, at a cost that its length bounds, whatever an author writes.
"""

from __future__ import annotations

import re

from entregent.text.folding import fold

GAP, NUMBER, BEGUN = "...", "#", "*"
WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
"""A word of a draft; `features/drafts/reading.js` has the same."""
_PIECE = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]|([^()\[\]]+)|([()\[\]])")
_PART = re.compile(rf"\.\.\.|#|{WORD.pattern}\*?")


class UnreadableError(ValueError):
    """An expression that is not of this language; says why by a kind of `words.toml`."""


def form(phrase: str) -> str:
    """The form of an expression, in which words are compared without case and accents.

    Raises UnreadableError for brackets that do not close or stand in one another, and for an expression
    that would be found almost everywhere.
    """
    pieces: list[list[list[str]]] = []
    for either, optional, plain, lonely in _PIECE.findall(phrase.replace("…", GAP)):
        if lonely:
            raise UnreadableError("phrase_brackets")
        if plain:
            pieces += [[[part]] for part in _parts(plain)]
        else:
            pieces.append([*([[]] if optional else []), *map(_parts, (either or optional).split("|"))])
    if not any(all(map(_tells, piece)) for piece in pieces) or _is_open(pieces[0]) or _is_open(pieces[-1]):
        raise UnreadableError("phrase_finds_all")
    return " ".join("|".join("_".join(parts) for parts in piece) for piece in pieces)


def _parts(text: str) -> list[str]:
    return [part if part in (GAP, NUMBER) else fold(part) for part in _PART.findall(text)]


def _tells(parts: list[str]) -> bool:
    """Whether an alternative holds a word that is more than the first letter of many."""
    return any(part not in (GAP, NUMBER) and part[1:] != BEGUN for part in parts)


def _is_open(piece: list[list[str]]) -> bool:
    return any(GAP in (parts[:1] + parts[-1:]) for parts in piece)
