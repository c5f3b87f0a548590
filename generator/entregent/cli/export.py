"""`entregent export`: the guide in other forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from entregent.cli.guide import RULES, guide_in
from entregent.diagnostics import words
from entregent.diagnostics.words import language_of_terminal
from entregent.outputs.exports import EXPORTS, Export


@click.group()
def export() -> None:
    """Write the guide in other forms."""


_GUIDE = click.option("--rules", type=RULES, default=Path("rules.yaml"), show_default=True)
_OUTPUT = click.argument("output", type=click.Path(path_type=Path, dir_okay=False))
_FOLDER = click.argument("output", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False))
_LOCALE = click.option("--locale", help="Language; the guide's first unless given.")


@export.command()
@_FOLDER
@_GUIDE
@_LOCALE
def markdown(output: Path, rules: Path, locale: str | None) -> None:
    """Write every page as Markdown below FOLDER, for any other site engine."""
    from entregent.outputs.markdown import write

    click.echo(f"{write(guide_in(rules, locale), output)} pages in {output}")


@export.command()
@_OUTPUT
@click.option("--list", "name", default="all", show_default=True, help="Id of a checklist, or all of them.")
@click.option("--address", default="", help="Where the guide is published, for links back to its rules.")
@_GUIDE
@_LOCALE
def checklist(output: Path, name: str, address: str, rules: Path, locale: str | None) -> None:
    """Write a checklist to OUTPUT: a PDF, Markdown or CSV file, as its name ends in .pdf, .md or .csv."""
    from entregent.outputs import pdf
    from entregent.outputs.exports import checklist as handout

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
        said = words(
            "unset_document" if str(error) else "unmade_document",
            path=output,
            locale=guide.locale,
            sign=error,
        )
        raise click.ClickException(said.message(language_of_terminal())) from None


def _command(form: Export) -> Callable[..., None]:
    def write(output: Path, rules: Path, locale: str | None) -> None:
        first, *others = form.render(guide_in(rules, locale)).items()
        folder = output if form.is_folder else output.parent
        _put(folder / first[0] if form.is_folder else output, first[1])
        for path, content in others:
            _put(folder / path, content)

    return write


for name, form in EXPORTS.items():
    argument = _FOLDER if form.is_folder else _OUTPUT
    export.command(name, help=form.help)(argument(_GUIDE(_LOCALE(_command(form)))))


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    click.echo(f"{path} is written")
