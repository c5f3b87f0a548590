"""The guide that a command is about, or all its faults and the end of the program."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from entregent.diagnostics import GuideError
from entregent.diagnostics.report import FORMATS, as_text
from entregent.diagnostics.words import language_of_terminal
from entregent.load import load
from entregent.model import Guide

RULES = click.Path(path_type=Path)


def loaded(rules: Path, form: str = "text") -> Mapping[str, Guide]:
    """The guide in all its locales; where it has faults, reports them and ends the program.

    People read faults in the language of their terminal, on the error stream and in colour if it is one; a
    `form` for programs goes to the output stream.
    """
    try:
        return load(rules).guides
    except GuideError as error:
        if form == "text":
            colour = "NO_COLOR" not in os.environ and sys.stderr.isatty()
            click.echo(as_text(error, language_of_terminal(), colour), err=True)
        else:
            click.echo(FORMATS[form](error, language_of_terminal()))
        sys.exit(1)


def guide_in(rules: Path, locale: str | None) -> tuple[Guide, str]:
    """The guide in the locale asked for, or in its first; ends the program where it has faults."""
    guides = loaded(rules)
    chosen = locale or next(iter(guides))
    if chosen not in guides:
        raise click.BadParameter(f"this guide is written in {', '.join(guides)}", param_hint="--locale")
    return guides[chosen], chosen
