"""The search, tried on queries that people might type, beside stock Material's on the same pages."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser, Page, Response
from tools.static_server import served

from bench.projects import ROOT
from bench.weight import PHONE

LOOKED_AT = 10
TYPED = (
    "invitations",
    "comment répondre",
    "linkdin",
    "refuser poliment",
    "dois-je accepter cette invitation ?",
)


class Search(NamedTuple):
    """How a page's search is used: what opens it, and what its parts are called."""

    opener: str
    field: str
    status: str
    link: str


OURS = Search(".eg-search", ".search-input", ".search-status", ".search-result")
STOCK = Search(
    ".md-header label[for=__search]",
    ".md-search__input",
    ".md-search-result__meta",
    ".md-search-result__link",
)
# Entregent listens to `input`, Material to `keyup`.
_TYPE = """
const type = (field, text) => {
  const input = document.querySelector(field);
  input.focus();
  input.value = text;
  for (const event of [new Event("input"), new KeyboardEvent("keyup")]) input.dispatchEvent(event);
};
"""
_FIRST = """async ([opener, field, link]) => {
  document.querySelector(opener).click();
  while (!document.querySelector(link)) {
    if (document.querySelector(field)) type(field, "invitation");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now();
}"""
_TIMED = """async ([field, query]) => {
  const times = [];
  for (let end = 1; end <= query.length; end++) {
    const changed = new Promise((resolve) => {
      const watcher = new MutationObserver(() => resolve(true));
      watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    const start = performance.now();
    type(field, query.slice(0, end));
    const late = new Promise((resolve) => setTimeout(() => resolve(false), 1000));
    if (await Promise.race([changed, late])) times.push(performance.now() - start);
  }
  return times;
}"""
_SAID = """([status, before, same]) =>
  ((document.querySelector(status)?.textContent ?? "").trim() === before) === same"""


class Marks(NamedTuple):
    """How well a search does: shares of queries, and the mean of one by the place of the first right page."""

    success_at_1: float
    success_at_3: float
    mean_reciprocal_rank: float


class Speed(NamedTuple):
    """How fast a search is, in milliseconds, and what it fetches, in bytes on the wire."""

    ready: float
    """From the first byte of the page to the first result, by somebody who searches at once."""
    fetched: int
    """Engine and index, whenever they are fetched."""
    median: float
    worst: float
    """From a keystroke to what it changes on the page."""


def queries(locale: str) -> list[dict[str, Any]]:
    """What people type in a language, each with the pages of which one should be among the first three."""
    return list(yaml.safe_load((ROOT / f"tests/search/{locale}.yaml").read_text("utf-8")))


@contextmanager
def opened(browser: Browser, site: Path, path: str, search: Search) -> Iterator[Page]:
    """A page of a site with its search open."""
    with served(site) as address:
        page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        page.goto(f"{address}{path}", wait_until="networkidle")
        page.locator(search.opener).first.click()
        page.wait_for_function(_SAID, arg=[search.status, "", False])
        yield page
        page.close()


def quality(browser: Browser, site: Path, path: str, search: Search, locale: str) -> Marks:
    """The marks of a search on the queries of one language, typed on one page of a site."""
    with opened(browser, site, path, search) as page:
        places = [_place(_found(page, search, one["query"]), one["pages"]) for one in queries(locale)]
    return Marks(
        statistics.mean(place == 1 for place in places),
        statistics.mean(0 < place <= 3 for place in places),
        statistics.mean(1 / place if place else 0 for place in places),
    )


def speed(browser: Browser, site: Path, search: Search) -> Speed:
    """How fast a search is for somebody who has never been on the site."""
    with served(site) as address:
        page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
        answers: list[Response] = []
        page.context.on("response", lambda answer: answers.append(answer))
        page.goto(f"{address}index.html")
        ready = page.evaluate(_typing(_FIRST), [search.opener, search.field, search.link])
        times = [time for query in TYPED for time in page.evaluate(_typing(_TIMED), [search.field, query])]
        asked = [answer for answer in answers if "search" in urlsplit(answer.url).path]
        fetched = sum(answer.request.sizes()["responseBodySize"] for answer in asked)
        page.close()
    return Speed(ready, fetched, statistics.median(times), max(times))


def results(page: Page, search: Search, query: str, read: str) -> Any:
    """What a function of JavaScript reads from the links that a query finds, best first."""
    before = page.locator(search.status).inner_text().strip()
    page.evaluate(_typing("([field, text]) => type(field, text)"), [search.field, query])
    page.wait_for_function(_SAID, arg=[search.status, before, False])
    found = page.eval_on_selector_all(search.link, read)
    page.evaluate(_typing("([field, text]) => type(field, text)"), [search.field, ""])
    page.wait_for_function(_SAID, arg=[search.status, before, True])
    return found


def path_of(address: str) -> str | None:
    """The path of a page of either language, as `rules/some-id`."""
    found = re.search(r"/(?:en/)?((?:[\w-]+/)?[\w-]+)\.html", address)
    return found[1] if found else None


def _found(page: Page, search: Search, query: str) -> list[str]:
    """The pages that a query finds, best first."""
    links = results(page, search, query, "all => all.map((one) => one.href)")
    return list(dict.fromkeys(filter(None, map(path_of, links))))[:LOOKED_AT]


def _place(found: list[str], right: list[str]) -> int:
    """The place of the first right page, from 1; 0 where there is none."""
    return next((place for place, page in enumerate(found, 1) if page in right), 0)


def _typing(function: str) -> str:
    return f"(given) => {{ {_TYPE} return ({function})(given); }}"
