"""`entregent serve`: MkDocs' server, before a site that is made as it is asked for."""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote, urlsplit

import click
from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.commands.serve import serve as serve_whole_builds
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from entregent.diagnostics.phrases import heard
from entregent.outputs.mkdocs.building import configured
from entregent.outputs.mkdocs.ignored import warn_of_settings
from entregent.outputs.mkdocs.preview import Preview
from entregent.outputs.mkdocs.reading import log
from entregent.outputs.mkdocs.settings import has_other_plugins, rules_file

_POLLING = 0.05
"""Seconds between two looks at the files."""
_QUIET = 0.03
"""Seconds without another change after which files count as saved."""
_IDLE = 2.0
"""Seconds after a change when its pages are probably seen."""


_BLANK = b"<!doctype html><meta charset=utf-8><title>Entregent</title><body></body>"
"""Every page, as long as there is no guide that could be shown."""
_TROUBLE = """<pre style="position: fixed; inset: auto 0 0; z-index: 9; max-height: 60vh; overflow: auto;
margin: 0; padding: 1rem; background: #fbeae5; color: #222; font-size: 0.875rem; white-space: pre-wrap">
{}</pre>"""


class PreviewServer(LiveReloadServer):
    """Serves a preview, and has its pages reloaded after each change."""

    def __init__(self, config: MkDocsConfig, options: Mapping[str, Any]) -> None:
        host, port = config.dev_addr
        mount_path = urlsplit(config.site_url or "/").path
        super().__init__(self.refresh, host, port, "", mount_path, polling_interval=_POLLING)
        options = {**options, "site_url": self.url}
        self.preview = Preview(config.config_file_path, options, rules_file(config))
        self._trouble: list[str] = []
        """What is wrong, as far as no page of the site itself says it."""
        self.build_delay = _QUIET
        self.error_handler = lambda code: self._file(f"{code}.html")

    def server_activate(self) -> None:
        """Say where the site is, now that the address is ours."""
        super().server_activate()
        click.echo(self.url, err=True)

    def refresh(self) -> None:
        """Read everything again; what is wrong is told in the terminal and on the pages."""
        with _faults_told() as self._trouble:
            self.preview.refresh()
        # The guide may have had another file since.
        for file in self.preview.files():
            self.watch(str(file))
        threading.Thread(target=self._read_others, daemon=True).start()

    def _read_others(self) -> None:
        with _faults_told():
            self.preview.read_others()
        # Python would look for cycles in the middle of a refresh, for as long as all the rest of it takes.
        time.sleep(_IDLE)
        gc.collect()

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/") or not path.startswith(self.mount_path):
            return super()._serve_request(environ, start_response)
        own = path.removeprefix(self.mount_path)
        own = f"{own}index.html" if own.endswith("/") or not own else own
        content = self._file(own)
        if content is not None:
            start_response("200 OK", [("Content-Type", self._guess_type(own))])  # type: ignore[no-untyped-call]
            return [content]
        if self._file(f"{own}/index.html") is not None:
            start_response("302 Found", [("Location", f"{quote(path)}/")])
            return []
        return None

    def _file(self, path: str) -> bytes | None:
        """A file of the site; a page has the script that reloads it after later changes."""
        # The page may be newer than that. It then loads once too often, but is never out of date.
        epoch = self._visible_epoch
        content = None if self.preview.is_readable else _BLANK
        with _faults_told():
            content = content or self.preview.read(path)
        if content is None or not path.endswith(".html"):
            return content
        if self._trouble:
            trouble = _TROUBLE.format(escape("\n".join(self._trouble)))
            content = content.replace(b"</body>", f"{trouble}</body>".encode())
        return bytes(self._inject_js_into_html(content, epoch))  # type: ignore[no-untyped-call]


@contextmanager
def _faults_told() -> Iterator[list[str]]:
    """Logs and lists what is wrong with settings, pages, templates or an address, and goes on."""
    found: list[str] = []
    try:
        yield found
    except (MkDocsException, OSError, TemplateError, ValueError) as error:
        found.append(heard(str(error)))
        log.error("%s", found[0])


def serve(config_file: str, address: str | None) -> None:
    """Preview a project at an address, 127.0.0.1:8000 unless given, until it is told to end.

    Raises OSError where the address cannot be served, and what MkDocs raises for faulty settings.
    """
    options = {"dev_addr": address} if address else {}
    config = configured(config_file, options)
    if has_other_plugins(config):
        logging.getLogger("mkdocs").setLevel(logging.INFO)
        return serve_whole_builds(config_file, dev_addr=address)
    server = PreviewServer(config, options)
    gc.disable()
    try:
        server.refresh()
        if loaded := server.preview.reader.loaded:
            warn_of_settings(config, loaded)
        for path in (config.config_file_path, config.docs_dir, *config.watch):
            server.watch(path)
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        server.preview.close()
