"""Pages that come back from the back/forward cache as they were left, while others changed what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tools.chromium import arguments, executable

LIST = "checklist/before-inviting.html"


@pytest.fixture(scope="module")
def caching(browser: Browser) -> Iterator[Callable[[], Page]]:
    """Pages of a Chromium that keeps those that are left, which Playwright's own does not."""
    kept = browser.browser_type.launch(
        executable_path=executable(),
        args=[*arguments(), "--enable-features=BackForwardCache"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield lambda: kept.new_context(locale="fr-FR", color_scheme="light").new_page()
    kept.close()


def leave(page: Page, selector: str) -> None:
    page.wait_for_function("() => window.document$ !== undefined")
    page.evaluate("document.body.dataset.left = ''")
    page.locator(selector).first.click()
    page.wait_for_function("() => window.document$ !== undefined && !('left' in document.body.dataset)")


def come_back(page: Page) -> None:
    # Playwright waits for a load that does not come.
    page.evaluate("history.back()")
    expect(page.locator("body[data-left]")).to_have_count(1)


def test_a_tick_of_another_page_is_neither_missed_nor_overwritten(
    caching: Callable[[], Page], base: str
) -> None:
    page = caching()
    page.goto(f"{base}{LIST}")
    page.locator("#no-pitch label").click()
    leave(page, ".eg-language")
    page.locator("#add-a-note label").click()
    come_back(page)
    expect(page.locator("#add-a-note input")).to_be_checked()
    page.locator("#tell-the-truth label").click()
    page.reload()
    for name in ("no-pitch", "add-a-note", "tell-the-truth"):
        expect(page.locator(f"#{name} input")).to_be_checked()


def test_progress_is_that_of_now(caching: Callable[[], Page], base: str) -> None:
    page = caching()
    page.goto(f"{base}checklist/index.html")
    leave(page, ".checklist-card-link")
    page.locator("#no-pitch label").click()
    come_back(page)
    expect(page.locator(".checklist-card-count").first).to_contain_text("1 sur")


def test_palette_is_that_of_now(caching: Callable[[], Page], base: str) -> None:
    page = caching()
    page.goto(f"{base}rules/index.html")
    leave(page, ".eg-language")
    page.locator(".eg-palette").click()
    come_back(page)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator(".eg-palette")).to_have_accessible_name("Passer au thème clair")


def test_a_menu_that_was_left_open_is_closed(caching: Callable[[], Page], base: str) -> None:
    page = caching()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(base)
    page.locator(".eg-menu").click()
    leave(page, ".md-sidebar--primary .md-nav__link[href^=rules]")
    come_back(page)
    expect(page.locator(".eg-menu")).to_have_attribute("aria-expanded", "false")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("[inert]").count() == 0
