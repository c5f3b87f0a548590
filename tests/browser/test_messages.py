"""Messages: found, filled in, counted, and copied without a hole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from tools.static_server import served

NOTE = "messages/invite-met-at-event.html"
LETTER = "messages/ask-once-in-private.html"
FILLED = json.loads((Path(__file__).parents[1] / "shared/filling.json").read_text("utf-8"))["messages"]
"""Cases that Python is held to as well, by tests/test_shared.py."""
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def page(context_of: Callable[..., BrowserContext]) -> Page:
    return context_of(permissions=CLIPBOARD).new_page()


def field(page: Page, label: str) -> Locator:
    return page.get_by_label(label, exact=True)


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.locator(f'[name="{name.replace("_", "-")}"]').fill(value)


def shown(page: Page) -> Locator:
    return page.locator(".message-variant:visible .message-text")


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_found_in_two_taps(page: Page, base: str) -> None:
    page.goto(base)
    page.locator(".home-cards").get_by_role("link", name="Les messages").click()
    page.get_by_role("link", name="Décliner un démarchage").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Décliner un démarchage")


def test_filters_stay_in_the_address(page: Page, base: str) -> None:
    page.goto(f"{base}messages/index.html")
    page.get_by_text("Filtrer les messages").click()
    for label, value in (("Situation", "receiving"), ("Tu ou vous", "tu"), ("Longueur", "short")):
        page.get_by_label(label).select_option(value)
    assert page.url.endswith("?section=receiving&register=tu&length=short")
    expect(page.locator("#accept-late")).to_be_visible()
    expect(page.locator("#decline-door-open")).to_be_hidden()
    expect(page.locator("#invite-same-trade")).to_be_hidden()
    page.reload()
    expect(page.get_by_label("Longueur")).to_have_value("short")
    expect(page.locator("#decline-door-open")).to_be_hidden()


def test_the_text_follows_the_fields_and_is_copied_byte_for_byte(page: Page, base: str) -> None:
    page.goto(f"{base}messages/accept-with-a-word.html")
    fill(page, first_name="Zoé", topic="l'œuvre d'Éluard", my_name="Noël Lœb")
    expect(shown(page)).to_contain_text("Bonjour Zoé,")
    page.get_by_label("Avec tu").check()
    page.get_by_role("button", name="Copier le message").click()
    expect(page.locator(".message-form-said")).to_contain_text("Message copié")
    text = copied(page)
    assert text == shown(page).text_content()
    assert text.startswith("Bonjour Zoé,\n\nMerci pour ton invitation")
    assert "l'œuvre d'Éluard, c’est accepté\u00a0!" in text
    assert text.endswith("\n\nNoël Lœb")


def test_only_what_is_of_the_writer_goes_on_to_the_next_message(page: Page, base: str) -> None:
    page.goto(f"{base}{NOTE}")
    fill(page, first_name="Nadia", topic="les ponts", my_name="Alex")
    page.goto(f"{base}messages/invite-for-advice.html")
    expect(page.locator('[name="topic"]')).to_have_value("")
    fill(page, topic="les tunnels")
    page.goto(f"{base}messages/invite-same-trade.html")
    expect(field(page, "Prénom")).to_have_value("")
    expect(field(page, "Votre nom")).to_have_value("Alex")
    expect(page.locator('[name="topic"]')).to_have_value("")
    expect(shown(page)).to_contain_text("Alex")
    assert "Nadia" not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    expect(page.locator(".message-form-kept")).to_contain_text(
        "jusqu’à la fermeture de l’onglet\u00a0: votre nom."
    )
    page.get_by_role("button", name="Vider les blancs").click()
    expect(page.locator(".message-form-said")).to_have_text("Blancs vidés\u202f; plus rien n’est gardé.")
    expect(field(page, "Votre nom")).to_have_value("")
    page.reload()
    expect(field(page, "Votre nom")).to_have_value("")


def test_a_page_that_comes_back_shows_what_is_of_the_writer_now(page: Page, base: str) -> None:
    page.goto(f"{base}{NOTE}")
    fill(page, first_name="Nadia", my_name="Alex")
    page.evaluate(
        """() => {
          const key = Object.keys(sessionStorage).find((key) => key.startsWith("entregent.blanks:"));
          sessionStorage.setItem(key, JSON.stringify({ "my-name": "Sacha" }));
          for (const field of document.querySelectorAll(".message-form-field input")) field.value = "";
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }"""
    )
    expect(field(page, "Prénom")).to_have_value("Nadia")
    expect(field(page, "Votre nom")).to_have_value("Sacha")
    expect(shown(page)).to_contain_text("Sacha")


def test_register_and_account_are_remembered(page: Page, base: str) -> None:
    page.goto(f"{base}{NOTE}")
    expect(shown(page)).to_contain_text("Restons en contact")
    page.get_by_label("Avec tu").check()
    expect(shown(page)).to_contain_text("On reste en contact")
    expect(page.locator(".message-form-count")).to_contain_text("sur 200")
    page.get_by_label("Premium").check()
    expect(page.locator(".message-form-count")).to_contain_text("sur 300")
    page.goto(f"{base}messages/invite-same-school.html")
    expect(shown(page)).to_contain_text("tu deviens")
    expect(page.get_by_label("Premium")).to_be_checked()


def test_a_hole_is_never_copied_unasked(page: Page, base: str) -> None:
    page.goto(f"{base}{NOTE}")
    page.evaluate("navigator.clipboard.writeText('before')")
    fill(page, first_name="Nadia", where_met="à la soirée")
    page.get_by_role("button", name="Copier le message").click()
    expect(page.locator(".message-form-said")).to_have_text(
        "Il reste 2 blancs à remplir\u00a0: le sujet, votre nom."
    )
    expect(page.locator('[name="topic"]')).to_be_focused()
    assert copied(page) == "before"
    page.get_by_role("button", name="Continuer quand même").click()
    expect(page.locator(".message-form-said")).to_contain_text("Message copié")
    assert "[le sujet]" in copied(page)
    page.get_by_role("button", name="Copier le message").click()
    fill(page, topic="les ponts", my_name="Alex")
    expect(page.get_by_role("button", name="Continuer quand même")).to_have_count(0)
    page.get_by_role("button", name="Copier le message").click()
    assert copied(page) == (
        "Bonjour Nadia, nous nous sommes parlé à la soirée\u00a0: merci pour vos idées sur les ponts. "
        "Restons en contact\u00a0! Alex"
    )


def test_no_field_cuts_what_is_pasted_but_says_that_it_is_longer_than_planned(page: Page, base: str) -> None:
    page.goto(f"{base}{NOTE}")
    box = page.locator('[name="topic"]')
    note = page.locator(".message-form-field", has=box).locator(".message-form-longer")
    assert note.get_attribute("role") == "status"
    page.evaluate("navigator.clipboard.writeText('x'.repeat(60))")
    box.press("Control+v")
    expect(box).to_have_value("x" * 60)
    expect(note.get_by_text("Plus long que les 36 caractères prévus")).to_be_visible()
    expect(shown(page)).to_contain_text("x" * 60)
    fill(page, topic="x" * 36)
    expect(note.locator("span")).to_be_hidden()
    fill(page, topic="x" * 60, first_name="A", where_met="B", my_name="C")
    page.get_by_role("button", name="Copier le message").click()
    assert "x" * 60 in copied(page)


def test_the_limit_is_announced_before_it_is_passed(page: Page, base: str) -> None:
    page.goto(f"{base}{NOTE}")
    fill(page, first_name="Nadia", topic="x" * 36, where_met="y" * 12, my_name="z" * 24)
    said = page.locator(".message-form-said")
    assert said.get_attribute("role") == "status"
    length = len(shown(page).text_content() or "")
    fill(page, where_met="y" * (12 + 190 - length))
    expect(page.locator(".message-form-count")).to_have_text("190 caractères sur 200")
    expect(said).to_have_text("Plus que 10 caractères.")
    fill(page, where_met="y" * (12 + 212 - length))
    expect(said).to_have_text("Trop long de 12 caractères pour ce canal.")
    expect(page.locator(".message-form-count--over")).to_have_text("212 caractères sur 200")
    page.evaluate("navigator.clipboard.writeText('before')")
    page.get_by_role("button", name="Copier le message").click()
    assert copied(page) == "before"
    page.get_by_label("Premium").check()
    expect(said).to_have_text("")
    page.get_by_role("button", name="Copier le message").click()
    assert len(copied(page)) == 212


def test_characters_are_counted_as_utf_16_units(page: Page, base: str) -> None:
    page.goto(f"{base}{NOTE}")
    fill(page, first_name="a")
    before = int((page.locator(".message-form-count").text_content() or "").split()[0])
    fill(page, first_name="🌉")
    expect(page.locator(".message-form-count")).to_have_text(f"{before + 1} caractères sur 200")


def test_a_day_and_a_choice(page: Page, base: str) -> None:
    page.goto(f"{base}messages/not-now-that-day.html")
    page.locator('[name="day"]').fill("2026-12-03")
    expect(shown(page)).to_contain_text("jeudi 3 décembre")
    page.goto(f"{base}{LETTER}")
    page.locator('[name="closing"]').select_option("Cordialement")
    expect(shown(page)).to_contain_text("Cordialement,")


def test_an_e_mail_opens_with_subject_and_body(page: Page, base: str) -> None:
    page.goto(f"{base}messages/introduce-two-people.html")
    values = {"first_name": "Ana & Co", "other_name": "Ben", "my_name": "Zoé"}
    fill(page, **values, what_first_does="bâtit", what_other_does="mesure", common_ground="100 % bois")
    mail = page.get_by_role("link", name="Ouvrir dans ma messagerie")
    address = urlsplit(mail.get_attribute("href") or "")
    subject, body = (unquote(part.partition("=")[2]) for part in address.query.split("&"))
    assert address.scheme == "mailto"
    assert subject == "Ana & Co et Ben, comme convenu"
    assert body.replace("\r\n", "\n") == shown(page).text_content()
    assert "\r\n\r\n" in body


def test_an_e_mail_with_a_hole_asks_first(page: Page, base: str) -> None:
    page.goto(f"{base}{LETTER}")
    page.get_by_role("link", name="Ouvrir dans ma messagerie").click()
    expect(page.locator(".message-form-said")).to_contain_text("Il reste 3 blancs")
    expect(page).to_have_url(f"{base}{LETTER}")


def test_subject_is_copied_by_itself(page: Page, base: str) -> None:
    page.goto(f"{base}en/{LETTER}")
    fill(page, first_name="Ana", my_name="Ben")
    page.locator('[name="closing"]').select_option("With thanks")
    page.get_by_role("button", name="Copy the subject").click()
    expect(page.locator(".message-form-said")).to_have_text("Subject copied.")
    assert copied(page) == "The best way to reach you"


def test_share_sheet_where_there_is_one(context_of: Callable[..., BrowserContext], base: str) -> None:
    context = context_of()
    context.add_init_script("navigator.share = async (data) => { window.shared = data }")
    page = context.new_page()
    page.goto(f"{base}messages/accept-late.html")
    fill(page, first_name="Ana", my_name="Ben")
    page.get_by_role("button", name="Partager").click()
    assert page.evaluate("window.shared.text") == shown(page).text_content()


def test_refused_clipboard_selects_the_text(context_of: Callable[..., BrowserContext], base: str) -> None:
    context = context_of()
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = context.new_page()
    page.goto(f"{base}messages/accept-late.html")
    fill(page, first_name="Ana", my_name="Ben")
    page.get_by_role("button", name="Copier le message").click()
    expect(page.locator(".message-form-said")).to_contain_text("Le texte est sélectionné")
    assert page.evaluate("getSelection().toString()") == shown(page).text_content()


def test_by_keyboard_alone(page: Page, base: str) -> None:
    page.goto(f"{base}en/messages/not-now-that-day.html")
    page.locator('[name="first-name"]').focus()
    page.keyboard.type("Ana")
    page.keyboard.press("Tab")
    page.keyboard.type("12032026")
    page.locator('[name="my-name"]').focus()
    page.keyboard.type("Ben")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy the message")).to_be_focused()
    page.keyboard.press("Enter")
    assert copied(page).startswith("Hi Ana,\n\n")
    assert "Thursday 3 December" in copied(page)
    assert copied(page).endswith("\n\nBen")


@pytest.mark.parametrize("path", [NOTE, LETTER])
def test_the_bar_hides_no_field_on_a_phone(page: Page, base: str, path: str) -> None:
    page.goto(f"{base}{path}")
    for box in page.locator(".message-form-field :is(input, select)").all():
        box.focus()
        found, bar = box.bounding_box(), page.locator(".message-form-bar").bounding_box()
        assert found is not None
        assert bar is not None
        assert found["y"] + found["height"] <= bar["y"] or found["y"] >= bar["y"] + bar["height"]


def test_without_javascript_a_message_is_one_block_with_its_blanks_marked(
    context_of: Callable[..., BrowserContext], base: str
) -> None:
    page = context_of(java_script_enabled=False).new_page()
    page.goto(f"{base}{NOTE}")
    expect(page.locator(".message-text")).to_have_count(2)
    for text in page.locator(".message-text").all():
        expect(text).to_be_visible()
        expect(text.locator(".eg-blank").first).to_have_text("[prénom]")
    for hidden in (
        ".message-form-fields",
        ".message-form-bar",
        ".message-form-more",
        ".message-form-switches",
    ):
        expect(page.locator(hidden)).to_be_hidden()


def test_rules_show_their_messages_and_lead_to_them(page: Page, base: str) -> None:
    page.goto(f"{base}rules/name-a-day.html")
    page.locator(".message").get_by_role("link", name="Compléter et copier").first.click()
    expect(page).to_have_url(f"{base}messages/not-now-that-day.html")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("espanso.zip", b"PK"),
        ("messages.csv", b"\xef\xbb\xbf"),
        ("text-replacements.plist", b"<?xml"),
        ("guide.json", b"{"),
    ],
)
def test_downloads(page: Page, base: str, name: str, start: bytes) -> None:
    page.goto(f"{base}en/messages/index.html")
    with page.expect_download() as download:
        page.locator(f'a[download][href$="{name}"]').click()
    assert download.value.suggested_filename == name
    assert download.value.path().read_bytes().startswith(start)


@pytest.fixture(scope="module")
def small_page(browser: Browser, small_project: Path) -> Iterator[Page]:
    with served(small_project / "site", "/sub/") as address, browser.new_context(base_url=address) as context:
        yield context.new_page()


@pytest.mark.parametrize("case", FILLED)
def test_the_form_fills_in_as_python_does(small_page: Page, case: dict[str, Any]) -> None:
    page = small_page
    page.goto("messages/invite.html" if case["locale"] == "fr" else "en/messages/invite.html")
    if case["register"]:
        page.locator(f'[name="register"][value="{case["register"]}"]').check(force=True)
    for name, value in case["values"].items():
        field = page.locator(f'[name="{name}"]')
        if name == "farewell":
            field.select_option(value)
        else:
            field.fill(value)
    assert shown(page).evaluate("text => text.textContent") == case["text"]
    subject = page.locator(".message-variant:visible .message-subject-text")
    assert subject.evaluate("text => text.textContent") == case["subject"]
    expect(page.locator(".message-form-count")).to_contain_text(
        str(len(case["text"].encode("utf-16-le")) // 2)
    )
