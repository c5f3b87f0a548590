"""Data out of PyYAML's events, one frame of the call stack for each level of the author's file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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

from entregent.diagnostics import MAX_DIAGNOSTICS, Diagnostic, Span, Words, words
from entregent.source.data import MAX_DEPTH, MAX_NODES, Data, Path, Source
from entregent.source.decoding import FORBIDDEN
from entregent.source.guess import stretch
from entregent.source.lines import in_quotes, indent_of
from entregent.source.repairs import LOADER

_NEAR = 80
_QUESTION = re.compile(r"\?\s*$")
_NOTE = re.compile(r"\s+(?P<note>#(?P<space>\s|$)?)")
_WORD = re.compile(r"[a-z0-9-]*")
_NOTHING = ("~", "null", "Null", "NULL")
# What libyaml 0.2.6 says of a text that nests more deeply than it reads, before any event of it.
_NESTS_TOO_DEEPLY = "exceeded maximum nesting depth"


class _TooMuchError(Exception):
    pass


def built(text: str, diagnostics: Iterable[Diagnostic]) -> Source:
    """The data of a text that is valid YAML; its faults follow those that are known already."""
    source = Source(lines=text.split("\n"), diagnostics=list(diagnostics))
    _Builder(source, text).build()
    return source


class _Builder:
    """Fills a `Source`."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._lines = source.lines
        self._events: Iterator[Event] = yaml.parse(text, Loader=LOADER)
        self._nodes = 0

    def build(self) -> None:
        """Reads the text; its faults are added to the source's diagnostics."""
        try:
            for event in self._events:
                if isinstance(event, DocumentStartEvent):
                    self._source.data = self._node(next(self._events), (), 0)
        except _TooMuchError:
            pass
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            if mark is None or error.problem != _NESTS_TOO_DEEPLY:
                raise
            place = stretch(mark.line, mark.column, 1)
            self._source.diagnostics.append(Diagnostic(place, words("too_deep", most=MAX_DEPTH)))

    def _node(self, event: Event, path: Path, depth: int) -> Data:
        self._nodes += 1
        span = _span(event)
        if depth > MAX_DEPTH:
            self._fault(span, "too_deep", most=MAX_DEPTH)
            raise _TooMuchError
        if self._nodes > MAX_NODES:
            self._fault(span, "too_many_nodes", most=MAX_NODES)
            raise _TooMuchError
        if isinstance(event, AliasEvent):
            self._refuse_sign(span, "*")
            return ""
        self._source.values[path] = span
        self._refuse_anchors(event, span)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, path, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path, depth)
        assert isinstance(event, ScalarEvent)
        self._source.texts.add(path)
        return self._text(event, span)

    def _text(self, event: ScalarEvent, span: Span) -> str:
        value = str(event.value)
        if event.style == '"' and FORBIDDEN.search(value):
            self._fault(span, "escaped_control")
        elif not event.style:
            self._refuse_notes(value, span)
            self._refuse_dashes(span)
            if value in _NOTHING:
                self._fault(span, "nothing", text=value)
        return value

    def _refuse_notes(self, value: str, span: Span) -> None:
        """YAML takes what follows ` #` for a note, even in the middle of a text; after an id, it is one."""
        line = self._lines[span.end_line - 1] if span.end_line <= len(self._lines) else ""
        note = _NOTE.match(line, span.end_column - 1)
        if note and not (note["space"] and _WORD.fullmatch(value)):
            begins = note.start("note")
            place = stretch(span.end_line - 1, begins, len(line.rstrip()) - begins)
            self._fault(place, "hash" if value else "hash_first", self._quote(span))

    def _refuse_dashes(self, span: Span) -> None:
        """An item too far to the right is read as part of the text above it."""
        for number in range(span.line, span.end_line):
            line = self._lines[number]
            if line.lstrip().startswith("- "):
                self._fault(stretch(number, indent_of(line), len(line.strip())), "dash_inside")

    def _mapping(self, event: MappingStartEvent, path: Path, depth: int) -> Data:
        data: dict[str, Data] = {}
        while not isinstance(following := next(self._events), MappingEndEvent):
            span = _span(following)
            key = self._key(following, span, depth)
            here = (*path, key)
            if key in data:
                self._fault(span, "duplicate_key", key=key, line=self._source.keys[here].line)
                self._discard(next(self._events), depth)
                continue
            self._source.keys[here] = span
            data[key] = self._node(next(self._events), here, depth + 1)
        if event.flow_style and data and not any(data.values()):
            self._refuse_sign(_span(event), "{")
        return data

    def _key(self, event: Event, span: Span, depth: int) -> str:
        self._nodes += 1
        line, column = self._lines[span.line - 1], span.column - 1
        if isinstance(event, ScalarEvent):
            self._refuse_anchors(event, span)
            if _QUESTION.search(line[max(0, column - _NEAR) : column]):
                self._refuse_sign(span, "?")
            return str(event.value)
        self._refuse_sign(span, line[column : column + 1])
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

    def _refuse_anchors(self, event: Event, span: Span) -> None:
        for attribute, sign in (("anchor", "&"), ("tag", "!")):
            if getattr(event, attribute, None):
                self._refuse_sign(span, sign)

    def _refuse_sign(self, span: Span, sign: str) -> None:
        """A text that begins with what means something to YAML, and to nobody else."""
        self._fault(span, "sign_first", self._quote(span), sign=sign)

    def _quote(self, span: Span) -> Words:
        """The advice to write the line on which something begins with its text in quotes."""
        return in_quotes(self._lines[span.line - 1])

    def _fault(self, span: Span, kind: str, advice: Words | None = None, **values: object) -> None:
        self._source.diagnostics.append(Diagnostic(span, words(kind, advice, **values)))
        if len(self._source.diagnostics) >= MAX_DIAGNOSTICS:
            raise _TooMuchError


def _span(event: Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
