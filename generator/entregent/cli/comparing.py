"""`entregent compare`: what a guide that is built upon has changed since its author last looked."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from entregent.cli.commands import Command
from entregent.cli.guide import RULES_ARGUMENT, colour_of_output, keep_marks, loaded
from entregent.diagnostics.phrases import spoken
from entregent.diagnostics.report import as_diff
from entregent.load import Loaded
from entregent.load.comparing import Compared, compared, in_lines, seen_now
from entregent.load.overlay import Overlay


@click.command(cls=Command)
@RULES_ARGUMENT
@click.option("--accept", is_flag=True, help="Keep what the other guide says now as what you have seen.")
def compare(rules: Path, accept: bool) -> None:
    """Show what has changed in the guide that RULES builds on since you last looked.

    That is: texts in whose place yours stand, new entries, and entries that are gone. What you have seen is
    kept in a file beside RULES. Ends with code 1 if there is anything to look at.
    """
    found = loaded(rules)
    overlay = found.gathered.overlay
    if not overlay:
        raise click.ClickException(f"{rules} builds on no other guide: it has no line `from: ...`")
    if accept:
        keep_marks(rules, "base", seen_now(overlay))
        return
    changes = compared(found)
    if changes and not any(changes):
        click.echo(spoken("Nothing has changed since you last looked."))
        return
    told = _told(found, overlay, changes) if changes else [spoken("There is nothing yet to compare with.")]
    advice = spoken("Once your texts are as you want them: entregent compare --accept")
    click.echo("\n\n".join([*told, advice]), color=colour_of_output())
    sys.exit(1)


def _told(found: Loaded, overlay: Overlay, changes: Compared) -> Iterator[str]:
    """A paragraph for each text that has changed, and for each list of entries."""
    report = found.report(())
    for text, then in changes.moved:
        _, (line, column, *_) = report.place(text.span)
        diff = _differing(in_lines(then), in_lines(text.value))
        yield f"{report.name(text.span)}:{line}:{column}: {text.key}\n{diff}"
    if changes.new or changes.gone:
        left_out, mark = set(map("/".join, overlay.left_out)), spoken("(left out here)")
        here = [f"{name} {mark}" if name in left_out else name for name in changes.new]
        diff = _differing(changes.gone, here)
        yield f"{spoken('Entries gone (-) and new (+):')}\n{diff}"
    if changes.unseen:
        yield "\n".join([spoken("Replaced by you since then, to be compared from now on:"), *changes.unseen])


def _differing(before: Iterable[str], after: Iterable[str]) -> str:
    """The lines that differ, without those that name files."""
    return "\n".join(as_diff("\n".join(before), "\n".join(after), "").split("\n")[3:])
