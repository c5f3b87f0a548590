"""Checklists on paper: the list alone, one page, with or without ticks, and the PDFs behind the links."""

from __future__ import annotations

import io
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from entregent.guide.groups import checklists
from entregent.load import load
from entregent.pages import dates

from .conftest import ROOT

GUIDE = load(ROOT / "rules.yaml").guides["fr"]
LISTS = [group.id for group in checklists(GUIDE)]


def dated(locale: str) -> str:
    assert GUIDE.updated
    return dates.day(GUIDE.updated, locale)


def printed(page: Page, paper: str) -> list[str]:
    sheets = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
    # NFKC takes ligatures apart.
    return [normalize("NFKC", sheet.extract_text()) for sheet in sheets]


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("name", LISTS)
def test_each_list_is_one_page(page: Page, base: str, name: str, language: str) -> None:
    page.goto(f"{base}{language}checklist/{name}.html")
    lines = page.locator(".checklist-text").all_text_contents()
    for paper in ("A4", "Letter"):
        (text,) = printed(page, paper)
        plain = "".join(text.split())
        assert [line for line in lines if "".join(line.split()) not in plain] == []
        assert (f"Text of {dated('en')}" if language else f"Texte du {dated('fr')}") in text
        assert f"https://guide.example/sub/{language}" in text
        for chrome in (
            "Imprimer",
            "Print",
            "Rechercher",
            "Sans objet",
            "Pourquoi",
            "PDF",
            "sur 1",
            "Filtrer",
        ):
            assert chrome not in text


def test_all_lists_end_in_their_foot(page: Page, base: str) -> None:
    page.goto(f"{base}checklist/all.html")
    sheets = printed(page, "A4")
    assert len(sheets) > 1
    assert sheets[-1].rstrip().endswith(f"Texte du {dated('fr')}")


@pytest.mark.parametrize("path", ["rules/names-are-lent.html", "rules/written-policy.html"])
def test_no_printed_page_ends_in_a_heading(page: Page, base: str, path: str) -> None:
    page.goto(f"{base}{path}")
    headings = page.locator("article :is(h2, h3)").all_text_contents()
    for paper in ("A4", "Letter"):
        sheets = ["".join(sheet.split()) for sheet in printed(page, paper)]
        assert len(sheets) > 1
        assert [one for one in headings for sheet in sheets if sheet.endswith("".join(one.split()))] == []


def test_a_box_that_the_browser_restores_still_counts(page: Page, base: str) -> None:
    page.goto(f"{base}checklist/before-inviting.html")
    page.get_by_label("avec mes coches").uncheck()
    page.reload()
    blank = page.locator(".checklist--blank")
    expect(blank).to_have_count(0 if page.get_by_label("avec mes coches").is_checked() else 1)


def test_boxes_show_ticks_or_stay_blank(page: Page, base: str) -> None:
    page.goto(f"{base}checklist/before-inviting.html")
    page.locator("#no-pitch label").click()
    page.locator("#add-a-note .checklist-skip").click()
    page.emulate_media(media="print")
    image = "e => getComputedStyle(e).backgroundImage"
    done, skipped, still_open = (
        page.locator(f"#{name} input") for name in ("no-pitch", "add-a-note", "tell-the-truth")
    )
    for box in (done, skipped, still_open):
        assert box.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    assert "svg" in done.evaluate(image)
    assert "gradient" in skipped.evaluate(image)
    assert still_open.evaluate(image) == "none"
    page.emulate_media(media="screen")
    page.get_by_label("avec mes coches").uncheck()
    page.emulate_media(media="print")
    assert [box.evaluate(image) for box in (done, skipped, still_open)] == ["none"] * 3


def test_print_asks_the_browser_to_print(page: Page, base: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true }")
    page.goto(f"{base}checklist/before-inviting.html")
    page.get_by_role("button", name="Imprimer").click()
    assert page.evaluate("window.printed") is True


@pytest.mark.parametrize("name", [*LISTS, "all"])
def test_the_pdf_link_leads_to_a_pdf(page: Page, base: str, built: Path, name: str) -> None:
    page.goto(f"{base}en/checklist/{name}.html")
    link = page.locator(".checklist-pdf")
    address = link.evaluate("e => e.href")
    assert address == f"{base}en/checklist/{name}.pdf"
    assert (built / f"en/checklist/{name}.pdf").read_bytes().startswith(b"%PDF-")


def test_printed_rule_keeps_what_matters(page: Page, base: str) -> None:
    page.goto(f"{base}rules/names-are-lent.html")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Pourquoi")).to_be_visible()
    for hidden in (".md-header", ".eg-crumbs", ".eg-actions >> nth=0", ".eg-actions >> nth=-1", ".md-footer"):
        expect(page.locator(hidden)).to_be_hidden()
