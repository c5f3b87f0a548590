"""The builds of the other locales: one child process each, into a folder of its own.

A build writes to a staging folder next to the site, and is moved into it only once it has succeeded.
"""

from __future__ import annotations

import multiprocessing
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple

from entregent.load import Loaded
from entregent.outputs.mkdocs.progress import INTERVAL, Progress


class Job(NamedTuple):
    """One locale's build, as another process needs to hear of it."""

    locale: str
    config_file: str
    target: Path
    options: Mapping[str, Any]
    """What the command line says in place of the settings."""
    site_url: str
    loaded: Loaded
    fault: str
    previewed: bool
    progress: Progress | None = None


class LocaleBuilds:
    """The builds that run beside this one, by locale."""

    def __init__(self, build: Callable[[Job], None]) -> None:
        self._build = build
        self._running: dict[str, tuple[BaseProcess, Path]] = {}

    def start(self, job: Job, *, threads: bool) -> None:
        """Start a build whose target is the site's folder for that locale.

        `threads` tells that this process runs threads of its own.
        """
        # A fork shares what is already imported; beside other threads it would not be safe.
        quick = sys.platform == "linux" and not threads
        context: Any = multiprocessing.get_context("fork" if quick else "spawn")
        site = job.target.parent
        site.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=f".{job.locale}-", dir=site.parent))
        staged.chmod(0o755)
        process = context.Process(target=self._build, args=(job._replace(target=staged),), name=job.locale)
        process.start()
        self._running[job.locale] = (process, staged)

    def finish(self, site: Path, progress: Progress | None) -> list[str]:
        """Wait for all builds, move each into `site`, and name the locales whose build failed.

        Until then shows how far they are, if somebody wants to know.
        """
        failed = []
        for locale, (process, staged) in self._running.items():
            while progress and process.is_alive():
                progress.show()
                process.join(INTERVAL)
            process.join()
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
            process.terminate()
            process.join()
            shutil.rmtree(staged, ignore_errors=True)
        self._running = {}
