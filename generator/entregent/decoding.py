"""From the bytes of an author's file to text, and what is wrong with its characters.

Faults of encoding come first: after them neither lines nor columns could be trusted.
"""

from __future__ import annotations

import re

from entregent.diagnostics import Diagnostic, Span

MAX_BYTES = 5_000_000

_FORBIDDEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_START = Span()


def decode(raw: bytes) -> tuple[str, list[Diagnostic]]:
    """The text of a file, and the faults of its characters: encoding, size, invisible controls.

    A byte order mark and Windows line ends are accepted and dropped.
    """
    if len(raw) > MAX_BYTES:
        return "", [
            Diagnostic(
                _START, f"the file is larger than {MAX_BYTES // 1_000_000} MB", "split the guide in two"
            )
        ]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        fault = Diagnostic(
            Span(line, column, line, column + 1),
            "this character is not written in UTF-8",
            "save the file with the encoding UTF-8",
        )
        return raw.decode("utf-8-sig", "replace").replace("\r\n", "\n"), [fault]
    text = text.replace("\r\n", "\n")
    return text, [
        Diagnostic(
            _span_at(text, match.start()),
            f"an invisible character (U+{ord(match[0]):04X}) stands here, which cannot be printed",
            "delete it and type the text again",
        )
        for match in _FORBIDDEN.finditer(text)
    ]


def _span_at(text: str, offset: int) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Span(line, column, line, column + 1)
