"""How Entregent dresses the Material theme: its look, its privacy, a search of its own.

What is set here makes the difference between stock Material and a site without requests to other
hosts (fonts, repository facts) and with a light first page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, DictLoader
from markupsafe import escape

from entregent.guide.brand import Brand
from entregent.guide.interface import Voice
from entregent.locales import language_of
from entregent.locales.cldr import direction_of, known_locale
from entregent.pages.templates import words_of
from entregent.site import ASSETS, MARK

THEME = Path(__file__).parent / "theme"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
"""What a page may load and run: files of its own site, and pictures within its style sheets."""

_INDENTATION = re.compile(r"\n\s+")
_UNUSED = re.compile(r"assets/(javascripts/(lunr|workers)/|stylesheets/palette\.)")
_STOCK_FAVICON = "assets/images/favicon.png"
_FEATURES = ("navigation.tabs", "navigation.footer")
_SCHEMES = {"default": "to-dark", "slate": "to-light"}
"""The palettes, each with the word for the way to the other one."""


def words(voice: Voice) -> Mapping[str, str]:
    """The words of the theme's own templates, which escape nothing, as HTML."""
    return {key: escape(word) for key, word in words_of("theme", voice).items()}


def name_of(locale: str) -> str:
    """What a language calls itself; its code where Babel does not know it."""
    known = known_locale(locale)
    return ((known and known.get_language_name(known)) or locale).capitalize()


def is_unused(path: str) -> bool:
    """Whether a file of the theme's serves only what our pages leave out: its search, its palettes."""
    return bool(_UNUSED.match(path))


def with_language(loader: BaseLoader | None, locale: str) -> BaseLoader:
    """The theme's templates, with one for a language that it has no words in: English, under its own name."""
    language = language_of(locale)
    says = {"language": language, "direction": direction_of(locale)}
    own = {
        f"partials/languages/{language}.html": f"{{% macro t(key) %}}{{{{ {says}[key] }}}}{{% endmacro %}}"
    }
    return ChoiceLoader([*([loader] if loader else []), DictLoader(own)])


def configure_theme(config: Any, voice: Voice, brand: Brand, *, editable: bool) -> None:
    """Set theme, style sheet and extensions on an MkDocs configuration; the user's own templates win."""
    theme = config.theme
    theme.dirs.insert(1 if theme.custom_dir else 0, str(THEME / "templates"))
    theme["language"] = language_of(voice.locale)
    theme["font"] = False
    if brand.mark:
        theme["logo"] = MARK
    if brand.icon or theme["favicon"].endswith(_STOCK_FAVICON):
        theme["favicon"] = f"{ASSETS}/icon.svg"
    features = (*theme["features"], *_FEATURES, *["content.action.edit"] * editable)
    theme["features"] = list(dict.fromkeys(features))
    theme["palette"] = [
        {"scheme": scheme, "primary": "custom", "accent": "custom", "toggle": {"name": words(voice)[word]}}
        for scheme, word in _SCHEMES.items()
    ]
    config.extra.setdefault("generator", False)
    # Not a list of links, which Material's script would ask for sitemaps: our own switch has its own.
    config.extra["alternate"] = True
    config.extra_css.insert(0, f"{ASSETS}/entregent.css")
    # The site has a search of its own. Out of the list, the theme's is on no page; disabled, it indexes none.
    if search := config.plugins.pop("material/search", None):
        search.config.enabled = False
    if "attr_list" not in config.markdown_extensions:
        config.markdown_extensions.append("attr_list")


def without_indentation(html: str) -> str:
    """A page without the white space of Material's templates, unless it shows text as it was typed."""
    return html if "<pre" in html else _INDENTATION.sub("\n", html)
