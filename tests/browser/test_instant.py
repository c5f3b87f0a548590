"""The search under Material's instant navigation, where one script sees many pages."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect
from tools.static_server import served

from conftest import lay_out, run


def test_the_search_outlives_the_page_but_not_its_dialog(browser: Browser, tmp_path: Path) -> None:
    lay_out(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text("utf-8").replace(
        "{name: material}", "{name: material, features: [navigation.instant]}"
    )
    (tmp_path / "site").mkdir()
    with served(tmp_path / "site", "/sub/") as address, browser.new_context() as context:
        settings.write_text(text.replace("https://guide.example/sub/", address), "utf-8")
        assert run("mkdocs", "build", "--quiet", cwd=tmp_path).returncode == 0
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("() => window.document$ !== undefined")
        page.evaluate("window.kept = true")
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
