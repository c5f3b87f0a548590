"""A guide in Arabic and Hebrew: the page runs from right to left, on a phone as on a desktop."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from tools.static_server import served

from conftest import GUIDES, MKDOCS_YML, run

from .conftest import DESKTOP, PHONE

PAGES = ("index.html", "rules/index.html", "rules/say-why.html", "messages/ask.html", "checklist/index.html")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("rtl")
    shutil.copy(GUIDES / "rtl.yaml", folder / "rules.yaml")
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, "utf-8")
    (folder / "docs").mkdir()
    result = run("entregent", "build", cwd=folder)
    assert result.returncode == 0, result.stderr
    with served(folder / "site") as root:
        yield root


def middle(element: Locator) -> float:
    box = element.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("locale", ["", "he/"], ids=["ar", "he"])
def test_the_page_is_mirrored(page: Page, base: str, locale: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    for path in PAGES:
        page.goto(f"{base}{locale}{path}")
        expect(page.locator("body")).to_have_attribute("dir", "rtl")
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"], path
    page.goto(f"{base}{locale}rules/say-why.html")
    half = size["width"] / 2
    assert middle(page.locator(".md-header__title")) > half > middle(page.locator(".eg-search"))
    first, other = (
        page.locator(".conversation-line--first").first,
        page.locator(".conversation-line--other").first,
    )
    assert middle(first) > middle(other)
    # The corner from which a bubble speaks, and the mark before the answer.
    assert first.locator("p").evaluate("bubble => getComputedStyle(bubble).borderTopRightRadius") == "4px"
    short = page.locator(".rules-short").evaluate("answer => getComputedStyle(answer).borderRightWidth")
    assert short == "4px"
    arrow = page.locator(".md-footer__link--next svg")
    assert arrow.evaluate("arrow => getComputedStyle(arrow).transform") == "matrix(-1, 0, 0, 1, 0, 0)"
