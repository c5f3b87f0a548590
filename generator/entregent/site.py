"""From a guide to all that its site is made of: every page, in order, and the files that go with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entregent.features import FEATURES
from entregent.model import Guide
from entregent.page import Asset, Page
from entregent.view import COMPONENTS, PACKAGE, View
from entregent.view import FEATURES as FOLDER

ASSETS = "assets/entregent"
_SHARED = PACKAGE / "assets"


def pages(guide: Guide, locale: str) -> Iterator[Page]:
    """Every page of the guide in one locale, feature by feature."""
    for name, feature in FEATURES.items():
        yield from feature(guide, View(name, locale))


def assets() -> Iterator[Asset]:
    """One style sheet, the scripts as they are, and the icon; the same for every guide."""
    sheets = [_SHARED / "base.css", *sorted(_folders("*.css"))]
    yield Asset(f"{ASSETS}/entregent.css", b"\n".join(sheet.read_bytes() for sheet in sheets))
    for shared in sorted(_SHARED.glob("*.js")) + sorted(_SHARED.glob("*.svg")):
        yield Asset(f"{ASSETS}/{shared.name}", shared.read_bytes())
    for script in sorted(_folders("*.js")):
        yield Asset(f"{ASSETS}/{script.parent.name}/{script.name}", script.read_bytes())


def _folders(pattern: str) -> Iterator[Path]:
    yield from COMPONENTS.glob(f"*/{pattern}")
    for name in FEATURES:
        yield from (FOLDER / name).glob(pattern)
