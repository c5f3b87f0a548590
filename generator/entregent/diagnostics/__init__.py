"""What Entregent says when an author's file is wrong: where, what, and what to write instead.

Every fault the tool can report is a `Diagnostic`: a place and `Words`, which name a kind of fault and the
values that go into its sentences. The sentences stand in `words.toml`, in each language of authors; a run
that found faults raises one `GuideError` that holds them all. Nothing here knows YAML or the model.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Literal, NamedTuple

from entregent.diagnostics.report import as_text
from entregent.diagnostics.words import sentence

MAX_DIAGNOSTICS = 1000
"""No step looks for more faults than these: a file that has them is not one that somebody wrote."""

Severity = Literal["error", "warning"]
"""A fault, without whose remedy nothing is built, or a notice."""


class Span(NamedTuple):
    """A stretch of the author's file; lines and columns count from 1, columns in code points.

    Where a guide has several files, lines count on from one to the next, as if they were one text.
    """

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


_START = Span()


class Words(NamedTuple):
    """A kind of fault or of advice in `words.toml`, and what its sentences speak of."""

    kind: str
    values: tuple[tuple[str, str | Words], ...] = ()
    advice: Words | None = None
    """Another kind whose advice is given in place of this kind's own."""

    def message(self, language: str) -> str:
        """What is wrong, in one plain sentence."""
        return self._sentence("what", language)

    def help(self, language: str) -> str:
        """What to write instead."""
        return (self.advice or self)._sentence("do", language)

    def _sentence(self, part: str, language: str) -> str:
        said = {name: v.message(language) if isinstance(v, Words) else v for name, v in self.values}
        return sentence(self.kind, part, language, said)


def words(kind: str, advice: Words | None = None, **values: object) -> Words:
    """The words for one fault; `advice` replaces what its kind advises, and a value may be words itself."""
    said = {name: value if isinstance(value, Words) else str(value) for name, value in values.items()}
    return Words(kind, tuple(sorted(said.items())), advice)


class Diagnostic(NamedTuple):
    """One fault: the place, and the words for it."""

    span: Span
    words: Words


class Report:
    """What is to be said of a guide, by its files, in the order in which it stands there."""

    def __init__(
        self, texts: Mapping[Path, str], diagnostics: Iterable[Diagnostic], severity: Severity = "error"
    ) -> None:
        self.files = tuple(texts)
        self._ends = tuple(accumulate(text.count("\n") + 1 for text in texts.values()))
        self.lines = "\n".join(texts.values()).split("\n")
        self.diagnostics = tuple(sorted(set(diagnostics)))
        self.severity = severity

    def place(self, span: Span) -> tuple[Path, Span]:
        """The file that a span is in, and where it is there."""
        number = min(bisect_left(self._ends, span.line), len(self.files) - 1)
        above = self._ends[number - 1] if number else 0
        return self.files[number], span._replace(line=span.line - above, end_line=span.end_line - above)

    def name(self, span: Span = _START) -> str:
        """The file of a span as seen from the working folder, or as it was given: editors jump to it."""
        path, folder = self.place(span)[0], Path.cwd()
        return str(path.relative_to(folder) if path.is_relative_to(folder) else path)


class GuideError(Exception):
    """A guide has faults: `report` holds them all. Its files are given with their texts, rules.yaml first."""

    def __init__(self, texts: Mapping[Path, str], diagnostics: Iterable[Diagnostic]) -> None:
        self.report = Report(texts, diagnostics)
        super().__init__(self.report.name())

    def __str__(self) -> str:
        return as_text(self.report, "en")
