"""From the bytes of an author's file to text, and what is wrong with its characters.

Faults of encoding come first: after them neither lines nor columns could be trusted.
"""

from __future__ import annotations

import re
import unicodedata

from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, Span, words

MAX_BYTES = 4_000_000

FORBIDDEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+"
)
"""What cannot be printed, hides the text around it, or is no character at all."""

_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 1000
_START = Span()
_WINDOWS = "cp1252"


def decode(raw: bytes) -> tuple[str, list[Diagnostic]]:
    """The text of a file, and the faults of its characters: encoding, size, invisible controls.

    A byte order mark and Windows line ends are accepted and dropped.
    """
    if len(raw) > MAX_BYTES:
        return "", [Diagnostic(_START, words("file_too_large", most=MAX_BYTES // 1_000_000))]
    if raw.startswith(_BYTE_ORDER_MARKS) or raw[:_SAMPLE].count(0) * 3 > len(raw[:_SAMPLE]) > 0:
        return "", [Diagnostic(_START, words("not_a_text_file"))]
    diagnostics: list[Diagnostic] = []
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        diagnostics = [_not_utf_8(raw, error)]
        text = "\n".join(map(_line, raw.split(b"\n")))
    text = text.replace("\r\n", "\n")
    if not text.strip():
        return "", [Diagnostic(_START, words("file_empty"))]
    diagnostics += _forbidden(text)
    return FORBIDDEN.sub(lambda match: "\N{REPLACEMENT CHARACTER}" * len(match[0]), text), diagnostics


def _not_utf_8(raw: bytes, error: UnicodeDecodeError) -> Diagnostic:
    before = raw[: error.start].decode("utf-8-sig").replace("\r\n", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    meant = raw[error.start : error.start + 1].decode(_WINDOWS, "replace")
    return Diagnostic(Span(line, column, line, column + 1), words("not_utf_8", meant=meant))


def _line(raw: bytes) -> str:
    """A line in UTF-8 or, if it is not, in what is then most likely."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode(_WINDOWS, "replace")


# Unicode has no names for these.
_CONTROLS = {
    "\0": "NULL",
    "\v": "VERTICAL TAB",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x85": "NEXT LINE",
}


def _forbidden(text: str) -> list[Diagnostic]:
    """A fault for the first run of such characters in each line."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := FORBIDDEN.search(line):
            span = Span(number, match.start() + 1, number, match.end() + 1)
            letter = match[0][0]
            name = unicodedata.name(letter, _CONTROLS.get(letter, "CONTROL CHARACTER"))
            found.append(Diagnostic(span, words("control", code=f"{ord(letter):04X}", name=name)))
            if len(found) == MAX_DIAGNOSTICS:
                break
    return found
