"""Guesses about texts that YAML takes for something else: quotes, colons, signs, brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.diagnostics import words
from entregent.source.guess import Error, Guess, rewritten, stretch
from entregent.source.lines import quoted

_INDICATORS = tuple("*&!%@`{}[],|>-?")
_NOTE = re.compile(r"[ \t]#.*")
_QUOTES = ('"', "'")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_UNCLOSED_LIST = re.compile(r"\[[a-z0-9-]+(, *[a-z0-9-]+)*,?")
# A key and its text, with no colon between them or no space; an address of the web is nothing of the kind.
_KEY_AND_TEXT = re.compile(r"([a-z_]+)(?:(:)(?!//)| |$)(.*)")


def backslash(error: Error) -> Iterator[Guess]:
    """A backslash between double quotes with which no escape of YAML's begins."""
    if "escape" not in error.problem and "hexdecimal" not in error.problem:
        return
    for line in error.near(error.line):
        before, slash, after = line.text[: error.column + 1].rpartition("\\")
        if slash:
            rest = after + line.text[error.column + 1 :]
            yield rewritten("backslash", line, len(before), f"{before}\\\\{rest}")


def sign(error: Error) -> Iterator[Guess]:
    """A text that begins with a sign that means something to YAML, or a list of ids without its end."""
    for line in error.near(error.line, error.begun):
        if _UNCLOSED_LIST.fullmatch(line.value):
            yield rewritten("bracket_open", line, line.column, line.with_value(f"{line.value}]"))
        if line.value.startswith(_INDICATORS):
            meant = line.with_value(quoted(line.value))
            yield rewritten("sign_first", line, line.column, meant, sign=line.value[0])


def colon(error: Error) -> Iterator[Guess]:
    """A colon in a text without quotes."""
    for line in error.near(error.line):
        inside = line.column <= error.column < line.column + len(line.value)
        if line.key and inside and "mapping values" in error.problem:
            yield rewritten("colon", line, error.column, line.with_value(quoted(line.value)))


def key(error: Error) -> Iterator[Guess]:
    """A key without its colon, or without the space after it."""
    for line in error.near(*range(error.line, error.line - 4, -1), error.begun):
        parts = _KEY_AND_TEXT.fullmatch(line.value)
        if line.key or not parts:
            continue
        word, mark, text = parts.groups("")
        if mark or (word in error.keys if text else word == line.text.strip()):
            meant = line.with_value(f"{word}: {text}".rstrip())
            kind = "space_after_colon" if mark else "colon_missing"
            yield rewritten(kind, line, line.column, meant, len(word) + len(mark))


def continued(error: Error) -> Iterator[Guess]:
    """A colon in the second or a later line of a text without quotes."""
    for last in error.near(error.line):
        first = next((line for line in error.above(last) if line.key), None)
        if "mapping values" not in error.problem or last.key.isidentifier():
            return
        if first and first.value and not first.value.startswith(_QUOTES):
            opened = first.with_value(f'"{first.value}')
            closed = f'{last.text.rstrip()}"'
            span = stretch(last.number, error.column, 1)
            yield Guess(span, words("colon"), {first.number: opened, last.number: closed})


def note(error: Error) -> Iterator[Guess]:
    """A note within a text of several lines, which ends there for YAML."""
    for line in error.near(error.begun - 1, error.line - 1):
        if (found := _NOTE.search(line.value)) and not line.value.startswith(_QUOTES):
            said = words("hash", words("note_or_all_in_quotes"))
            span = stretch(line.number, line.column + found.start() + 1, len(found[0]) - 1)
            yield Guess(span, said, {line.number: line.with_value(line.value[: found.start()])})


def quote(error: Error) -> Iterator[Guess]:
    """A quote that closes too early, or never."""
    for line in error.near(*range(error.line, -1, -1)):
        if not line.value.startswith(_QUOTES):
            continue
        mark, closed = line.value[0], _QUOTED.match(line.value)
        if closed is None:
            meant = line.with_value(quoted(line.value[1:]))
            yield rewritten("quote_open", line, line.column, meant)
            *_, last = (line.number, *error.below(line, line.begins + 1))
            ending = {last: f"{error.lines[last].rstrip()}{mark}"}
            yield Guess(stretch(line.number, line.column, 1), words("quote_open_long", line=last + 1), ending)
        elif line.number == error.line and line.value[closed.end() :].strip():
            # Quotes around the whole text go, those around its first words are part of it.
            text = line.value[1:-1] if line.value.endswith(mark) else line.value
            kind = "apostrophe" if mark == "'" else "quote_inside"
            yield rewritten(kind, line, line.column + closed.end() - 1, line.with_value(quoted(text)))
