"""The search as a reader meets it: what it finds, how it is used, and what it asks of the network."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import DESKTOP, PHONE, ROOT

QUERIES = ROOT / "tests/search"
STRANGE = (
    "<img src=x onerror=alert(1)>",
    "</a><script>alert(1)</script>",
    '"',
    "*",
    "~3",
    "a:b",
    "+mot -mot",
    "__proto__ constructor toString",
    "mot " * 500,
    "é" * 2000,
    "مرحبا بكم في الشبكة",
    "\u202egnirts\u202c",
    "🙂👩🏽\u200d💻",
    "\\",
    "   ",
    "l'",
)


def search(page: Page, query: str) -> None:
    page.locator(".eg-search").click()
    expect(page.locator(".search-status")).not_to_be_empty()
    page.locator(".search-input").fill(query)


def pages_found(page: Page, query: str) -> list[str]:
    page.locator(".search-input").fill(query)
    links: list[str] = page.eval_on_selector_all(".search-result", "all => all.map((one) => one.href)")
    pages = (re.search(r"/sub/(?:en/)?(.*)\.html", link) for link in links)
    return list(dict.fromkeys(page[1] for page in pages if page))


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_what_people_type_finds_what_they_mean(page: Page, base: str, locale: str) -> None:
    page.goto(base if locale == "fr" else f"{base}en/")
    search(page, "")
    queries: list[dict[str, Any]] = yaml.safe_load((QUERIES / f"{locale}.yaml").read_text("utf-8"))
    first, early, missed = 0, 0, []
    for query in queries:
        found = [one in query["pages"] for one in pages_found(page, query["query"])]
        first += any(found[:1])
        early += any(found[:3])
        missed += [] if any(found[:3]) else [query["query"]]
    assert early / len(queries) >= 0.95, missed
    assert first / len(queries) >= 0.8


@pytest.mark.parametrize(
    ("locale", "query", "right"),
    [
        ("fr", "reseau", "rules/know-your-purpose"),
        ("fr", "feliciter", "rules/true-line-or-nothing"),
        ("fr", "J’AI REÇU UNE INVITATION", "checklist/invitation-received"),
        ("fr", "l'entraide", "rules/decline-stay-available"),
        ("fr", "l’entraide", "rules/decline-stay-available"),
        ("fr", "démarcahge", "messages/decline-pitch"),
        ("fr", "consoeur", "messages/invite-same-trade"),
        ("en", "linkdin limit", "facts/index"),
        ("en", "turning somebody down", "rules/decline-stay-available"),
        ("en", "they didn't reply", "rules/message-without-answer"),
    ],
)
def test_spelling_is_forgiven(page: Page, base: str, locale: str, query: str, right: str) -> None:
    page.goto(base if locale == "fr" else f"{base}en/")
    search(page, "")
    assert right in pages_found(page, query)[:3]


@pytest.mark.parametrize(("path", "query"), [("", "dois-je accepter"), ("en/", "should i accept")])
def test_a_decision_comes_first_when_asked_as_it_is_called(
    page: Page, base: str, path: str, query: str
) -> None:
    page.goto(f"{base}{path}")
    search(page, "")
    assert pages_found(page, query)[0] == "decisions/accept"


def test_a_result_says_what_it_is_and_answers(page: Page, base: str) -> None:
    page.goto(f"{base}rules/names-are-lent.html")
    search(page, "joindre un mot")
    result = page.locator(".search-result").first
    expect(result.locator(".search-kind")).to_have_text("Règle")
    expect(result.locator(".search-title")).to_have_text(
        "Joignez un mot à votre invitation quand on ne l’attend pas"
    )
    expect(result.locator(".search-answer")).to_contain_text("Dites qui vous êtes")
    expect(result.locator("mark").first).to_have_text("mot")
    result.click()
    expect(page).to_have_url(f"{base}rules/add-a-note.html")


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("décliner un démarchage", "Message à copier"),
        ("cocktail", "Scène"),
        ("avant d'envoyer une invitation", "Liste à cocher"),
        ("caractères", "Ce que permet la plateforme"),
        ("je sais ce que vaut le lien", "Ligne à cocher"),
    ],
)
def test_every_kind_is_named(page: Page, base: str, query: str, kind: str) -> None:
    page.goto(base)
    search(page, query)
    expect(page.locator(".search-kind").get_by_text(kind).first).to_be_visible()


def test_a_message_is_copied_in_one_tap(context_of: Callable[..., BrowserContext], base: str) -> None:
    context = context_of(permissions=["clipboard-read", "clipboard-write"], viewport=PHONE)
    page = context.new_page()
    page.goto(base)
    search(page, "décliner un démarchage")
    page.locator(".search-result", has_text="Décliner un démarchage").first.click()
    expect(page).to_have_url(f"{base}messages/decline-pitch.html")
    # The form counts once it has been bound.
    expect(page.locator(".message-form-count")).not_to_be_empty()
    copy = page.get_by_role("button", name="Copier tel quel")
    expect(copy).to_be_in_viewport()
    copy.click()
    expect(page.get_by_text("Message copié, blancs compris.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Bonjour [prénom],")
    page.get_by_label("Prénom").fill("Ana")
    page.get_by_label("Votre nom").fill("Ben")
    expect(copy).to_be_hidden()


def test_nothing_found_opens_three_cards(page: Page, base: str) -> None:
    page.goto(base)
    search(page, "xylophones")
    expect(page.locator(".search-status")).to_contain_text("Rien pour «\u00a0xylophones\u00a0».")
    expect(page.locator(".search-card:visible")).to_have_count(3)
    page.get_by_role("link", name="Les messages à copier").last.click()
    expect(page).to_have_url(f"{base}messages/index.html")


@pytest.mark.parametrize("query", STRANGE)
def test_nothing_that_is_typed_breaks_it(page: Page, base: str, query: str) -> None:
    page.goto(f"{base}rules/add-a-note.html")
    search(page, query)
    expect(page.locator(".search-status")).not_to_be_empty()
    assert page.locator(".search :is(img, script)").count() == 0
    assert pages_found(page, "joindre un mot")[0] == "rules/add-a-note"


def test_a_long_text_that_is_pasted_is_kept_whole_and_answered_at_once(page: Page, base: str) -> None:
    page.goto(f"{base}search.html")
    field = page.locator(".search-input")
    expect(field).to_be_visible()
    text = "refuser poliment " * 6000
    took = page.evaluate(
        """(text) => {
          const field = document.querySelector(".search-input");
          field.focus();
          const start = performance.now();
          document.execCommand("insertText", false, text);
          return performance.now() - start;
        }""",
        text,
    )
    assert took < 1000
    assert field.input_value() == text
    expect(page.locator(".search-result").first).to_be_visible()
    assert len(page.url) < 1000


def test_all_works_by_keyboard(page: Page, base: str) -> None:
    page.goto(f"{base}rules/names-are-lent.html")
    opener = page.get_by_role("button", name="Rechercher")
    opener.focus()
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name="Rechercher")
    expect(field).to_be_focused()
    page.keyboard.type("decliner")
    links = page.locator(".search-result")
    expect(links.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("e")
    expect(field).to_be_focused()
    expect(field).to_have_value("declinere")
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("Control+k")
    expect(field).to_be_focused()
    expect(field).to_have_value("decliner")
    target = links.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    expect(page).to_have_url(target)


def test_a_screen_reader_is_told_what_is_there(page: Page, base: str) -> None:
    page.goto(f"{base}en/rules/names-are-lent.html")
    search(page, "vouch")
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog.get_by_role("search")).to_be_visible()
    count = dialog.get_by_role("listitem").count()
    expect(dialog.get_by_role("status")).to_have_text(f"{count} results")
    name = dialog.get_by_role("link").first.inner_text()
    assert name.startswith("Rule\n")


def test_back_from_a_result_the_others_are_there(page: Page, base: str) -> None:
    page.goto(f"{base}en/index.html")
    search(page, "decline politely")
    page.locator(".search-result").nth(1).click()
    expect(page.locator(".search")).to_have_count(0)
    page.go_back()
    expect(page.locator(".search-input")).to_have_value("decline politely")
    expect(page.locator(".search-result").first).to_be_visible()
    page.get_by_role("button", name="Close").click()
    page.reload()
    expect(page.locator(".search")).to_have_count(0)


def test_index_waits_until_the_reader_searches(page: Page, base: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    page.goto(f"{base}rules/add-a-note.html", wait_until="networkidle")
    assert [url for url in asked if "search" in url] == []
    search(page, "note")
    expect(page.locator(".search-result").first).to_be_visible()
    fetched = [f"{base}assets/entregent/search.js", f"{base}search/index.js"]
    assert sorted(url for url in asked if "search" in url) == fetched


def test_each_language_searches_its_own_pages(page: Page, base: str) -> None:
    page.goto(f"{base}en/index.html")
    page.get_by_role("button", name="Look up a situation").click()
    page.keyboard.type("coffee")
    first = page.locator(".search-result").first
    expect(first).to_contain_text("coffee")
    assert "/sub/en/rules/" in (first.get_attribute("href") or "")


def test_the_page_of_the_search_takes_a_query_from_its_address(page: Page, base: str) -> None:
    page.goto(f"{base}search.html?q=chomage")
    expect(page.locator(".search-result").first).to_have_attribute(
        "href", f"{base}rules/say-you-are-looking.html"
    )
    page.locator(".search-input").fill("f\u00e9liciter")
    expect(page).to_have_url(f"{base}search.html?q=f%C3%A9liciter")
    page.locator(".search-input").fill("")
    expect(page).to_have_url(f"{base}search.html")


def test_without_scripts_the_search_is_a_page_of_cards(
    context_of: Callable[..., BrowserContext], base: str
) -> None:
    page = context_of(java_script_enabled=False).new_page()
    page.goto(base)
    page.get_by_role("link", name="Chercher une situation").click()
    expect(page).to_have_url(f"{base}search.html")
    expect(page.locator(".eg-list-link")).to_have_count(3)


def test_where_the_index_cannot_be_had_the_reader_comes_to_the_cards(
    context_of: Callable[..., BrowserContext], base: str, built: Path
) -> None:
    assert (built / "search/index.js").is_file()
    page = context_of().new_page()
    page.route("**/search/index.js", lambda route: route.fulfill(status=200, body="void 0;"))
    page.goto(base)
    page.locator(".eg-search").click()
    expect(page).to_have_url(f"{base}search.html")
    expect(page.locator(".eg-list-link")).to_have_count(3)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_results_fit_the_screen(context_of: Callable[..., BrowserContext], base: str, width: int) -> None:
    page = context_of(viewport={**DESKTOP, "width": width}).new_page()
    page.goto(base)
    opener = page.locator(".eg-search").bounding_box()
    assert opener
    assert opener["height"] >= 43.9
    search(page, "invitation")
    for part in (".search-form", ".search-output", ".search-result >> nth=0"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    for target in (".search-close", ".search-input", ".search-result >> nth=0"):
        box = page.locator(target).bounding_box()
        assert box
        assert box["height"] >= 43.9


def test_opened_twice_in_a_hurry_it_is_still_one_search(page: Page, base: str) -> None:
    page.goto(base)
    page.evaluate(
        """() => {
          const opener = document.querySelector(".eg-search");
          opener.click();
          document.querySelector(".search").close();
          opener.click();
        }"""
    )
    page.locator(".search-input").fill("decliner")
    expect(page.locator(".search-result").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-result").first).to_be_focused()
    expect(page.locator(".search-cards")).to_have_count(1)
