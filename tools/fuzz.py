"""Ten minutes of chance: bytes that a fuzzer makes out of guides are either a guide or give faults in words.

A traceback, ten seconds for one file or a gigabyte end the run, and the input that did it is kept as
`crash-...`, `timeout-...` or `oom-...` in the working folder. Arguments go to libFuzzer:
https://llvm.org/docs/LibFuzzer.html.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["entregent"]):
    from entregent.diagnostics import GuideError
    from entregent.diagnostics.report import FORMATS, as_text
    from entregent.load import load

GUIDES = Path(__file__).parents[1] / "tests" / "guides"
LIMITS = ("-max_total_time=600", "-timeout=10", "-rss_limit_mb=1000", "-max_len=16384")


def main() -> None:
    """Fuzz `load`, and the reports of what it finds."""
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules.yaml"
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, guide in enumerate(sorted(GUIDES.glob("*.yaml"))):
            (corpus / str(number)).write_bytes(guide.read_bytes())

        def attempt(content: bytes) -> None:
            rules.write_bytes(content)
            try:
                load(rules)
            except GuideError as error:
                for form in (as_text, *FORMATS.values()):
                    form(error.report, "fr")

        atheris.Setup([sys.argv[0], *LIMITS, *sys.argv[1:], str(corpus)], attempt)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
