"""The pages and files of a guide written to a folder, for any engine that reads Markdown.

A page becomes front matter, headings in Markdown, and blocks of HTML without blank lines, which every engine
takes. What Markdown and its extensions could act on in a text or an attribute is an entity there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from entregent import site
from entregent.guide import Guide
from entregent.pages.addresses import relative
from entregent.pages.page import UNPUBLISHED, Asset, Page

_KEPT_OR_ACTIVE = re.compile(r'="[\w./#?=;: -]*"|="|&#?\w+;|[\\`*_{}\[\]#!|~^$+=]')
"""What stays as it is - plain attributes, such as addresses, and entities - or a sign that becomes an entity.

In a page of finished HTML, a quote as such stands around the value of an attribute only.
"""
_HEADING = re.compile(r'<h([12]) id="([^"]+)">(.*)</h\1>')
_OPENING, _CLOSING = re.compile(r"<(?:div|section|article)\b"), re.compile(r"</(?:div|section|article)>")
_LOADING = {".css": '\n<link rel="stylesheet" href="{}">\n', ".js": '\n<script defer src="{}"></script>\n'}
"""The element by which a page loads a file."""


def write(guide: Guide, folder: Path) -> int:
    """Write every page and asset below `folder` and return how many pages there are.

    Links lead to the `.html` file of each page. Raises OSError where the folder cannot be written.
    """
    pages = list(site.pages(guide))
    written = [Asset(f"{page.path}.md", _markdown(page).encode()) for page in pages]
    index = site.index(guide, pages, UNPUBLISHED.address)
    moved = site.redirects(guide, pages)
    for asset in (*written, *moved, *site.assets(guide.locale, guide.brand), index):
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)
    return len(pages)


def _markdown(page: Page) -> str:
    front = json.dumps({"title": page.title, "description": page.description}, ensure_ascii=False)
    body = _KEPT_OR_ACTIVE.sub(_entity, re.sub(r"\n\s*", "\n", page.html))
    body = "\n".join(_with_headings(body.split("\n")))
    needs = "".join(_LOADING[Path(asset).suffix].format(relative(asset, page.path)) for asset in page.assets)
    return f"---\n{front}\n---\n{body.strip()}\n{needs}"


def _with_headings(lines: list[str]) -> Iterator[str]:
    """The lines, with headings in Markdown where it is read: not within blocks of HTML."""
    depth = 0
    for line in lines:
        found = _HEADING.fullmatch(line)
        yield f"\n{'#' * int(found[1])} {found[3]} {{ #{found[2]} }}\n" if found and not depth else line
        depth += len(_OPENING.findall(line)) - len(_CLOSING.findall(line))


def _entity(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) > 1 else f"&#{ord(found[0])};"
