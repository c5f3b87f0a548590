"""Documents set in PDF by Typst; the only importer of typst, which comes with the extra `entregent[pdf]`.

Typst needs no system library and no network. The fonts stand in `fonts/` with their licence, so that the
same input gives the same bytes on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from entregent.page import Asset, Document
from entregent.view import PACKAGE

if TYPE_CHECKING:
    import typst

FONTS = PACKAGE / "fonts"
INSTALL = 'pip install "entregent[pdf]"'
"""What brings the means to make PDFs."""

_STANDARD: Literal["ua-1"] = "ua-1"


def available() -> bool:
    """Whether PDFs can be made here."""
    return find_spec("typst") is not None


def render(documents: Iterable[Document]) -> Iterator[Asset]:
    """Each document as a tagged PDF/UA-1.

    Raises ModuleNotFoundError where typst is not installed.
    """
    for document in documents:
        data = json.dumps(document.data, ensure_ascii=False, sort_keys=True)
        yield Asset(document.path, _set(document.template, data))


@lru_cache(maxsize=64)
def _set(template: Path, data: str) -> bytes:
    result = _compiler(template).compile(format="pdf", sys_inputs={"data": data}, pdf_standards=[_STANDARD])
    assert isinstance(result, bytes)
    return result


@cache
def _compiler(template: Path) -> typst.Compiler:
    import typst

    return typst.Compiler(template, font_paths=[FONTS], ignore_system_fonts=True)
