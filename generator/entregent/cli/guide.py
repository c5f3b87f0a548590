"""The guide that a command is about, or all its faults and the end of the program."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from entregent.diagnostics import GuideError
from entregent.load import load
from entregent.model import Guide

RULES = click.Path(path_type=Path, dir_okay=False)


def loaded(rules: Path) -> Mapping[str, Guide]:
    """The guide in all its locales; ends the program where it has faults."""
    try:
        return load(rules).guides
    except GuideError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def guide_in(rules: Path, locale: str | None) -> tuple[Guide, str]:
    """The guide in the locale asked for, or in its first; ends the program where it has faults."""
    guides = loaded(rules)
    chosen = locale or next(iter(guides))
    if chosen not in guides:
        raise click.BadParameter(f"this guide is written in {', '.join(guides)}", param_hint="--locale")
    return guides[chosen], chosen
