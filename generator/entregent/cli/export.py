"""`entregent export`: the guide in other forms."""

from __future__ import annotations

from pathlib import Path

import click

from entregent.cli.commands import Group
from entregent.cli.guide import of_a_guide
from entregent.diagnostics.phrases import spoken
from entregent.diagnostics.words import language_of_terminal
from entregent.guide import Guide
from entregent.outputs import exports
from entregent.outputs.exports import decisions, expanders


@click.group(cls=Group)
def export() -> None:
    """Write the guide in other forms."""


_OUTPUT = click.argument("output", metavar="OUTPUT", type=click.Path(path_type=Path, dir_okay=False))
_FOLDER = click.argument("output", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False))


@export.command()
@_FOLDER
@of_a_guide
def markdown(output: Path, guide: Guide) -> None:
    """Write every page as Markdown below FOLDER, for any other site engine."""
    from entregent.outputs.markdown import write

    click.echo(spoken("{count} pages in {path}").format(count=write(guide, output), path=output))


@export.command()
@_OUTPUT
@click.option("--list", "name", default="all", metavar="ID", help="Id of a checklist, or all of them.")
@click.option("--address", metavar="URL", help="Where the guide is published, for links back to its rules.")
@of_a_guide
def checklist(output: Path, name: str, address: str | None, guide: Guide) -> None:
    """Write a checklist to OUTPUT: a PDF, Markdown or CSV file, as its name ends in .pdf, .md or .csv."""
    from entregent.outputs import pdf, unset
    from entregent.outputs.exports.checklist import FORMS, content, names

    if output.suffix not in FORMS:
        known, hint = ", ".join(FORMS), spoken("OUTPUT")
        raise click.BadParameter(f"the name of the file should end in one of {known}", param_hint=hint)
    if output.suffix == ".pdf" and not pdf.available():
        raise click.ClickException('PDFs need one more package: pip install "entregent[pdf]"')
    if name not in names(guide):
        raise click.BadParameter(f"this guide has the lists {', '.join(names(guide))}", param_hint="--list")
    try:
        _put(output, content(guide, output.suffix, name, address))
    except pdf.UnsetError as error:
        said = unset.reason(str(error), output, guide)
        raise click.ClickException(said.message(language_of_terminal())) from None


@export.command()
@_OUTPUT
@of_a_guide
def outline(output: Path, guide: Guide) -> None:
    """Write the decisions to OUTPUT in Markdown: questions, what each answer leads to, results."""
    if not guide.decisions:
        raise click.ClickException("this guide has no decisions")
    _put(output, decisions.outline(guide))


@export.command()
@_FOLDER
@of_a_guide
def espanso(output: Path, guide: Guide) -> None:
    """Write a package for espanso below FOLDER: a form for each message."""
    for path, content in expanders.espanso_package(guide).items():
        _put(output / path, content)


@export.command()
@_OUTPUT
@of_a_guide
def plist(output: Path, guide: Guide) -> None:
    """Write the messages to OUTPUT as text replacements for macOS."""
    _put(output, expanders.text_replacements(guide))


@export.command()
@_OUTPUT
@of_a_guide
def csv(output: Path, guide: Guide) -> None:
    """Write the messages to OUTPUT as CSV, for text expanders and spreadsheets."""
    _put(output, expanders.table_of_messages(guide))


@export.command()
@_OUTPUT
@of_a_guide
def json(output: Path, guide: Guide) -> None:
    """Write the whole guide to OUTPUT as JSON, and its schema beside it."""
    _put(output, exports.whole(guide))
    _put(output.parent / exports.SCHEMA, exports.schema())


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    click.echo(spoken("{path} is written").format(path=path))
