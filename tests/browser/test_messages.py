"""Copying a message: what lands in the clipboard, and what happens where there is none."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect


def test_copy_puts_the_plain_text_into_the_clipboard(
    context_of: Callable[..., BrowserContext], base: str
) -> None:
    page = context_of(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{base}messages/index.html#accept-with-a-word")
    card = page.locator(".message", has=page.locator("#accept-with-a-word"))
    card.get_by_role("button", name="Copier le message").nth(1).click()
    expect(card.get_by_role("status")).to_have_text("Message copié")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Bonjour [prénom],\n\n"
        "Merci pour ton invitation et ton mot sur [le sujet qui vous relie]. Avec plaisir\u00a0! "
        "Qu’est-ce qui t’occupe le plus en ce moment\u00a0?\n\n"
        "[votre nom]"
    )


def test_refused_clipboard_selects_the_text(context_of: Callable[..., BrowserContext], base: str) -> None:
    context = context_of()
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page = context.new_page()
    page.goto(f"{base}rules/names-are-lent.html")
    card = page.locator(".message").first
    card.get_by_role("button").first.click()
    expect(card.get_by_role("status")).to_contain_text("Le texte est sélectionné")
    assert page.evaluate("getSelection().toString()").startswith("Bonjour [prénom]")


def test_copy_by_keyboard_alone(context_of: Callable[..., BrowserContext], base: str) -> None:
    page = context_of(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{base}en/rules/name-a-day.html#messages")
    page.get_by_role("button", name="Copy the message").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".message-status")).to_have_text("Message copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith(
        "Hello [first name],\n\nYour question deserves"
    )
