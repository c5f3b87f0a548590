"""The MkDocs plugin: virtual pages, one ordinary build per locale, and the house's look.

The default locale's build starts those of the other locales beside it,
each for `site/<locale>/`; nothing here knows what a rule or a message is.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from entregent import site
from entregent.adapters import downloads, material, pdf
from entregent.adapters.beside import Beside, Job
from entregent.adapters.mkdocs import dating, written
from entregent.adapters.mkdocs.building import build_locale
from entregent.adapters.mkdocs.languages import Languages
from entregent.adapters.replacing import MARK, MARKED
from entregent.diagnostics import GuideError
from entregent.diagnostics.report import as_text
from entregent.diagnostics.words import language_of_terminal
from entregent.features.search import PAGE, Entry
from entregent.load import Loaded, load
from entregent.load.notices import notices, today
from entregent.model import Guide
from entregent.page import Asset, Page, with_urls
from entregent.view import Publication, compiled_templates

log = logging.getLogger("mkdocs.plugins.entregent")
# Notices are for authors, whom `--quiet` spares MkDocs' own progress.
log.setLevel(logging.WARNING)


class EntregentConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say to the plugin."""

    rules = option.Type(str, default="rules.yaml")
    """The guide, beside mkdocs.yml."""
    edit_url = option.Type(str, default="")
    """Address where rules.yaml is edited, with `{line}` where the line goes."""
    policy = option.Type(str, default=material.POLICY)
    """The content security policy of every page; empty for none."""


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
        self._loaded: Loaded | None = None
        self._pages: dict[str, Page] = {}
        self._files: dict[str, File] = {}
        self._written: list[Entry] = []
        self._others = Beside(build_locale)
        self._root_url = ""
        self._docs = Path()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Being defined, this keeps the plugin, and with it the last good guide, across rebuilds."""
        self.previewed = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the guide, start the other locales, and make the configuration that of this one."""
        rules = Path(config.config_file_path).parent / self.config.rules
        self._root_url = config.site_url or ""
        self._docs = Path(config.docs_dir)
        config.watch += [str(rules), str(self._docs)]
        self._loaded = self._read(rules)
        if not self.locale:
            self._start_others(config)
        if (self._docs / self._current).is_dir():
            config.docs_dir = str(self._docs / self._current)
        if not self._is_default and config.site_url:
            config.site_url = f"{config.site_url.rstrip('/')}/{self._current}/"
        config.site_name = str(escape(self._guide.title))
        config.site_description = str(escape(self._guide.description))
        if self._guide.copyright:
            config.copyright = str(escape(self._guide.copyright))
        material.dress(config, self._current, editable=bool(self.config.edit_url))
        return config

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the navigation."""
        written = [file.src_uri for file in files.documentation_pages()]
        publication = Publication(
            config.site_url or "", pdf.available(), downloads.OFFERED, config.use_directory_urls
        )
        self._pages = {page.path: page for page in site.pages(self._guide, self._current, publication)}
        for path in self._pages:
            if path in written:
                raise PluginError(
                    f"{config.docs_dir}/{path} stands where Entregent makes a page: rename that file"
                )
        self._files = {path: _file(page, config) for path, page in self._pages.items()}
        self._written = []
        for asset in (
            *site.assets(self._current),
            *self._documents(publication),
            *downloads.files(self._guide),
        ):
            self._files[asset.path] = File.generated(config, asset.path, content=asset.content)
        for path, page in self._pages.items():
            self._files[path].content_string = self._source(page)
        for file in self._files.values():
            files.append(file)
        if config.nav is None:
            top = [page for page in self._pages.values() if not page.parent]
            config.nav = [{str(escape(page.short_title)): page.path} for page in top] + written
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compile the theme's templates once, and not at every build."""
        env.bytecode_cache = compiled_templates()
        return env

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Date the page, lead its edit link to its entry, and previous / next along its siblings."""
        dating.date(page, self._guide)
        page.previous_page = page.next_page = None
        page.canonical_url = (page.canonical_url or "").removesuffix("index.html") or None
        own = self._pages.get(page.file.src_uri)
        if own is None or self._loaded is None:
            return page
        line = self._loaded.lines.get(own.entry, 1) if own.entry else 1
        page.edit_url = self.config.edit_url.replace("{line}", str(line)) or None
        siblings = [path for path, other in self._pages.items() if own.parent and other.parent == own.parent]
        index = siblings.index(own.path) if siblings else 0
        if index:
            page.previous_page = self._files[siblings[index - 1]].page
        if index + 1 < len(siblings):
            page.next_page = self._files[siblings[index + 1]].page
        return page

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give every page the whole width: the tabs are the navigation, and pages are short."""
        page.meta.setdefault("hide", ["navigation", "toc"])
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: object) -> str:
        """Remember what a hand-written page says, for the search."""
        if page.file.src_uri not in self._pages:
            self._files[page.file.src_uri] = page.file
            self._written.append(written.entry(page, html))
        return html

    def on_page_context(self, context: TemplateContext, *, page: MkDocsPage, **_: object) -> TemplateContext:
        """Tell the page where its translations are."""
        return self._with_house(context, page.file.src_uri, page.url, get_relative_url(".", page.url))

    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Tell the 404 page where the home pages of all locales are."""
        return self._with_house(context, "index.md", "", context["base_url"])

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Date nothing that the guide does not date."""
        return dating.without_unknown_dates(output, self._guide) if template_name == "sitemap.xml" else output

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Leave out what only weighs."""
        return material.without_indentation(output)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index, now that all pages are known, and wait for the other locales."""
        index = site.index(
            self._guide,
            self._current,
            self._pages.values(),
            lambda path: self._files[path].url,
            self._written,
        )
        target = Path(config.site_dir) / index.path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(index.content)
        (Path(config.site_dir) / MARK).write_bytes(MARKED)
        if failed := self._others.finish(Path(config.site_dir)):
            raise PluginError(f"the build failed for: {', '.join(failed)}")

    def on_build_error(self, *, error: Exception) -> None:
        """Leave no process behind."""
        self._others.drop()

    def take(self, job: Job) -> None:
        """Become the build of another locale, whose guide is read already."""
        self.locale, self.given, self.fault = job.locale, job.loaded, job.fault
        self.previewed = job.previewed

    @property
    def _all(self) -> list[str]:
        return list(self._loaded.guides) if self._loaded else []

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

    def _read(self, rules: Path) -> Loaded:
        if self.given:
            return self.given
        try:
            loaded = load(rules)
        except GuideError as error:
            report = as_text(error.report, language_of_terminal())
            if not (self.previewed and self._loaded):
                raise Abort(report) from None
            log.error("The last good guide stays in view until this is mended:\n\n%s", report)
            self.fault = report
            return self._loaded
        self.fault = ""
        found = notices(loaded, today())
        if found.diagnostics:
            log.warning("\n%s", as_text(found, language_of_terminal()))
        return loaded

    def _start_others(self, config: MkDocsConfig) -> None:
        assert self._loaded is not None
        for locale in self._all[1:]:
            target = Path(config.site_dir) / locale
            settings = (config.config_file_path, target, config.strict, self._root_url)
            job = Job(locale, *settings, self._loaded, self.fault, self.previewed)
            self._others.start(job, threads=self.previewed)

    def _documents(self, publication: Publication) -> Iterator[Asset]:
        if publication.pdf:
            yield from pdf.render(site.documents(self._guide, self._current, publication))

    def _source(self, page: Page) -> str:
        here = self._files[page.path]
        body = with_urls(page.body, page.path, lambda path: self._files[path].url_relative_to(here))
        meta: dict[str, object] = {"title": escape(page.title), "description": escape(page.description)}
        return f"---\n{json.dumps(meta)}\n---\n{body}"

    def _with_house(self, context: TemplateContext, path: str, url: str, base: str) -> TemplateContext:
        languages = Languages(self._all, self._current, self._root_url, self._docs)
        up = languages.root(base)
        cast("dict[str, Any]", context)["entregent"] = {
            "root": up,
            "fault": self.fault,
            "locale": self._current,
            "policy": "" if self.previewed else self.config.policy,
            "words": material.words(self._current),
            "assets": self._pages[path].assets if path in self._pages else (),
            "search": self._files[PAGE].url,
            "translations": list(languages.translations(path, url, up, path in self._pages)),
        }
        return context


def _file(page: Page, config: MkDocsConfig) -> File:
    inclusion = InclusionLevel.NOT_IN_NAV if page.parent else InclusionLevel.UNDEFINED
    return File.generated(config, page.path, content="", inclusion=inclusion)
