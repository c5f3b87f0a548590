"""The MkDocs plugin: virtual pages, one ordinary build per locale, and the house's look.

The default locale's build starts those of the other locales beside it,
each for `site/<locale>/`; nothing here knows what a rule or a message is.
"""

from __future__ import annotations

import atexit
import gc
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from entregent.features.search import PAGE
from entregent.guide import Guide
from entregent.outputs import unset
from entregent.outputs.mkdocs import dating, material, shared
from entregent.outputs.mkdocs.builds import Job, LocaleBuilds
from entregent.outputs.mkdocs.generated import Generated
from entregent.outputs.mkdocs.ignored import warn_of_settings
from entregent.outputs.mkdocs.languages import Languages, all_addresses
from entregent.outputs.mkdocs.parts import SharedParts, rendered
from entregent.outputs.mkdocs.progress import Progress
from entregent.outputs.mkdocs.reading import GuideReader, warn
from entregent.outputs.mkdocs.settings import EntregentConfig, command_line, has_other_plugins, rules_file
from entregent.pages.templates import compiled_templates


class EntregentPlugin(BasePlugin[EntregentConfig]):  # type: ignore[no-untyped-call]
    """Builds the guide in one locale, and has the default one start the others."""

    def __init__(self) -> None:
        self.previewed = False
        """Whether a server shows this build."""
        self.shows_progress = False
        """Whether somebody at a terminal waits for this build."""
        self._given: Job | None = None
        """The build that another one has asked for, which has read the guide already."""
        self._reader = GuideReader()
        self._others = LocaleBuilds()
        # What follows is known once there are settings; the last, once there are files.
        self._job: Job
        self._guide: Guide
        self._languages: Languages
        self._parts: SharedParts | None
        self._made: Generated

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
        job = self._given or self._start_all(config)
        locale, docs = job.locale, Path(config.docs_dir)
        self._guide = guide = job.loaded.guides[locale]
        voices = {name: other.voice for name, other in job.loaded.guides.items()}
        self._languages = Languages(voices, locale, config.site_url or "", docs)
        # The guides of other locales would take memory for nothing.
        self._job = job._replace(loaded=replace(job.loaded, guides={locale: guide}))
        in_default = locale == self._languages.all[0]
        if not in_default:
            shared.lead_to_root(config)
            config.site_url = config.site_url and f"{config.site_url}{locale}/"
        if not in_default or (docs / locale).is_dir():
            config.docs_dir = str(docs / locale)
        config.site_name = str(escape(guide.title))
        config.site_description = str(escape(guide.description))
        if guide.copyright:
            config.copyright = str(escape(guide.copyright))
        # Templates and plugins of somebody else may show something of each page in any part of it.
        self._parts = None if config.theme.custom_dir or has_other_plugins(config) else SharedParts()
        material.configure_theme(config, guide.voice, guide.brand, editable=bool(self.config.edit_url))
        return config

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the navigation."""
        shared.settle(files, config, self._languages)
        for file in [file for file in files if material.is_unused(file.src_uri)]:
            files.remove(file)
        own = [file.src_uri for file in files.documentation_pages()]
        fonts = tuple(map(Path, self.config.fonts))
        self._made = Generated(self._guide, config, fonts, previewed=self.previewed)
        loaded, found = self._job.loaded, unset.findings(self._guide, self._made.unset)
        warn(loaded.report(loaded.notices(found, self._job.locale)))
        self._made.add_to(files)
        if config.nav is None:
            config.nav = self._made.navigation() + own
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compile the theme's templates once, and not at every build; add those that it lacks."""
        if self._job.progress:
            self._job.progress.expect(self._job.locale, len(files.documentation_pages()))
        env.bytecode_cache = compiled_templates()
        # Jinja would look at each included file again, for every page.
        env.auto_reload = False
        env.loader = material.with_language(env.loader, self._job.locale)
        return env

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Date the page, lead its edit link to its entry, and leave previous and next to siblings."""
        dating.date(page, self._guide)
        page.canonical_url = (page.canonical_url or "").removesuffix("index.html") or None
        own = self._made.pages.get(page.file.src_uri)
        if own is None or not own.parent:
            page.previous_page = page.next_page = None
        if own:
            page.edit_url = self._edit_url(own.entry)
        return page

    @event_priority(100)
    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Read a page that somebody wrote; raises PluginError where that cannot be done."""
        try:
            return page.file.content_string
        except ValueError:
            raise PluginError(f"{page.file.abs_src_path} is not UTF-8: save it as such") from None

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: object) -> str:
        """Remember what a hand-written page says, for the search, and complete its links to shared files."""
        # Every page has the whole width: the tabs are the navigation, and pages are short.
        page.meta.setdefault("hide", ["navigation", "toc"])
        if page.file.src_uri in self._made.pages:
            return html
        self._made.remember(page, html)
        return shared.with_ways_to_root(html)

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Tell a page where its translations are, and the error page where all home pages are."""
        page, locale = context["page"], self._job.locale
        path, url = (page.file.src_uri, page.url) if page else ("index.md", "")
        own = self._made.pages.get(path)
        up = self._languages.root(context["base_url"])
        cast("dict[str, Any]", context)["entregent"] = {
            "root": up,
            "fault": self._job.fault,
            "locale": locale,
            "previewed": self.previewed,
            "policy": "" if self.previewed else self.config.policy,
            "words": material.words(self._guide.voice),
            "assets": own.assets if own else (),
            "part": self._parts.of(url) if self._parts and own and own.parent else rendered,
            "search": self._made.publication.address(PAGE),
            "footer": self._made.footer(context["base_url"]),
            "translations": list(self._languages.translations(path, url, up, own is not None)),
        }
        return context

    on_page_context = on_template_context

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Date nothing that the guide does not date."""
        is_sitemap = template_name == "sitemap.xml"
        return dating.without_unknown_dates(output, self._guide) if is_sitemap else output

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Leave out what only weighs."""
        if self._job.progress:
            self._job.progress.count(self._job.locale)
        return material.without_indentation(output)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Wait for the other locales, and add them to the site."""
        failed = self._others.finish(Path(config.site_dir), self._job.progress)
        if failed:
            raise PluginError(f"the build failed for: {', '.join(failed)}")
        if not self._given:
            all_addresses(Path(config.site_dir), self._languages.all)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave no process behind."""
        self._others.stop()

    def on_shutdown(self) -> None:
        """Leave no process behind where the program was told to end."""
        self._others.stop()

    def _edit_url(self, entry: tuple[str, str] | None) -> str | None:
        """Where an entry, or the beginning of rules.yaml, is edited; None for what is another guide's."""
        loaded, form = self._job.loaded, self.config.edit_url
        file, line = loaded.places.get(entry, (None, 1)) if entry else (loaded.path, 1)
        if not (form and file and (file == loaded.path or "{file}" in form)):
            return None
        name = file.relative_to(loaded.path.parent).as_posix()
        return form.replace("{line}", str(line)).replace("{file}", quote(name))

    def take(self, job: Job) -> None:
        """Become the build of another locale, or of any one for a preview; its guide is read already."""
        self._given, self.previewed = job, job.previewed
        # A forked process has the plugin of its parent, and must not wait for that one's builds.
        self._others = LocaleBuilds()

    def _start_all(self, config: MkDocsConfig) -> Job:
        """Read the guide, start the builds of the other locales, and return that of the default one."""
        rules = rules_file(config)
        config.watch += [str(rules), config.docs_dir]
        loaded = self._reader.read(rules, keep=self.previewed)
        config.watch += map(str, self._reader.files)
        warn_of_settings(config, loaded)
        default, *others = loaded.guides
        options = {**command_line(config), "site_url": config.site_url or ""}
        place = (default, config.config_file_path, Path(config.site_dir), options)
        progress = Progress([default, *others]) if self.shows_progress else None
        job = Job(*place, loaded, self._reader.fault, self.previewed, progress)
        for locale in others:
            self._others.start(job.of(locale))
        return job
