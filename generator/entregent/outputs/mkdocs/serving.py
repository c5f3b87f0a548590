"""`entregent serve`: MkDocs' server, before a site that is made as it is asked for."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from jinja2 import TemplateError
from mkdocs.__main__ import cli as mkdocs_cli
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from entregent.outputs.mkdocs.building import children_ended
from entregent.outputs.mkdocs.plugin import EntregentPlugin
from entregent.outputs.mkdocs.preview import Preview
from entregent.outputs.mkdocs.settings import has_other_plugins, rules_file

log = logging.getLogger("mkdocs.plugins.entregent")

_POLLING = 0.1
"""Seconds between two looks at the files."""
_QUIET = 0.03
"""Seconds without another change after which files count as saved."""


class PreviewServer(LiveReloadServer):
    """Serves a preview, and has its pages reloaded after each change."""

    def __init__(self, preview: Preview, host: str, port: int, mount_path: str) -> None:
        super().__init__(
            self._refresh, host, port, str(preview.folder), mount_path, polling_interval=_POLLING
        )
        self._preview = preview
        self.build_delay = _QUIET
        self.error_handler = self._error_page

    def _refresh(self) -> None:
        with _faults_told():
            self._preview.refresh()
        threading.Thread(target=self._read_others, daemon=True).start()

    def _read_others(self) -> None:
        with _faults_told():
            self._preview.read_others()
        # Python would look for cycles in the middle of a refresh, for as long as all the rest of it takes.
        gc.collect()

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Have the file made that is asked for, then serve it."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(self.mount_path):
            # What is asked for while files are read again is made of the new ones.
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            own = path.removeprefix(self.mount_path)
            self._made(f"{own}index.html" if not own or own.endswith("/") else own)
        return super().serve_request(environ, start_response)

    def _made(self, path: str) -> Path:
        folder = self._preview.make(path)
        self.root = str(folder)
        return folder / path

    def _error_page(self, code: int) -> bytes | None:
        page = self._made(f"{code}.html")
        return page.read_bytes() if page.is_file() else None


@contextmanager
def _faults_told() -> Iterator[None]:
    """Logs what is wrong with settings, pages or templates; what could be read before is served on."""
    try:
        yield
    except (MkDocsException, OSError, TemplateError) as error:
        log.error("%s", error)


def serve(config_file: str, address: str | None) -> None:
    """Preview a project at an address, 127.0.0.1:8000 unless given, until it is told to end.

    Raises OSError where the address cannot be served, and what MkDocs raises for faulty settings.
    """
    options = {"dev_addr": address} if address else {}
    with children_ended():
        config = load_config(config_file, **options)
        if has_other_plugins(config):
            arguments = ["serve", "-f", config_file, *(["-a", address] if address else [])]
            if failed := mkdocs_cli.main(arguments, prog_name="mkdocs", standalone_mode=False):
                raise SystemExit(failed)
        else:
            _serve_lazily(config, options)


def _serve_lazily(config: MkDocsConfig, options: dict[str, Any]) -> None:
    host, port = config.dev_addr
    mount_path = urlsplit(config.site_url or "/").path
    own = config.plugins["entregent"]
    assert isinstance(own, EntregentPlugin)
    rules = rules_file(config, own.config)
    preview = Preview(config.config_file_path, options, f"http://{host}:{port}{mount_path}", rules)
    server = PreviewServer(preview, host, port, mount_path)
    gc.disable()
    try:
        preview.refresh()
        for path in (config.config_file_path, config.docs_dir, str(rules), *config.watch):
            server.watch(path)
        click.echo(server.url, err=True)
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        preview.close()
