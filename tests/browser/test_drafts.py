"""A draft is read while its writer pauses; nothing of it leaves the page or stays."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

PAGE = "drafts/index.html"
SALE = "Merci ! Notre solution réduit vos coûts de 30 %."


@pytest.fixture
def draft(page: Page, base: str) -> Page:
    page.goto(f"{base}{PAGE}")
    # The length is there once the checks are.
    expect(page.locator(".drafts-count")).not_to_be_empty()
    return page


def test_from_the_home_page_to_a_remark(page: Page, base: str) -> None:
    page.goto(base)
    page.get_by_role("link", name="Relire mon message").click()
    page.get_by_label("Vous l’envoyez par").select_option("direct-message")
    page.get_by_label("Votre message").fill(SALE)
    expect(page.get_by_text("Cela vend dès le premier message.").first).to_be_visible()
    page.get_by_label("la suite d’un échange").check()
    expect(page.get_by_role("status").filter(has_text="Rien à signaler")).to_be_visible()


def test_remarks_mark_their_words(draft: Page) -> None:
    draft.get_by_label("Votre message").fill(SALE)
    remark = draft.locator(".drafts-remark--warn").filter(has_text="Cela vend")
    expect(draft.locator(".drafts-marks mark").first).to_have_text("Notre solution réduit")
    remark.get_by_role("button", name="Notre solution réduit").click()
    selected = "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert draft.locator("#draft").evaluate(selected) == "Notre solution réduit"
    remark.get_by_role("link").click()
    expect(draft).to_have_url(re.compile("/rules/no-pitch"))


def test_a_remark_is_set_aside_for_this_draft(draft: Page) -> None:
    draft.get_by_label("Votre message").fill("Bonjour Nadia, votre profil a retenu mon attention.")
    expect(draft.get_by_role("status").filter(has_text="Une remarque.")).to_be_visible()
    draft.get_by_role("button", name="Mettre de côté").click()
    expect(draft.get_by_role("status").filter(has_text="Mises de côté : 1.")).to_be_visible()
    draft.get_by_role("button", name="Effacer").click()
    expect(draft.get_by_label("Votre message")).to_be_focused()
    expect(draft.locator(".drafts-said")).to_be_empty()


def test_the_limit_of_the_channel(draft: Page) -> None:
    draft.get_by_label("Vous l’envoyez par").select_option("invitation-note")
    expect(draft.get_by_text("un premier message", exact=True)).to_be_hidden()
    draft.get_by_label("Votre message").fill("Bonjour Nadia, " + "merci " * 40)
    expect(draft.locator(".drafts-count--over")).to_contain_text("255 caractères sur 200")
    expect(draft.locator(".drafts-remark--block")).to_contain_text("plus long que ce que ce canal accepte")
    draft.get_by_label("Premium").check()
    expect(draft.locator(".drafts-remark--block")).to_have_count(0)


@pytest.mark.parametrize(
    "text",
    ["<img src=x onerror=alert(1)>", "\0\u202e\U0001f600 {{ 7*7 }}", "merci [Prénom] " * 7000],
    ids=("markup", "signs", "length"),
)
def test_a_hostile_draft_is_text(draft: Page, text: str) -> None:
    dialogs: list[object] = []
    draft.on("dialog", lambda dialog: dialogs.append(dialog))
    draft.get_by_label("Votre message").fill(text)
    expect(draft.locator(".drafts-said")).not_to_be_empty()
    assert not draft.locator(".drafts-form img").count()
    assert not dialogs


def test_nothing_is_sent_or_kept(draft: Page) -> None:
    asked: list[str] = []
    draft.on("request", lambda request: asked.append(request.url))
    draft.get_by_label("Votre message").fill(SALE)
    expect(draft.locator(".drafts-remark").first).to_be_visible()
    assert asked == []
    held = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    assert "solution" not in draft.evaluate(held)
    draft.reload()
    expect(draft.get_by_label("Votre message")).to_have_value("")


def test_a_message_of_the_guide_is_handed_over(page: Page, base: str) -> None:
    page.goto(f"{base}messages/ask-once-in-private.html")
    page.locator('[name="first-name"]').fill("Nadia & <b>")
    page.get_by_role("link", name="Relire ce message").click()
    expect(page.get_by_label("Votre message")).to_have_value(re.compile("Bonjour Nadia & <b>,"))
    expect(page.get_by_label("Vous l’envoyez par")).to_have_value("email")
    expect(page.locator(".drafts-remark--block")).to_contain_text("Il reste un blanc")
    assert "#" not in page.url
