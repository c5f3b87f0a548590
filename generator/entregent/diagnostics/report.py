"""All the faults of a file as people read them on a terminal, and as other programs read them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from entregent.diagnostics.words import sentence

if TYPE_CHECKING:
    from entregent.diagnostics import Diagnostic, Report

MAX_SPELT_OUT = 100
"""How many faults are spelt out for people; the rest are counted."""

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What cannot be printed, hides the text around it, moves it on a terminal, or is no character at all."""
CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
"""The signs of Unicode for the control characters of ASCII: ␊ for a line break."""
_WIDTH = 110
_BEFORE = 50

_COUNTS = {
    "error": ("one_fault", "many_faults", "too_many_faults"),
    "warning": ("one_notice", "many_notices", "too_many_notices"),
}
_COLOURS = {"bold": "1", "red": "1;31", "blue": "34", "green": "32"}
_PAINT = re.compile("\x1b\\[[0-9;]+m")


def as_text(report: Report, language: str, colour: bool = False) -> str:
    """Each fault with its excerpt, in the manner of `name:line:column`, and how many there are."""
    count, shown = len(report.diagnostics), report.diagnostics[:MAX_SPELT_OUT]
    one, many, too_many = _COUNTS[report.severity]
    kind = one if count == 1 else many if count == len(shown) else too_many
    values = {"count": str(count), "name": report.path.name, "shown": str(MAX_SPELT_OUT)}
    total = _painted("bold", _printable(sentence(kind, "what", language, values)))
    text = "\n\n".join([*(_report(report, diagnostic, language) for diagnostic in shown), total])
    # Whatever else could be taken for a colour is not printable, and was replaced.
    return text if colour else _PAINT.sub("", text)


def as_json(report: Report, language: str) -> str:
    """Every fault as an object of one JSON list."""
    return json.dumps(_records(report, language), ensure_ascii=False, indent=2)


def as_github(report: Report, language: str) -> str:
    """A workflow command for each fault: https://docs.github.com/actions/reference/workflow-commands."""
    return "\n".join(map(_command, _records(report, language)))


def as_sarif(report: Report, language: str) -> str:
    """A log of SARIF 2.1.0, as code hosts and editors take it."""
    records = _records(report, language)
    kinds = sorted({record["kind"] for record in records})
    run = {
        "tool": {"driver": {"name": "Entregent", "rules": [{"id": kind} for kind in kinds]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(record, kinds) for record in records],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Report, str], str]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""The forms for other programs, by name."""


def _report(report: Report, diagnostic: Diagnostic, language: str) -> str:
    line, column = diagnostic.span[:2]
    margin = " " * len(str(line))
    excerpt, before, marked = _excerpt(report, diagnostic)
    place = _painted("bold", f"{_printable(report.path.name)}:{line}:{column}:")
    carets = _painted("red", "^" * max(1, _columns(marked)))
    lines = [
        f"{place} {_printable(diagnostic.words.message(language))}",
        _painted("blue", f"{margin} |"),
        f"{_painted('blue', f'{line} |')} {excerpt}".rstrip(),
        f"{_painted('blue', f'{margin} |')} {' ' * _columns(before)}{carets}",
    ]
    if advice := diagnostic.words.help(language):
        lines.append(f"{_painted('blue', f'{margin} =')} {_painted('green', _printable(advice))}")
    return "\n".join(lines)


def _excerpt(report: Report, diagnostic: Diagnostic) -> tuple[str, str, str]:
    """The line, its part before the fault and the fault itself; long lines are cut around the fault."""
    span = diagnostic.span
    line = report.lines[span.line - 1] if span.line <= len(report.lines) else ""
    line = _printable(line.replace("\t", " "))
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, start - _BEFORE) if len(line) > _WIDTH else 0
    shown = line[cut : cut + _WIDTH]
    lead = "…" if cut else ""
    tail = "…" if cut + _WIDTH < len(line) else ""
    return f"{lead}{shown}{tail}", f"{lead}{line[cut:start]}", shown[start - cut : end - cut]


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: accents typed apart take none, wide letters two."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _records(report: Report, language: str) -> list[dict[str, Any]]:
    return [
        {
            "severity": report.severity,
            "file": report.path.as_posix(),
            **dict(zip(("line", "column", "endLine", "endColumn"), fault.span, strict=True)),
            "kind": fault.words.kind,
            "message": _printable(fault.words.message(language)),
            "help": _printable(fault.words.help(language)),
        }
        for fault in report.diagnostics
    ]


def _command(record: dict[str, Any]) -> str:
    place = f"line={record['line']},col={record['column']}"
    end = f"endLine={record['endLine']},endColumn={record['endColumn']}"
    text = _data(f"{record['message']}\n{record['help']}".rstrip())
    return f"::{record['severity']} file={_property(record['file'])},{place},{end}::{text}"


def _result(record: dict[str, Any], kinds: list[str]) -> dict[str, Any]:
    region = {
        "startLine": record["line"],
        "startColumn": record["column"],
        "endLine": record["endLine"],
        "endColumn": record["endColumn"],
    }
    place = {"artifactLocation": {"uri": quote(record["file"])}, "region": region}
    return {
        "ruleId": record["kind"],
        "ruleIndex": kinds.index(record["kind"]),
        "level": record["severity"],
        "message": {"text": f"{record['message']}\n{record['help']}".rstrip()},
        "locations": [{"physicalLocation": place}],
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _printable(text: str) -> str:
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.translate(CONTROL_PICTURES))


def _painted(name: str, text: str) -> str:
    return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m"
