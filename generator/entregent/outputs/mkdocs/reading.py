"""Reading the guide for a build or for a preview, where faults must not take the last good one away."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from entregent.diagnostics import GuideError, Report, Words, words
from entregent.diagnostics.report import as_text
from entregent.diagnostics.words import language_of_terminal
from entregent.load import Loaded, load
from entregent.load.notices import notices, today

log = logging.getLogger("mkdocs.plugins.entregent")
# Notices are for authors, whom `--quiet` spares MkDocs' own progress.
log.setLevel(logging.WARNING)


class GuideReader:
    """The guide in rules.yaml as it was when it last had no fault."""

    def __init__(self) -> None:
        self.loaded: Loaded | None = None
        self.fault = ""
        """What is wrong with rules.yaml since then."""
        self.files: tuple[Path, ...] = ()
        """The files that were read last, sound or not."""

    def read(self, rules: Path, *, keep: bool) -> Loaded:
        """The guide as it is now, or with `keep` as it was last without a fault; logs faults and notices.

        Raises Abort with the faults where there is no guide to go on with.
        """
        try:
            loaded = load(rules)
        except GuideError as error:
            self.files = error.report.files
            report = as_text(error.report, language_of_terminal())
            if not (keep and self.loaded):
                raise Abort(report) from None
            log.error("%s\n\n%s", words("last_good").message(language_of_terminal()), report)
            self.fault = report
            return self.loaded
        self.fault, self.files = "", tuple(loaded.texts)
        warn(notices(loaded, today()))
        # Another one, that does not hold on to the places of the notices.
        loaded = replace(loaded)
        self.loaded = loaded if keep else None
        return loaded


def warn_of_setting(config: MkDocsConfig, said: Words) -> None:
    """Log what is wrong with a setting, and what to write instead."""
    language = language_of_terminal()
    colon = " : " if language == "fr" else ": "
    file = Path(config.config_file_path).name
    log.warning("%s", colon.join([file, said.message(language), said.help(language)]))


def warn(report: Report) -> None:
    """Log notices about a guide, if there are any."""
    if report.diagnostics:
        log.warning("%s", as_text(report, language_of_terminal()))
