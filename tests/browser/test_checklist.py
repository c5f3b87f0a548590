"""Ticking: kept, counted, cleared, put back, shared by both languages, printed."""

from __future__ import annotations

import io
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader


def test_ticks_are_there_after_a_reload_and_in_the_other_language(page: Page, base: str) -> None:
    page.goto(f"{base}checklist/index.html")
    total = page.locator(".checklist-line").count()
    line = page.get_by_label("Mon invitation ne vend rien.")
    line.check()
    page.locator("#add-a-note label").click()
    expect(page.locator(".checklist-count")).to_have_text(f"2 sur {total}")
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 2)
    page.reload()
    expect(line).to_be_checked()
    expect(page.locator(".checklist-count")).to_have_text(f"2 sur {total}")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_label("My invitation sells nothing.")).to_be_checked()


def test_clear_can_be_undone(page: Page, base: str) -> None:
    page.goto(f"{base}en/checklist/index.html")
    line = page.get_by_label("My invitation sells nothing.")
    clear = page.locator(".checklist-clear")
    expect(clear).to_be_disabled()
    line.check()
    clear.click()
    expect(line).not_to_be_checked()
    expect(clear).to_have_text("Put the ticks back")
    clear.click()
    expect(line).to_be_checked()
    clear.click()
    page.reload()
    expect(line).not_to_be_checked()


def test_ticking_by_keyboard_alone(page: Page, base: str) -> None:
    page.goto(f"{base}checklist/index.html")
    first = page.locator(".checklist-line input").first
    first.focus()
    page.keyboard.press("Space")
    expect(first).to_be_checked()


def test_blocked_storage_says_so_and_works_on(context_of: Callable[..., BrowserContext], base: str) -> None:
    context = context_of()
    context.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    page = context.new_page()
    page.goto(f"{base}checklist/index.html")
    page.locator("#no-pitch label").click()
    expect(page.locator("#no-pitch input")).to_be_checked()
    expect(page.locator(".checklist-blocked")).to_be_visible()


def test_printed_list_is_the_list_alone(page: Page, base: str) -> None:
    page.goto(f"{base}checklist/index.html")
    page.locator("#no-pitch label").click()
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-tabs", ".md-footer", ".checklist-bar", ".checklist-why >> nth=0"):
        expect(page.locator(hidden)).to_be_hidden()
    box = page.locator("#no-pitch input")
    assert box.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    text = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages[0].extract_text()
    assert text.startswith("La liste de véri")
    assert "J’ai répondu, même brièvement" in text
    assert "Rechercher" not in text
    assert "Imprimer" not in text


def test_printed_rule_keeps_what_matters(page: Page, base: str) -> None:
    page.goto(f"{base}rules/names-are-lent.html")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Pourquoi")).to_be_visible()
    for hidden in (".md-header", ".eg-crumbs", ".eg-actions", ".message-copy >> nth=0", ".md-footer"):
        expect(page.locator(hidden)).to_be_hidden()
