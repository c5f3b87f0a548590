"""Checklists on the screen: ticked, kept, counted, filtered, cleared, put back, shared by both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from entregent.guide.groups import checklists
from entregent.load import load

from .conftest import ROOT

LIST = "checklist/before-inviting.html"
KEY = "entregent.checklist:/sub/"
TOTAL = len(checklists(load(ROOT / "rules.yaml").guides["fr"])[0].lines)


def line(page: Page, identifier: str) -> dict[str, object]:
    return {
        name: page.locator(f"#{identifier} {selector}")
        for name, selector in (("box", "input"), ("skip", ".checklist-skip"), ("link", ".checklist-link"))
    }


def count(page: Page) -> object:
    return page.locator(".checklist-count")


def test_ticks_are_there_after_a_reload_and_in_the_other_language(page: Page, base: str) -> None:
    page.goto(f"{base}{LIST}")
    page.get_by_label("Mon invitation n’argumente pas\u202f; si je vends, elle le dit.").check()
    page.locator("#add-a-note label").click()
    page.locator("#weigh-what-you-ask").get_by_role("button", name="Sans objet").click()
    expect(count(page)).to_have_text(f"2 sur {TOTAL - 1}, 1 sans objet")
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 2)
    expect(page.get_by_role("progressbar")).to_have_js_property("max", TOTAL - 1)
    page.reload()
    expect(
        page.get_by_label("Mon invitation n’argumente pas\u202f; si je vends, elle le dit.")
    ).to_be_checked()
    expect(count(page)).to_have_text(f"2 sur {TOTAL - 1}, 1 sans objet")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_label("My invitation doesn’t pitch; if I’m selling, it says so.")).to_be_checked()
    skip = page.locator("#weigh-what-you-ask").get_by_role("button", name="Not applicable")
    expect(skip).to_have_attribute("aria-pressed", "true")
    skip.click()
    expect(count(page)).to_have_text(f"2 of {TOTAL}")


def test_a_line_is_open_done_or_not_applicable_and_never_two(page: Page, base: str) -> None:
    page.goto(f"{base}{LIST}")
    parts = line(page, "no-pitch")
    parts["box"].check()
    parts["skip"].click()
    expect(parts["box"]).not_to_be_checked()
    expect(parts["skip"]).to_have_attribute("aria-pressed", "true")
    parts["box"].check()
    expect(parts["skip"]).to_have_attribute("aria-pressed", "false")
    parts["box"].uncheck()
    expect(count(page)).to_have_text(f"0 sur {TOTAL}")


def test_the_end_is_said(page: Page, base: str) -> None:
    page.goto(f"{base}en/{LIST}")
    boxes = page.locator(".checklist-label input")
    page.locator("#no-pitch .checklist-skip").click()
    for index in range(TOTAL):
        if boxes.nth(index).get_attribute("value") != "no-pitch":
            boxes.nth(index).check()
    expect(count(page)).to_have_text(f"All done: {TOTAL - 1} of {TOTAL - 1}")
    assert count(page).get_attribute("role") == "status"


def test_the_cards_say_how_far_one_has_come(page: Page, base: str) -> None:
    page.goto(f"{base}checklist/index.html")
    card = page.locator(".checklist-card", has_text="Avant d’envoyer une invitation")
    expect(card.locator(".checklist-card-count")).to_have_text(f"{TOTAL} lignes")
    card.get_by_role("link").click()
    page.locator("#no-pitch label").click()
    page.locator(".eg-crumbs a").click()
    expect(card.locator(".checklist-card-count")).to_have_text(f"1 sur {TOTAL}")


def test_by_keyboard_alone(page: Page, base: str) -> None:
    page.goto(f"{base}{LIST}")
    first = page.locator(".checklist-line").first
    first.locator("input").focus()
    page.keyboard.press("Space")
    expect(first.locator("input")).to_be_checked()
    page.keyboard.press("Tab")
    expect(first.locator(".checklist-why")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(first.locator(".checklist-skip")).to_have_attribute("aria-pressed", "true")
    page.locator(".checklist-clear").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Garder")).to_be_focused()
    page.keyboard.press("Escape")
    expect(first.locator(".checklist-skip")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Les rétablir")).to_be_focused()
    page.keyboard.press("Enter")
    expect(first.locator(".checklist-skip")).to_have_attribute("aria-pressed", "true")


def test_clear_asks_and_can_be_undone(page: Page, base: str) -> None:
    page.goto(f"{base}en/{LIST}")
    page.evaluate('key => localStorage.setItem(key, \'{"done":["show-who-you-are"]}\')', KEY)
    page.reload()
    box = page.get_by_label("My invitation doesn’t pitch; if I’m selling, it says so.")
    clear = page.locator(".checklist-clear")
    expect(clear).to_be_disabled()
    box.check()
    clear.click()
    page.get_by_role("button", name="Keep").click()
    expect(box).to_be_checked()
    clear.click()
    page.locator(".checklist-dialog").get_by_role("button", name="Clear").click()
    expect(box).not_to_be_checked()
    expect(page.locator(".checklist-status")).to_have_text("Ticks cleared.")
    page.get_by_role("button", name="Put them back").click()
    expect(box).to_be_checked()
    expect(page.locator(".checklist-status")).to_have_text("Your ticks are back.")
    clear.click()
    page.locator(".checklist-dialog").get_by_role("button", name="Clear").click()
    page.reload()
    expect(box).not_to_be_checked()
    page.goto(f"{base}en/checklist/my-profile.html")
    expect(page.locator("#show-who-you-are input")).to_be_checked()


def test_a_line_that_went_keeps_its_tick_and_is_not_counted(page: Page, base: str) -> None:
    page.goto(f"{base}{LIST}")
    page.evaluate('key => localStorage.setItem(key, \'["no-pitch","a-line-that-went"]\')', KEY)
    page.reload()
    expect(count(page)).to_have_text(f"1 sur {TOTAL}")
    page.locator("#add-a-note label").click()
    kept = page.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)
    assert kept == {"done": ["a-line-that-went", "add-a-note", "no-pitch"], "skipped": []}


def test_two_tabs_agree(context_of: Callable[..., BrowserContext], base: str) -> None:
    context = context_of()
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        page.goto(f"{base}{LIST}")
    one.locator("#no-pitch label").click()
    expect(other.locator("#no-pitch input")).to_be_checked()
    expect(count(other)).to_have_text(f"1 sur {TOTAL}")


FULL = "throw new DOMException('full', 'QuotaExceededError')"
OURS = "(key) => key.startsWith('entregent.')"


@pytest.mark.parametrize("methods", [["setItem"], ["setItem", "getItem"]], ids=["full", "refusing"])
def test_storage_that_fails_says_so_and_works_on(
    context_of: Callable[..., BrowserContext], base: str, methods: list[str]
) -> None:
    context = context_of()
    for method in methods:
        context.add_init_script(
            f"{{ const before = Storage.prototype.{method}; Storage.prototype.{method} = function (...given) "
            f"{{ if (({OURS})(given[0])) {FULL}; return before.apply(this, given) }} }}"
        )
    works_without_keeping(context.new_page(), base)


def test_blocked_storage_says_so_and_works_on(browser: Browser, base: str) -> None:
    # Material's own script stops at a storage that it may not even look at; ours has to go on.
    with browser.new_context() as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw Error() } })")
        works_without_keeping(context.new_page(), base)


def works_without_keeping(page: Page, base: str) -> None:
    page.goto(f"{base}{LIST}")
    page.locator("#no-pitch label").click()
    expect(page.locator("#no-pitch input")).to_be_checked()
    expect(count(page)).to_have_text(f"1 sur {TOTAL}")
    expect(page.locator(".checklist-blocked")).to_be_visible()


def test_filters_stay_in_the_address(page: Page, base: str) -> None:
    page.goto(f"{base}checklist/all.html")
    page.locator("#no-pitch label").click()
    everything = count(page).text_content()
    page.get_by_text("Filtrer les lignes").click()
    page.get_by_label("Mon rôle").select_option("introducer")
    page.get_by_label("Importance").select_option("should")
    expect(page.locator("#never-unload")).to_be_visible()
    expect(page.locator("#no-pitch")).to_be_hidden()
    expect(count(page)).to_have_text(everything or "")
    assert page.url.endswith("?role=introducer&weight=should")
    page.reload()
    expect(page.get_by_label("Importance")).to_have_value("should")
    expect(page.locator("#no-pitch")).to_be_hidden()
    page.get_by_role("button", name="Tout afficher").click()
    expect(page.locator("#no-pitch")).to_be_visible()


def test_a_line_has_an_address(context_of: Callable[..., BrowserContext], base: str) -> None:
    context = context_of()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{base}{LIST}")
    link = page.locator("#no-pitch .checklist-link")
    link.click()
    expect(link).to_have_text("Lien copié")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == page.url == f"{base}{LIST}#no-pitch"
    page.goto(f"{base}index.html")
    page.goto(address)
    expect(page.locator("#no-pitch")).to_be_in_viewport()


def test_a_rule_leads_to_its_line(page: Page, base: str) -> None:
    page.goto(f"{base}rules/name-a-day.html")
    page.locator(".rules-check a").click()
    expect(page).to_have_url(f"{base}checklist/invitation-received.html#name-a-day")


@pytest.mark.parametrize("name", ["before-inviting", "all", "index"])
def test_at_400_per_cent_nothing_is_cut_off(page: Page, base: str, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{base}checklist/{name}.html")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320
    for box in page.locator(".md-content :is(button, a, input):visible").all():
        found = box.bounding_box()
        assert found is not None
        assert found["x"] >= 0
        assert found["x"] + found["width"] <= 320


def test_touch_targets_are_large_enough(page: Page, base: str) -> None:
    page.goto(f"{base}{LIST}")
    for selector in (
        ".checklist-label",
        ".checklist-why",
        ".checklist-skip",
        ".checklist-link",
        ".checklist-pdf",
    ):
        found = page.locator(selector).first.bounding_box()
        assert found is not None
        assert found["height"] >= 44 or selector == ".checklist-label", selector
        assert found["height"] >= 24


def test_without_javascript_it_is_a_plain_list(context_of: Callable[..., BrowserContext], base: str) -> None:
    page = context_of(java_script_enabled=False).new_page()
    page.goto(f"{base}{LIST}")
    expect(
        page.get_by_label("Mon invitation n’argumente pas\u202f; si je vends, elle le dit.")
    ).to_be_visible()
    expect(page.locator(".checklist-line")).to_have_count(TOTAL)
    expect(page.get_by_role("link", name="Liste vierge en PDF")).to_be_visible()
    for hidden in (
        ".checklist-bar",
        ".checklist-transfer",
        ".checklist-print",
        ".checklist-skip >> nth=0",
        ".filter",
    ):
        expect(page.locator(hidden)).to_be_hidden()
