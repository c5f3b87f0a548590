"""What differs from language to language, a TOML file each: typography and the words of the interface.

A file of a locale, such as `fr-CA.toml`, only says what is not as in its language. What neither has is as in
English, so that a new language may be written bit by bit. `cldr.toml` holds what is known of all languages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

FALLBACK = "en"
_FOLDER = Path(__file__).parent
_NO_WORDS = ("typography", "analysis")
"""Sections that hold what a language is like, and nothing that readers see."""


@cache
def section(name: str, locale: str) -> Mapping[str, Any]:
    """What a section holds for a locale: its own values, else its language's, else the English ones."""
    return {**_file(FALLBACK)[name], **own(name, locale)}


def own(name: str, locale: str) -> Mapping[str, Any]:
    """What a section holds for a locale or its language, and nothing English."""
    return {**_file(language_of(locale)).get(name, {}), **_file(locale).get(name, {})}


def interface() -> Mapping[str, Mapping[str, str]]:
    """The words that readers see, in English, by section and key."""
    return {name: words for name, words in _file(FALLBACK).items() if name not in _NO_WORDS}


def missing(locale: str) -> list[str]:
    """The words that readers in a locale see in English, each as `section.key`."""
    english = interface().items()
    return [f"{name}.{key}" for name, words in english for key in words if key not in own(name, locale)]


def unread(locale: str) -> bool:
    """Whether no native speaker has read the words that readers in a locale see."""
    return "unread" in _file(language_of(locale))


def quotes(locale: str) -> Sequence[str]:
    """The quotation marks of a locale: outer and inner ones, opening and closing."""
    known = {code: marks for marks, codes in _file("cldr")["quotes"].items() for code in codes.split()}
    found = (known.get(code) for code in (locale, language_of(locale), FALLBACK))
    return tuple(own("typography", locale).get("quotes") or next(filter(None, found)))


def in_french(key: str, choice: str) -> list[str]:
    """What a French-speaking author may write for a value of a closed list of rules.yaml."""
    label = own("shared", "fr").get(f"{key}-{choice}")
    return [*([label] if label else []), *own("choices", "fr").get(choice, ())]


def language_of(locale: str) -> str:
    """The language of a locale: `fr` for `fr-CA`."""
    return locale.split("-")[0]


@cache
def _file(code: str) -> Mapping[str, Any]:
    path = _FOLDER / f"{code}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
