"""Starting MkDocs: its settings, and the build of a whole site."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from entregent.diagnostics.phrases import heard, spoken
from entregent.outputs.mkdocs.reading import log
from entregent.outputs.mkdocs.settings import own_plugin


class _Spoken(logging.Formatter):
    """What MkDocs logs, in the language of the terminal; what is not translated is told to be in English."""

    def format(self, record: logging.LogRecord) -> str:
        told = heard(message := record.getMessage())
        if told == message and record.name != log.name:
            told = spoken("{message}").format(message=message)
        shown = {"levelname": spoken(record.levelname), "msg": told, "args": ()}
        return super().format(logging.makeLogRecord({**vars(record), **shown}))


def build_site(config_file: str, target: Path, *, strict: bool) -> None:
    """Build a project's site in all its locales into `target`, and print warnings only.

    Raises click's ClickException where MkDocs refuses the settings or a build fails, and OSError where
    the site cannot be written.
    """
    config = configured(config_file, {"site_dir": str(target), "strict": strict or None})
    own_plugin(config).shows_progress = sys.stderr.isatty()
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def site_folder(config_file: str) -> Path:
    """Where a project's settings have its site, before anything else is made of them."""
    with Path(config_file).open("rb") as settings:
        written = yaml_load(settings)
    name = written.get("site_dir", "site") if isinstance(written, dict) else "site"
    return Path(config_file).absolute().parent / str(name)


def configured(config_file: str, options: Mapping[str, Any]) -> MkDocsConfig:
    """A project's settings as MkDocs reads them, with what `options` say in their place.

    Raises click's ClickException where MkDocs refuses them.
    """
    logger = logging.getLogger("mkdocs")
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(_Spoken("%(levelname)-8s-  %(message)s"))
        logging.basicConfig(handlers=[handler])
    # Below warnings, and not silent as `mkdocs --quiet` is: what is not logged, `--strict` cannot count.
    logger.setLevel(logging.WARNING)
    return load_config(config_file, **options)
