"""What the search of the built guide answers to real questions, as text for people to score."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from playwright.sync_api import Browser

from bench.projects import ROOT
from bench.search import OURS, opened, path_of, results

PARTS = ("tune", "aside")
STARTS = {"fr": "index.html", "en": "en/index.html"}
SHOWN = 3
_READ = """all => all.map((one) =>
  [one.href, ...["kind", "title", "answer"].map((name) => one.querySelector(`.search-${name}`).textContent)]
)"""


def answers(browser: Browser, site: Path) -> Iterator[str]:
    """The questions of each language, a part after the other, each with what a reader sees first."""
    for locale, start in STARTS.items():
        asked = yaml.safe_load((ROOT / f"tests/search/questions.{locale}.yaml").read_text("utf-8"))
        with opened(browser, site, start, OURS) as page:
            for part in PARTS:
                yield f"\n# {locale}, {part}"
                for number, one in enumerate(asked, 1):
                    if one["part"] == part:
                        yield f"\n{locale} {number}. {one['question']}"
                        yield f"   wanted ({one['needs']}): {one['good']}"
                        found = results(page, OURS, one["question"], _READ)[:SHOWN]
                        for place, (address, kind, title, answer) in enumerate(found, 1):
                            yield f"   {place}. {kind}: {title} ({path_of(address)})\n      {answer}"
