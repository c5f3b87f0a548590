"""The error page at the root of a host, where its addresses begin with a single slash."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect
from tools.static_server import served

from conftest import lay_out, run


def test_error_page_works_at_the_root(browser: Browser, tmp_path: Path) -> None:
    lay_out(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("site_url: https://guide.example/sub/\n", ""), "utf-8"
    )
    assert run("mkdocs", "build", "--quiet", cwd=tmp_path).returncode == 0
    with served(tmp_path / "site") as address:
        context = browser.new_context(color_scheme="dark")
        errors: list[str] = []
        context.on("weberror", lambda error: errors.append(str(error.error)))
        page = context.new_page()
        page.goto(f"{address}rules/nothing/here.html")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.keyboard.press("Control+k")
        page.keyboard.type("joignez")
        expect(page.locator(".search-result").first).to_have_attribute(
            "href", f"{address}rules/add-a-note.html"
        )
        page.goto(f"{address}rules/nothing/here.html")
        page.get_by_role("link", name="Go to the home page").click()
        expect(page).to_have_url(f"{address}en/")
        context.close()
    assert errors == []
