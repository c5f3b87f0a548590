"""axe on each page type, in both languages and both palettes, and the way by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import DESKTOP, PHONE, ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
PAGES = (
    "index.html",
    "decisions/index.html",
    "decisions/accept.html",
    "decisions/accept.html#known.note.field.decline",
    "rules/index.html",
    "rules/names-are-lent.html",
    "rules/written-policy.html",
    "scenarios/index.html",
    "scenarios/mixer-accusation.html",
    "checklist/index.html",
    "checklist/before-inviting.html",
    "checklist/all.html",
    "messages/index.html",
    "messages/invite-met-at-event.html",
    "messages/offer-by-inmail.html",
    "sources/index.html",
    "facts/index.html",
    "about.html",
    "authors.html",
    "search.html",
    "404.html",
)
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    # Not as a script of the page, which its policy would refuse.
    page.evaluate(AXE)
    result = page.evaluate("tags => axe.run(document, {runOnly: tags})", STANDARDS)
    return [
        f"{found['id']}: {node['html'][:160]}" for found in result["violations"] for node in found["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(
    context_of: Callable[..., BrowserContext], base: str, path: str, language: str, scheme: str
) -> None:
    # Each page type is seen in both widths and both palettes; the language decides which goes with which.
    size = PHONE if (scheme == "light") == (language == "") else DESKTOP
    page = context_of(color_scheme=scheme, viewport=size, reduced_motion="reduce").new_page()
    page.goto(f"{base}{language}{path}")
    assert violations(page) == []


def test_every_page_type_is_looked_at(built: Path) -> None:
    folders = {path.parent.relative_to(built).as_posix() for path in built.glob("*/*.html")}
    assert {folder for folder in folders if folder != "en"} <= {str(Path(path).parent) for path in PAGES}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_search(
    context_of: Callable[..., BrowserContext], base: str, scheme: str
) -> None:
    page = context_of(color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto(base)
    page.get_by_role("button", name="Chercher une situation").click()
    expect(page.locator(".search-card").first).to_be_visible()
    assert violations(page) == []
    page.keyboard.type("note")
    expect(page.locator(".search-result").first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_checklist_in_use(
    context_of: Callable[..., BrowserContext], base: str, scheme: str
) -> None:
    page = context_of(color_scheme=scheme, reduced_motion="reduce").new_page()
    page.goto(f"{base}checklist/all.html#done=no-pitch,gone&skipped=read-aloud")
    expect(page.locator(".checklist-offer")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Prendre ces coches").click()
    page.locator(".filter-box summary").click()
    assert violations(page) == []
    page.locator(".checklist-clear").click()
    expect(page.locator(".checklist-dialog")).to_be_visible()
    assert violations(page) == []


def test_skip_link_is_the_first_stop(page: Page, base: str) -> None:
    page.goto(f"{base}rules/names-are-lent.html")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}rules/names-are-lent.html#title")
