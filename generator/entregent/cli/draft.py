"""`entregent draft`: what the guide remarks on a text that somebody is about to send."""

from __future__ import annotations

import json
import sys
from typing import IO

import click

from entregent.cli.commands import Command
from entregent.cli.guide import of_a_guide
from entregent.diagnostics.phrases import spoken
from entregent.guide import Guide
from entregent.guide.drafts import DraftCheck, Stage
from entregent.guide.filling import strictest
from entregent.guide.messages import Piece
from entregent.guide.remarks import Occasion, Remark, compiled, is_spoken, remarks
from entregent.guide.signs import MAX_READ
from entregent.pages.view import View

_FORMS = click.Choice(["text", "json"])


@click.command(cls=Command)
@click.argument("text", metavar="FILE", type=click.File("rb"))
@of_a_guide
@click.option("--channel", metavar="ID", default="", help="Id of the channel by which it is sent.")
@click.option("--first/--not-first", default=True, help="Whether it opens an exchange.")
@click.option(
    "--format", "form", type=_FORMS, default="text", help="For people (text) or for other programs."
)
def draft(text: IO[bytes], guide: Guide, channel: str, first: bool, form: str) -> None:
    """Say what the guide remarks on the draft of a message in FILE; - is what comes through a pipe."""
    known = guide.index.ids("channels")
    if channel and channel not in known:
        raise click.BadParameter(f"this guide has the channels {', '.join(known)}", param_hint="--channel")
    said = text.read().decode("utf-8", "replace").replace("\r\n", "\n")
    stage = guide.index.one("channels", channel).stage if channel else None
    occasion = Occasion(
        channel, stage or (Stage.FIRST if first else Stage.LATER), strictest(guide, channel, Piece.TEXT)
    )
    checks = {check.id: check for check in guide.draft_checks if is_spoken(check)}
    found = remarks(said, [compiled(check) for check in checks.values()], occasion)
    told = [(checks[remark.check], remark) for remark in found]
    view = View("drafts", guide.voice)
    if form == "json":
        data = [_data(check, remark, said, view) for check, remark in told]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for check, remark in told:
            rule = guide.index.one("rules", check.rule).title
            click.echo(_line(check, remark, said, f"({view.typeset(rule)})", view))
        if len(said) > MAX_READ:
            click.echo(spoken("Only the first {count} characters were read.").format(count=MAX_READ))
    sys.exit(1 if any(check.is_firm for check, _ in told) else 0)


def _data(check: DraftCheck, remark: Remark, text: str, view: View) -> dict[str, object]:
    """A remark for other programs, with places in characters; all of the text where no piece is meant."""
    start, end = remark.marks[0] if remark.marks else (0, len(text))
    own = {"check": check.id, "grade": check.grade, "rule": check.rule, "start": start, "end": end}
    said = {"says": view.plain(check.says), "instead": view.plain(check.instead) if check.instead else None}
    return {**own, **said, "marks": remark.marks}


def _line(check: DraftCheck, remark: Remark, text: str, rule: str, view: View) -> str:
    start, _ = remark.marks[0] if remark.marks else (0, 0)
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    quoted = "".join(f"\n  > {' '.join(text[first:last].split())}" for first, last in remark.marks[:3])
    advice = f"\n  = {view.plain(check.instead)}" if check.instead else ""
    return f"{line}:{column}: {spoken(check.grade)}: {view.plain(check.says)} {rule}{quoted}{advice}"
