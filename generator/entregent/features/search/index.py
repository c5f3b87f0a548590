"""The index of the search: all that a browser needs of a guide, packed into one small file.

Titles, keywords and answers are there as they are written, the other words only to be found: each entry
has their numbers in a list of all words, the most frequent first. The file is a script, which also a page
opened from a disk may load, and holds compressed JSON, because not every web server compresses.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from entregent.locales import own
from entregent.pages.feature import Entry
from entregent.pages.page import Asset
from entregent.pages.view import View
from entregent.text.folding import fold
from entregent.text.foreign import locale_of

INDEX = "search/index.js"
MAX_CARDS = 3
"""How many cards help a reader on who has not found anything."""
_WORD = re.compile(r"[^\W_]+")
_NEGATION = re.compile(r"n['’]t(?![^\W_])")
# How the names of the words begin that tell how much was found.
_SPOKEN = "found-"


def index(synonyms: Sequence[Sequence[str]], entries: Sequence[Entry], view: View) -> Asset:
    """The index of entries, and of groups of words that mean the same.

    In place of the path of a page, the entries and the cards of the view have its address, seen from the root
    of its locale.
    """
    stop = stop_words(view.locale)
    texts = [_words_to_find(entry, stop) for entry in entries]
    frequent = Counter(word for words in texts for word in words)
    ranked = sorted(frequent, key=lambda word: (-frequent[word], word))
    numbers = {word: number for number, word in enumerate(ranked)}
    used = list(dict.fromkeys(entry.kind for entry in entries))

    def packed(entry: Entry, words: list[str]) -> list[object]:
        url = entry.page + (f"#{entry.anchor}" if entry.anchor else "")
        steps = _steps(numbers[word] for word in words)
        kind, keywords = used.index(entry.kind), "; ".join(entry.keywords)
        languages = [locale_of(text, "") for text in (entry.title, entry.answer)]
        found = [url, kind, entry.title, entry.answer, entry.prior, keywords, steps]
        return [*found, *languages] if any(languages) else found

    return _asset(
        kinds=[view.words[f"kind-{name}"] for name in used],
        tokens=" ".join(ranked),
        synonyms=synonyms,
        stop=sorted(stop),
        cards=[(card.title, card.more, card.page) for card in view.cards[:MAX_CARDS]],
        ui={name: word for name, word in view.words.items() if name.startswith(_SPOKEN)},
        entries=[packed(entry, words) for entry, words in zip(entries, texts, strict=True)],
    )


@cache
def stop_words(locale: str) -> frozenset[str]:
    """The words of a locale's language that only hold others together, without accents."""
    return frozenset(fold(word) for word in str(own("analysis", locale).get("stop-words", "")).split())


def _words_to_find(entry: Entry, stop: frozenset[str]) -> list[str]:
    """The words that an entry's text adds to what else is said of it, each once."""
    known = {*tokens(" ".join((entry.title, entry.answer, *entry.keywords)))}
    words = dict.fromkeys(tokens(entry.text))
    return [word for word in words if word not in known and fold(word) not in stop]


def tokens(text: str) -> list[str]:
    """The words of a text, as `client/analysis.js` cuts it."""
    return _WORD.findall(_NEGATION.sub(" not", unicodedata.normalize("NFC", text.lower())))


def _steps(numbers: Iterable[int]) -> list[int]:
    """Numbers in order, each as its distance from the one before: small numbers, which compress well."""
    return [after - before for before, after in pairwise([0, *sorted(numbers)])]


def _asset(**data: object) -> Asset:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    packed = base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()
    return Asset(INDEX, f'globalThis.entregentIndex = "{packed}";\n'.encode())
