"""The command line: check, build, serve, schema, new, export."""

from __future__ import annotations

import json
import locale as system_locale
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from entregent.diagnostics import GuideError
from entregent.load import load, schema
from entregent.model import Guide

STARTER = Path(__file__).parent / "starter"
_RULES = click.Path(path_type=Path, dir_okay=False)
_CONFIG = click.option(
    "-f",
    "--config-file",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(exists=True, dir_okay=False),
    help="The site's settings.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="entregent")
def main() -> None:
    """From one rules.yaml to a searchable, printable guide."""
    # Material announces MkDocs 2 at every start; authors can do nothing about it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@main.command()
@click.argument("rules", type=_RULES, default=Path("rules.yaml"))
def check(rules: Path) -> None:
    """Say what is wrong in RULES (rules.yaml unless given), all at once."""
    guides = _loaded(rules)
    guide = next(iter(guides.values()))
    click.echo(
        f"{rules}: no fault (rules: {len(guide.rules)}, scenarios: {len(guide.scenarios)}, "
        f"messages: {len(guide.messages)}; languages: {', '.join(guides)})"
    )


@main.command()
@_CONFIG
@click.option("-d", "--site-dir", type=click.Path(file_okay=False), help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
def build(config_file: str, site_dir: str | None, strict: bool) -> None:
    """Build the site in all its languages."""
    from entregent.adapters.mkdocs import run

    target = ["-d", str(Path(site_dir).absolute())] if site_dir else []
    run("build", "--quiet", "-f", config_file, *target, *(["--strict"] if strict else []))


@main.command()
@_CONFIG
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="Where to serve; 127.0.0.1:8000 unless given.")
def serve(config_file: str, dev_addr: str | None) -> None:
    """Show the site while you write; pages reload when rules.yaml is saved."""
    from entregent.adapters.mkdocs import run

    run("serve", "-f", config_file, *(["-a", dev_addr] if dev_addr else []))


@main.command("schema")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write it to a file.")
def write_schema(output: Path | None) -> None:
    """Write the JSON Schema of rules.yaml, for editors that complete and check as you type."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if output:
        output.write_text(text, "utf-8")
    else:
        click.echo(text, nl=False)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--locale", type=click.Choice(["fr", "en"]), help="Language of the first guide; yours unless given."
)
def new(folder: Path, locale: str | None) -> None:
    """Lay out a small guide of your own in FOLDER, ready to build."""
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(
            f"{folder} is not empty: name a new folder, so that nothing of yours is replaced"
        )
    chosen = locale or _preferred_locale()
    shutil.copytree(STARTER / chosen, folder, dirs_exist_ok=True)
    (folder / "rules.schema.json").write_text(
        json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", "utf-8"
    )
    click.echo(
        f"{folder} is ready. Next:\n\n  cd {folder}\n  entregent serve\n\nthen change rules.yaml and watch."
    )


@main.group()
def export() -> None:
    """Write the guide in other forms."""


_GUIDE = click.option("--rules", type=_RULES, default=Path("rules.yaml"), show_default=True)
_LOCALE = click.option("--locale", help="Language; the guide's first unless given.")


@export.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@_GUIDE
@_LOCALE
def markdown(folder: Path, rules: Path, locale: str | None) -> None:
    """Write every page as Markdown below FOLDER, for any other site engine."""
    from entregent.adapters.folder import write

    guide, chosen = _guide(rules, locale)
    click.echo(f"{write(guide, chosen, folder)} pages in {folder}")


@export.command()
@click.argument("output", type=click.Path(path_type=Path, dir_okay=False))
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
    guide, chosen = _guide(rules, locale)
    if name not in handout.names(guide):
        raise click.BadParameter(
            f"this guide has the lists {', '.join(handout.names(guide))}", param_hint="--list"
        )
    root = f"{address.rstrip('/')}/" if address else ""
    try:
        handout.write(guide, chosen, output, name, root)
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}") from None
    click.echo(f"{output} is written")


def _guide(rules: Path, locale: str | None) -> tuple[Guide, str]:
    """The guide in the locale asked for, or in its first; ends the program where it has faults."""
    guides = _loaded(rules)
    chosen = locale or next(iter(guides))
    if chosen not in guides:
        raise click.BadParameter(f"this guide is written in {', '.join(guides)}", param_hint="--locale")
    return guides[chosen], chosen


def _loaded(rules: Path) -> Mapping[str, Guide]:
    try:
        return load(rules).guides
    except GuideError as error:
        click.echo(str(error), err=True)
        sys.exit(1)


def _preferred_locale() -> str:
    language = system_locale.getlocale()[0] or os.environ.get("LANG", "")
    return "fr" if language.lower().startswith("fr") else "en"
