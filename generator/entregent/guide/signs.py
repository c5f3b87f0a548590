"""Where a sign stands in a draft: one of some expressions, or too many or too few of something.

Works on the plain data that a check is compiled to (`remarks.py`), as `features/drafts/reading.js` does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from entregent.guide.drafts import Count
from entregent.guide.messages import units
from entregent.guide.phrases import BEGUN, GAP, NUMBER, WORD
from entregent.text.folding import fold

Compiled: TypeAlias = Mapping[str, Any]
"""A check or a sign as plain data."""
Mark: TypeAlias = tuple[int, int]
"""A piece of a draft, as its start and its end."""

MAX_READ = 20_000
"""The most characters of a draft that are read: no message is as long."""
MAX_GAP = 5
"""The most words that may stand in a gap."""
_BREAK = re.compile("[.!?…;][\"'”»)\u00a0\u202f ]|\n")
_QUOTED = re.compile('«[^«»\n]{1,500}»|“[^“”\n]{1,500}”|"[^"\n]{1,500}"')
_SPACE = " \t\r\n\u00a0\u202f"
# Read in the browser as well, so that classes are spelt out; bounded, so that none is slow.
PATTERNS = {
    Count.QUESTIONS: r"[?]+",
    Count.EXCLAMATIONS: r"!",
    Count.BLANKS: r"(?<![A-Za-z0-9])\[[^\[\]\n]{2,60}\]|\{[^{}\n]{1,60}\}|<[^<>\n]{1,60}>|_{3,60}|[xX]{3,60}"
    r"|(?:XX|DD|JJ)/(?:XX|MM)|\((?:insérer|insert|date à|nom à|your )[^()\n]{0,60}\)",
    Count.LINKS: rf"(?:[hH]ttps?://|[wW]{{3}}[.])[^<>\"{_SPACE}]{{1,500}}"
    rf"|[A-Za-z0-9-]{{2,63}}[.](?:com|org|net|io|fr|be|ch|ca|uk|eu|me|ly)(?:/[^<>\"{_SPACE}]{{0,500}}|(?![A-Za-z0-9@.]))",
    Count.ADDRESSES: r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}[.][A-Za-z]{2,24}",
    Count.PHONES: r"[+]?[0-9](?:[ .\u00a0\u202f-]?[0-9]){8,14}",
}


class Draft:
    """A draft cut into words; no more than `MAX_READ` characters of it."""

    def __init__(self, text: str, limit: int | None) -> None:
        self.text, self.limit = text[:MAX_READ], limit
        found = list(WORD.finditer(self.text))
        self.spans = [match.span() for match in found]
        self.written = [match[0] for match in found]
        self.words = [fold(word) for word in self.written]
        ends = [0, *(end for _, end in self.spans)]
        self.opens = [bool(_BREAK.search(self.text, ends[at], span[0])) for at, span in enumerate(self.spans)]
        """Whether a sentence ends before the word."""
        self._quotations = [match.span() for match in _QUOTED.finditer(self.text)]
        self.quoted = [self.is_quoted(start) for start, _ in self.spans]

    def is_quoted(self, at: int) -> bool:
        """Whether a place stands between quotation marks, in the words of somebody else."""
        before = bisect_right(self._quotations, (at, len(self.text))) - 1
        return before >= 0 and at < self._quotations[before][1]


def marks_of(sign: Compiled, draft: Draft) -> list[Mark] | None:
    """Where a sign stands in a draft; None where it does not, nothing where no piece of the draft is it."""
    if "count" not in sign:
        hidden = {
            at for form in sign.get("but_not", ()) for span in _places(form, draft) for at in range(*span)
        }
        found = (span for form in sign["phrases"] for span in _places(form, draft, sign.get("within")))
        marks = [
            (draft.spans[start][0], draft.spans[end - 1][1])
            for start, end in found
            if not {start, end - 1} <= hidden
        ]
        return marks if len(marks) >= sign.get("at_least", 1) else None
    number, marks = _counted(sign["count"], draft)
    fewer, more = sign.get("fewer_than"), sign.get("more_than", 0)
    holds = number < fewer if fewer else number > more
    return marks if holds else None


def _places(form: str, draft: Draft, within: int | None = None) -> Iterator[tuple[int, int]]:
    """Where a form stands, as numbers of words."""
    pieces, firsts = _pieces(form)
    for start in range(min(len(draft.words), within or len(draft.words))):
        if draft.quoted[start] or (firsts and draft.words[start] not in firsts):
            continue
        ends = {start}
        for piece in pieces:
            ends = {end for parts in piece for end in _ends(parts, draft, start, ends)}
            if not ends:
                break
        else:
            yield start, min(ends)


@cache
def _pieces(form: str) -> tuple[list[list[list[str]]], frozenset[str]]:
    """The pieces of a form, and the words that it can begin with; none if there is more to it than words."""
    pieces = [[parts.split("_") if parts else [] for parts in piece.split("|")] for piece in form.split(" ")]
    firsts = frozenset(parts[0] if parts else NUMBER for parts in pieces[0])
    return pieces, frozenset() if any(NUMBER in word or BEGUN in word for word in firsts) else firsts


def _ends(parts: Sequence[str], draft: Draft, start: int, ends: set[int]) -> set[int]:
    """The numbers of the words that may follow, when these parts begin at one of `ends`."""
    for part in parts:
        if part == GAP:
            ends = {at for end in ends for at in _across(draft, end)}
        else:
            ends = {at + 1 for at in ends if _continues(draft, start, at) and _fits(part, draft.words[at])}
    return ends


def _continues(draft: Draft, start: int, at: int) -> bool:
    return at < len(draft.words) and (at == start or not draft.opens[at])


def _across(draft: Draft, at: int) -> Iterator[int]:
    """Where a gap may end that begins at `at`."""
    for end in range(at, min(at + MAX_GAP, len(draft.words) - 1) + 1):
        if draft.opens[end]:
            return
        yield end


def _fits(part: str, word: str) -> bool:
    if part == NUMBER:
        return "0" <= word[0] <= "9"
    return word.startswith(part[:-1]) if part.endswith(BEGUN) else word == part


def _counted(count: str, draft: Draft) -> tuple[int, list[Mark]]:
    """How many of something there are, and where; nowhere in particular for words and characters."""
    if count == Count.WORDS:
        return len(draft.words), []
    length = units(draft.text)
    if count == Count.CHARACTERS:
        return length, []
    if count == Count.EXCESS:
        if draft.limit is None or length <= draft.limit:
            return 0, []
        kept = draft.text.encode("utf-16-le")[: 2 * draft.limit].decode("utf-16-le", "ignore")
        return length - draft.limit, [(len(kept), len(draft.text))]
    if count == Count.CAPITALS:
        return _in_capitals(draft)
    found = (match.span() for match in re.finditer(PATTERNS[Count(count)], draft.text))
    marks = [span for span in found if not draft.is_quoted(span[0])]
    return len(marks), marks


def _in_capitals(draft: Draft) -> tuple[int, list[Mark]]:
    is_loud = [word.isupper() and len(word) > 3 for word in draft.written]
    beside = [
        loud and (is_loud[at - 1 : at] == [True] or is_loud[at + 1 : at + 2] == [True])
        for at, loud in enumerate(is_loud)
    ]
    marks = [span for span, loud in zip(draft.spans, beside, strict=True) if loud]
    return len(marks), marks
