"""A decision as a reader takes it, one question at a time; and a scene that asks before it tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect
from pypdf import PdfReader
from tools.static_server import served

from .conftest import PHONE
from .test_accessibility import violations

FIRST, SECOND = "Qu’est-ce qui vous frappe en premier\u202f?", "Vous êtes-vous déjà rencontrés"
BOUND = 90_000
"""The most bytes of a first visit. A rule may take 75,000; a decision also holds messages to fill in."""


@pytest.fixture
def decision(page: Page, base: str) -> Page:
    page.goto(f"{base}decisions/accept.html")
    return page


def answer(page: Page, says: str) -> None:
    shown = page.locator(".decisions-asked:visible")
    expect(shown).to_have_count(1)
    before = shown.inner_text()
    page.locator(".decisions-answers a:visible").get_by_text(says, exact=True).click()
    expect(shown).not_to_have_text(before)


def test_the_first_tap_asks_the_next_question_under_the_thumb(decision: Page) -> None:
    expect(decision.locator(".decisions-asked:visible")).to_have_text(FIRST)
    for link in decision.locator(".decisions-answers a:visible").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 44
        assert box["width"] >= 0.85 * PHONE["width"]
    answer(decision, "Rien de tout cela")
    expect(decision.locator(".decisions-asked:visible")).to_contain_text(SECOND)
    expect(decision.locator("h2:focus")).to_contain_text(SECOND)
    expect(decision.locator(".decisions-answers a:visible").last).to_be_in_viewport()
    assert decision.url.endswith("#known")
    assert decision.evaluate("localStorage.length + sessionStorage.length") == 0


def test_four_taps_lead_to_what_to_do_and_to_the_message(
    context_of: Callable[..., BrowserContext], base: str
) -> None:
    context = context_of(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{base}en/decisions/accept.html")
    for says in ("None of these", "No, or I don’t remember", "Yes", "No"):
        answer(page, says)
    result = page.locator(".decisions-result:visible")
    expect(result.locator("h2")).to_contain_text("Decline in two lines")
    expect(result.locator(".eg-list-link").first).to_have_text("Reply first, decide later")
    result.get_by_label("First name").fill("Nadia")
    result.get_by_role("button", name="Copy as it is").click()
    assert "Hello Nadia," in page.evaluate("navigator.clipboard.readText()")


def test_from_the_home_page_to_a_copied_message_in_seven_taps(
    context_of: Callable[..., BrowserContext], base: str
) -> None:
    """Somebody unknown invites me without a word, and I would like to know more."""
    context = context_of(
        permissions=["clipboard-read", "clipboard-write"],
        viewport={"width": 390, "height": 844},
        has_touch=True,
    )
    page = context.new_page()
    page.goto(f"{base}en/index.html")
    page.get_by_role("link", name="Should I accept?").tap()
    for says in (
        "None of these",
        "No, or I don’t remember",
        "No",
        "There’s a real person, and I’d like to know more",
    ):
        answer(page, says)
    message = page.locator(".decisions-result:visible .message-form").first
    message.get_by_label("First name").tap()
    page.keyboard.type("Nadia")
    page.keyboard.press("Tab")
    page.keyboard.type("Alex")
    message.get_by_role("button", name="Copy the message").tap()
    expect(message.get_by_role("status").filter(has_text="Message copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Hello Nadia,")


def test_answers_can_be_seen_changed_taken_back_and_begun_again(decision: Page) -> None:
    for says in ("Rien de tout cela", "Non, ou je ne m’en souviens pas", "Oui"):
        answer(decision, says)
    given = decision.locator(".decisions-path li")
    expect(given.locator("strong")).to_have_text(
        ["Rien de tout cela", "Non, ou je ne m’en souviens pas", "Oui"]
    )
    decision.get_by_role("link", name="Changer la réponse à : Vous êtes-vous").click()
    expect(decision.locator(".decisions-asked:visible")).to_contain_text(SECOND)
    decision.go_back()
    expect(given).to_have_count(3)
    decision.get_by_role("link", name="Question précédente").click()
    expect(given).to_have_count(2)
    decision.get_by_role("link", name="Recommencer").click()
    expect(decision.locator(".decisions-asked:visible")).to_have_text(FIRST)
    expect(decision.locator(".decisions-path")).to_be_hidden()


def test_by_keyboard_alone(decision: Page) -> None:
    decision.locator(".decisions-answers a:visible").last.focus()
    decision.keyboard.press("Enter")
    expect(decision.locator("h2:focus")).to_contain_text(SECOND)
    decision.keyboard.press("Tab")
    decision.keyboard.press("Enter")
    expect(decision.locator("h2:focus")).to_contain_text("Acceptez, avec un mot.")


@pytest.mark.parametrize("path", ["#nowhere", "#known.accept.note", "#known.", "#%E0%A4%A"])
def test_a_damaged_path_begins_at_the_beginning_and_says_so(page: Page, base: str, path: str) -> None:
    page.goto(f"{base}decisions/accept.html{path}")
    expect(page.locator(".decisions-asked:visible")).to_have_text(FIRST)
    expect(page.get_by_role("status").first).to_have_text(
        "Ce lien ne mène plus à une réponse\u202f; voici la première question."
    )
    answer(page, "Rien de tout cela")
    expect(page.locator(".decisions-said")).to_be_empty()


def test_a_path_leads_to_its_answer_and_the_skip_link_keeps_it(page: Page, base: str) -> None:
    page.goto(f"{base}decisions/accept.html#known.note.profile.ask")
    expect(page.locator(".decisions-result:visible h2")).to_contain_text("Demandez-lui ce qui l’amène")
    page.evaluate("location.hash = '#title'")
    expect(page.locator(".decisions-result:visible h2")).to_contain_text("Demandez-lui ce qui l’amène")
    expect(page.locator(".decisions-said")).to_be_empty()


def test_without_scripts_answers_are_links_through_the_whole_key(
    context_of: Callable[..., BrowserContext], base: str
) -> None:
    page = context_of(java_script_enabled=False).new_page()
    page.goto(f"{base}decisions/accept.html")
    expect(page.locator(".decisions-step:visible")).to_have_count(17)
    page.get_by_role("link", name="Rien de tout cela question 2").click()
    expect(page.locator("#step--known")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_key_is_one_printed_page(
    context_of: Callable[..., BrowserContext], base: str, tmp_path: Path, scripts: bool
) -> None:
    page = context_of(java_script_enabled=scripts).new_page()
    page.goto(f"{base}decisions/accept.html#known.note")
    page.pdf(path=tmp_path / "key.pdf", format="A4")
    (sheet,) = PdfReader(tmp_path / "key.pdf").pages
    text = sheet.extract_text()
    assert "frappe en premier" in text
    assert "Laissez cette invitation" in text


def test_the_drawing_fits_its_box_and_scrolls_alone(decision: Page) -> None:
    decision.get_by_text("Toutes les questions d’un coup d’œil").click()
    expect(decision.locator(".decisions-drawing")).to_be_visible()
    assert decision.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_decision_is_light(context_of: Callable[..., BrowserContext], base: str) -> None:
    context = context_of()
    answers: list[Response] = []
    context.on("response", lambda answer: answers.append(answer))
    page = context.new_page()
    page.goto(f"{base}decisions/accept.html", wait_until="networkidle")
    sizes = [answer.request.sizes() for answer in answers]
    assert sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) <= BOUND


@pytest.fixture
def scene(browser: Browser, small_project: Path) -> Iterator[Callable[..., Page]]:
    with served(small_project / "site") as address:
        contexts = []

        def opened(**options: object) -> Page:
            contexts.append(browser.new_context(viewport=PHONE, **options))  # type: ignore[arg-type]
            page = contexts[-1].new_page()
            page.goto(f"{address}en/scenarios/bare-card.html")
            return page

        yield opened
        for context in contexts:
            context.close()


def test_a_scene_asks_before_it_tells(scene: Callable[..., Page]) -> None:
    page = scene()
    told = page.locator(".conversation-outcome").first
    expect(told).to_be_hidden()
    expect(page.locator(".scenarios-lesson")).to_be_hidden()
    assert violations(page) == []
    page.get_by_label("Nothing.").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("That goes wrong Ana leaves.")
    expect(told).to_be_visible()
    page.get_by_label("Hello.").check()
    page.get_by_role("button", name="See what happens").click()
    expect(page.get_by_role("status")).to_have_text("That goes well Ana smiles.")
    assert violations(page) == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_scene_is_told_to_those_who_would_rather_read(scene: Callable[..., Page]) -> None:
    page = scene()
    page.get_by_role("button", name="Read the scene at once").click()
    expect(page.locator(".conversation").first).to_be_focused()
    expect(page.locator(".scenarios-skip")).to_be_hidden()


def test_without_scripts_replies_unfold_what_comes_of_them(scene: Callable[..., Page]) -> None:
    page = scene(java_script_enabled=False)
    expect(page.get_by_role("radio")).to_have_count(0)
    page.locator("summary", has_text="Hello.").click()
    expect(page.get_by_text("Ana smiles.")).to_be_visible()
    expect(page.locator(".conversation-outcome").first).to_be_visible()
