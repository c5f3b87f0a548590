"""Links in the authors' Markdown that readers would see as brackets and not as links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.checks.finding import Finding
from entregent.checks.texts import prose
from entregent.diagnostics import words
from entregent.fields import SAFE_LINK
from entregent.model import Guide

_CODE_OR_ESCAPE = re.compile(r"\\.|`[^`]*`")
_LINK = re.compile(
    r"""(?P<picture>!?)\[[^\[\]]*\](?P<space>\s?)
    \(\s*(?P<address>(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*(?P<closed>\)?)""",
    re.VERBOSE,
)


def broken_link(guide: Guide) -> Iterator[Finding]:
    """A link without its address, with an address that is not allowed, or a picture."""
    for path, text in prose(guide):
        if "](" in text or "] (" in text:
            for link in _LINK.finditer(_CODE_OR_ESCAPE.sub(lambda match: " " * len(match[0]), text)):
                if kind := _kind(link):
                    yield Finding(path, words(kind), text[link.start() : link.end()])


def _kind(link: re.Match[str]) -> str | None:
    if link["picture"]:
        return "picture"
    if link["space"]:
        return "link_broken" if SAFE_LINK.match(link["address"]) else None
    if not link["closed"] or not link["address"]:
        return "link_broken"
    return None if SAFE_LINK.match(link["address"]) else "link_unsafe"
