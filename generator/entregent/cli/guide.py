"""The guide that a command is about, or all its faults and the end of the program."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from entregent.diagnostics import GuideError, Report
from entregent.diagnostics.phrases import spoken
from entregent.diagnostics.report import FORMATS, as_text
from entregent.diagnostics.words import language_of_terminal
from entregent.guide import Guide
from entregent.load import Loaded, load
from entregent.load.marks import beside, write_marks

RULES = click.Path(path_type=Path)
RULES_ARGUMENT = click.argument("rules", type=RULES, default=Path("rules.yaml"), metavar="[RULES]")
RULES_OPTION = click.option("--rules", type=RULES, default=Path("rules.yaml"), help="The file of the guide.")


def loaded(rules: Path, form: str = "text") -> Loaded:
    """The guide in all its locales; where it has faults, tells them and ends the program."""
    # The program ends with its command: searching so much for cycles would cost more than it frees.
    gc.disable()
    atexit.register(gc.freeze)
    with faults_told(form):
        return load(rules)


@contextmanager
def faults_told(form: str = "text") -> Iterator[None]:
    """Where a file that is read within has faults, tells them and ends the program."""
    try:
        yield
    except GuideError as error:
        tell(error.report, form)
        sys.exit(1)


def tell(report: Report, form: str = "text") -> None:
    """What is to be said of a file: to programs, or to people if it is anything.

    People are told in the language of their terminal, on the error stream and in colour if it is one; a
    `form` for programs goes to the output stream.
    """
    if form != "text":
        click.echo(FORMATS[form](report, language_of_terminal()))
    elif report.diagnostics:
        colour = "NO_COLOR" not in os.environ and sys.stderr.isatty()
        click.echo(as_text(report, language_of_terminal(), colour), err=True)


def colour_of_output() -> bool | None:
    """Whether the output is in colour: as click decides, unless colours are not wanted."""
    return False if "NO_COLOR" in os.environ else None


def keep_marks(rules: Path, what: str, marks: Any) -> None:
    """Write marks into their file beside a guide, and say so."""
    file = beside(rules, what)
    write_marks(file, marks)
    click.echo(spoken("{path} is written").format(path=file))


def guide_in(rules: Path, locale: str | None) -> Guide:
    """The guide in the locale asked for, or in its first; ends the program where it has faults."""
    found = loaded(rules)
    if not locale:
        return found.first
    if locale not in found.guides:
        raise click.BadParameter(f"this guide is written in {', '.join(found.guides)}", param_hint="--locale")
    return found.guides[locale]


def of_a_guide(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options that say which guide it is about, which it gets as `guide`."""

    @RULES_OPTION
    @click.option("--locale", metavar="LANGUAGE", help="Language; the guide's first unless given.")
    @wraps(command)
    def with_guide(rules: Path, locale: str | None, **others: object) -> None:
        command(guide=guide_in(rules, locale), **others)

    return with_guide
