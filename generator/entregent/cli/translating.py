"""What `translate` lays out in a guide's files: for each text that a language lacks, a line to write it on.

It stands below the original, or beside it in braces, so that a translator reads one and writes the other.
Whatever else the files hold stays as it is: what they would say is read before anything is written.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import click

from entregent.cli.fixing import replace
from entregent.guide import Guide
from entregent.guide.declarations import TextKind
from entregent.guide.fields import Register
from entregent.load import Loaded, load
from entregent.source import Path as Way
from entregent.source import Place, Source
from entregent.source.decoding import decode
from entregent.text.foreign import Foreign

_Edit: TypeAlias = tuple[int, int, str]
"""Two offsets of the text of all files, and what is to stand between them."""


class _Text(NamedTuple):
    """A text of the files, in one language or in several."""

    data: Any
    start: int
    end: int
    """Where its last sign has been."""
    inside: bool
    """Whether it stands in the braces or brackets of another value."""


def lay_out(path: Path, locale: str) -> tuple[int, int]:
    """Write an empty line for each text without that language; how many are empty, and how many are new.

    Raises GuideError, OSError, and ClickException where a file was changed meanwhile, belongs to another
    folder, or cannot be laid out.
    """
    before = load(path)
    named = before if locale in before.guides else _changed(before, [_naming(before.source, locale)])
    edits = list(_laying(named, locale))
    after = _changed(named, edits)
    for name, guide in before.guides.items():
        if _said(after.guides[name]) != _said(guide):
            raise click.ClickException(f"{path} cannot be laid out without a change to its texts in {name}")
    for file, text in after.texts.items():
        raw = file.read_bytes()
        if decode(raw)[0] != before.texts[file]:
            raise click.ClickException(f"{file} has changed meanwhile: try again")
        if text != before.texts[file]:
            new = text.replace("\n", "\r\n") if b"\r\n" in raw else text
            replace(file, raw, BOM_UTF8 * raw.startswith(BOM_UTF8) + new.encode())
    return len({found.start for found in _missing(after, locale)}), sum(': ""' in text for *_, text in edits)


def _said(guide: Guide) -> dict[str, Any]:
    return guide.model_dump(exclude={"locales"})


def _naming(source: Source, locale: str) -> _Edit:
    """The language, at the end of `locales`."""
    if not source.is_own(("locales",)):
        raise click.ClickException(
            f"`locales` is another guide's: write it here, with {locale}, and try again"
        )
    last = _found(source, ("locales", -1))
    if last.inside:
        return last.end, last.end, f", {locale}"
    return _after(
        source.text, last.end, source.text[_beginning(source.text, last.start) : last.start] + locale
    )


def _missing(loaded: Loaded, locale: str) -> Iterator[_Text]:
    """The texts of the author's own files that the language lacks."""
    for way, text, _ in loaded.guides[locale].declared(TextKind):
        if isinstance(text, Foreign) and loaded.source.is_own(way):
            yield _found(loaded.source, way)


def _laying(loaded: Loaded, locale: str) -> Iterator[_Edit]:
    text, empty = loaded.source.text, f'{locale}: ""'
    for found in {found.start: found for found in _missing(loaded, locale)}.values():
        if not isinstance(found.data, dict) or found.data.keys() <= set(Register):
            yield from _named(text, found, loaded.first.locale, empty)
        elif locale not in found.data and text[found.start] == "{":
            last = found.start + len(text[found.start : found.end - 1].rstrip(" ,\n"))
            yield last, last, f", {empty}"
        elif locale not in found.data:
            yield _after(text, found.end, " " * (found.start - _beginning(text, found.start)) + empty)


def _named(text: str, found: _Text, first: str, empty: str) -> Iterator[_Edit]:
    """A text that is in the first language without saying so, under the name of that language."""
    if found.inside:
        yield found.start, found.start, f"{{{first}: "
        yield found.end, found.end, f", {empty}}}"
        return
    line = _beginning(text, found.start)
    before = text[line : found.start].rstrip()
    column, by, start, head = found.start - line, 2, found.start, ""
    if before.endswith(":"):
        column, start = len(before) - len(before.lstrip(" -")) + 2, line + len(before)
        head = "\n" + " " * column
    elif before.endswith("-"):
        by = column - len(before) + 1
    is_block = isinstance(found.data, dict) and text[found.start] != "{"
    yield start, found.start, f"{head}{first}:" + ("\n" + " " * (column + by) if is_block else " ")
    for more in re.finditer(r"\n(?=[^\n])", text[found.start : found.end]):
        yield found.start + more.end(), found.start + more.end(), " " * by
    yield _after(text, found.end, " " * column + empty)


def _found(source: Source, way: Way) -> _Text:
    """The text at a place of the guide, which goes on below it where the file has several languages."""
    data: Any = source.data
    place, inside = source.place, False
    for step in way:
        if isinstance(data, str) or (isinstance(data, dict) and step not in data):
            break
        inside = inside or source.text[place[0]] in "{["
        data, (_, place) = data[step], place[2][step]
    return _Text(data, place[0], _end(source.text, place), inside)


def _end(text: str, place: Place) -> int:
    """Where the last sign of a value has been; the parser only tells where braces and lists begin."""
    start, end, below = place
    if not below:
        return start + len(text[start:end].rstrip())
    *_, (_, last) = below.values() if isinstance(below, dict) else below
    end = _end(text, last)
    return re.compile(r"[}\]]").search(text, end).end() if text[start] in "{[" else end  # type: ignore[union-attr]


def _beginning(text: str, offset: int) -> int:
    """Where the line begins that an offset is on."""
    return text.rfind("\n", 0, offset) + 1


def _after(text: str, offset: int, line: str) -> _Edit:
    """A line of its own after the one that an offset is on."""
    end = text.find("\n", offset)
    end = end if end >= 0 else len(text)
    return end, end, f"\n{line}"


def _changed(loaded: Loaded, edits: Iterable[_Edit]) -> Loaded:
    """The guide as it would be read after the edits."""
    # No file holds a NUL, which is refused as it is read.
    whole, parts, at = "\0".join(loaded.texts.values()), list[str](), 0
    for start, end, text in sorted(edits):
        parts += (whole[at:start], text)
        at = end
    texts = "".join([*parts, whole[at:]]).split("\0")
    return load(loaded.path, texts=dict(zip(loaded.texts, texts, strict=True)))
