"""The builds of the other locales: one child process each, into a folder of its own.

A build writes to a staging folder next to the site, and is moved into it only once it has succeeded.
"""

from __future__ import annotations

import multiprocessing
import secrets
import shutil
import sys
from collections.abc import Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.commands.build import build

from entregent.diagnostics.phrases import spoken
from entregent.load import Loaded
from entregent.outputs.mkdocs.building import configured
from entregent.outputs.mkdocs.progress import INTERVAL, Progress
from entregent.outputs.mkdocs.settings import own_plugin


class Job(NamedTuple):
    """One locale's build, as another process needs to hear of it."""

    locale: str
    config_file: str
    target: Path
    """The folder of the site in this locale."""
    options: Mapping[str, Any]
    """What is said in place of the settings: the command line, and the address of the whole site."""
    loaded: Loaded
    """The guide in all its locales; once the build runs, in its own alone."""
    fault: str
    """What is wrong with rules.yaml while the last good guide is in view."""
    previewed: bool
    """Whether a server shows this build; its reloading needs a script in the page."""
    progress: Progress | None = None
    """Where to count pages, if somebody at a terminal waits for them."""

    def of(self, locale: str) -> Job:
        """The build of any locale, as a part of this one of the default locale."""
        return self if locale == self.locale else self._replace(locale=locale, target=self.target / locale)


def build_locale(job: Job) -> None:
    """Build one locale, in a process of its own; raises SystemExit where it cannot be written."""
    config = configured(job.config_file, {**job.options, "site_dir": str(job.target)})
    own_plugin(config).take(job)
    try:
        build(config)
    except OSError as error:
        raise SystemExit(f"{job.locale}: {spoken(error.strerror or str(error))}") from None


class LocaleBuilds:
    """The builds that run beside this one, by locale."""

    def __init__(self) -> None:
        self._running: dict[str, tuple[BaseProcess, Path]] = {}

    def start(self, job: Job) -> None:
        """Start a build whose target is the site's folder for that locale."""
        # A fork shares what is already imported; beside the threads of a server it would not be safe.
        quick = sys.platform == "linux" and not job.previewed
        context: Any = multiprocessing.get_context("fork" if quick else "spawn")
        staged = job.target.parent.with_name(f".{job.locale}-{secrets.token_hex(4)}")
        staged_job = job._replace(target=staged)
        process = context.Process(target=build_locale, args=(staged_job,), name=job.locale)
        # Known before it starts: a signal that ends the program may come in between.
        self._running[job.locale] = (process, staged)
        process.start()

    def finish(self, site: Path, progress: Progress | None) -> list[str]:
        """Wait for all builds, move each into `site`, and name the locales whose build failed.

        Until then shows how far they are, if somebody wants to know.
        """
        failed = []
        for locale, (process, staged) in self._running.items():
            while process.is_alive():
                process.join(INTERVAL)
                if progress:
                    progress.show()
            if process.exitcode:
                failed.append(locale)
            else:
                staged.replace(site / locale)
        if progress:
            progress.clear()
        self.stop()
        return failed

    def stop(self) -> None:
        """End what still runs and leave nothing behind."""
        for process, staged in self._running.values():
            if process.is_alive():
                process.terminate()
                process.join()
            shutil.rmtree(staged, ignore_errors=True)
        self._running = {}
