"""From the author's text to plain data, with the position of every value.

The only importer of yaml. It reads PyYAML's event stream and builds strings, lists and mappings
itself, so that a text stays the text that was typed (`no`, `12:30` and `01000` included) and nothing
in the file can call, alias or nest its way to harm. Measured on PyYAML 6.0.3: its loaders turn `no`
into False and let small files explode through aliases and merge keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

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
    StreamEndEvent,
)

from entregent.diagnostics import Diagnostic, Span

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Path: TypeAlias = tuple[str | int, ...]

MAX_DEPTH = 32

_Loader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_START = Span()

# What PyYAML says, what an author needs to hear, and what to write instead.
_SYNTAX = (
    (
        "while scanning an alias",
        "a text cannot begin with * unless it is in quotes",
        'write the text between double quotes: "*like this*"',
    ),
    (
        "while scanning an anchor",
        "a text cannot begin with & unless it is in quotes",
        'write the text between double quotes: "& like this"',
    ),
    (
        "mapping values are not allowed",
        "a text that holds a colon followed by a space has to be put in quotes",
        'write the text between double quotes: "Like this: with its colon"',
    ),
    (
        "cannot start any token",
        "a text cannot begin with this character unless it is in quotes",
        'write the text between double quotes: "..."',
    ),
    (
        "found unexpected end of stream",
        "a quote is opened and never closed",
        "add the missing quote at the end of the text",
    ),
    (
        "did not find expected ',' or",
        "a text that begins with { or [ has to be put in quotes",
        'write the text between double quotes: "{like this}"',
    ),
    (
        "did not find expected",
        "this line does not line up with the lines above it, or a quote or bracket above is not closed",
        "give the line as many spaces at its start as the lines of the same list or entry",
    ),
)

# Faults of which PyYAML tells the end, and the author needs the beginning.
_BEGUN_EARLIER = ("unexpected end of stream", "scanning an alias", "scanning an anchor")


@dataclass(slots=True)
class Source:
    """Plain data and where each part of it stands; paths are tuples of keys and list positions."""

    data: Data = ""
    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    texts: set[Path] = field(default_factory=set)
    """The paths at which a text stands, and nothing below."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def locate(self, path: Path) -> Span:
        """The span of the value at `path`, or of the nearest thing around it that has one."""
        for end in range(len(path), -1, -1):
            here = path[:end]
            if here in self.values and (end == len(path) or here in self.texts):
                return self.values[here]
            if here in self.keys:
                return self.keys[here]
            if here in self.values and end:
                return self.values[here]
        return _START

    def locate_key(self, path: Path) -> Span:
        """The span of the key that names the value at `path`."""
        return self.keys.get(path) or self.locate(path)


def parse(text: str) -> Source:
    """Data and positions of a YAML text; what is wrong with it stands in `diagnostics`."""
    source = Source()
    try:
        _Builder(source, text).build()
    except yaml.MarkedYAMLError as error:
        source.diagnostics.append(_syntax_fault(error))
    return source


class _TooDeepError(Exception):
    pass


class _Builder:
    """Builds data out of events, one frame of the call stack for each level of the author's file."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._events: Iterator[Event] = yaml.parse(text, Loader=_Loader)

    def build(self) -> None:
        documents = 0
        for event in self._events:
            if isinstance(event, StreamEndEvent):
                break
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault(event, "a second document starts here", "delete the line of three dashes")
                    return
                try:
                    self._source.data = self._node(next(self._events), (), 0)
                except _TooDeepError:
                    return

    def _node(self, event: Event, path: Path, depth: int) -> Data:
        if depth > MAX_DEPTH:
            self._fault(event, f"more than {MAX_DEPTH} levels inside one another", "make the entry flatter")
            raise _TooDeepError
        if isinstance(event, AliasEvent):
            self._fault(event, "a text cannot begin with * unless it is in quotes", 'write it as "*..."')
            return ""
        span = _span(event)
        self._source.values[path] = span
        self._refuse_anchors(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(path, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path, depth)
        assert isinstance(event, ScalarEvent)
        self._source.texts.add(path)
        return str(event.value)

    def _mapping(self, path: Path, depth: int) -> Data:
        data: dict[str, Data] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, depth)
            here = (*path, key)
            if key in data:
                first = self._source.keys[here].line
                self._fault(event, f"`{key}` is already given on line {first}", "keep one of the two")
                self._discard(next(self._events), depth)
                continue
            self._source.keys[here] = _span(event)
            data[key] = self._node(next(self._events), here, depth + 1)
        return data

    def _key(self, event: Event, depth: int) -> str:
        if isinstance(event, ScalarEvent):
            self._refuse_anchors(event)
            return str(event.value)
        self._fault(event, "a text that begins with { or [ has to be put in quotes", 'write it as "{...}"')
        self._discard(event, depth)
        return ""

    def _discard(self, event: Event, depth: int) -> None:
        kept = self._source
        self._source = Source()
        self._node(event, (), depth + 1)
        self._source = kept

    def _sequence(self, path: Path, depth: int) -> Data:
        data: list[Data] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            data.append(self._node(event, (*path, len(data)), depth + 1))
        return data

    def _refuse_anchors(self, event: Event) -> None:
        if getattr(event, "anchor", None):
            self._fault(event, "a text cannot begin with & unless it is in quotes", 'write it as "&..."')
        if getattr(event, "tag", None):
            self._fault(event, "a text cannot begin with ! unless it is in quotes", 'write it as "!..."')

    def _fault(self, event: Event, message: str, advice: str) -> None:
        self._source.diagnostics.append(Diagnostic(_span(event), message, advice))


def _span(event: Event) -> Span:
    start, end = event.start_mark, event.end_mark
    assert start is not None
    assert end is not None
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _syntax_fault(error: yaml.MarkedYAMLError) -> Diagnostic:
    problem = f"{error.context}: {error.problem}"
    begun = any(words in problem for words in _BEGUN_EARLIER)
    mark = (error.context_mark if begun else error.problem_mark) or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    span = Span(line, column, line, column + 1)
    for said, message, advice in _SYNTAX:
        if said in problem:
            return Diagnostic(span, message, advice)
    return Diagnostic(
        span, f"this is not valid YAML: {error.problem}", "look at the quotes and the spaces of this line"
    )
