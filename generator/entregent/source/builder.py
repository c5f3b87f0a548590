"""Data out of PyYAML's events, one frame of the call stack for each level of the author's file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from entregent.decoding import FORBIDDEN
from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, Span, Words, words
from entregent.source.data import MAX_DEPTH, MAX_NODES, Data, Path, Source
from entregent.source.lines import in_quotes
from entregent.source.repairs import LOADER

_NEAR = 80
_MARKED = re.compile(r"\?\s*$")
_NOTE = re.compile(r"\s+(?P<note>#(?P<space>\s|$)?)")
_WORD = re.compile(r"[a-z0-9-]*")
_NOTHING = ("~", "null", "Null", "NULL")
# What libyaml 0.2.6 says of a text that nests more deeply than it reads, before any event of it.
_NESTS_TOO_DEEPLY = "exceeded maximum nesting depth"


class _TooMuchError(Exception):
    pass


class Builder:
    """Fills a `Source` from a text that is valid YAML."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._lines = source.lines
        self._events: Iterator[Event] = yaml.parse(text, Loader=LOADER)
        self._nodes = 0

    def build(self) -> None:
        """Reads the text; its faults are added to the source's diagnostics."""
        with suppress(_TooMuchError):
            try:
                for event in self._events:
                    if isinstance(event, DocumentStartEvent):
                        self._source.data = self._node(next(self._events), (), 0)
            except yaml.MarkedYAMLError as error:
                mark = error.problem_mark
                if mark is None or error.problem != _NESTS_TOO_DEEPLY:
                    raise
                place = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
                self._found(place, words("too_deep", most=MAX_DEPTH))

    def _node(self, event: Event, path: Path, depth: int) -> Data:
        self._nodes += 1
        if depth > MAX_DEPTH:
            self._fault(event, words("too_deep", most=MAX_DEPTH))
            raise _TooMuchError
        if self._nodes > MAX_NODES:
            self._fault(event, words("too_many_nodes", most=MAX_NODES))
            raise _TooMuchError
        if isinstance(event, AliasEvent):
            self._fault(event, words("sign_first", self._quote(event), sign="*"))
            return ""
        self._source.values[path] = _span(event)
        self._refuse_anchors(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, path, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path, depth)
        assert isinstance(event, ScalarEvent)
        self._source.texts.add(path)
        return self._text(event)

    def _text(self, event: ScalarEvent) -> str:
        value = str(event.value)
        if event.style == '"' and FORBIDDEN.search(value):
            self._fault(event, words("escaped_control"))
        elif not event.style:
            self._refuse_notes(event)
            self._refuse_dashes(event)
            if value in _NOTHING:
                self._fault(event, words("nothing", text=value))
        return value

    def _refuse_notes(self, event: ScalarEvent) -> None:
        """YAML takes what follows ` #` for a note, even in the middle of a text; after an id, it is one."""
        end = event.end_mark
        assert end is not None
        line = self._lines[end.line] if end.line < len(self._lines) else ""
        note = _NOTE.match(line, end.column)
        if note and not (note["space"] and _WORD.fullmatch(event.value)):
            span = Span(end.line + 1, note.start("note") + 1, end.line + 1, len(line.rstrip()) + 1)
            self._found(span, words("hash" if event.value else "hash_first", self._quote(event)))

    def _refuse_dashes(self, event: ScalarEvent) -> None:
        """An item too far to the right is read as part of the text above it."""
        assert event.start_mark is not None
        assert event.end_mark is not None
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
            line = self._lines[number]
            if line.lstrip().startswith("- "):
                column = len(line) - len(line.lstrip()) + 1
                span = Span(number + 1, column, number + 1, len(line.rstrip()) + 1)
                self._found(span, words("dash_inside"))

    def _mapping(self, event: MappingStartEvent, path: Path, depth: int) -> Data:
        data: dict[str, Data] = {}
        while not isinstance(following := next(self._events), MappingEndEvent):
            key = self._key(following, depth)
            here = (*path, key)
            if key in data:
                self._fault(following, words("duplicate_key", key=key, line=self._source.keys[here].line))
                self._discard(next(self._events), depth)
                continue
            self._source.keys[here] = _span(following)
            data[key] = self._node(next(self._events), here, depth + 1)
        if event.flow_style and data and not any(data.values()):
            self._fault(event, words("sign_first", self._quote(event), sign="{"))
        return data

    def _key(self, event: Event, depth: int) -> str:
        self._nodes += 1
        mark = event.start_mark
        if isinstance(event, ScalarEvent):
            self._refuse_anchors(event)
            if mark and _MARKED.search(self._lines[mark.line][max(0, mark.column - _NEAR) : mark.column]):
                self._fault(event, words("sign_first", self._quote(event), sign="?"))
            return str(event.value)
        sign = self._lines[mark.line][mark.column : mark.column + 1] if mark else ""
        self._fault(event, words("sign_first", self._quote(event), sign=sign))
        self._discard(event, depth)
        return ""

    def _discard(self, event: Event, depth: int) -> None:
        kept = self._source
        self._source = Source(lines=kept.lines)
        self._node(event, (), depth + 1)
        self._source = kept

    def _sequence(self, path: Path, depth: int) -> Data:
        data: list[Data] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            data.append(self._node(event, (*path, len(data)), depth + 1))
        return data

    def _refuse_anchors(self, event: Event) -> None:
        for attribute, sign in (("anchor", "&"), ("tag", "!")):
            if getattr(event, attribute, None):
                self._fault(event, words("sign_first", self._quote(event), sign=sign))

    def _quote(self, event: Event) -> Words:
        """The advice to write the line on which an event begins with its text in quotes."""
        assert event.start_mark is not None
        return in_quotes(self._lines[event.start_mark.line])

    def _fault(self, event: Event, said: Words) -> None:
        self._found(_span(event), said)

    def _found(self, span: Span, said: Words) -> None:
        self._source.diagnostics.append(Diagnostic(span, said))
        if len(self._source.diagnostics) >= MAX_DIAGNOSTICS:
            raise _TooMuchError


def _span(event: Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
