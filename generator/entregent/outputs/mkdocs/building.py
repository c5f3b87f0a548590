"""Starting MkDocs: its settings, and the build of a whole site or of one more locale."""

from __future__ import annotations

import logging
import multiprocessing
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from entregent.outputs.mkdocs.builds import Job


def build_site(config_file: str, target: Path, *, strict: bool) -> None:
    """Build a project's site in all its locales into `target`, and print warnings only.

    Raises click's ClickException where MkDocs refuses the settings or a build fails, and OSError where
    the site cannot be written.
    """
    with children_ended():
        config = configured(config_file, {"site_dir": str(target), "strict": strict or None})
        config.plugins.on_startup(command="build", dirty=False)
        plugin: Any = config.plugins["entregent"]
        plugin.shows_progress = sys.stderr.isatty()
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()


def build_locale(job: Job) -> None:
    """Build one locale, in a process of its own; raises SystemExit where it cannot be written."""
    config = configured(job.config_file, {**job.options, "site_dir": str(job.target)})
    config.site_url = job.site_url
    plugin: Any = config.plugins["entregent"]
    plugin.take(job)
    try:
        build(config)
    except OSError as error:
        raise SystemExit(f"{job.locale}: {error.strerror or error}") from None


def site_folder(config_file: str) -> Path:
    """Where a project's settings have its site, before anything else is made of them."""
    with Path(config_file).open("rb") as settings:
        written = str(yaml_load(settings).get("site_dir", "site"))
    return Path(config_file).absolute().parent / written


def configured(config_file: str, options: Mapping[str, Any]) -> MkDocsConfig:
    """A project's settings as MkDocs reads them, with what `options` say in their place.

    Raises click's ClickException where MkDocs refuses them.
    """
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
        logger.addHandler(handler)
    # Below warnings, and not silent as `mkdocs --quiet` is: what is not logged, `--strict` cannot count.
    logger.setLevel(logging.WARNING)
    return load_config(config_file, **options)


@contextmanager
def children_ended() -> Iterator[None]:
    """Ends the builds of other locales where this one was told to end."""
    try:
        yield
    finally:
        for child in multiprocessing.active_children():
            child.terminate()
            child.join()
