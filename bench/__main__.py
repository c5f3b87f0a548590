"""Prints every figure that this project promises, with its bound, as medians of several runs.

`--quick` leaves Lighthouse out; `times`, `sizes`, `weights`, `searching` or `marks` leaves out the others.
`questions` prints no figure but what the search answers to real questions, and `drafts` how well drafts are
judged.
"""

from __future__ import annotations

import gzip
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser
from tools.chromium import launched
from tools.static_server import served

from bench import preview
from bench.drafts import figures
from bench.projects import ROOT, naive, of_size, shipped, stock
from bench.questions import answers
from bench.search import OURS, STOCK, quality, speed
from bench.timing import FEW, RUNS, paired, peak, wall
from bench.weight import first_load, lighthouse
from entregent.load import load

BUILD = ["mkdocs", "build", "--quiet"]
ZENSICAL = ["zensical", "build", "--clean"]
SMALL, LARGE = 50, 1000
MARKED = 3
PAGES = ("", "rules/", "rules/add-a-note.html", "scenarios/", "scenarios/mixer-accusation.html", "checklist/",
         "checklist/before-inviting.html", "checklist/all.html", "messages/invite-met-at-event.html",
         "messages/", "sources/", "about.html", "authors.html")  # fmt: skip

Row = tuple[str, str, str]


def times(work: Path) -> Iterator[Row]:
    ours = shipped(work / "ours")
    plain = stock(work / "plain", ours / "rules.yaml")
    for name, build in (
        ("kept", lambda: wall(BUILD, ours)),
        # They are kept in the folder for temporary files.
        ("compiled anew", lambda: wall(BUILD, ours, TMPDIR=tempfile.mkdtemp(dir=work))),
    ):
        first, second, ratio = paired(build, lambda: wall(BUILD, plain))
        times = f"{ratio:.2f} ({first:.2f} s / {second:.2f} s)"
        yield f"two locales / stock Material, templates {name}", times, "<= 0.8"
    check = statistics.median(wall(["entregent", "check"], ours) for _ in range(RUNS))
    yield "entregent check, start-up included", f"{check:.2f} s", "<= 1 s"
    yield "save to seen, both locales", f"{preview.entregent(ours):.2f} s", "<= 0.5 s"


