"""The texts that are shown as prose: broken links, Markdown that is not obeyed, sentences hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.checks.finding import Finding, nearest
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.guide.declarations import TextKind
from entregent.source import Path
from entregent.text import LINKS, SAFE_LINK
from entregent.text.foreign import Foreign

MAX_WORDS = 30
"""The longest sentence, in words, that is easily read on a phone."""

_END = re.compile(r"(?<=[.!?…])[\"'”»)]*\s+|\n+")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_CODE_OR_ESCAPE = re.compile(r"\\.|`[^`]*`")
_BLOCK = re.compile(r"^[ \t]*(?P<sign>[-*+]|#{1,6})[ \t]+\S.*", re.MULTILINE)
_CLOSED = re.compile(r"\*(?=\S)[^*]+(?<=\S)\*|\*\*(?=\S).+?(?<=\S)\*\*")
_STAR = re.compile(r"(?<![\w*])\*{1,2}(?=[^\s*])\S*")
_LINK = re.compile(
    r"""(?P<picture>!?)\[[^\[\]]*\](?P<space>\s?)
    \(\s*(?P<address>(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*(?P<closed>\)?)""",
    re.VERBOSE,
)


def prose(guide: Guide) -> Iterator[tuple[Path, str]]:
    """Texts that readers see and do not send, each with its locale at the end of its way.

    Those of another language are looked into there.
    """
    for path, text, kind in guide.declared(TextKind):
        if kind is TextKind.SHOWN and not isinstance(text, Foreign):
            yield (*path, guide.locale), text


def broken_link(guide: Guide) -> Iterator[Finding]:
    """A link without its address, with an address that is not allowed, or a picture."""
    for path, text in prose(guide):
        for link in links_in(text):
            if kind := _kind(link):
                yield Finding(path, words(kind), text[link.start() : link.end()])


def unknown_link(guide: Guide) -> Iterator[Finding]:
    """A link to an entry, or to a page of docs/, that does not exist."""
    for path, text in prose(guide):
        for address in (link["address"] for link in links_in(text) if not _kind(link)):
            kind, _, name = address.partition(":")
            if kind in LINKS and address not in guide.links:
                collection = LINKS[kind]
                now = guide.index.renamed.get((collection, name))
                close = f"{kind}:{now}"
                known = [link for link in guide.links if link.startswith(f"{kind}:")]
                advice = words("did_you_mean", close=close, sure=close) if now else nearest(address, known)
                said = words("unknown_link", advice, address=address, id=name, collection=collection)
                yield Finding(path, said, address)


def links_in(text: str) -> Iterator[re.Match[str]]:
    """What is a link in a text, or looks like one."""
    if "]" in text:
        yield from _LINK.finditer(_CODE_OR_ESCAPE.sub(lambda match: " " * len(match[0]), text))


def markdown_as_typed(guide: Guide) -> Iterator[Finding]:
    """Markdown that is not obeyed: an item of a list, a heading, a star that opens and never closes."""
    for path, text in prose(guide):
        if found := _BLOCK.search(text):
            yield Finding(path, words("markdown_block", sign=found["sign"]), found[0].strip())
        if "*" in text and (found := _STAR.search(_CLOSED.sub("", _CODE_OR_ESCAPE.sub("", text)))):
            yield Finding(path, words("unclosed_star"), found[0])


def _kind(link: re.Match[str]) -> str | None:
    if link["picture"]:
        return "picture"
    if link["space"]:
        return "link_broken" if SAFE_LINK.match(link["address"]) else None
    if not link["closed"] or not link["address"]:
        return "link_broken"
    return None if SAFE_LINK.match(link["address"]) else "link_unsafe"


def long_sentence(guide: Guide) -> Iterator[Finding]:
    """A sentence of more than thirty words."""
    for path, text in prose(guide):
        for sentence in _END.split(text):
            count = len(_WORD.findall(sentence))
            if count > MAX_WORDS:
                yield Finding(path, words("long_sentence", count=count, most=MAX_WORDS), sentence[:20])
