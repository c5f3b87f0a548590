"""The pages and files of a guide written to a folder, for any engine that reads Markdown."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

from entregent import site
from entregent.model import Guide
from entregent.page import with_urls


def write(guide: Guide, locale: str, folder: Path) -> int:
    """Write every page and asset below `folder` and return how many pages there are.

    Links lead to the `.html` file of each page. Raises OSError where the folder cannot be written.
    """
    pages = list(site.pages(guide, locale))
    for page in pages:
        start = posixpath.dirname(page.path) or "."
        body = with_urls(page.body, page.path, lambda path, start=start: _html(path, start))  # type: ignore[misc]
        front = json.dumps({"title": page.title, "description": page.description}, ensure_ascii=False)
        needs = "".join(_element(posixpath.relpath(asset, start)) for asset in page.assets)
        _write(folder / page.path, f"---\n{front}\n---\n{body}{needs}".encode())
    index = site.index(guide, locale, pages, lambda path: _html(path, "."))
    for asset in (*site.assets(locale), index):
        _write(folder / asset.path, asset.content)
    return len(pages)


def _element(asset: str) -> str:
    if asset.endswith(".css"):
        return f'\n<link rel="stylesheet" href="{asset}">\n'
    return f'\n<script defer src="{asset}"></script>\n'


def _html(path: str, start: str) -> str:
    return posixpath.relpath(re.sub(r"\.md$", ".html", path), start)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
