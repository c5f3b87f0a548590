"""Data out of PyYAML's events, one frame of the call stack for each level of the author's file."""

from __future__ import annotations

import re
import sys
from typing import Any

import yaml
from yaml.events import (
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
from entregent.source.lines import in_quotes

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTE = re.compile(r"[ \t]+(?P<note>#(?P<space>[ \t]?).*)")
_DASH = re.compile(r"\n *(?P<item>- .*)")
_WORD = re.compile(r"[a-z0-9-]*")
_NOTHING = ("~", "null", "Null", "NULL")
# What libyaml 0.2.6 says of a text that nests more deeply than it reads, before any event of it.
_NESTS_TOO_DEEPLY = "exceeded maximum nesting depth"


class _TooMuchError(Exception):
    pass


def built(text: str) -> Source:
    """The data of a text, its places and its faults.

    Raises yaml.MarkedYAMLError where it is not valid YAML, or goes on after its end.
    """
    builder = _Builder(text)
    try:
        builder.build()
    except _TooMuchError:
        pass
    except yaml.MarkedYAMLError as error:
        if error.problem != _NESTS_TOO_DEEPLY or error.problem_mark is None:
            raise
        at = error.problem_mark.index
        builder.fault(at, at + 1, "too_deep", most=MAX_DEPTH)
    return builder.source


class _Builder:
    """Fills a `Source`."""

    def __init__(self, text: str) -> None:
        self.source = Source(text.split("\n"))
        self._text = text
        self._next: Any = _LOADER(text).get_event
        self._nodes = 0

    def build(self) -> None:
        """Read the text."""
        self._next()
        if type(self._next()) is DocumentStartEvent:
            self.source.data, self.source.place = self._node(self._next(), 0)
            self._next()
            following = self._next()
            if type(following) is DocumentStartEvent:
                mark: Any = following.start_mark
                raise yaml.MarkedYAMLError(problem="a second document", problem_mark=mark)

    def fault(self, start: int, end: int, kind: str, advice: Words | None = None, **values: object) -> None:
        """Note what is wrong between two offsets."""
        span = self.source.span(start, end)
        self.source.diagnostics.append(Diagnostic(span, words(kind, advice, **values)))
        if len(self.source.diagnostics) >= MAX_DIAGNOSTICS:
            raise _TooMuchError

    def _node(self, event: Any, depth: int) -> tuple[Data, Place]:
        start, end = event.start_mark.index, event.end_mark.index
        self._nodes += 1
        if depth > MAX_DEPTH or self._nodes > MAX_NODES:
            self._refuse_size(start, end, depth)
        if event.anchor or event.tag:
            self._refuse_sign(start, end)
        kind = type(event)
        if kind is ScalarEvent:
            self._check(event, start, end)
            return event.value, (start, end, ())
        if kind is MappingStartEvent:
            return self._mapping(start, end, depth + 1)
        if kind is SequenceStartEvent:
            return self._sequence(start, end, depth + 1)
        return "", (start, end, ())

    def _mapping(self, start: int, end: int, depth: int) -> tuple[Data, Place]:
        data: dict[str, Data] = {}
        places: dict[str, tuple[Place, Place]] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key, name = self._node(event, depth)
            value, place = self._node(self._next(), depth)
            if not isinstance(key, str):
                self._refuse_sign(*name[:2])
            elif key in data:
                line = self.source.span(*places[key][0][:2]).line
                self.fault(*name[:2], "duplicate_key", key=key, line=line)
            else:
                # Keys come again in each entry; one string for all is quickly compared and sent.
                key = sys.intern(key)
                data[key], places[key] = value, (name, place)
        sign = self._text[start]
        if sign == "?" or (sign == "{" and data and not any(data.values())):
            self._refuse_sign(start, end)
        return data, (start, end, places)

    def _sequence(self, start: int, end: int, depth: int) -> tuple[Data, Place]:
        data: list[Data] = []
        places: list[tuple[Place, Place]] = []
        while type(event := self._next()) is not SequenceEndEvent:
            item, place = self._node(event, depth)
            data.append(item)
            places.append((place, place))
        return data, (start, end, places)

    def _check(self, event: Any, start: int, end: int) -> None:
        value = event.value
        if event.style == '"':
            if "\\" in self._text[start:end] and UNPRINTABLE.search(value):
                self.fault(start, end, "escaped_control")
        elif not event.style:
            if value in _NOTHING:
                self.fault(start, end, "nothing", text=value)
            note = _NOTE.match(self._text, end)
            # After an id, or before a list, it is one.
            if note and not (note["space"] and _WORD.fullmatch(value)):
                self.fault(*note.span("note"), "hash" if value else "hash_first", self._in_quotes(start))
            if "- " in value:
                # An item too far to the right is read as part of the text above it.
                for line in _DASH.finditer(self._text, start, end):
                    self.fault(*line.span("item"), "dash_inside")

    def _refuse_size(self, start: int, end: int, depth: int) -> None:
        if depth > MAX_DEPTH:
            self.fault(start, end, "too_deep", most=MAX_DEPTH)
        else:
            self.fault(start, end, "too_many_nodes", most=MAX_NODES)
        raise _TooMuchError

    def _refuse_sign(self, start: int, end: int) -> None:
        """A text that begins with what means something to YAML, and to nobody else."""
        self.fault(start, end, "sign_first", self._in_quotes(start), sign=self._text[start])

    def _in_quotes(self, start: int) -> Words:
        """The advice to write the line on which something begins with its text in quotes."""
        return in_quotes(self.source.lines[self.source.span(start, start).line - 1])
