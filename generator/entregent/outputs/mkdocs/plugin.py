"""The MkDocs plugin: virtual pages, one ordinary build per locale, and the house's look.

The default locale's build starts those of the other locales beside it,
each for `site/<locale>/`; nothing here knows what a rule or a message is.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url, write_file
from mkdocs.utils.templates import TemplateContext

from entregent.features.search import INDEX, PAGE
from entregent.guide import Guide
from entregent.load import Loaded
from entregent.outputs import unset
from entregent.outputs.mkdocs import dating, material, shared
from entregent.outputs.mkdocs.building import build_locale
from entregent.outputs.mkdocs.builds import Job, LocaleBuilds
from entregent.outputs.mkdocs.generated import Generated
from entregent.outputs.mkdocs.ignored import ignored
from entregent.outputs.mkdocs.languages import Languages, all_addresses
from entregent.outputs.mkdocs.parts import SharedParts, rendered
from entregent.outputs.mkdocs.progress import Progress
from entregent.outputs.mkdocs.reading import GuideReader, warn, warn_of_setting
from entregent.outputs.mkdocs.settings import EntregentConfig, command_line, has_other_plugins, rules_file
from entregent.outputs.publish import MARK, MARKED
from entregent.pages.templates import compiled_templates


class EntregentPlugin(BasePlugin[EntregentConfig]):  # type: ignore[no-untyped-call]
    """Builds the guide in one locale, and has the default one start the others."""

    def __init__(self) -> None:
        self.locale = ""
        """The locale that this build is for; the default one if empty."""
        self.given: Loaded | None = None
        """The guide, where another build has read it already."""
        self.fault = ""
        """What is wrong with rules.yaml while the last good guide is in view."""
        self.previewed = False
        """Whether a server shows this build; its reloading needs a script in the page."""
        self.shows_progress = False
        """Whether somebody at a terminal waits for this build."""
        self._progress: Progress | None = None
        self._reader = GuideReader()
        self._loaded: Loaded | None = None
        self._all: list[str] = []
        self._generated: Generated | None = None
        self._parts: SharedParts | None = None
        self._others = LocaleBuilds(build_locale)
        self._root_url = ""
        self._docs = Path()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Being defined, this keeps the plugin, and with it the last good guide, across rebuilds."""
        self.previewed = command == "serve"
        if not self.previewed:
            # The program ends with its build: searching a whole site for cycles would only take time.
            atexit.register(gc.freeze)

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the guide, start the other locales, and make the configuration that of this one."""
        if config.theme.name != "material":
            raise Abort("mkdocs.yml: Entregent needs the theme Material; write `theme: {name: material}`")
        rules = rules_file(config, self.config)
        self._root_url = config.site_url or ""
        self._docs = Path(config.docs_dir)
        config.watch += [str(rules), str(self._docs)]
        loaded = self.given
        if not loaded:
            loaded = self._reader.read(rules, keep=self.previewed)
            self.fault = self._reader.fault
        self._all = list(loaded.guides)
        if not self.locale:
            self._start_others(config, loaded)
        # The guides of other locales would take memory for nothing.
        self._loaded = replace(loaded, guides={self._current: loaded.guides[self._current]})
        if not self._is_default:
            shared.lead_to_root(config, self._docs)
        if (self._docs / self._current).is_dir():
            config.docs_dir = str(self._docs / self._current)
        if not self._is_default and config.site_url:
            config.site_url = f"{config.site_url.rstrip('/')}/{self._current}/"
        config.site_name = str(escape(self._guide.title))
        config.site_description = str(escape(self._guide.description))
        if self._guide.copyright:
            config.copyright = str(escape(self._guide.copyright))
        # Templates and plugins of somebody else may show something of each page in any part of it.
        self._parts = None if config.theme.custom_dir or has_other_plugins(config) else SharedParts()
        material.configure_theme(config, self._current, editable=bool(self.config.edit_url))
        return config

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the navigation."""
        shared.settle(files, config, self._docs, self._all, self._current)
        for file in [file for file in files if material.is_unused(file.src_uri)]:
            files.remove(file)
        own = [file.src_uri for file in files.documentation_pages()]
        self._generated = Generated(
            self._guide, config, tuple(map(Path, self.config.fonts)), previewed=self.previewed
        )
        self._report_unset(self._generated)
        self._generated.add_to(files)
        if config.nav is None:
            config.nav = self._generated.navigation() + own
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compile the theme's templates once, and not at every build; add those that it lacks."""
        if self._progress:
            self._progress.expect(self._current, len(files.documentation_pages()))
        env.bytecode_cache = compiled_templates()
        # Jinja would look at each included file again, for every page.
        env.auto_reload = False
        env.loader = material.with_language(env.loader, self._current)
        return env

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Date the page, lead its edit link to its entry, and leave previous and next to siblings."""
        dating.date(page, self._guide)
        page.canonical_url = (page.canonical_url or "").removesuffix("index.html") or None
        own = self._made.pages.get(page.file.src_uri)
        if own is None or not own.parent:
            page.previous_page = page.next_page = None
        if own is None or self._loaded is None:
            return page
        line = self._loaded.lines.get(own.entry, 1) if own.entry else 1
        page.edit_url = self.config.edit_url.replace("{line}", str(line)) or None
        return page

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give every page the whole width: the tabs are the navigation, and pages are short."""
        page.meta.setdefault("hide", ["navigation", "toc"])
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: object) -> str:
        """Remember what a hand-written page says, for the search."""
        self._made.remember(page, html)
        return html

    def on_page_context(self, context: TemplateContext, *, page: MkDocsPage, **_: object) -> TemplateContext:
        """Tell the page where its translations are."""
        return self._page_context(context, page.file.src_uri, page.url, get_relative_url(".", page.url))

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Tell the 404 page where the home pages of all locales are."""
        return self._page_context(context, "index.md", "", context["base_url"])

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Date nothing that the guide does not date; complete the links of the error page."""
        if template_name == "sitemap.xml":
            return dating.without_unknown_dates(output, self._guide)
        return shared.with_ways_to_root(output)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Complete the links to shared files, and leave out what only weighs."""
        if self._progress:
            self._progress.count(self._current)
        return material.without_indentation(shared.with_ways_to_root(output))

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what needs all pages, and wait for the other locales."""
        for _, write in self.last_files(config):
            write()
        failed = self._others.finish(Path(config.site_dir), self._progress)
        if failed:
            raise PluginError(f"the build failed for: {', '.join(failed)}")
        if not self.locale:
            all_addresses(Path(config.site_dir), self._all)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave no process behind."""
        self._others.stop()

    def last_files(self, config: MkDocsConfig) -> Iterator[tuple[str, Callable[[], None]]]:
        """What is written when all pages are known: the path of each file, and how to write it."""
        site = Path(config.site_dir)
        yield INDEX, lambda: write_file(self._made.index().content, str(site / INDEX))
        yield MARK, lambda: write_file(MARKED, str(site / MARK))

    def take(self, job: Job) -> None:
        """Become the build of another locale, whose guide is read already."""
        self.locale, self.given, self.fault = job.locale, job.loaded, job.fault
        self.previewed, self._progress = job.previewed, job.progress
        # A forked process has the plugin of its parent, and must not wait for that one's builds.
        self._others = LocaleBuilds(build_locale)

    @property
    def _current(self) -> str:
        return self.locale or self._all[0]

    @property
    def _is_default(self) -> bool:
        return self._current == self._all[0]

    @property
    def _guide(self) -> Guide:
        assert self._loaded is not None
        return self._loaded.guides[self._current]

    @property
    def _made(self) -> Generated:
        assert self._generated is not None
        return self._generated

    def _report_unset(self, generated: Generated) -> None:
        assert self._loaded is not None
        found = unset.findings(self._guide, generated.unset)
        warn(self._loaded.report(self._loaded.notices(found, self._current)))

    def _start_others(self, config: MkDocsConfig, loaded: Loaded) -> None:
        for said in ignored(config, loaded.guides, loaded.path.name):
            warn_of_setting(config, said)
        self._progress = Progress(self._all) if self.shows_progress else None
        for locale in self._all[1:]:
            target = Path(config.site_dir) / locale
            settings = (config.config_file_path, target, command_line(config), self._root_url)
            job = Job(locale, *settings, loaded, self.fault, self.previewed, self._progress)
            self._others.start(job, threads=self.previewed)

    def _page_context(self, context: TemplateContext, path: str, url: str, base: str) -> TemplateContext:
        own = self._made.pages.get(path)
        languages = Languages(self._all, self._current, self._root_url, self._docs)
        up = languages.root(base)
        cast("dict[str, Any]", context)["entregent"] = {
            "root": up,
            "fault": self.fault,
            "locale": self._current,
            "previewed": self.previewed,
            "policy": "" if self.previewed else self.config.policy,
            "words": material.words(self._current),
            "assets": own.assets if own else (),
            "part": self._parts.of(url) if self._parts and own and own.parent else rendered,
            "search": self._made.url(PAGE),
            "translations": list(languages.translations(path, url, up, own is not None)),
        }
        return context
