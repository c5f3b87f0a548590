"""How a feature turns entries into a page: its templates and its words, in one locale.

Templates are Jinja with autoescape on, and whatever they print is made inert on its way out (see
`prose`). Words of the interface stand in each folder's `strings.yaml`, one line per locale.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.localedata import locale_identifiers
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from entregent.prose import Prose, Run
from entregent.source import parse

PACKAGE = Path(__file__).parent
COMPONENTS = PACKAGE / "components"
FEATURES = PACKAGE / "features"

_FALLBACK = "en"
_DATES = {"en": "en_GB"}
"""English without a country is spelt the British way here, and so are its dates."""


@dataclass(frozen=True, slots=True)
class Publication:
    """How the guide is published: what its pages and documents may count on."""

    address: str = ""
    """Public address of the site in this locale, ending in a slash; empty where it is not known."""
    documents: frozenset[str] = frozenset()
    """Paths of the documents that stand beside the pages as PDFs, such as `checklist/some-id.pdf`."""
    downloads: tuple[tuple[str, str], ...] = ()
    """Files that the messages page offers: what each is, and its name beside that page."""
    directory_urls: bool = False
    """Whether a page's address is a folder, and not a file that ends in .html."""
    apart: bool = False
    """Whether documents leave the site, so that only a public address can lead back to it."""

    def url(self, page: str, start: str) -> str:
        """Address of a page such as `rules/some-id.md` for a document in the folder `start`, or nothing."""
        if self.apart and not self.address:
            return ""
        stem = page.removesuffix(".md")
        if self.directory_urls:
            plain = "" if stem == "index" else stem.removesuffix("/index") + "/"
        else:
            plain = f"{stem}.html"
        if self.address:
            return f"{self.address}{plain}"
        return posixpath.relpath(plain or ".", start) + ("/" if self.directory_urls else "")


UNPUBLISHED = Publication()
"""Nothing is known of how the guide is published."""


class View:
    """The templates and words of one feature, in one locale.

    Raises OSError where the feature's folder has no `strings.yaml`.
    """

    def __init__(self, feature: str, locale: str, publication: Publication = UNPUBLISHED) -> None:
        self.words = {**words_of(COMPONENTS, locale), **words_of(FEATURES / feature, locale)}
        self.locale = locale
        self.publication = publication
        self.folder = FEATURES / feature
        self._feature = feature

    def render(self, template: str, **context: Any) -> str:
        """The Markdown of one of the feature's templates; `t` in it holds the feature's words."""
        found = _environment(self.locale).get_template(f"{self._feature}/{template}")
        return _tidy(found.render(context, t=SimpleNamespace(**self.words), publication=self.publication))

    def printed(self, text: str) -> str:
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
        locale = known_locale(_DATES.get(self.locale, self.locale)) or _DATES[_FALLBACK]
        return str(format_date(day, form, locale=locale))


def known_locale(locale: str) -> Locale | None:
    """What Babel knows of a locale, or of its language; None where it knows neither."""
    code = locale.replace("-", "_")
    return Locale.negotiate([code, code.split("_")[0]], locale_identifiers())


@cache
def words_of(folder: Path, locale: str) -> Mapping[str, str]:
    """The words of a folder's `strings.yaml` in a locale, in its language, or else in English."""
    data = parse((folder / "strings.yaml").read_text("utf-8")).data
    assert isinstance(data, dict)
    words: dict[str, str] = {}
    for key, translations in data.items():
        assert isinstance(translations, dict)
        chosen = translations.get(locale) or translations.get(locale.split("-")[0]) or translations[_FALLBACK]
        words[key] = _prose(locale).typography.set(str(chosen))
    return words


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


def _tidy(rendered: str) -> str:
    """Blocks of HTML without blank lines, as every Markdown engine takes them, and headings set apart.

    A line that begins with # is always a template's own heading: in a text that sign is an entity.
    """
    lines = (line.strip() for line in rendered.splitlines())
    apart = (f"\n{line}\n" if line.startswith("#") else line for line in lines if line)
    return "\n".join(apart).strip() + "\n"
