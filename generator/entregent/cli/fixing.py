"""What `check --fix` puts right: lines whose faults all have a certain remedy, and nothing else.

`fix` in `diagnostics/words.toml` names the remedy of a kind of fault; other kinds are left to the author.
A line is put right as a whole or left as it is: what is read on other lines must stay the same, and no fault
may stay on it.
"""

from __future__ import annotations

import re
import shutil
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from itertools import groupby
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import click

from entregent.cli.guide import colour_of_output
from entregent.diagnostics import Diagnostic, GuideError
from entregent.diagnostics.report import as_diff
from entregent.diagnostics.words import catalogue
from entregent.load import load
from entregent.load.files import read
from entregent.load.validate import KEYS
from entregent.source import Source, parse
from entregent.source.decoding import decode
from entregent.source.guess import Error
from entregent.source.layout import no_break
from entregent.source.lines import indent_of

_MAX_ROUNDS = 20
"""A fault may hide another one on its line; nobody waits for more of them."""
_ORDERS = {"%Y/%m/%d": 10, "%d/%m/%Y": 10, "%m/%d/%Y": 10, "%Y/%m": 7, "%m/%Y": 7}
"""The orders in which people write a day or a month, and how much of an ISO date is meant."""


def put_right(path: Path, *, only_shown: bool, err: bool) -> None:
    """Show what is certain to be meant otherwise in a guide's file and, unless it is only shown, change it.

    Raises ClickException where the file belongs to another folder, or was changed meanwhile, and OSError.
    """
    before = read(path)
    if not isinstance(before, bytes) or decode(before)[1]:
        return
    after = fixed(path, before)
    diff = as_diff(before.decode("utf-8-sig"), after.decode("utf-8-sig"), str(path))
    click.echo(diff, err=err, color=colour_of_output(), nl=bool(diff))
    if diff and not only_shown:
        replace(path, before, after)


def fixed(path: Path, raw: bytes) -> bytes:
    """What a guide's file holds once all that is certain is put right."""
    left: set[int] = set()
    _, meant = _looked_at(path, raw)
    for _ in range(_MAX_ROUNDS):
        tried = {number: line for number, line in meant.items() if number not in left}
        changed = _with_lines(raw, tried)
        faulty, next_meant = _looked_at(path, changed)
        spoilt = _spoilt(raw, changed, tried) | (faulty & tried.keys() - next_meant.keys())
        left |= spoilt
        if not spoilt:
            raw, meant = changed, next_meant
    return raw


def replace(path: Path, before: bytes, after: bytes) -> None:
    """Put a file's new bytes in place of the old ones in one step, its mode kept.

    Raises ClickException where that would change a file of another folder, or what somebody has just written.
    """
    file = path.resolve()
    if not file.is_relative_to(path.parent.resolve()):
        raise click.ClickException(f"{path} leads to a file of another folder: put that one right")
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}-", delete=False) as new:
        new.write(after)
    try:
        shutil.copymode(file, new.name)
        if file.read_bytes() != before:
            raise click.ClickException(f"{path} has changed meanwhile: try again")
        Path(new.name).replace(file)
    finally:
        Path(new.name).unlink(missing_ok=True)


def _with_lines(raw: bytes, meant: Mapping[int, str]) -> bytes:
    """The same bytes but for these lines, which keep the way in which they end."""
    lines = raw.removeprefix(BOM_UTF8).split(b"\n")
    for number, line in meant.items():
        lines[number - 1] = line.encode() + b"\r" * lines[number - 1].endswith(b"\r")
    return BOM_UTF8 * raw.startswith(BOM_UTF8) + b"\n".join(lines)


