"""The messages for programs that expand abbreviations into texts: espanso, macOS, TextExpander and its like.

Whatever a program would act on in a text comes out as text. Abbreviations end in a sign that no id has, so
that none is the beginning of another.
"""

from __future__ import annotations

import io
import plistlib
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from typing import Any, NamedTuple

import yaml

from entregent.guide import Guide
from entregent.guide.filling import filled
from entregent.guide.messages import Kind, Message, Placeholder
from entregent.outputs.exports.cells import table
from entregent.text import PLACEHOLDER
from entregent.text.typography import typography_of

_WORD_JOINER = "\u2060"
"""An invisible sign, put into what espanso would act on and has no other way to let through."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first date that a ZIP file can hold: the same input gives the same bytes."""


class Snippet(NamedTuple):
    """One wording of a message and what brings it."""

    abbreviation: str
    name: str
    subject: str
    text: str
    message: Message


def snippets(guide: Guide) -> Iterator[Snippet]:
    """Every wording of every message."""
    typography = typography_of(guide.locale)
    for message in guide.messages:
        for variant in message.text:
            kind = variant.register_ or guide.locale
            name = typography.to_send(message.title)
            yield Snippet(
                f":{message.id}.{kind};",
                f"{name} ({variant.register_})" if variant.register_ else name,
                message.subject or "",
                variant.text,
                message,
            )


def table_of_messages(guide: Guide) -> bytes:
    """CSV for text expanders: abbreviation, text, name, subject; blanks in brackets."""
    rows = [
        (found.abbreviation, _bracketed(found.text, guide), found.name, _bracketed(found.subject, guide))
        for found in snippets(guide)
    ]
    return table(rows)


def text_replacements(guide: Guide) -> bytes:
    """A property list that macOS takes in its keyboard settings; blanks in brackets."""
    entries = [
        {"phrase": _bracketed(found.text, guide), "shortcut": found.abbreviation} for found in snippets(guide)
    ]
    return plistlib.dumps(entries)


def espanso_package(guide: Guide) -> dict[str, bytes]:
    """The files of an espanso package, by path: a form for each message.

    Source of the formats: espanso's match schema and its render and form modules, read in 2026-11.
    """
    name = f"entregent-{guide.locale.lower()}"
    manifest = {
        "name": name,
        "title": guide.title,
        "description": guide.description,
        "version": version("entregent"),
        "author": "Entregent",
    }
    matches = {"matches": [_match(found, guide) for found in snippets(guide)]}
    readme = "\n".join(
        [f"# {guide.title}", "", *(f"- `{found.abbreviation}` {found.name}" for found in snippets(guide)), ""]
    )
    return {
        f"{name}/_manifest.yml": _yaml(manifest),
        f"{name}/package.yml": _yaml(matches),
        f"{name}/README.md": readme.encode(),
    }


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files in a ZIP archive that is the same for the same files."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for path, content in files.items():
            target.writestr(zipfile.ZipInfo(path, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def _match(found: Snippet, guide: Guide) -> dict[str, Any]:
    text = _replaced(found.text, guide)
    match: dict[str, Any] = {"trigger": found.abbreviation, "label": found.name, "replace": text}
    names = dict.fromkeys(PLACEHOLDER.findall(found.text))
    blanks = [blank for blank in guide.placeholders if blank.id in names]
    if blanks:
        blanks.sort(key=lambda blank: list(names).index(blank.id))
        layout = "\n".join(f"{_inert(blank.label)}: [[{_variable(blank.id)}]]" for blank in blanks)
        fields = {_variable(blank.id): _field(blank) for blank in blanks}
        match["vars"] = [{"name": "form", "type": "form", "params": {"layout": layout, "fields": fields}}]
    return match


def _field(blank: Placeholder) -> dict[str, Any]:
    field: dict[str, Any] = {}
    if blank.kind is Kind.CHOICE:
        field = {"type": "choice", "values": [_escaped(choice) for choice in blank.choices]}
    elif blank.kind is Kind.LONG:
        field = {"multiline": True}
    if blank.default:
        field["default"] = _escaped(blank.default)
    return field


def _replaced(text: str, guide: Guide) -> str:
    """A text in which blanks are espanso's variables and everything else is literal."""
    known = {blank.id for blank in guide.placeholders}
    parts = PLACEHOLDER.split(typography_of(guide.locale).to_send(text))
    return "".join(
        (f"{{{{form.{_variable(part)}}}}}" if part in known else f"{{{part}}}")
        if index % 2
        else _escaped(part)
        for index, part in enumerate(parts)
    )


def _escaped(text: str) -> str:
    """Text that espanso renders as it is: its own escapes for braces, a joiner where it has none."""
    for active in ("\\{\\{", "\\}\\}", "$|$"):
        text = text.replace(active, active[0] + _WORD_JOINER + active[1:])
    return text.replace("{{", "\\{\\{").replace("}}", "\\}\\}")


def _inert(label: str) -> str:
    """A label in a form, whose layout knows no escapes."""
    for active in ("[[", "]]", "{{", "}}"):
        label = label.replace(active, active[0] + _WORD_JOINER + active[1])
    return " ".join(label.split())


def _variable(identifier: str) -> str:
    return identifier.replace("-", "_")


def _bracketed(text: str, guide: Guide) -> str:
    typography = typography_of(guide.locale)
    return filled(text, guide, lambda blank: f"[{typography.to_send(blank.label)}]")


class _Dumper(yaml.SafeDumper):
    pass


def _string(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _string)


def _yaml(data: object) -> bytes:
    dumped = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return str(dumped).encode()
