"""Starting MkDocs: its command line, and the build of one more locale."""

from __future__ import annotations

import logging
import multiprocessing
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli as mkdocs_cli
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

from entregent.adapters.beside import Job


def build_locale(job: Job) -> None:
    """Build one locale, in a process of its own; raises SystemExit where it cannot be written."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        logger.addHandler(logging.StreamHandler())
    logger.setLevel(logging.WARNING)
    config = load_config(job.config_file, site_dir=str(job.target), strict=job.strict)
    config.site_url = job.site_url
    plugin: Any = config.plugins["entregent"]
    plugin.take(job)
    try:
        build(config)
    except OSError as error:
        raise SystemExit(f"{job.locale}: cannot be written: {error.strerror}") from None


def run(*arguments: str) -> None:
    """MkDocs' own command line, as `mkdocs` with these arguments; raises SystemExit if it fails."""
    try:
        if failed := mkdocs_cli.main(list(arguments), prog_name="mkdocs", standalone_mode=False):
            raise SystemExit(failed)
    finally:
        # The builds of other locales, where this one was told to end.
        for child in multiprocessing.active_children():
            child.terminate()
            child.join()


def site_folder(config_file: str) -> Path:
    """Where a project's settings have its site, before anything else is made of them."""
    with Path(config_file).open("rb") as settings:
        written = str(yaml_load(settings).get("site_dir", "site"))
    return Path(config_file).absolute().parent / written
