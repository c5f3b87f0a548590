"""A mark and a colour of one's own in a browser: all can be read, and nothing of a hostile mark runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize
from tools.static_server import served

from conftest import run
from rewritten import in_locales, write

from .test_accessibility import violations

Scheme = Literal["light", "dark"]
HOSTILE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" onload="alert(1)">
<script>alert(2)</script><style>@import url(https://evil.example/x.css);</style>
<image href="https://evil.example/x.png" onerror="alert(3)"/><foreignObject width="9" height="9">
<body xmlns="http://www.w3.org/1999/xhtml" onload="alert(4)"><iframe src="https://evil.example"/></body>
</foreignObject><rect width="120" height="40" fill="#e67e22"/></svg>"""


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("brand")
    data = in_locales("fr", "en")
    data["brand"] |= {"mark": "logo.svg", "accent": "#b5179e"}
    write(folder, data)
    (folder / "logo.svg").write_text(HOSTILE, "utf-8")
    result = run("entregent", "build", "--strict", cwd=folder)
    assert result.returncode == 0, result.stderr
    with served(folder / "site", "/sub/") as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["index.html", "rules/add-a-note.html", "checklist/all.html", "404.html"])
def test_axe_finds_nothing(
    browser: Browser, branded: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    for width in (390, 1280):
        size: ViewportSize = {"width": width, "height": 900}
        page = browser.new_page(color_scheme=scheme, viewport=size, reduced_motion="reduce")
        page.goto(branded + path)
        assert violations(page) == []
        mark = page.locator(".md-header .md-logo img")
        assert mark.evaluate("image => image.complete && image.naturalWidth / image.naturalHeight") == 3
        assert mark.is_visible()
        page.close()


def test_nothing_of_a_mark_runs(browser: Browser, branded: str) -> None:
    page = browser.new_page()
    seen: list[str] = []
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: seen.append(request.url))
    for path in ("index.html", "assets/entregent/mark.svg", "assets/entregent/icon.svg"):
        page.goto(branded + path)
        page.wait_for_load_state("networkidle")
    assert [url for url in seen if not url.startswith((branded, "data:"))] == []
