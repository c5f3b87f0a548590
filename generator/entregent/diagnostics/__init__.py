"""What Entregent says when an author's file is wrong: where, what, and what to write instead.

Every fault the tool can report is a `Diagnostic`: a place and `Words`, which name a kind of fault and the
values that go into its sentences. The sentences stand in `words.toml`, in each language of authors; a run
that found faults raises one `GuideError` that holds them all. Nothing here knows YAML or the model.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from entregent.diagnostics.report import as_text
from entregent.diagnostics.words import sentence

MAX_DIAGNOSTICS = 1000
"""No step looks for more faults than these: a file that has them is not one that somebody wrote."""

Severity = Literal["error", "warning"]
"""A fault, without whose remedy nothing is built, or a notice."""


class Span(NamedTuple):
    """A stretch of the author's file; lines and columns count from 1, columns in code points."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Words(NamedTuple):
    """A kind of fault or of advice in `words.toml`, and what its sentences speak of."""

    kind: str
    values: tuple[tuple[str, str], ...] = ()
    advice: Words | None = None
    """Another kind whose advice is given in place of this kind's own."""

    def message(self, language: str) -> str:
        """What is wrong, in one plain sentence."""
        return sentence(self.kind, "what", language, dict(self.values))

    def help(self, language: str) -> str:
        """What to write instead."""
        said = self.advice or self
        return sentence(said.kind, "do", language, dict(said.values))


def words(kind: str, advice: Words | None = None, **values: object) -> Words:
    """The words for one fault; `advice` replaces what its kind advises."""
    return Words(kind, tuple(sorted((name, str(value)) for name, value in values.items())), advice)


class Diagnostic(NamedTuple):
    """One fault: the place, and the words for it."""

    span: Span
    words: Words


class Report:
    """What is to be said of one file, in the order in which it stands there."""

    def __init__(
        self, path: Path, text: str, diagnostics: Iterable[Diagnostic], severity: Severity = "error"
    ) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.diagnostics = tuple(sorted(set(diagnostics)))
        self.severity = severity

    @property
    def name(self) -> str:
        """The file as seen from the working folder, or as it was given: editors jump to it."""
        folder = Path.cwd()
        return str(self.path.relative_to(folder) if self.path.is_relative_to(folder) else self.path)


class GuideError(Exception):
    """A file has faults: `report` holds them all."""

    def __init__(self, path: Path, text: str, diagnostics: Iterable[Diagnostic]) -> None:
        self.report = Report(path, text, diagnostics)
        super().__init__(path.name)

    def __str__(self) -> str:
        return as_text(self.report, "en")
