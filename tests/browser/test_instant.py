"""Pages under Material's instant navigation, where one script sees many of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tools.static_server import served

from conftest import lay_out, run

COUNT_LISTENERS = """
window.listening = 0;
const add = EventTarget.prototype.addEventListener;
EventTarget.prototype.addEventListener = function (type, act, options) {
  const outlives = this === window || this === document || this instanceof MediaQueryList;
  if (outlives && new Error().stack.includes("/assets/entregent/")) {
    window.listening += 1;
    if (options?.signal) add.call(options.signal, "abort", () => (window.listening -= 1));
  }
  return add.call(this, type, act, options);
};
"""
"""Counts the listeners of our scripts on what outlives a page."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("instant")
    lay_out(folder)
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8").replace(
        "{name: material}", "{name: material, features: [navigation.instant]}"
    )
    (folder / "site").mkdir()
    with served(folder / "site", "/sub/") as address:
        settings.write_text(text.replace("https://guide.example/sub/", address), "utf-8")
        result = run("mkdocs", "build", "--quiet", cwd=folder)
        assert result.returncode == 0, result.stderr
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context() as context:
        yield context


def open_page(context: BrowserContext, address: str) -> Page:
    """The page once Material answers clicks, which it does after it has read the sitemap."""
    page = context.new_page()
    with page.expect_request_finished(lambda request: request.url.endswith("/sitemap.xml")):
        page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.kept = true")
    return page


def test_the_search_outlives_the_page_but_not_its_dialog(context: BrowserContext, address: str) -> None:
    page = open_page(context, address)
    for _ in range(2):
        page.locator(".eg-search").click()
        page.locator(".search-input").fill("joignez")
        expect(page.locator(".search-result").first).to_be_visible()
        expect(page).to_have_url(address)
        page.keyboard.press("Escape")
        page.locator(".eg-search").click()
        page.locator(".search-result").first.click()
        expect(page).to_have_url(f"{address}rules/add-a-note.html")
        expect(page.locator("dialog.search")).to_be_hidden()
        page.go_back()
        expect(page).to_have_url(address)
    assert page.evaluate("window.kept") is True
    expect(page.locator("dialog.search")).to_have_count(1)


def leave_and_come_back(page: Page) -> None:
    """Follow the link to a page without components, and go back."""
    for go in (
        lambda: page.locator("a[href$='about.html']").first.evaluate("link => link.click()"),
        page.go_back,
    ):
        page.evaluate("document.querySelector('.md-content').dataset.left = ''")
        go()
        expect(page.locator(".md-content:not([data-left])")).to_have_count(1)
    assert page.evaluate("window.kept") is True


@pytest.mark.parametrize(
    "path",
    ["", "rules/", "checklist/", "checklist/before-writing.html", "messages/invite.html", "search.html"],
)
def test_listeners_leave_with_their_page(context: BrowserContext, address: str, path: str) -> None:
    context.add_init_script(COUNT_LISTENERS)
    page = open_page(context, f"{address}{path}")
    count = page.evaluate("window.listening")
    assert count > 0
    for _ in range(3):
        leave_and_come_back(page)
    page.wait_for_function("count => window.listening === count", arg=count)


def test_a_page_that_is_back_answers_once(context: BrowserContext, address: str) -> None:
    page = open_page(context, f"{address}checklist/before-writing.html")
    leave_and_come_back(page)
    page.evaluate(
        "window.asked = 0;"
        "new MutationObserver(() => { window.asked += 1 }).observe("
        "document.querySelector('.checklist-offer'), {attributeFilter: ['hidden']})"
    )
    page.evaluate("location.hash = '#done=add-a-note&skipped='")
    expect(page.locator(".checklist-offer")).to_be_visible()
    assert page.evaluate("window.asked") == 1
    page.locator(".checklist-take").click()
    expect(page.locator("#add-a-note input")).to_be_checked()
