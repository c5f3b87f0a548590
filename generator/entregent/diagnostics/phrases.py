"""What code, libraries and the system say in English, in the language of the terminal; see `phrases.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from entregent.diagnostics.words import language_of_terminal

_TIME = r"(?:\[[\d:]+\] )?"


def spoken(english: str) -> str:
    """A sentence whose values, in braces, are filled in later; in English if it is not translated."""
    return english if language_of_terminal() == "en" else phrases()["said"].get(english, english)


def heard(message: str) -> str:
    """A sentence with its values, as somebody else has made it; as it is where no translation fits."""
    for pattern, french in () if language_of_terminal() == "en" else _patterns():
        if found := pattern.fullmatch(message):
            return french.format(**{name: spoken(value) for name, value in found.groupdict().items()})
    return message


@cache
def phrases() -> Mapping[str, Mapping[str, str]]:
    """The French sentences by their English ones, `said` and `heard`."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """What is heard, perhaps after the time, with a group for each value."""
    return [
        (re.compile(_TIME + re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(english)), re.DOTALL), french)
        for english, french in phrases()["heard"].items()
    ]
