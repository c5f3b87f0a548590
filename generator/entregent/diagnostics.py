"""What Entregent says when an author's file is wrong: where, what, and what to write instead.

Every fault the tool can report is a `Diagnostic`; a run that found some raises one `GuideError`
that holds them all. Nothing here knows YAML, the model or the command line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

# What would move or hide the rest of the line on a terminal.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the author's file; lines and columns count from 1, columns in code points."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


def within(span: Span, word: str, text: str) -> Span:
    """Where `word` first stands in a stretch of the text; the whole stretch if it is written differently."""
    for number, line in enumerate(text.split("\n")[span.line - 1 : span.end_line], span.line):
        found = line.find(word, span.column - 1 if number == span.line else 0)
        if found >= 0:
            return Span(number, found + 1, number, found + 1 + len(word))
    return span


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One fault: the place, one plain sentence, and what to write instead."""

    span: Span
    message: str
    help: str = field(default="")

    def render(self, name: str, lines: list[str]) -> str:
        """The fault as the author reads it, in the manner of `name:line:column`.

        `name` is how the author calls the file; `lines` is its text, line by line.
        """
        number = str(self.span.line)
        margin = " " * len(number)
        excerpt = lines[self.span.line - 1] if self.span.line <= len(lines) else ""
        end = self.span.end_column if self.span.end_line == self.span.line else len(excerpt) + 1
        carets = "^" * max(1, min(end, len(excerpt) + 1) - self.span.column)
        report = [
            f"{name}:{self.span.line}:{self.span.column}: {self.message}",
            f"{margin} |",
            f"{number} | {excerpt}".rstrip(),
            f"{margin} | {' ' * (self.span.column - 1)}{carets}",
        ]
        if self.help:
            report.append(f"{margin} = {self.help}")
        return "\n".join(report)


class GuideError(Exception):
    """All the faults of one file, in the order in which they stand in it."""

    def __init__(self, name: str, text: str, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        lines = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text).split("\n")
        reports = [diagnostic.render(name, lines) for diagnostic in self.diagnostics]
        count = "1 fault" if len(reports) == 1 else f"{len(reports)} faults"
        super().__init__("\n\n".join([*reports, f"{count} in {name}"]))
