"""The templates of features and components, and the words that they print, in one locale.

Templates are Jinja with autoescape on, and what they print has the typography of its locale (see `prose`).
Words of the interface stand in `locales/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
)
from markupsafe import Markup

from entregent import locales
from entregent.guide.interface import Voice
from entregent.pages import dates
from entregent.text.foreign import Foreign, like, locale_of
from entregent.text.prose import prose_for, prose_of

PACKAGE = Path(__file__).parents[1]
COMPONENTS = PACKAGE / "pages" / "components"
FEATURES = PACKAGE / "features"
_LINK_TAG = re.compile(r"</?a\b[^>]*>")


@cache
def words_of(section: str, voice: Voice) -> Mapping[str, str]:
    """The words of a section and those that all share, with the typography of the locale.

    The guide's own words go before those of `locales/`; English ones on pages in another language know it.
    """
    words: dict[str, str] = {}
    for name in ("shared", section):
        words |= {key: Foreign(word, locales.FALLBACK) for key, word in locales.interface()[name].items()}
        words |= locales.own(name, voice.locale)
        words |= {key: word for own, key, word in voice.own if own == name}
    return {
        key: like(word, prose_for(word, voice.locale).typography.set(word)) for key, word in words.items()
    }


@cache
def template_of(path: str, voice: Voice) -> Template:
    """A template such as `rules/list.html.jinja`, in which `t` holds the words of its feature."""
    words = SimpleNamespace(**words_of(path.split("/")[0], voice))
    return _environment(voice.locale).get_template(path, globals={"t": words})


def compiled_templates() -> BytecodeCache | None:
    """Where compiled templates are kept from build to build: a folder of the user's own, outside the project.

    Compiling Material's templates is a third of a small build. None where no such folder can be had.
    """
    try:
        return FileSystemBytecodeCache(pattern=f"entregent-{version('entregent')}-%s.cache")
    except (OSError, RuntimeError):
        return None


def _anchors(identifiers: Iterable[str], prefix: str = "") -> Markup:
    """Places that addresses with former ids lead to, beside the place that now has another id."""
    return Markup("").join(Markup('<span id="{}{}"></span>').format(prefix, old) for old in identifiers)


@cache
def _environment(locale: str) -> Environment:
    prose = prose_of(locale)
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
    environment.filters |= {
        "inline": prose.inline,
        "lang": prose.lang,
        "shown": prose.finalize,
        "typeset": prose.typeset,
        "paragraphs": prose.paragraphs,
        "to_send": prose.to_send,
        "month": lambda month, among="": dates.month(month, locale_of(among, locale)),
        "day": lambda day, among="": dates.day(day, locale_of(among, locale)),
        "anchors": _anchors,
        # For what stands in a link already.
        "unlinked": lambda html: Markup(_LINK_TAG.sub("", html)),  # noqa: S704  (only tags are taken away)
    }
    return environment
