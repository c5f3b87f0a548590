"""The messages for programs that expand abbreviations into texts: espanso, macOS, TextExpander and its like.

Whatever a program would act on in a text comes out as text. Abbreviations end in a sign that no id has, so
that none is the beginning of another.
"""

from __future__ import annotations

import io
import plistlib
import re
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any, NamedTuple

import yaml

from entregent.guide import Guide
from entregent.guide.filling import filled
from entregent.guide.messages import Kind, Placeholder
from entregent.outputs.exports.cells import table
from entregent.text import PLACEHOLDER
from entregent.text.typography import as_sent

_LITERAL = "\\g<0>\u2060"
"""A sign followed by a word joiner: invisible, and between two signs on which espanso would act together."""
_ACTIVE_IN_TEXTS = re.compile(r"\\(?=\{\\\{|\}\\\})|\$(?=\|\$)")
_ACTIVE_IN_FORMS = re.compile(r"([\[\]{}])(?=\1)")


class Snippet(NamedTuple):
    """One wording of a message and what brings it."""

    abbreviation: str
    label: str
    subject: str
    text: str


def snippets(guide: Guide) -> Iterator[Snippet]:
    """Every wording of every message."""
    for message in guide.messages:
        name = as_sent(message.title, guide.locale)
        for variant in message.text:
            abbreviation = f":{message.id}.{variant.register_ or guide.locale};"
            label = f"{name} ({variant.register_})" if variant.register_ else name
            yield Snippet(abbreviation, label, message.subject or "", variant.text)


def table_of_messages(guide: Guide) -> bytes:
    """CSV for text expanders: abbreviation, text, name, subject; blanks in brackets."""
    return table(_bracketed(guide))


def text_replacements(guide: Guide) -> bytes:
    """A property list that macOS takes in its keyboard settings; blanks in brackets."""
    return plistlib.dumps([{"phrase": text, "shortcut": typed} for typed, text, *_ in _bracketed(guide)])


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
    readme = "".join(f"- `{found.abbreviation}` {found.label}\n" for found in snippets(guide))
    return {
        f"{name}/_manifest.yml": _yaml(manifest),
        f"{name}/package.yml": _yaml({"matches": [_match(found, guide) for found in snippets(guide)]}),
        f"{name}/README.md": f"# {guide.title}\n\n{readme}".encode(),
    }


def espanso_archive(guide: Guide) -> bytes:
    """The same files in a ZIP archive, which has the same bytes every time: no file has a time of its own."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as target:
        for path, content in espanso_package(guide).items():
            target.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def _bracketed(guide: Guide) -> Iterator[tuple[str, str, str, str]]:
    def text_of(text: str) -> str:
        return filled(text, guide, lambda blank: f"[{as_sent(blank.label, guide.locale)}]")

    for found in snippets(guide):
        yield found.abbreviation, text_of(found.text), found.label, text_of(found.subject)


def _match(found: Snippet, guide: Guide) -> dict[str, Any]:
    """A text in which blanks are variables of a form, and everything else is literal."""
    text = _escaped(as_sent(found.text, guide.locale))
    text = PLACEHOLDER.sub(lambda blank: f"{{{{form.{_variable(blank[1])}}}}}", text)
    match: dict[str, Any] = {"trigger": found.abbreviation, "label": found.label, "replace": text}
    names = dict.fromkeys(PLACEHOLDER.findall(found.text))
    if blanks := guide.index.many("placeholders", names):
        layout = "\n".join(f"{_inert(blank.label)}: [[{_variable(blank.id)}]]" for blank in blanks)
        fields = {_variable(blank.id): _field(blank) for blank in blanks}
        match["vars"] = [{"name": "form", "type": "form", "params": {"layout": layout, "fields": fields}}]
    return match


def _field(blank: Placeholder) -> dict[str, Any]:
    field: dict[str, Any] = {"multiline": True} if blank.kind is Kind.LONG else {}
    if blank.choices:
        field = {"type": "choice", "values": [_escaped(choice) for choice in blank.choices]}
    if blank.default:
        field["default"] = _escaped(blank.default)
    return field


def _escaped(text: str) -> str:
    """Text that espanso renders as it is: its own escapes for braces, a joiner where it has none."""
    return _ACTIVE_IN_TEXTS.sub(_LITERAL, text).replace("{{", "\\{\\{").replace("}}", "\\}\\}")


def _inert(label: str) -> str:
    """A label in a form, whose layout knows no escapes."""
    return " ".join(_ACTIVE_IN_FORMS.sub(_LITERAL, label).split())


def _variable(identifier: str) -> str:
    return identifier.replace("-", "_")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes a text of several lines as lines."""

    def represent_scalar(self, tag: str, value: str, style: str | None = None) -> yaml.ScalarNode:
        node: yaml.ScalarNode = super().represent_scalar(tag, value, "|" if "\n" in value else style)
        return node


# A text in another language is a string to YAML, too.
_Dumper.add_multi_representer(str, lambda dumper, text: dumper.represent_str(str(text)))


def _yaml(data: object) -> bytes:
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)).encode()
