"""The site opened from a disk, as somebody does who double-clicks index.html."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert errors == []


def test_read_filter_tick_and_copy(page: Page, built: Path) -> None:
    page.goto((built / "index.html").as_uri())
    page.get_by_role("button", name="Chercher une situation").click()
    page.keyboard.type("comment repondre")
    expect(page.locator(".search-result").first).to_have_attribute(
        "href", re.compile("^file:.*/(rules|messages)/reply-")
    )
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="J’écris").get_by_role("link").click()
    expect(page.get_by_label("Mon rôle")).to_have_value("sender")
    page.get_by_role("link", name="Joignez un mot").click()
    page.get_by_role("link", name="Vérifier avant d’envoyer").click()
    page.locator("#add-a-note label").click()
    page.reload()
    expect(page.locator("#add-a-note input")).to_be_checked()
    page.get_by_role("link", name="English").click()
    expect(page.locator("#add-a-note input")).to_be_checked()
    page.goto((built / "messages/accept-late.html").as_uri())
    page.get_by_label("Prénom").fill("Ana")
    page.get_by_label("Votre nom").fill("Ben")
    page.get_by_role("button", name="Copier le message").click()
    expect(page.get_by_text("Message copié")).to_be_visible()
