"""Addresses and ticks under ids that entries once had: they lead to the ids that these have now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tools.static_server import served

KEY = "entregent.checklist:/sub/"


@pytest.fixture
def address(small_project: Path) -> Iterator[str]:
    with served(small_project / "site", "/sub/") as found:
        yield found


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripted(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def context(browser: Browser, scripted: bool) -> Iterator[BrowserContext]:
    with browser.new_context(java_script_enabled=scripted) as found:
        faults: list[str] = []
        found.on("console", lambda message: faults.append(message.text))
        yield found
        assert [fault for fault in faults if "frame-ancestors" not in fault] == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


@pytest.mark.parametrize("path", ["rules/{}.html", "en/rules/{}.html"])
def test_an_old_address_leads_on(context: BrowserContext, address: str, path: str) -> None:
    page = context.new_page()
    page.goto(f"{address}{path.format('answer')}")
    expect(page).to_have_url(f"{address}{path.format('reply')}")
    expect(page.locator("#title")).to_be_visible()


def test_an_old_address_leads_on_from_a_disk(context: BrowserContext, small_project: Path) -> None:
    page = context.new_page()
    page.goto((small_project / "site/en/messages/invitation.html").as_uri())
    expect(page).to_have_url((small_project / "site/en/messages/invite.html").as_uri())


def test_the_place_on_the_page_is_kept_and_the_way_back_is_free(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.goto(f"{address}rules/answer.html?from=mail#do")
    expect(page).to_have_url(f"{address}rules/reply.html?from=mail#do")
    page.go_back()
    expect(page).to_have_url(f"{address}index.html")


@pytest.mark.parametrize(
    ("path", "now"),
    [
        ("facts/index.html#note-limit", "#note-free"),
        ("sources/index.html#the-book", "#book"),
        ("rules/index.html#writing", "#sending"),
        ("checklist/all.html#answer", "#reply"),
    ],
)
def test_an_old_place_on_a_page_is_where_the_new_one_is(
    page: Page, address: str, path: str, now: str
) -> None:
    page.goto(f"{address}{path}")
    old = page.locator(":target").bounding_box()
    new = page.locator(now).bounding_box()
    assert old
    assert new
    assert abs(old["y"] - new["y"]) < 60


def test_a_tick_under_a_former_id_counts(page: Page, address: str) -> None:
    page.goto(f"{address}checklist/all.html")
    kept = json.dumps({"done": ["answer", "gone"], "skipped": ["read-again"]})
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    page.goto(f"{address}en/checklist/index.html")
    expect(page.locator(".checklist-card-count").first).to_contain_text("0 of 1, 1 not applicable")
    page.goto(f"{address}checklist/all.html")
    expect(page.locator("#reply input")).to_be_checked()
    page.locator("#reply label").click()
    page.reload()
    expect(page.locator("#reply input")).not_to_be_checked()
    stored = page.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)
    assert stored == {"done": ["gone"], "skipped": ["read-aloud"]}


def test_a_link_to_a_former_list_brings_ticks_of_former_lines(page: Page, address: str) -> None:
    page.goto(f"{address}checklist/before-sending.html#done=read-again&skipped=")
    page.get_by_role("button", name="Prendre ces coches").click()
    expect(page.locator("#read-aloud input")).to_be_checked()
    expect(page).to_have_url(f"{address}checklist/before-writing.html")


def test_a_file_brings_ticks_of_former_lines(page: Page, address: str) -> None:
    page.goto(f"{address}checklist/all.html")
    data = {"format": "entregent-checklist", "version": 1, "done": ["answer-everybody"], "skipped": []}
    file = {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(data).encode()}
    page.locator(".checklist-file").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Prendre ces coches").click()
    expect(page.locator("#reply input")).to_be_checked()
