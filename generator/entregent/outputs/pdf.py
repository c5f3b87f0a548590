"""Documents set in PDF by Typst; the only importer of typst, which comes with the extra `entregent[pdf]`.

Typst needs no system library and no network. The fonts stand in `fonts/` with their licence, so that the
same input gives the same bytes on every machine. Scripts that neither they nor Typst's own fonts have are
set in the fonts of the author, or of installed packages of fontpkg (https://pypi.org/project/fontpkg/).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from entregent.pages.page import Asset, Document

if TYPE_CHECKING:
    import typst

FONTS = Path(__file__).parent / "fonts"
_WITHOUT_FONT = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class UnsetError(Exception):
    """Typst cannot set a document; the argument is the first sign that no font has, or empty."""


def available() -> bool:
    """Whether PDFs can be made here."""
    return find_spec("typst") is not None


def render(document: Document, fonts: tuple[Path, ...] = ()) -> Asset:
    """A document as a tagged PDF/UA-1, which `fonts` (files and folders) may help to set.

    Raises ModuleNotFoundError where typst is not installed, and UnsetError for a document with a text that
    no font has: PDF/UA allows no sign that is shown as a box.
    """
    data = _data(document)
    rendered = _set(document.template, data, fonts)
    _signs(document.template, fonts).update(data)
    return Asset(document.path, rendered)


def is_familiar(document: Document, fonts: tuple[Path, ...]) -> bool:
    """Whether this process has set all signs of a document before, be it in others."""
    return _signs(document.template, fonts).issuperset(_data(document))


def _data(document: Document) -> str:
    return json.dumps(document.data, ensure_ascii=False, sort_keys=True)


@cache
def _signs(template: Path, fonts: tuple[Path, ...]) -> set[str]:
    """The signs that have been set; callers add to them."""
    return set()


@lru_cache(maxsize=256)
def _set(template: Path, data: str, fonts: tuple[Path, ...]) -> bytes:
    import typst

    try:
        result = _compiler(template, fonts).compile(
            format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1"]
        )
    except typst.TypstError as error:
        found = _WITHOUT_FONT.search(str(error))
        raise UnsetError(found[1] if found else "") from error
    assert isinstance(result, bytes)
    return result


@cache
def _compiler(template: Path, fonts: tuple[Path, ...]) -> typst.Compiler:
    # A build has a process for each locale already: more threads take memory, and no less time.
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    import typst

    # Typst looks for fonts in folders only.
    folders = [font if font.is_dir() else font.parent for font in fonts]
    return typst.Compiler(template, font_paths=[FONTS, *folders, *_packaged()], ignore_system_fonts=True)


def _packaged() -> Iterator[Path]:
    for package in sorted(entry_points(group="fontpkg.family"), key=lambda entry: entry.name):
        spec = find_spec(package.value)
        yield from map(Path, (spec and spec.submodule_search_locations) or ())
