"""From a guide to all that its site is made of: every page, in order, and the files that go with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from entregent.features import DOCUMENTS, FEATURES, search
from entregent.model import Guide
from entregent.page import Asset, Document, Page
from entregent.prose import inert
from entregent.scripts import bundle, script
from entregent.view import COMPONENTS, PACKAGE, UNPUBLISHED, Publication, View
from entregent.view import FEATURES as FOLDER

ASSETS = "assets/entregent"
_SHARED = PACKAGE / "assets"
_TITLE = re.compile(r"^# .*$", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)
_SPACE = re.compile(r"\s*([{};])\s*")


def pages(guide: Guide, locale: str, publication: Publication = UNPUBLISHED) -> Iterator[Page]:
    """Every page of the guide in one locale, feature by feature."""
    for name, feature in FEATURES.items():
        own = tuple(asset.path for asset in _own_assets(name))
        view = View(name, locale, publication)
        for page in feature(guide, view):
            body = _noted(page.body, view) if page.entry and guide.is_stale(*page.entry) else page.body
            yield replace(page, assets=own, body=body)


def _noted(body: str, view: View) -> str:
    """A page that says below its title that it is older than its original."""
    note = f'<p class="eg-stale">{inert(view.words["stale"])}</p>'
    return _TITLE.sub(lambda title: f"{title[0]}\n{note}\n", body, count=1)


def documents(guide: Guide, locale: str, publication: Publication = UNPUBLISHED) -> Iterator[Document]:
    """Every document to print, in one locale."""
    for name, feature in DOCUMENTS.items():
        yield from feature(guide, View(name, locale, publication))


def index(
    guide: Guide,
    locale: str,
    pages: Iterable[Page],
    url_of: Callable[[str], str],
    others: Iterable[search.Entry] = (),
) -> Asset:
    """What the search of one locale looks into: the guide on its pages, and `others`.

    `url_of` gives the address of a page such as `rules/some-id.md`, seen from the root of the locale.
    """
    view = View("search", locale)
    found = [*search.entries(guide, pages, view), *others]
    return search.index(guide, found, search.doors(guide), view, url_of)


def assets(locale: str) -> Iterator[Asset]:
    """The style sheet and the script of the whole site, those of each feature, the search, and the icon."""
    shared = sorted(COMPONENTS.iterdir())
    sheets = [_SHARED / "base.css", *(sheet for folder in shared for sheet in folder.glob("*.css"))]
    yield Asset(f"{ASSETS}/entregent.css", _style(sheets))
    yield Asset(f"{ASSETS}/entregent.js", bundle(shared, start=_SHARED / "main.js").encode())
    for name in FEATURES:
        yield from _own_assets(name)
    yield from search.scripts(locale)
    yield Asset(f"{ASSETS}/early.js", script(_SHARED / "early.js").encode())
    for name in ("later.js", "icon.svg"):
        yield Asset(f"{ASSETS}/{name}", (_SHARED / name).read_bytes())


@cache
def _own_assets(feature: str) -> tuple[Asset, ...]:
    """A feature's own style sheet and script, which only its pages load."""
    folder = FOLDER / feature
    found = []
    if sheets := sorted(folder.glob("*.css")):
        found.append(Asset(f"{ASSETS}/{feature}.css", _style(sheets)))
    if any(folder.glob("*.js")):
        found.append(Asset(f"{ASSETS}/{feature}.js", bundle([folder]).encode()))
    return tuple(found)


def _style(sheets: Iterable[Path]) -> bytes:
    sheet = "".join(_COMMENT.sub("", sheet.read_text("utf-8")) for sheet in sheets)
    return _SPACE.sub(r"\1", sheet).encode()
