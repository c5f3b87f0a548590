"""From a guide to all that its site is made of: every page, in order, and the files that go with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from operator import attrgetter
from pathlib import Path

from entregent.features import FEATURES, search
from entregent.guide import Guide
from entregent.guide.brand import PLAIN, Brand
from entregent.guide.colours import sheet
from entregent.guide.texts import texts
from entregent.pages.addresses import relative
from entregent.pages.feature import Entry, Feature
from entregent.pages.page import UNPUBLISHED, Asset, Document, Page, Publication
from entregent.pages.scripts import bundle, script
from entregent.pages.templates import COMPONENTS, PACKAGE, template_of, words_of
from entregent.pages.templates import FEATURES as FOLDER
from entregent.pages.view import Card, View
from entregent.text.foreign import Foreign

ASSETS = "assets/entregent"
MARK = f"{ASSETS}/mark.svg"
_MOVED = "moved.js"
_SHARED = PACKAGE / "pages" / "assets"
_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)
_SPACE = re.compile(r"\s*([{};])\s*")


def pages(guide: Guide, publication: Publication = UNPUBLISHED) -> Iterator[Page]:
    """Every page of the guide, feature by feature."""
    ways = cards(guide)
    for feature in _features(guide):
        assets = tuple(asset.path for folder in _folders(feature) for asset in _own_assets(folder))
        view = View(feature.name, guide.voice, publication, ways, guide.links)
        for page in feature.pages(guide, view):
            yield replace(page, assets=assets, note=_note(guide, page, view.words))


def _note(guide: Guide, page: Page, words: Mapping[str, str]) -> str:
    """What the page of an entry says of its translation, where that is behind or not complete."""
    if not page.entry:
        return ""
    is_partial = any(isinstance(text, Foreign) for _, text in texts(guide.index.one(*page.entry)))
    notes = {"stale": guide.is_stale(*page.entry), "partial": is_partial}
    return " ".join(words[name] for name, holds in notes.items() if holds)


def redirects(guide: Guide, pages: Iterable[Page], publication: Publication = UNPUBLISHED) -> Iterator[Asset]:
    """A page at each address that an entry once had, which leads to the one it has now."""
    for page in pages:
        entry = guide.index.one(*page.entry) if page.entry else None
        for former in entry.former_ids if entry else ():
            old = publication.address(f"{page.path.rpartition('/')[0]}/{former}")
            now = publication.address(page.path)
            html = template_of("moved/moved.html.jinja", guide.voice).render(
                title=page.title,
                address=relative(now, old),
                canonical=f"{publication.root}{now}" if publication.root else relative(now, old),
                script=relative(f"{ASSETS}/{_MOVED}", old),
            )
            yield Asset(f"{old}index.html" if old.endswith("/") else old, html.encode())


def cards(guide: Guide) -> tuple[Card, ...]:
    """The ways into the features that the guide has something for."""
    found = []
    for feature in sorted(_features(guide), key=attrgetter("rank")):
        if feature.start:
            words = words_of(feature.name, guide.voice)
            found.append(Card(feature.start, words["card"], words["card-more"]))
    return tuple(found)


def _features(guide: Guide) -> list[Feature]:
    """The features that the guide has something for."""
    return [feature for feature in FEATURES.values() if getattr(guide, feature.collection)]


def documents(guide: Guide, publication: Publication = UNPUBLISHED) -> Iterator[Document]:
    """Every document to print."""
    for feature in _features(guide):
        yield from feature.documents(guide, View(feature.name, guide.voice, publication, links=guide.links))


def files(guide: Guide, publication: Publication = UNPUBLISHED) -> Iterator[Asset]:
    """Every file that is made of the guide for the scripts of its pages."""
    for feature in _features(guide):
        yield from feature.files(guide, View(feature.name, guide.voice, publication))


def index(
    guide: Guide, pages: Iterable[Page], url_of: Callable[[str], str], others: Iterable[Entry] = ()
) -> Asset:
    """What the search looks into: the guide on its pages, and `others`, each of which has its address.

    `url_of` gives the address of a page such as `rules/some-id`, seen from the root of the locale.
    """
    ways = tuple(card._replace(page=url_of(card.page)) for card in cards(guide))
    view = View("search", guide.voice, cards=ways)
    entries = search.entries(guide, FEATURES.values(), pages, view)
    found = [replace(entry, page=url_of(entry.page)) for entry in entries]
    return search.index(guide.synonyms, [*found, *others], view)


def assets(locale: str, brand: Brand = PLAIN) -> Iterator[Asset]:
    """The style sheet and script of the whole site, those of each feature, the search, and pictures."""
    own = {folder for feature in FEATURES.values() for folder in _folders(feature)}
    shared = sorted(set(COMPONENTS.iterdir()) - own)
    sheets = [_SHARED / "base.css", *(sheet for folder in shared for sheet in folder.glob("*.css"))]
    accent = sheet(brand.accent) if brand.accent else ""
    yield Asset(f"{ASSETS}/entregent.css", _style(sheets) + accent.encode())
    yield Asset(f"{ASSETS}/entregent.js", bundle(shared, start=_SHARED / "main.js").encode())
    for folder in sorted(own):
        yield from _own_assets(folder)
    yield from search.scripts(locale)
    yield Asset(f"{ASSETS}/early.js", script(_SHARED / "early.js").encode())
    for name in ("later.js", _MOVED):
        yield Asset(f"{ASSETS}/{name}", (_SHARED / name).read_bytes())
    yield Asset(f"{ASSETS}/icon.svg", brand.icon.encode() or (_SHARED / "icon.svg").read_bytes())
    if brand.mark:
        yield Asset(MARK, brand.mark.encode())


def _folders(feature: Feature) -> list[Path]:
    """The folders whose style sheets and scripts a feature's pages load beside those of the whole site."""
    return [*(COMPONENTS / name for name in feature.components), FOLDER / feature.name]


@cache
def _own_assets(folder: Path) -> tuple[Asset, ...]:
    """The style sheet and the script of a folder, which only some pages load."""
    found = []
    if sheets := sorted(folder.glob("*.css")):
        found.append(Asset(f"{ASSETS}/{folder.name}.css", _style(sheets)))
    if any(folder.glob("*.js")):
        found.append(Asset(f"{ASSETS}/{folder.name}.js", bundle([folder]).encode()))
    return tuple(found)


def _style(sheets: Iterable[Path]) -> bytes:
    sheet = "".join(_COMMENT.sub("", sheet.read_text("utf-8")) for sheet in sheets)
    return _SPACE.sub(r"\1", sheet).encode()
