"""`entregent export`: the guide in other forms."""

from __future__ import annotations

from pathlib import Path

import click

from entregent.cli.guide import RULES, guide_in
from entregent.diagnostics import words
from entregent.diagnostics.words import language_of_terminal


@click.group()
def export() -> None:
    """Write the guide in other forms."""


_GUIDE = click.option("--rules", type=RULES, default=Path("rules.yaml"), show_default=True)
_OUTPUT = click.argument("output", type=click.Path(path_type=Path, dir_okay=False))
_LOCALE = click.option("--locale", help="Language; the guide's first unless given.")


@export.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@_GUIDE
@_LOCALE
def markdown(folder: Path, rules: Path, locale: str | None) -> None:
    """Write every page as Markdown below FOLDER, for any other site engine."""
    from entregent.adapters.folder import write

    guide = guide_in(rules, locale)
    click.echo(f"{write(guide, folder)} pages in {folder}")


@export.command()
@_OUTPUT
@click.option("--list", "name", default="all", show_default=True, help="Id of a checklist, or all of them.")
@click.option("--address", default="", help="Where the guide is published, for links back to its rules.")
@_GUIDE
@_LOCALE
def checklist(output: Path, name: str, address: str, rules: Path, locale: str | None) -> None:
    """Write a checklist to OUTPUT: a PDF, Markdown or CSV file, as its name ends in .pdf, .md or .csv."""
    from entregent.adapters import handout, pdf

    if output.suffix not in handout.FORMS:
        known = ", ".join(handout.FORMS)
        raise click.BadParameter(f"the name of the file should end in one of {known}", param_hint="OUTPUT")
    if output.suffix == ".pdf" and not pdf.available():
        raise click.ClickException(f"PDFs need one more package: {pdf.INSTALL}")
    guide = guide_in(rules, locale)
    if name not in handout.names(guide):
        raise click.BadParameter(
            f"this guide has the lists {', '.join(handout.names(guide))}", param_hint="--list"
        )
    root = f"{address.rstrip('/')}/" if address else ""
    try:
        _put(output, handout.content(guide, output.suffix, name, root))
    except pdf.UnsetError as error:
        said = words("unset_document" if str(error) else "unmade_document", path=output, sign=error)
        raise click.ClickException(said.message(language_of_terminal())) from None


@export.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@_GUIDE
@_LOCALE
def espanso(folder: Path, rules: Path, locale: str | None) -> None:
    """Write a package for espanso below FOLDER: a form for each message."""
    from entregent.adapters.expanders import espanso_package

    guide = guide_in(rules, locale)
    for path, content in espanso_package(guide).items():
        _put(folder / path, content)


@export.command("csv")
@_OUTPUT
@_GUIDE
@_LOCALE
def table(output: Path, rules: Path, locale: str | None) -> None:
    """Write the messages to OUTPUT as CSV, for text expanders and spreadsheets."""
    from entregent.adapters.expanders import table_of_messages

    guide = guide_in(rules, locale)
    _put(output, table_of_messages(guide))


@export.command()
@_OUTPUT
@_GUIDE
@_LOCALE
def plist(output: Path, rules: Path, locale: str | None) -> None:
    """Write the messages to OUTPUT as text replacements for macOS."""
    from entregent.adapters.expanders import text_replacements

    guide = guide_in(rules, locale)
    _put(output, text_replacements(guide))


@export.command("json")
@_OUTPUT
@_GUIDE
@_LOCALE
def whole(output: Path, rules: Path, locale: str | None) -> None:
    """Write the whole guide to OUTPUT as JSON, and its schema beside it."""
    from entregent.adapters import downloads

    guide = guide_in(rules, locale)
    _put(output, downloads.whole(guide))
    _put(output.parent / downloads.SCHEMA, downloads.schema())


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    click.echo(f"{path} is written")
