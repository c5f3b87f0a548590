"""From the bytes of an author's file to text, and what is wrong with its characters.

Faults of encoding come first: after them neither lines nor columns could be trusted.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, Span, words
from entregent.diagnostics.report import CONTROL_PICTURES, UNPRINTABLE
from entregent.source.data import Source

MAX_BYTES = 4_000_000

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 1000
_START = Span()
# What Python makes of bytes that are not UTF-8, when told to go on.
_BYTE = re.compile("[\udc80-\udcff]")
_FIRST_IN_LINE = re.compile(f"({UNPRINTABLE.pattern}+).*")


def decode(raw: bytes) -> tuple[str, list[Diagnostic]]:
    """The text of a file, and the faults of its characters: encoding, size, invisible controls.

    A byte order mark and Windows line ends are accepted and dropped.
    """
    if len(raw) > MAX_BYTES:
        return "", [Diagnostic(_START, words("file_too_large", most=MAX_BYTES // 1_000_000))]
    if raw.startswith(_BYTE_ORDER_MARKS) or raw[:_SAMPLE].count(0) * 3 > len(raw[:_SAMPLE]) > 0:
        return "", [Diagnostic(_START, words("not_a_text_file"))]
    text = raw.decode("utf-8-sig", "surrogateescape").replace("\r\n", "\n")
    if not text.strip():
        return "", [Diagnostic(_START, words("file_empty"))]
    if not UNPRINTABLE.search(text):
        return text, []
    diagnostics = []
    source = Source(text)
    if byte := _BYTE.search(text):
        diagnostics.append(Diagnostic(source.span(byte.span()), words("not_utf_8", meant=_in_windows(byte))))
        text = _BYTE.sub(_in_windows, text)
    for match in islice(_FIRST_IN_LINE.finditer(text), MAX_DIAGNOSTICS):
        letter = match[0][0]
        name = unicodedata.name(letter.translate(CONTROL_PICTURES), "CONTROL CHARACTER")
        said = words("control", code=f"{ord(letter):04X}", name=name.removeprefix("SYMBOL FOR "))
        diagnostics.append(Diagnostic(source.span(match.span(1)), said))
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text), diagnostics


def _in_windows(byte: re.Match[str]) -> str:
    """What a byte means in the commonest encoding that is not UTF-8."""
    return byte[0].encode(errors="surrogateescape").decode("cp1252", "replace")