def _looked_at(path: Path, raw: bytes) -> tuple[set[int], dict[int, str]]:
    """The lines that have a fault, by number, and how those should read whose faults all have a remedy."""
    faults: list[Diagnostic] = []
    try:
        load(path, raw)
    except GuideError as error:
        # What reaches over several lines, as an entry that lacks something, is not the fault of the first.
        told = [fault for fault in error.report.diagnostics if fault.span.line == fault.span.end_line]
        faults = [fault for fault in told if error.report.place(fault.span)[0] == path]
    lines, meant = decode(raw)[0].split("\n"), {}
    on_lines = {line: list(here) for line, here in groupby(faults, lambda fault: fault.span.line)}
    for number, here in on_lines.items():
        line = lines[number - 1]
        # From right to left, as what is replaced moves what stands after it.
        for fault in reversed(here):
            line = line and _remedied(line, fault)
        if line:
            meant[number] = line
    return set(on_lines), meant | dict(_spaced(lines, {fault.words.kind for fault in faults}))


def _spoilt(before: bytes, after: bytes, meant: Mapping[int, str]) -> set[int]:
    """The changed lines that change what is read on others."""
    sources = [parse(decode(raw)[0], KEYS) for raw in (before, after)]
    if not all(isinstance(source.data, dict) for source in sources):
        return set(meant)
    was, now = (set(_elsewhere(source, source.data, source.place, meant)) for source in sources)
    return {max((own for own in meant if own <= line), default=0) for line, *_ in was ^ now}


def _elsewhere(
    source: Source, data: Any, place: Any, meant: Mapping[int, str], way: tuple[object, ...] = ()
) -> Iterator[tuple[int, object, tuple[object, ...]]]:
    """Every text on other lines than these, with its line and the keys on other lines that lead to it."""
    span = source.span(place)
    if isinstance(data, str) and meant.keys().isdisjoint(range(span.line, span.end_line + 1)):
        yield span.line, data, way
    for step, (name, there) in place[2].items() if isinstance(data, dict) else enumerate(place[2]):
        key = None if isinstance(step, str) and source.span(name).line in meant else step
        yield from _elsewhere(source, data[step], there, meant, (*way, key))


def _remedied(line: str, fault: Diagnostic) -> str:
    """The line without the fault; empty if its remedy is not certain."""
    said = fault.words.values + (fault.words.advice or fault.words).values
    values = {name: value for name, value in said if isinstance(value, str)}
    start, end = fault.span.column - 1, fault.span.end_column - 1
    remedy, advised = catalogue()[fault.words.kind].get("fix"), values.get("line", "")
    marked, word = line[start:end], ""
    typed = marked.strip("\"'{}")
    # A dash may be one too many, and other signs change no word.
    if remedy == "line" and values.get("sign") != "-" and _letters(advised) == _letters(line):
        return line[: indent_of(line)] + advised
    if remedy in ("word", "date") and typed in values.values():
        word = values.get("sure", "") if remedy == "word" else _iso(typed)
    return word and line[:start] + marked.replace(typed, word) + line[end:]


def _letters(line: str) -> str:
    return re.sub(r"\W", "", line)


def _iso(written: str) -> str:
    """A day or a month as ISO writes it; empty if it may be several."""
    found = set()
    for order, length in _ORDERS.items():
        with suppress(ValueError):
            day = datetime.strptime(re.sub(r"[ ./-]+", "/", written), order)
            found.add(f"{day:%Y-%m-%d}"[:length])
    return found.pop() if len(found) == 1 else ""


def _spaced(lines: list[str], kinds: set[str]) -> Iterator[tuple[int, str]]:
    """The lines at whose beginning plain spaces should stand in place of others, by number."""
    for guess in no_break(Error(lines, KEYS, "", 0, 0, 0)) if "no_break" in kinds else ():
        yield from ((number + 1, line) for number, line in guess.lines.items())
    mended = parse("\n".join(lines), KEYS).text.split("\n") if "tab" in kinds else ()
    for number, (line, meant) in enumerate(zip(lines, mended, strict=False), 1):
        if "\t" in line[: indent_of(line)] and line.split() == meant.split():
            yield number, meant[: indent_of(meant)] + line.lstrip()
