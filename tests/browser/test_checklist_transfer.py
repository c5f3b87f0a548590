"""Ticks transferred to another browser: by a link, by a file; and what is refused on import."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .test_checklist import TOTAL

LIST = "checklist/before-inviting.html"
LINK = "#done=add-a-note,no-pitch&skipped=read-aloud"


def state(page: Page) -> dict[str, list[str]]:
    return {
        "done": page.eval_on_selector_all(
            ".checklist-label :checked", "boxes => boxes.map(box => box.value)"
        ),
        "skipped": page.eval_on_selector_all(
            ".checklist-line--skipped", "lines => lines.map(line => line.id)"
        ),
    }


def ticked(page: Page, base: str) -> Page:
    """A list with one line done and one that does not apply."""
    page.goto(f"{base}{LIST}")
    page.locator("#no-pitch label").click()
    page.locator("#read-aloud .checklist-skip").click()
    return page


def test_a_link_transfers_ticks_and_no_server_sees_them(
    context_of: Callable[..., BrowserContext], base: str
) -> None:
    context = context_of()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    sender = ticked(context.new_page(), base)
    sender.locator(".checklist-share").click()
    expect(sender.locator(".checklist-status")).to_have_text("Lien copié. Collez-le dans un message.")
    link = sender.evaluate("navigator.clipboard.readText()")
    assert link == f"{base}{LIST}#done=no-pitch&skipped=read-aloud"

    other = context_of()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    page = other.new_page()
    page.goto(link)
    offer = page.locator(".checklist-offer")
    expect(offer).to_be_focused()
    expect(offer).to_contain_text(f"1 sur {TOTAL - 1}, 1 sans objet")
    assert state(page) == {"done": [], "skipped": []}
    page.get_by_role("button", name="Prendre ces coches").click()
    assert state(page) == {"done": ["no-pitch"], "skipped": ["read-aloud"]}
    expect(page).to_have_url(f"{base}{LIST}")
    page.reload()
    expect(offer).to_be_hidden()
    assert state(page) == {"done": ["no-pitch"], "skipped": ["read-aloud"]}
    assert [url for url in asked if "no-pitch" in url] == []


def test_ticks_taken_replace_ones_own_and_can_be_put_back(page: Page, base: str) -> None:
    page.goto(f"{base}{LIST}")
    page.locator("#tell-the-truth label").click()
    page.goto(f"{base}{LIST}{LINK}")
    expect(page.locator(".checklist-offer")).to_contain_text("Elles remplaceront les vôtres")
    page.get_by_role("button", name="Laisser les miennes").click()
    assert state(page) == {"done": ["tell-the-truth"], "skipped": []}
    page.goto(f"{base}{LIST}{LINK}")
    page.get_by_role("button", name="Prendre ces coches").click()
    assert state(page) == {"done": ["add-a-note", "no-pitch"], "skipped": ["read-aloud"]}
    page.get_by_role("button", name="Les rétablir").click()
    assert state(page) == {"done": ["tell-the-truth"], "skipped": []}


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("#done=<img src=x onerror=alert(1)>", "Ce lien est abîmé"),
        ("#done=no-pitch,", "Ce lien est abîmé"),
        ("#done=%E0%A4%A", "Ce lien est abîmé"),
        ("#done=a-line-of-another-guide", "Aucune de ces coches"),
        ("#done=&skipped=", "Aucune de ces coches"),
    ],
)
def test_a_bad_or_foreign_link_changes_nothing(page: Page, base: str, fragment: str, words: str) -> None:
    ticked(page, base)
    before = state(page)
    page.goto("about:blank")
    page.goto(f"{base}{LIST}{fragment}")
    expect(page.locator(".checklist-offer")).to_contain_text(words)
    expect(page.locator(".checklist-offer")).to_contain_text("rien n’a changé")
    assert state(page) == before
    page.get_by_role("button", name="Fermer").click()
    expect(page.locator(".checklist-offer")).to_be_hidden()
    expect(page).to_have_url(f"{base}{LIST}")


def test_lines_that_this_list_does_not_have_are_told(page: Page, base: str) -> None:
    page.goto(f"{base}en/{LIST}#done=no-pitch,gone-by-now,tidy-up")
    expect(page.locator(".checklist-offer")).to_contain_text("Lines that are not in this list: 2.")
    page.get_by_role("button", name="Take these ticks").click()
    assert state(page) == {"done": ["no-pitch"], "skipped": []}


def test_without_a_clipboard_the_link_can_be_copied_by_hand(
    context_of: Callable[..., BrowserContext], base: str
) -> None:
    context = context_of()
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = ticked(context.new_page(), base)
    page.locator(".checklist-share").click()
    address = page.get_by_label("Copiez ce lien")
    expect(address).to_have_value(f"{base}{LIST}#done=no-pitch&skipped=read-aloud")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == address.input_value()


def test_a_file_transfers_ticks(context_of: Callable[..., BrowserContext], base: str, tmp_path: Path) -> None:
    sender = ticked(context_of().new_page(), base)
    with sender.expect_download() as download:
        sender.locator(".checklist-save").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name == "before-inviting.json"
    assert json.loads(file.read_text("utf-8")) == {
        "format": "entregent-checklist",
        "version": 1,
        "done": ["no-pitch"],
        "skipped": ["read-aloud"],
    }
    page = context_of().new_page()
    page.goto(f"{base}en/{LIST}")
    page.locator(".checklist-file").set_input_files(file)
    expect(page.locator(".checklist-offer")).to_contain_text(f"1 of {TOTAL - 1}, 1 not applicable")
    page.get_by_role("button", name="Take these ticks").click()
    assert state(page) == {"done": ["no-pitch"], "skipped": ["read-aloud"]}
    expect(page.locator(".checklist-status")).to_have_text("The ticks have been taken over.")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "n\u2019est pas une liste"),
        (b"\xff\xfe\x00", "n\u2019est pas une liste"),
        (b" " * 500_001, "n\u2019est pas une liste"),
        (b'{"format": "other"}', "n\u2019est pas une liste"),
        (
            b'{"format": "entregent-checklist", "version": 1, "done": ["<b>"], "skipped": []}',
            "n\u2019est pas",
        ),
        (b'{"format": "entregent-checklist", "version": 9}', "version plus récente"),
        (
            b'{"format": "entregent-checklist", "version": 1, "done": ["elsewhere"], "skipped": []}',
            "Aucune de ces coches",
        ),
    ],
)
def test_a_bad_or_foreign_file_changes_nothing(page: Page, base: str, content: bytes, words: str) -> None:
    ticked(page, base)
    before = state(page)
    file = {"name": "x.json", "mimeType": "application/json", "buffer": content}
    page.locator(".checklist-file").set_input_files(file)  # type: ignore[arg-type]
    expect(page.locator(".checklist-offer")).to_contain_text(words)
    assert state(page) == before
    page.locator(".checklist-file").set_input_files(file)  # type: ignore[arg-type]
    expect(page.locator(".checklist-offer")).to_be_focused()
