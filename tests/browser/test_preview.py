"""A page under the author's eyes, when the guide is saved."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, expect

from conftest import lay_out, previewed

DEADLINE = 30.0


def opened(page: Page, address: str) -> None:
    """Open a page of a server that is about to start."""
    end = time.monotonic() + DEADLINE
    while True:
        try:
            page.goto(address)
        except Error:
            assert time.monotonic() < end
        else:
            return


def test_a_save_shows_and_keeps_what_was_typed(browser: Browser, tmp_path: Path) -> None:
    lay_out(tmp_path)
    rules = tmp_path / "rules.yaml"
    with previewed(tmp_path, tmp_path / "told.txt") as address, browser.new_context() as context:
        page = context.new_page()
        page.set_viewport_size({"width": 390, "height": 400})
        opened(page, f"{address}sub/messages/invite.html")
        field = page.locator("main input[type=text]").first
        field.fill("Amina")
        field.evaluate("field => field.setSelectionRange(2, 3)")
        page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")
        page.evaluate("scrollTo({top: 300, behavior: 'instant'})")
        page.evaluate("window.old = true")
        rules.write_text(rules.read_text("utf-8").replace("Bonjour", "Bien le bonjour"), "utf-8")
        page.wait_for_function("() => window.old === undefined && document.readyState === 'complete'")
        expect(page.locator("main").get_by_text("Bien le bonjour").first).to_be_visible()
        expect(field).to_have_value("Amina")
        expect(field).to_be_focused()
        assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [2, 3]
        expect(page.locator("main details:not([open])")).to_have_count(0)
        page.wait_for_function("() => Math.abs(scrollY - 300) < 40")
        page.evaluate("window.old = true")
        rules.write_text(rules.read_text("utf-8").replace("weight: must", "weight: musst"), "utf-8")
        page.wait_for_function("() => window.old === undefined && document.readyState === 'complete'")
        expect(page.get_by_text("`musst` is not a weight")).to_be_in_viewport()
        page.wait_for_function("() => Math.abs(scrollY - 300) < 40")
