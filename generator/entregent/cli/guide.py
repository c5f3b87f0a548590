"""The guide that a command is about, or all its faults and the end of the program."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from entregent.diagnostics import GuideError, Report
from entregent.diagnostics.report import FORMATS, as_text
from entregent.diagnostics.words import language_of_terminal
from entregent.guide import Guide
from entregent.load import Loaded, load

RULES = click.Path(path_type=Path)


def loaded(rules: Path, form: str = "text") -> Loaded:
    """The guide in all its locales; where it has faults, tells them and ends the program.

    People are told in the language of their terminal, on the error stream and in colour if it is one; a
    `form` for programs goes to the output stream.
    """
    # The program ends with its command: nothing that a collector would find is worth looking for.
    gc.disable()
    try:
        return load(rules)
    except GuideError as error:
        tell(error.report, form)
        sys.exit(1)


def tell(report: Report, form: str = "text") -> None:
    """What is to be said of a file, to people or to programs."""
    if form == "text":
        colour = "NO_COLOR" not in os.environ and sys.stderr.isatty()
        click.echo(as_text(report, language_of_terminal(), colour), err=True)
    else:
        click.echo(FORMATS[form](report, language_of_terminal()))


def guide_in(rules: Path, locale: str | None) -> Guide:
    """The guide in the locale asked for, or in its first; ends the program where it has faults."""
    guides = loaded(rules).guides
    chosen = locale or next(iter(guides))
    if chosen not in guides:
        raise click.BadParameter(f"this guide is written in {', '.join(guides)}", param_hint="--locale")
    return guides[chosen]
