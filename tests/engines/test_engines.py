"""What readers do most, in Firefox and in WebKit: search, tick, go back, fill in, copy, print."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from .reader import Reader

LIST = "checklist/before-inviting.html"
NOTE = "messages/invite-met-at-event.html"


@pytest.mark.parametrize("width", [390, 1280])
def test_search_shows_its_results(reader: Reader, base: str, width: int) -> None:
    reader.resize(width)
    reader.until("innerWidth", width)
    reader.click(".eg-search")
    reader.type(".search-input", "refuser poliment")
    reader.until("document.querySelectorAll('.search-result').length > 3")
    seen = "document.elementFromPoint(r.left + 9, r.top + 9)?.closest('.search-result') === one"
    for index in range(3):
        script = f"const one = document.querySelectorAll('.search-result')[{index}]"
        assert reader.run(f"{script}, r = one.getBoundingClientRect(); return {seen}")
    first = reader.run("return document.querySelector('.search-result').href")
    reader.press(Keys.ENTER)
    reader.until("location.href.split('#')[0]", first.partition("#")[0])


def test_ticks_are_there_after_a_reload_and_in_the_other_language(reader: Reader, base: str) -> None:
    reader.go(f"{base}{LIST}")
    reader.click("#no-pitch input")
    reader.click("#add-a-note .checklist-skip")
    reader.reload()
    reader.until("document.querySelector('#no-pitch input').checked")
    reader.follow(".eg-language")
    reader.until("document.querySelector('#add-a-note .checklist-skip').ariaPressed", "true")


def test_back_after_ticking_on_another_page(reader: Reader, base: str) -> None:
    reader.go(f"{base}{LIST}")
    reader.click_within("#no-pitch input")
    reader.follow(".eg-language")
    reader.click("#add-a-note input")
    reader.back(f"{base}{LIST}")
    reader.until("document.querySelector('#add-a-note input').checked")
    reader.click("#tell-the-truth input")
    reader.reload()
    ticked = "[...document.querySelectorAll('.checklist-label :checked')].map(({value}) => value).sort()"
    reader.until(ticked, ["add-a-note", "no-pitch", "tell-the-truth"])


def test_back_to_the_lists_their_progress_is_that_of_now(reader: Reader, base: str) -> None:
    reader.go(f"{base}checklist/index.html")
    reader.follow(".checklist-card-link")
    reader.click("#no-pitch input")
    reader.back(f"{base}checklist/index.html")
    reader.until("document.querySelector('.checklist-card-count').textContent.startsWith('1 sur')")


def test_palette_holds_for_all_pages_and_after_back(reader: Reader, base: str) -> None:
    reader.go(f"{base}rules/index.html")
    reader.follow(".eg-language")
    reader.click(".eg-palette")
    reader.until("document.body.dataset.mdColorScheme", "slate")
    reader.back(f"{base}rules/index.html")
    reader.until("document.body.dataset.mdColorScheme", "slate")
    reader.until("document.querySelector('.eg-palette').ariaLabel", "Passer au thème clair")


def test_a_message_is_filled_in_and_copied(reader: Reader, base: str) -> None:
    reader.go(f"{base}messages/accept-late.html")
    reader.type('[name="first-name"]', "Zoé")
    reader.type('[name="my-name"]', "Noël Lœb")
    reader.click(".message-form-copy")
    reader.until("document.querySelector('.message-form-said').textContent.startsWith('Message copié')")
    text = reader.run(
        "return document.querySelector('.message-variant:not([hidden]) .message-text').textContent"
    )
    assert text.startswith("Bonjour Zoé,\n\n")
    # WebKit makes plain spaces of those that may not break when it pastes.
    assert reader.pasted().replace("\u00a0", " ") == text.replace("\u00a0", " ")


def test_back_to_a_message_its_fields_hold_what_its_text_says(reader: Reader, base: str) -> None:
    reader.go(f"{base}{NOTE}")
    values = {"first-name": "Nadia", "topic": "les ponts", "my-name": "Alex"}
    for name, value in values.items():
        reader.type(f'[name="{name}"]', value)
    reader.follow(".eg-crumbs a")
    reader.back(f"{base}{NOTE}")
    for name, value in values.items():
        reader.until(f"document.querySelector('[name=\"{name}\"]').value", value)
    reader.until("document.querySelector('.message-text').textContent.includes('Nadia')")


def test_back_to_a_search_its_field_holds_what_was_looked_for(reader: Reader, base: str) -> None:
    reader.go(f"{base}search.html?q=refuser")
    reader.until("document.querySelectorAll('.search-result').length > 0")
    reader.type(".search-input", "note")
    address = f"{base}search.html?q=note"
    reader.until("location.href", address)
    reader.follow(".search-result")
    reader.back(address)
    reader.until("document.querySelector('.search-input').value", "note")


def test_filters_stay_in_the_address(reader: Reader, base: str) -> None:
    reader.go(f"{base}rules/index.html")
    reader.run(
        "const select = document.querySelector('[name=role]'); select.value = 'introducer';"
        "select.dispatchEvent(new Event('change', {bubbles: true}))"
    )
    reader.until("location.search", "?role=introducer")
    shown = "document.querySelectorAll('[data-filter-item]:not([hidden])').length"
    few = reader.run(f"return {shown}")
    reader.reload()
    reader.until(shown, few)
    assert 0 < few < reader.run("return document.querySelectorAll('[data-filter-item]').length")


def test_the_menu_of_a_phone_is_reached_by_keyboard(reader: Reader, base: str) -> None:
    reader.resize(390)
    reader.go(base)
    reader.run("document.querySelector('.eg-menu').focus()")
    reader.press(Keys.ENTER)
    reader.until("document.activeElement.classList.contains('menu-close')")
    reader.press(Keys.ESCAPE)
    reader.until("document.activeElement.classList.contains('eg-menu')")


def plain(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", ["before-inviting", "all"])
def test_a_printed_list_has_its_foot_and_no_line_twice(reader: Reader, base: str, name: str) -> None:
    reader.go(f"{base}checklist/{name}.html")
    lines = reader.run("return [...document.querySelectorAll('.checklist-text')].map((e) => e.textContent)")
    sheets = [plain(sheet) for sheet in reader.printed()]
    assert "https://guide.example/sub/Textedu" in sheets[-1]
    # A line that is cut in two is on two sheets.
    assert [line for line in lines if sum(plain(line) in sheet for sheet in sheets) != 1] == []


@pytest.mark.parametrize(
    "path", ["rules/names-are-lent.html", "rules/written-policy.html", "checklist/all.html"]
)
def test_no_printed_page_ends_in_a_heading_or_within_a_line(reader: Reader, base: str, path: str) -> None:
    reader.go(f"{base}{path}")
    headings = reader.run(
        "return [...document.querySelectorAll('article :is(h2, h3)')].map((e) => e.textContent)"
    )
    sheets = [plain(sheet) for sheet in reader.printed()]
    assert len(sheets) > 1
    assert [heading for heading in headings for sheet in sheets if sheet.endswith(plain(heading))] == []
    ends = [sheet[-12:] for sheet in sheets]
    assert [end for end, following in zip(ends, sheets[1:], strict=False) if following.startswith(end)] == []


def test_ticks_left_off_paper_stay_off_after_a_reload(reader: Reader, base: str) -> None:
    reader.go(f"{base}{LIST}")
    reader.click(".checklist-print-ticks")
    reader.reload()
    checked = reader.run("return document.querySelector('.checklist-print-ticks').checked")
    blank = "document.querySelector('.checklist').classList.contains('checklist--blank')"
    reader.until(blank, not checked)


def test_from_a_disk(reader: Reader, built: Path) -> None:
    reader.go((built / LIST).as_uri())
    reader.click("#no-pitch input")
    reader.reload()
    reader.until("document.querySelector('#no-pitch input').checked")
    reader.click("#no-pitch input")
    reader.click(".eg-search")
    reader.type(".search-input", "refuser")
    reader.until("document.querySelectorAll('.search-result').length > 0")
    first = reader.run("return document.querySelector('.search-result').href")
    reader.press(Keys.ENTER)
    reader.until("location.href.split('#')[0]", first.partition("#")[0])


def test_the_console_stays_empty(reader: Reader, base: str) -> None:
    reader.complaints(base)
    for path in ("", "rules/names-are-lent.html", "en/rules/names-are-lent.html", NOTE):
        reader.go(f"{base}{path}")
        reader.wait_until_whole()
    assert reader.complaints(base) == []
