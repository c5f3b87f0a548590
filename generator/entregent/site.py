"""From a guide to all that its site is made of: every page, in order, and the files that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from entregent.features import FEATURES
from entregent.model import Guide
from entregent.page import Asset, Page
from entregent.scripts import bundle
from entregent.view import COMPONENTS, PACKAGE, View
from entregent.view import FEATURES as FOLDER

ASSETS = "assets/entregent"
_SHARED = PACKAGE / "assets"
_COMMENT = re.compile(r"/\*.*?\*/\n*", re.DOTALL)


def pages(guide: Guide, locale: str) -> Iterator[Page]:
    """Every page of the guide in one locale, feature by feature."""
    for name, feature in FEATURES.items():
        yield from feature(guide, View(name, locale))


def assets() -> Iterator[Asset]:
    """One style sheet, one script, what must stay a file of its own, and the icon."""
    folders = [*sorted(COMPONENTS.iterdir()), *(FOLDER / name for name in FEATURES)]
    sheets = [_SHARED / "base.css", *(sheet for folder in folders for sheet in sorted(folder.glob("*.css")))]
    style = "".join(_COMMENT.sub("", sheet.read_text("utf-8")) for sheet in sheets)
    yield Asset(f"{ASSETS}/entregent.css", style.encode())
    yield Asset(f"{ASSETS}/entregent.js", bundle(_SHARED / "main.js", folders).encode())
    for name in ("later.js", "search-worker.js", "icon.svg"):
        yield Asset(f"{ASSETS}/{name}", (_SHARED / name).read_bytes())
