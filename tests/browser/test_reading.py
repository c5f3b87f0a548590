"""What a reader does: narrow the rules down, switch language, go on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import DESKTOP


def test_cards_lead_to_filtered_rules(page: Page, base: str) -> None:
    page.goto(base)
    page.get_by_role("heading", name="Je reçois").get_by_role("link").click()
    expect(page).to_have_url(f"{base}rules/index.html?role=recipient")
    expect(page.get_by_label("Mon rôle")).to_have_value("recipient")
    expect(page.get_by_role("link", name="Répondez d’abord, décidez ensuite")).to_be_visible()
    expect(page.get_by_role("link", name="Joignez un mot")).to_be_hidden()


def test_filter_stays_in_the_address(page: Page, base: str) -> None:
    page.goto(f"{base}rules/index.html")
    every = page.locator("[data-filter-item]").count()
    expect(page.get_by_role("status").first).to_have_text(f"{every} règles")
    page.get_by_label("Mon rôle").select_option("sender")
    page.get_by_label("Importance").select_option("must")
    expect(page).to_have_url(f"{base}rules/index.html?role=sender&weight=must")
    shown = page.locator("[data-filter-item]:visible")
    few = shown.count()
    assert 0 < few < every
    page.reload()
    expect(shown).to_have_count(few)
    expect(page.get_by_role("status").first).to_have_text(f"{few} règles")
    for item in shown.all():
        assert "sender" in (item.get_attribute("data-role") or "").split()
    page.get_by_label("Moment").select_option("during")
    page.get_by_label("Canal").select_option("profile")
    expect(page.get_by_text("Rien ne correspond à ces filtres.")).to_be_visible()
    expect(page.locator("[data-filter-group]:visible")).to_have_count(0)
    page.get_by_role("button", name="Tout afficher").click()
    expect(shown).to_have_count(every)
    expect(page).to_have_url(f"{base}rules/index.html")


def test_language_switch_stays_on_the_rule(page: Page, base: str) -> None:
    page.goto(f"{base}rules/names-are-lent.html")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{base}en/rules/names-are-lent.html")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Only use someone’s name with their permission")
    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(f"{base}rules/names-are-lent.html")


def test_rules_lead_on_to_each_other(page: Page, base: str) -> None:
    page.goto(f"{base}rules/reply-before-deciding.html")
    page.get_by_role("link", name="Suivant").click()
    expect(page).to_have_url(f"{base}rules/coffee-test.html")
    page.get_by_label("Fil d’Ariane").get_by_role("link", name="Recevoir une invitation").click()
    expect(page).to_have_url(f"{base}rules/index.html#receiving")


def test_palette_is_remembered(context_of: Callable[..., BrowserContext], base: str) -> None:
    page = context_of(color_scheme="light").new_page()
    page.goto(base)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Passer au thème sombre").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{base}en/rules/index.html")
    page.goto(base)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_palette_is_one_for_all_languages(context_of: Callable[..., BrowserContext], base: str) -> None:
    page = context_of(color_scheme="light").new_page()
    body = page.locator("body")
    page.goto(f"{base}en/")
    page.get_by_role("button", name="Switch to the dark theme").click()
    page.goto(base)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Passer au thème clair").click()
    page.goto(f"{base}en/")
    expect(body).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("path", ["", "en/rules/index.html"])
def test_palette_that_was_kept_for_one_language_still_counts(
    context_of: Callable[..., BrowserContext], base: str, path: str
) -> None:
    page = context_of(color_scheme="light").new_page()
    page.goto(base)
    old = '{"index":1,"color":{"media":"","scheme":"slate","primary":"custom","accent":"custom"}}'
    page.evaluate("text => localStorage.setItem('/sub/en/.__palette', text)", old)
    page.goto(f"{base}{path}")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_palette_is_switched_by_keyboard_and_named_after_what_it_does(
    context_of: Callable[..., BrowserContext], base: str, key: str
) -> None:
    page = context_of(color_scheme="dark").new_page()
    page.goto(base)
    switch = page.locator(".eg-palette")
    expect(switch).to_have_accessible_name("Passer au thème clair")
    switch.focus()
    page.keyboard.press(key)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    expect(switch).to_have_accessible_name("Passer au thème sombre")
    expect(switch).to_be_focused()


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize(
    "path", ["", "rules/", "rules/add-a-note.html", "messages/", "checklist/", "authors.html"]
)
def test_nothing_is_wider_than_the_screen(
    context_of: Callable[..., BrowserContext], base: str, path: str, width: int
) -> None:
    page = context_of(viewport={**DESKTOP, "width": width}).new_page()
    page.goto(f"{base}{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_can_be_read_without_scripts(context_of: Callable[..., BrowserContext], base: str) -> None:
    page = context_of(java_script_enabled=False).new_page()
    page.goto(f"{base}rules/index.html")
    expect(page.locator("form.filter")).to_be_hidden()
    expect(page.locator("[data-filter-item]").last).to_be_visible()
    page.goto(f"{base}messages/index.html")
    expect(page.locator(".messages-link").last).to_be_visible()
    page.goto(f"{base}checklist/index.html")
    expect(page.locator(".checklist-card-link").last).to_be_visible()


def test_touch_targets_are_large_enough(page: Page, base: str) -> None:
    for path in ("rules/names-are-lent.html", "checklist/index.html", "rules/index.html"):
        page.goto(f"{base}{path}")
        for control in page.locator(
            "article :is(.eg-button, select, .filter-reset, .checklist-line label)"
        ).all():
            box = control.bounding_box()
            if box:
                assert box["height"] >= 43.9, f"{path}: {control.inner_text()}"
