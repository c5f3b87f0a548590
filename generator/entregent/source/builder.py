"""Data out of PyYAML's events, one frame of the call stack for each level of the author's file."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, Words, words
from entregent.diagnostics.report import UNPRINTABLE
from entregent.source.data import MAX_DEPTH, MAX_NODES, Data, Place, Source
from entregent.source.lines import NO_BREAK, in_quotes

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTE = re.compile(r"[ \t]+(?P<note>#(?P<space>[ \t]?).*)")
_DASH = re.compile(r"(?:^|\n\s*)(?P<item>-(?P<space>\s).*)")
_WORD = re.compile(r"[\w-]*")
_NOTHING = ("~", "null", "Null", "NULL")
_TEXTS = (ScalarEvent, AliasEvent)
_TOO_MUCH = ("too_deep", "too_many_nodes")


class _TooMuchError(Exception):
    pass


def built(text: str) -> Source:
    """The data of a text, its places and its faults.

    Raises yaml.MarkedYAMLError where it is not valid YAML, or goes on after its end.
    """
    builder = _Builder(text)
    with suppress(_TooMuchError):
        builder.build()
    return builder.source


class _Builder:
    """Fills a `Source`."""

    def __init__(self, text: str) -> None:
        self.source = Source(text)
        self._text = text
        self._next: Any = _LOADER(text).get_event
        self._no_break: list[tuple[int, ...]] = []

    def build(self) -> None:
        """Read the text."""
        while event := self._next():
            if isinstance(event, DocumentStartEvent):
                if self.source.nodes:
                    raise yaml.MarkedYAMLError(None, None, "a second document", event.start_mark)  # type: ignore[arg-type]
                self.source.data, self.source.place = self._node(self._next(), 0)
        if self._no_break:
            self._fault(self._no_break[0], "no_break", count=len(self._no_break))

    def _node(self, event: Any, depth: int) -> tuple[Data, Place]:
        place = (event.start_mark.index, event.end_mark.index, ())
        self.source.nodes += 1
        if depth > MAX_DEPTH:
            self._fault(place, "too_deep", most=MAX_DEPTH)
        if self.source.nodes > MAX_NODES:
            self._fault(place, "too_many_nodes", most=MAX_NODES)
        kind = type(event)
        if event.anchor:
            advice = self._in_quotes(place, "in_full_or_quotes") if kind in _TEXTS else None
            self._fault(place, "anchor", advice, name=self._text[place[0]] + event.anchor)
        elif event.tag:
            self._refuse_sign(place)
        if kind is ScalarEvent:
            self._check(event, place)
            return event.value, place
        if kind is MappingStartEvent:
            return self._mapping(place, depth + 1)
        if kind is SequenceStartEvent:
            return self._sequence(place, depth + 1)
        return "", place

    def _mapping(self, place: Place, depth: int) -> tuple[Data, Place]:
        data: dict[str, Data] = {}
        below: dict[str, tuple[Place, Place]] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key, name = self._node(event, depth)
            value, there = self._node(self._next(), depth)
            if self._text[max(0, name[0] - 2) : name[0]] == "? ":
                self._fault(name, "sign_first", self._in_quotes(name), sign="?")
            if not isinstance(key, str):
                self._refuse_sign(name)
                continue
            if NO_BREAK.search(key):
                self._no_break.append(name[:2])
                key = NO_BREAK.sub(" ", key).strip()
            if key in data:
                line = self.source.span(below[key][0]).line
                self._fault(name, "duplicate_key", key=key, line=line)
            else:
                # Keys come again in each entry; one string for all is quickly compared and sent.
                key = sys.intern(key)
                data[key], below[key] = value, (name, there)
        if self._text[place[0]] == "{" and data and not any(data.values()):
            self._refuse_sign(place)
        return data, (place[0], place[1], below)

    def _sequence(self, place: Place, depth: int) -> tuple[Data, Place]:
        items: list[tuple[Data, Place]] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event, depth))
        return [data for data, _ in items], (place[0], place[1], [(there, there) for _, there in items])

    def _check(self, event: Any, place: Place) -> None:
        """What YAML takes for something else in a text without quotes, or makes of a backslash."""
        value, (start, end, _) = event.value, place
        if event.style == '"' and "\\" in self._text[start:end] and UNPRINTABLE.search(value):
            self._fault(place, "escaped_control")
        if event.style:
            return
        if value in _NOTHING:
            self._fault(place, "nothing", text=value)
        note = _NOTE.match(self._text, end)
        # After an id, or what was meant for one, or before a list, it is one.
        if note and not (note["space"] and _WORD.fullmatch(value) and value == value.lower()):
            advice = self._in_quotes(place, "note_or_quotes" if value else "write_line")
            self._fault(note.span("note"), "hash" if value else "hash_first", advice)
        # An item too far to the right, or after another space, is read as part of the text above it.
        for line in _DASH.finditer(self._text[start:end]) if "-" in value else ():
            item = (start + line.start("item"), start + line.end("item"))
            if NO_BREAK.match(line["space"]):
                self._no_break.append(item)
            else:
                self._fault(item, "dash_inside")

    def _refuse_sign(self, place: Place) -> None:
        """A text that begins with what means something to YAML, and to nobody else."""
        self._fault(place, "sign_first", self._in_quotes(place), sign=self._text[place[0]])

    def _in_quotes(self, place: Place, advice: str = "write_line") -> Words:
        """The advice to write the line on which something begins with its text in quotes."""
        return in_quotes(self.source.line(self.source.span(place)), advice=advice)

    def _fault(
        self, place: tuple[Any, ...], kind: str, advice: Words | None = None, **values: object
    ) -> None:
        found = self.source.diagnostics
        found.append(Diagnostic(self.source.span(place), words(kind, advice, **values)))
        if kind in _TOO_MUCH or len(found) >= MAX_DIAGNOSTICS:
            raise _TooMuchError
