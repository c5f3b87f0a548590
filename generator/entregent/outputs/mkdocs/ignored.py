"""What mkdocs.yml may say and a guide says itself: told once a build, with where it is written instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from entregent.diagnostics import Words, words
from entregent.guide import Guide
from entregent.load import Loaded
from entregent.locales import language_of
from entregent.outputs.mkdocs.reading import warn_of_setting
from entregent.outputs.mkdocs.settings import in_file


class _Said(NamedTuple):
    """What a setting says, and what it is held against."""

    value: Any
    guides: Sequence[Guide]
    rules: str
    """The name of the file of the guide."""


def _is_no_title(said: _Said) -> bool:
    """MkDocs requires `site_name`: whoever writes there that it stands in the guide knows it."""
    return said.rules not in str(said.value) and said.value not in [guide.title for guide in said.guides]


def _unlike(own: Callable[[Guide], str]) -> Callable[[_Said], bool]:
    """Whether a setting says something else than any guide does, by what a guide says of it."""
    return lambda said: said.value not in map(own, said.guides)


SETTINGS: Mapping[str, tuple[str, Callable[[_Said], bool]]] = {
    "site_name": ("as_title", _is_no_title),
    "site_description": ("as_description", _unlike(lambda guide: guide.description)),
    # A guide without one leaves it to mkdocs.yml.
    "copyright": ("as_copyright", lambda said: any(guide.copyright for guide in said.guides)),
    "theme.logo": ("as_mark", lambda said: any(guide.brand.mark for guide in said.guides)),
    "theme.favicon": ("as_mark", lambda said: any(guide.brand.icon for guide in said.guides)),
    "theme.palette": ("as_accent", lambda _: True),
    "theme.font": ("as_style_sheet", lambda said: said.value is not False),
    "theme.language": ("as_locales", _unlike(lambda guide: language_of(guide.locale))),
    "extra.alternate": ("as_locales", lambda _: True),
}
"""The settings that are not used, each with the advice that says what is, and when its author has to know."""


def warn_of_settings(config: MkDocsConfig, loaded: Loaded) -> None:
    """Log the settings of a project that its guide does without, and what to write instead."""
    for said in _ignored(config, loaded.guides, loaded.path.name):
        warn_of_setting(config, said)


def _ignored(config: MkDocsConfig, guides: Mapping[str, Guide], rules: str) -> Iterator[Words]:
    for setting, (advice, matters) in SETTINGS.items():
        value = _at(in_file(config), setting)
        if value is not None and matters(_Said(value, list(guides.values()), rules)):
            yield words("ignored_setting", words(advice, rules=rules), setting=setting)
    # MkDocs empties the list of plugins in the file as it loads them; beside ours, none is there unasked.
    if "search" in config.plugins or "material/search" in config.plugins:
        yield words("ignored_setting", words("as_own_search", rules=rules), setting="plugins: search")


def _at(settings: Any, path: str) -> Any:
    for step in path.split("."):
        settings = settings.get(step) if isinstance(settings, Mapping) else None
    return settings
