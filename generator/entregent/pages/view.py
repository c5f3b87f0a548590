"""How a feature turns entries into a page: its templates and its words, in one locale.

Templates are Jinja with autoescape on, and what they print has the typography of its locale (see `prose`).
Words of the interface stand in `locales/`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from babel import Locale
from babel.dates import format_date
from babel.localedata import locale_identifiers
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from entregent import locales
from entregent.pages.page import UNPUBLISHED, Publication, relative
from entregent.text.prose import Prose, Run

PACKAGE = Path(__file__).parents[1]
COMPONENTS = PACKAGE / "pages" / "components"
FEATURES = PACKAGE / "features"

_DATES = {"en": "en_GB"}
"""English without a country is spelt the British way here, and so are its dates."""


class Card(NamedTuple):
    """The way into a feature: the page it begins with, and the words for it."""

    page: str
    title: str
    more: str


class View:
    """The templates and words of one feature, in one locale."""

    def __init__(
        self,
        feature: str,
        locale: str,
        publication: Publication = UNPUBLISHED,
        cards: Sequence[Card] = (),
    ) -> None:
        self.words = {**words_of("shared", locale), **words_of(feature, locale)}
        self.locale = locale
        self.publication = publication
        self.cards = cards
        """The ways into the features that the guide has something for."""
        self.folder = FEATURES / feature
        self._feature = feature
        self._namespace = SimpleNamespace(**self.words)

    def render(self, template: str, page: str, **context: Any) -> str:
        """The HTML of one of the feature's templates, for the page at a path.

        In the template `t` holds the feature's words, `to(path, anchor)` is the address of another page, and
        `to_file(path)` that of a file of the site.
        """
        own = self.publication.address(page)

        def to(target: str, anchor: str = "") -> str:
            address = relative(self.publication.address(target), own)
            return f"{address}#{anchor}" if anchor else address

        def to_file(target: str) -> str:
            return relative(target, own)

        found = _environment(self.locale).get_template(f"{self._feature}/{template}")
        return found.render(context, t=self._namespace, to=to, to_file=to_file, publication=self.publication)

    def typeset(self, text: str) -> str:
        """Plain text with the locale's typography, for titles and descriptions."""
        return _prose(self.locale).typography.set(text)

    def plain(self, text: str) -> str:
        """A text with its typography and without its inline Markdown."""
        return "".join(run.text for run in self.runs(text)).strip()

    def runs(self, text: str) -> list[Run]:
        """A text with its inline Markdown as runs, for outputs that are not HTML."""
        return _prose(self.locale).runs(text)

    def month(self, written: str) -> str:
        """A month of the guide's file, such as 2026-11, in words."""
        return self._dated(date.fromisoformat(f"{written}-01"), "MMMM y")

    def day(self, day: date) -> str:
        """A day in words, the first of a French month as an ordinal."""
        words = self._dated(day, "long")
        return f"1er{words[1:]}" if self.locale.startswith("fr") and words.startswith("1 ") else words

    def _dated(self, day: date, form: str) -> str:
        locale = known_locale(_DATES.get(self.locale, self.locale)) or _DATES[locales.FALLBACK]
        return str(format_date(day, form, locale=locale))


def known_locale(locale: str) -> Locale | None:
    """What Babel knows of a locale, or of its language; None where it knows neither."""
    code = locale.replace("-", "_")
    return Locale.negotiate([code, code.split("_")[0]], locale_identifiers())


@cache
def words_of(section: str, locale: str) -> Mapping[str, str]:
    """The words of a section of `locales/`, with the typography of the locale."""
    typography = _prose(locale).typography
    return {key: typography.set(word) for key, word in locales.section(section, locale).items()}


def compiled_templates() -> BytecodeCache | None:
    """Where compiled templates are kept from build to build: a folder of the user's own, outside the project.

    Compiling Material's templates is a third of a small build. None where no such folder can be had.
    """
    try:
        return FileSystemBytecodeCache(pattern=f"entregent-{version('entregent')}-%s.cache")
    except (OSError, RuntimeError):
        return None


@cache
def _prose(locale: str) -> Prose:
    return Prose(locale)


@cache
def _environment(locale: str) -> Environment:
    prose = _prose(locale)
    environment = Environment(
        loader=FileSystemLoader([FEATURES, COMPONENTS]),
        autoescape=True,
        finalize=prose.finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled_templates(),
    )
    environment.globals["locale"] = locale
    environment.filters |= {"inline": prose.inline, "paragraphs": prose.paragraphs, "to_send": prose.to_send}
    return environment
