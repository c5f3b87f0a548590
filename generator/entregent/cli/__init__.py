"""The command line; what each command needs beside the guide is imported when it is asked for."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

import click

from entregent.cli.commands import Commands
from entregent.cli.comparing import compare
from entregent.cli.fixing import put_right
from entregent.cli.guide import RULES, RULES_ARGUMENT, RULES_OPTION, faults_told, keep_marks, loaded, tell
from entregent.cli.translating import lay_out
from entregent.diagnostics import words
from entregent.diagnostics.phrases import spoken
from entregent.diagnostics.report import FORMATS
from entregent.diagnostics.words import LANGUAGES, language_of_terminal
from entregent.load.notices import notices, today
from entregent.load.schemas import output_schema, schema
from entregent.load.since import exported
from entregent.load.translations import digests_of, renewed, translated

PACKAGE = Path(__file__).parents[1]
_SETTINGS = click.Path(exists=True, dir_okay=False)
_CONFIG = click.option(
    "-f", "--config-file", default="mkdocs.yml", type=_SETTINGS, help="The site's settings."
)
_SCHEMAS = {"en": "rules.schema.json", "fr": "rules.schema.fr.json"}
_FORMS = click.Choice(["text", *FORMATS])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.version_option(package_name="entregent")
def main() -> None:
    """From one rules.yaml to a searchable, printable guide."""
    # Material announces MkDocs 2 at every start; authors can do nothing about it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


main.add_command(compare)


@main.command()
@RULES_ARGUMENT
@click.option(
    "--format", "form", type=_FORMS, default="text", help="For people (text) or for other programs."
)
@click.option("--style", is_flag=True, help="Name long sentences and stiff messages as well.")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), help="The day for which facts are checked; today unless given."
)
@click.option("--strict", is_flag=True, help="End with code 1 for notices, too.")
@click.option(
    "--since", type=RULES, metavar="JSON", help="A guide exported earlier: name the addresses that would die."
)
@click.option(
    "--fix", is_flag=True, help="Put right what can be meant in one way only, and show the changes."
)
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--complete", is_flag=True, help="Name each text that is not translated, one by one.")
def check(
    rules: Path, form: str, style: bool, on: datetime | None, strict: bool, since: Path | None, **more: bool
) -> None:
    """Say what is wrong in RULES (rules.yaml unless given), all at once."""
    if more["fix"] or more["diff"]:
        put_right(rules, only_shown=more["diff"], err=form != "text")
    found = loaded(rules, form)
    with faults_told(form):
        before = exported(since) if since else frozenset()
    day = on.date() if on else today()
    notes = notices(found, day, style=style, interface=True, complete=more["complete"], before=before)
    tell(notes, form)
    if form == "text":
        guide = found.first
        counted = words(
            "no_fault",
            name=rules,
            rules=len(guide.rules),
            scenarios=len(guide.scenarios),
            messages=len(guide.messages),
            locales=", ".join(found.guides),
        )
        click.echo(counted.message(language_of_terminal()))
    # What only a speaker of the language can end is no reason to stop a publisher's own check.
    if strict and any(note.words.kind != "unread_words" for note in notes.diagnostics):
        sys.exit(1)


@main.command()
@click.argument("language", metavar="LANGUAGE")
@RULES_ARGUMENT
def translate(language: str, rules: Path) -> None:
    """Lay out in RULES what is to be written in LANGUAGE, as de or pt-BR: an empty line for each text.

    Nothing else changes. Readers see a text that is still empty in another language.
    """
    with faults_told():
        empty, new_lines = lay_out(rules, language)
    told = spoken("{path}: new lines for {language}: {new}; still to write, between the quotes: {empty}")
    click.echo(told.format(path=rules, new=new_lines, language=language, empty=empty))


@main.command("translated")
@click.argument("entries", nargs=-1, metavar="[ENTRY]...")
@click.option("--all", "everything", is_flag=True, help="Mark the translations of all entries.")
@RULES_OPTION
def mark_translated(entries: tuple[str, ...], everything: bool, rules: Path) -> None:
    """Mark the translations of each ENTRY, such as rules/some-id, as up to date.

    Texts that bear no mark yet are marked in any case. The marks stand in a file beside RULES.
    """
    found = loaded(rules)
    texts = list(translated(found.source, tuple(found.guides)))
    if unknown := [entry for entry in entries if entry not in {text.entry for text in texts}]:
        hint = spoken("ENTRY")
        raise click.BadParameter(f"{unknown[0]} is not an entry with translations", param_hint=hint)
    keep_marks(rules, "translations", renewed(texts, {} if everything else digests_of(rules), entries))


@main.command()
@_CONFIG
@click.option("-d", "--site-dir", type=click.Path(file_okay=False), help="Where the site goes.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was built.")
def build(config_file: str, site_dir: str | None, strict: bool, quiet: bool) -> None:
    """Build the site in all its languages, beside the old one, then put it in its place."""
    from entregent.outputs.mkdocs import build_site, site_folder
    from entregent.outputs.publish import replacing

    # Asked to end, a build ends by an exception, so that nothing is left behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    target, start = Path(site_dir).absolute() if site_dir else site_folder(config_file), time.monotonic()
    with replacing(target) as new:
        build_site(config_file, new, strict=strict)
    if not quiet:
        told = spoken("{path}: {count} pages, built in {seconds} s")
        pages, seconds = len(list(target.rglob("*.html"))), f"{time.monotonic() - start:.1f}"
        click.echo(told.format(path=target, count=pages, seconds=seconds))


@main.command()
@_CONFIG
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="Where to serve; 127.0.0.1:8000 unless given.")
def serve(config_file: str, dev_addr: str | None) -> None:
    """Show the site while you write; pages reload when rules.yaml is saved."""
    from entregent.outputs.mkdocs.serving import serve as start

    try:
        start(config_file, dev_addr)
    except (OSError, OverflowError) as error:
        raise click.ClickException(
            f"that address cannot be served ({getattr(error, 'strerror', None) or error}): "
            "name another one, as in -a 127.0.0.1:8001"
        ) from None


@main.command("schema")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write it to a file.")
@click.option(
    "--locale", type=click.Choice(LANGUAGES), help="Language of its explanations; yours unless given."
)
@click.option("--exported", is_flag=True, help="That of `entregent export json` instead, without any.")
def write_schema(output: Path | None, locale: str | None, exported: bool) -> None:
    """Write the JSON Schema of rules.yaml, for editors that explain, complete and check as you type."""
    made = output_schema() if exported else schema(locale or language_of_terminal())
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    if output:
        output.write_text(text, "utf-8")
    else:
        click.echo(text, nl=False)


@main.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--locale", type=click.Choice(["fr", "en"]), help="Language of the first guide; yours unless given."
)
def new(folder: Path, locale: str | None) -> None:
    """Lay out a small guide of your own in FOLDER, ready to build."""
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(
            f"{folder} is not empty: name a new folder, so that nothing of yours is replaced"
        )
    language = locale or language_of_terminal()
    shutil.copytree(PACKAGE / "starter" / language, folder, dirs_exist_ok=True)
    shutil.copyfile(PACKAGE / "schemas" / _SCHEMAS[language], folder / "rules.schema.json")
    ready = "{path} is ready. Next:\n\n  cd {path}\n  entregent serve\n\nthen change rules.yaml and watch."
    click.echo(spoken(ready).format(path=folder))
