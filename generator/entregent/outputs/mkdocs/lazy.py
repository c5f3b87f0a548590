"""The site of one locale, each file of which is made when somebody asks for it.

What a build reads is read at once, which is quick; nothing is rendered before it is asked for, which is not.
The functions that make a file are those of MkDocs' own build, with the same input, so that it has the same
bytes. They are not public, but MkDocs 1.6 is no longer developed, and tests compare the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from mkdocs.commands.build import _build_extra_template, _build_page, _build_theme_template, _populate_page
from mkdocs.exceptions import PluginError
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from entregent.diagnostics import words
from entregent.diagnostics.words import language_of_terminal
from entregent.outputs.mkdocs.building import configured
from entregent.outputs.mkdocs.builds import Job
from entregent.outputs.mkdocs.plugin import EntregentPlugin
from entregent.outputs.mkdocs.ready import ReadyPage
from entregent.outputs.mkdocs.settings import NAME, has_other_plugins, own_plugin

_NAMES: dict[tuple[str, ...], list[str]] = {}
"""The files of a theme, by its folders: Material has ten thousand, among which MkDocs looks for forty."""


class LazySite:
    """What a build of one locale would write into the folder of its job, none of it written yet.

    Raises what a build would raise.
    """

    def __init__(self, job: Job) -> None:
        config = configured(job.config_file, {**job.options, "site_dir": str(job.target)})
        if has_other_plugins(config):
            raise PluginError(words("other_plugins").message(language_of_terminal()))
        # MkDocs has one plugin for all readings of the settings; each locale needs one of its own.
        plugin = EntregentPlugin()
        plugin.config = own_plugin(config).config
        plugin.take(job)
        config.plugins = plugins = PluginCollection()
        plugins[NAME] = plugin
        self._config = config = plugins.on_config(config)
        files = get_files(config)
        env = config.theme.get_env()
        if not config.theme.custom_dir:
            dirs, listed = tuple(config.theme.dirs), env.list_templates
            env.list_templates = partial(_names_in_theme, dirs, listed)  # type: ignore[method-assign]
        files.add_files_from_theme(env, config)
        self._files = files = plugins.on_files(files, config=config)
        set_exclusions(files, config)
        self._nav = get_navigation(files, config)
        self._documents = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        pages = [file.page or Page(None, file, config) for file in self._documents]
        # The pages that somebody wrote are read, as others show their titles and texts.
        for page in pages:
            if isinstance(page, ReadyPage):
                # The sitemap has its date and its address.
                plugins.on_pre_page(page, config=config, files=files)
            else:
                _populate_page(page, config, files)
        for page in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        self._env = plugins.on_env(env, config=config, files=files)
        self._steps = dict(self._all_steps(pages))

    def make(self, path: str) -> bool:
        """Write the file at a path of the site; False if there is no such file, or it is written already."""
        if path not in self._steps:
            return False
        self._steps[path]()
        del self._steps[path]
        return True

    def _all_steps(self, pages: Iterable[Page]) -> Iterator[tuple[str, Callable[[], None]]]:
        """How each file is made, by its path; of two with one path a build writes the later one last."""
        for file in self._files:
            shown = file.inclusion.is_in_serve()  # type: ignore[no-untyped-call]
            if shown and not file.is_documentation_page():
                yield file.dest_uri, file.copy_file
        common = (self._env, self._files, self._config, self._nav)
        for name in self._config.theme.static_templates:
            yield name, partial(_build_theme_template, name, *common)
        for name in self._config.extra_templates:
            yield name, partial(_build_extra_template, name, *common[1:])
        for page in pages:
            yield page.file.dest_uri, partial(self._build, page)

    def _build(self, page: Page) -> None:
        if isinstance(page, ReadyPage):
            _populate_page(page, self._config, self._files)
        excluded = page.file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
        _build_page(page, self._config, self._documents, self._nav, self._env, excluded=excluded)


def _names_in_theme(dirs: tuple[str, ...], listed: Callable[..., list[str]], **options: Any) -> list[str]:
    if dirs not in _NAMES:
        _NAMES[dirs] = listed(**options)
    return _NAMES[dirs]
