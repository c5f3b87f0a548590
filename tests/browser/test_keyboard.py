"""The menu of narrow screens, and what is focused, in the smallest view: 1280 px enlarged to 400 %."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import PHONE

SMALL = {"width": 320, "height": 256}
IN_VIEW = """() => {
  const focused = document.activeElement;
  const own = (found) => focused.contains(found) || found.contains(focused);
  const { left, top, right, bottom } = focused.getBoundingClientRect();
  const points = [[left + 2, top + 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]];
  const seen = points.some(([x, y]) => {
    const found = document.elementFromPoint(x, y);
    return found && (own(found) || found.closest("label")?.contains(focused));
  });
  return seen ? "" : focused.outerHTML.slice(0, 90);
}"""


@pytest.mark.parametrize("size", [PHONE, SMALL], ids=["phone", "enlarged"])
def test_the_menu_is_a_button_and_keeps_the_focus(
    context_of: Callable[..., BrowserContext], base: str, size: dict[str, int]
) -> None:
    page = context_of(viewport=size, reduced_motion="reduce").new_page()
    page.goto(base)
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    assert page.locator(f"#{menu.get_attribute('aria-controls')} nav").count() > 0
    menu.focus()
    page.keyboard.press("Space")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".menu-close")).to_be_focused()
    stops = set()
    for _ in range(25):
        page.keyboard.press("Tab")
        inside = page.evaluate("document.activeElement.closest('#menu, body').id")
        stops.add(page.evaluate("document.activeElement.textContent.trim()"))
        assert inside == "menu" or page.evaluate("document.activeElement === document.body")
        assert inside != "menu" or page.evaluate(IN_VIEW) == ""
    assert {"Règles", "Listes", "Fermer"} <= stops
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("path", ["", "rules/names-are-lent.html"])
def test_a_closed_menu_is_no_stop(page: Page, base: str, path: str) -> None:
    page.goto(f"{base}{path}")
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.md-sidebar--primary')") is None


def test_the_shade_and_the_button_of_the_menu_close_it(page: Page, base: str) -> None:
    page.goto(base)
    menu = page.locator(".eg-menu")
    for close in (lambda: page.mouse.click(370, 600), page.locator(".menu-close").click):
        menu.click()
        expect(page.get_by_role("link", name="Règles", exact=True)).to_be_in_viewport()
        close()
        expect(menu).to_be_focused()
        expect(page.locator(".md-sidebar--primary")).not_to_be_visible()
        assert page.locator("[inert]").count() == 0


def test_a_wide_screen_closes_the_menu(page: Page, base: str) -> None:
    page.goto(base)
    page.locator(".eg-menu").click()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator(".md-tabs").get_by_role("link", name="Règles")).to_be_visible()
    expect(page.locator("[inert]")).to_have_count(0)
    expect(page.locator(".eg-menu")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390])
def test_without_scripts_the_tabs_take_the_place_of_the_menu(
    context_of: Callable[..., BrowserContext], base: str, width: int
) -> None:
    page = context_of(java_script_enabled=False, viewport={"width": width, "height": 800}).new_page()
    page.goto(base)
    for hidden in (".eg-menu", ".eg-palette"):
        expect(page.locator(hidden)).to_be_hidden()
    for tab in page.locator(".md-tabs__link").all():
        expect(tab).to_be_in_viewport()
    box = page.locator(".md-tabs").bounding_box()
    assert box
    assert box["x"] + box["width"] <= width
    page.locator(".md-tabs").get_by_role("link", name="Règles").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}rules/index.html")


@pytest.mark.parametrize(
    "size", [SMALL, PHONE, {"width": 1280, "height": 900}], ids=["small", "phone", "wide"]
)
@pytest.mark.parametrize(
    "path",
    ["checklist/before-inviting.html", "messages/invite-met-at-event.html", "rules/names-are-lent.html"],
)
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_nothing_that_is_focused_is_hidden_under_a_bar(
    context_of: Callable[..., BrowserContext], base: str, path: str, size: dict[str, int], key: str
) -> None:
    page = context_of(viewport=size, reduced_motion="reduce").new_page()
    page.goto(f"{base}{path}")
    if key == "Shift+Tab":
        page.locator(".md-footer a").last.focus()
    hidden = set()
    for _ in range(70):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement === document.body"):
            break
        hidden.add(page.evaluate(IN_VIEW))
    assert hidden <= {""}


def test_forced_colours_leave_progress_and_hits_to_be_seen(
    context_of: Callable[..., BrowserContext], base: str
) -> None:
    page = context_of(forced_colors="active").new_page()
    page.goto(f"{base}checklist/before-inviting.html")
    page.locator("#no-pitch label").click()
    colour = "(e, pseudo) => getComputedStyle(e, pseudo).backgroundColor"
    progress = page.locator(".checklist-progress")
    assert progress.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    assert progress.evaluate("e => getComputedStyle(e).forcedColorAdjust") == "none"
    page.goto(f"{base}search.html?q=note")
    mark = page.locator(".search-results mark").first
    expect(mark).to_be_visible()
    assert mark.evaluate(colour) not in ("rgba(0, 0, 0, 0)", page.locator("body").evaluate(colour))


def test_an_offer_of_ticks_has_the_ring_of_the_house(page: Page, base: str) -> None:
    page.goto(f"{base}checklist/before-inviting.html#done=no-pitch&skipped=")
    offer = page.locator(".checklist-offer")
    expect(offer).to_be_focused()
    ring = "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineColor]"
    accent = page.locator(".md-typeset .eg-button").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert offer.evaluate(ring) == ["solid", accent]


def test_a_title_in_another_language_says_so(page: Page, base: str) -> None:
    page.goto(f"{base}en/sources/index.html")
    expect(page.locator("#goemans [lang=fr]")).to_have_text(
        "Réseaux sociaux\u00a0: des amis entre guillemets"
    )
    page.goto(f"{base}sources/index.html")
    expect(page.locator("#goemans [lang], article [lang=fr]")).to_have_count(0)