def sizes(work: Path) -> Iterator[Row]:
    one = of_size(work / "one", LARGE, ("fr",))
    two = of_size(work / "two", LARGE)
    fifth = of_size(work / "fifth", LARGE // 5, ("fr",))
    plain = naive(work / "naive", load(one / "rules.yaml").guides["fr"])
    large = "1,000 rules, one locale"
    for name, ours, theirs, command, bound in (
        (f"{large} / naive Material", one, plain, BUILD, 0.2),
        (f"{large} / Zensical", one, plain, ZENSICAL, 0.35),
        (f"{large} / 200 rules", one, fifth, BUILD, 4),
        ("1,000 rules, two locales / one", two, one, BUILD, 1.25),
    ):
        first, second, ratio = paired(partial(wall, BUILD, ours), partial(wall, command, theirs), FEW)
        yield name, f"{ratio:.2f} ({first:.1f} s / {second:.1f} s)", f"<= {bound}"
    for name, project in (("one locale", one), ("two locales", two)):
        yield f"1,000 rules, {name}, memory of a process", f"{peak(BUILD, project):.0f} MiB", "<= 250 MiB"
    check = statistics.median(wall(["entregent", "check"], two) for _ in range(RUNS))
    yield "1,000 rules, entregent check, two locales", f"{check:.2f} s", "<= 1 s"
    seen, theirs = preview.entregent(two), preview.zensical(plain)
    yield (
        "1,000 rules, save to seen, both locales",
        f"{seen:.2f} s (Zensical, naive: {theirs:.2f} s)",
        "<= 1 s",
    )


def weights(work: Path) -> Iterator[Row]:
    pages: dict[int, int] = {}
    with launched() as browser:
        for rules in (SMALL, LARGE):
            folder = of_size(work / str(rules), rules)
            seconds = wall(BUILD, folder)
            pages[rules] = (folder / "site/rules/names-are-lent.html").stat().st_size
            heaviest = max((folder / "site/rules").glob("*-*.html"), key=_compressed)
            with served(folder / "site") as address:
                size, asked = first_load(browser, f"{address}rules/{heaviest.name}")
            early = [path for path in asked if "search" in path]
            yield (
                f"first load, heaviest rule page, {rules} rules",
                f"{size / 1000:.1f} kB, {len(asked)} requests",
                "<= 75 kB",
            )
            yield f"search index fetched with it, {rules} rules", "yes" if early else "no", "no"
            yield f"build of {rules} rules in two locales", f"{seconds:.1f} s", ""
    growth = pages[LARGE] / pages[SMALL] - 1
    yield (
        f"a rule page's HTML, {SMALL} -> {LARGE} rules",
        f"{growth:+.1%} ({pages[LARGE] / 1000:.1f} kB)",
        "within 5 %",
    )


def searching(work: Path) -> Iterator[Row]:
    site = shipped(work / "searched") / "site"
    wall(BUILD, site.parent)
    with launched() as browser:
        for locale, start in (("fr", "index.html"), ("en", "en/index.html")):
            plain = stock(work / f"stock-{locale}", ROOT / "rules.yaml", locale)
            wall(BUILD, plain)
            theirs = quality(browser, plain / "site", "index.html", STOCK, locale)
            ours = quality(browser, site, start, OURS, locale)
            for name, bound in (("success_at_1", ">= 80 %"), ("success_at_3", ">= 95 %")):
                value = f"{getattr(ours, name):.1%} (stock {getattr(theirs, name):.1%})"
                yield f"search, {locale}, {name.replace('_', ' ')}", value, bound
            ranks = f"{ours.mean_reciprocal_rank:.2f} (stock {theirs.mean_reciprocal_rank:.2f})"
            yield f"search, {locale}, mean reciprocal rank", ranks, ""
        for rules, most in ((SMALL, 50), (LARGE, 100)):
            yield from _speeds(browser, work, rules, most)


def _speeds(browser: Browser, work: Path, rules: int, most: int) -> Iterator[Row]:
    folder = of_size(work / f"search-{rules}", rules)
    plain = stock(work / f"search-stock-{rules}", folder / "rules.yaml")
    for project in (folder, plain):
        wall(BUILD, project)
    ours, theirs = speed(browser, folder / "site", OURS), speed(browser, plain / "site", STOCK)
    for name, what, bound in (
        ("median", "keystroke to answer, median", ""),
        ("worst", "keystroke to answer, worst", f"<= {most} ms"),
        ("ready", "page to first result", ""),
    ):
        value = f"{getattr(ours, name):.0f} ms (stock {getattr(theirs, name):.0f} ms)"
        yield f"search, {rules} rules, {what}", value, bound
    fetched = f"{ours.fetched / 1000:.0f} kB (stock {theirs.fetched / 1000:.0f} kB)"
    yield f"search, {rules} rules, fetched", fetched, "<= 200 kB"


def _compressed(page: Path) -> int:
    return len(gzip.compress(page.read_bytes()))


def marks(work: Path) -> Iterator[Row]:
    site = work / "marks"
    os.environ["SITE_URL"] = "http://127.0.0.1/"
    wall([*BUILD, "-d", str(site)], ROOT)
    del os.environ["SITE_URL"]
    with served(site) as address:
        for path in [prefix + page for prefix in ("", "en/") for page in PAGES]:
            runs = [lighthouse(f"{address}{path}") for _ in range(MARKED)]
            medians = [round(statistics.median(run[name] for run in runs)) for name in runs[0]]
            yield f"Lighthouse /{path}", " / ".join(map(str, medians)), "100 / 100 / 100 / 100"


def questions(work: Path) -> Iterator[str]:
    site = shipped(work / "asked") / "site"
    wall(BUILD, site.parent)
    with launched() as browser:
        yield from answers(browser, site)


def main() -> None:
    if "drafts" in sys.argv:
        print("\n".join(figures()))
        return
    if "questions" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            for text in questions(Path(folder)):
                print(text, flush=True)
        return
    every = {section.__name__: section for section in (times, sizes, weights, searching, marks)}
    chosen = [name for name in sys.argv[1:] if name in every]
    sections = [
        every[name] for name in chosen or every if chosen or name != "marks" or "--quick" not in sys.argv
    ]
    with tempfile.TemporaryDirectory() as folder:
        for section in sections:
            for name, value, bound in section(Path(folder)):
                print(f"{name:<46} {value:<34} {bound}", flush=True)


if __name__ == "__main__":
    main()
