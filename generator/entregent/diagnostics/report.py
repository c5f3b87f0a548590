"""All the faults of a file as people read them on a terminal, and as other programs read them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from difflib import unified_diff
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from click import style, unstyle

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
_SHADES = {"+": "green", "-": "red", "@": "blue"}
_WIDTH = 110
_BEFORE = 50


def as_text(report: Report, language: str, colour: bool = False) -> str:
    """Each fault with its excerpt, in the manner of `name:line:column`, and how many there are."""
    count, shown = len(report.diagnostics), report.diagnostics[:MAX_SPELT_OUT]
    amount = "too_many" if count > MAX_SPELT_OUT else "many" if count > 1 else "one"
    values = {"count": str(count), "name": report.name(), "shown": str(MAX_SPELT_OUT)}
    total = _printable(sentence(f"{amount}_{report.severity}", "what", language, values))
    parts = [_report(report, diagnostic, language) for diagnostic in shown]
    text = "\n\n".join([*parts, style(total, bold=True)])
    # Whatever else could be taken for a colour is not printable, and was replaced.
    return text if colour else unstyle(text)


def as_diff(before: str, after: str, name: str) -> str:
    """The lines that differ, as `diff -u` shows them, in colours; spaces that look like others have signs."""
    lines = unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="")
    shown = (_printable(line).replace("\u00a0", "⍽") for line in lines)
    return "\n".join(style(line, fg=_SHADES.get(line[:1])) for line in shown)


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


FORMATS: dict[str, Callable[[Report, str], str]] = {"json": as_json, "github": as_github, "sarif": as_sarif}
"""The forms for other programs, by name."""


def _report(report: Report, diagnostic: Diagnostic, language: str) -> str:
    line, column = report.place(diagnostic.span)[1][:2]
    margin = " " * len(str(line))
    excerpt, before, marked = _excerpt(report, diagnostic)
    place = style(f"{_printable(report.name(diagnostic.span))}:{line}:{column}:", bold=True)
    carets = style("^" * max(1, _columns(marked)), fg="red", bold=True)
    lines = [
        f"{place} {_printable(diagnostic.words.message(language))}",
        style(f"{margin} |", fg="blue"),
        f"{style(f'{line} |', fg='blue')} {excerpt}".rstrip(),
        f"{style(f'{margin} |', fg='blue')} {' ' * _columns(before)}{carets}",
    ]
    if advice := diagnostic.words.help(language):
        lines.append(f"{style(f'{margin} =', fg='blue')} {style(_printable(advice), fg='green')}")
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
            "file": file.as_posix(),
            **dict(zip(("line", "column", "endLine", "endColumn"), span, strict=True)),
            "kind": fault.words.kind,
            "message": _printable(fault.words.message(language)),
            "help": _printable(fault.words.help(language)),
        }
        for fault in report.diagnostics
        for file, span in [report.place(fault.span)]
    ]


def _command(record: dict[str, Any]) -> str:
    place = f"line={record['line']},col={record['column']}"
    end = f"endLine={record['endLine']},endColumn={record['endColumn']}"
    name = _escaped(record["file"]).replace(":", "%3A").replace(",", "%2C")
    return f"::{record['severity']} file={name},{place},{end}::{_escaped(_said(record))}"


def _result(record: dict[str, Any], kinds: list[str]) -> dict[str, Any]:
    start = {"startLine": record["line"], "startColumn": record["column"]}
    end = {"endLine": record["endLine"], "endColumn": record["endColumn"]}
    place = {"artifactLocation": {"uri": quote(record["file"])}, "region": start | end}
    return {
        "ruleId": record["kind"],
        "ruleIndex": kinds.index(record["kind"]),
        "level": record["severity"],
        "message": {"text": _said(record)},
        "locations": [{"physicalLocation": place}],
    }


def _said(record: dict[str, Any]) -> str:
    return f"{record['message']}\n{record['help']}".rstrip()


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _printable(text: str) -> str:
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.translate(CONTROL_PICTURES))
