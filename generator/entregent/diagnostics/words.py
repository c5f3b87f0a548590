"""The sentences of `words.toml`, by kind of fault and language, and the language of the terminal."""

from __future__ import annotations

import locale
import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr")

# The order in which POSIX systems look for the language of messages:
# https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_MAX_VALUE = 100
_MAX_LINE = 600


@cache
def catalogue() -> Mapping[str, Any]:
    """Every kind, with its sentences."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def sentence(kind: str, part: str, language: str, values: Mapping[str, str]) -> str:
    """One sentence with its values filled in, long ones cut; `part` is `what` or `do`."""
    most = {"line": _MAX_LINE, "said": _MAX_LINE}
    cut = {name: _short(value, most.get(name, _MAX_VALUE)) for name, value in values.items()}
    return str(catalogue()[kind].get(part, {}).get(language, "")).format(**cut)


def language_of_terminal() -> str:
    """The language in which the person at the terminal is spoken to; English unless it is one of ours."""
    named = next(filter(None, map(os.environ.get, _VARIABLES)), None) or locale.getlocale()[0] or ""
    return next((language for language in LANGUAGES if named.lower().startswith(language)), LANGUAGES[0])


def _short(value: str, max_length: int) -> str:
    return value if len(value) <= max_length else f"{value[: max_length - 1]}…"
