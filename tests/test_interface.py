"""The words of the interface in each language: all of them, with the blanks that the code fills in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from conftest import GUIDES
from entregent import locales, site
from entregent.features.search.index import stop_words
from entregent.features.search.script import LIBRARIES
from entregent.load import load
from entregent.pages.dates import day, month
from entregent.text.typography import typography_of

LOCALES = sorted(path.stem for path in Path(locales.__file__).parent.glob("*.toml") if path.stem != "cldr")
BLANK = re.compile(r"\{.*?\}")


@pytest.mark.parametrize("locale", LOCALES)
def test_each_language_of_the_interface_is_complete(locale: str) -> None:
    assert locales.missing(locale) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_word_has_the_blanks_of_the_english_one(locale: str) -> None:
    english = locales.interface()
    for name in english.keys() | ({*locales._file(locale)} - {"typography", "analysis", "choices", "unread"}):
        for key, word in locales.own(name, locale).items():
            assert sorted(BLANK.findall(word)) == sorted(BLANK.findall(english[name][key])), f"{name}.{key}"


@pytest.mark.parametrize("locale", LOCALES)
def test_quotation_marks_of_its_own_words_are_those_of_the_language(locale: str) -> None:
    opening, closing = (mark.strip() for mark in typography_of(locale).quotes[:2])
    for query in ("{query}", "\u00a0{query}\u00a0", " {query} "):
        if f"{opening}{query}{closing}" in locales.section("search", locale)["found-none"]:
            return
    pytest.fail(locales.section("search", locale)["found-none"])


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if "-" not in locale])
def test_a_page_loads_the_stemmer_of_its_language_and_no_other(locale: str) -> None:
    stemmer = locales.own("analysis", locale)["stemmer"]
    script = next(
        asset.content.decode() for asset in site.assets(locale) if asset.path.endswith("/search.js")
    )
    assert f"entregentStemmer = new {stemmer.capitalize()}Stemmer();" in script
    stems = {path.name.split("-")[0].capitalize() for path in LIBRARIES.glob("*-stemmer.js")} - {"Base"}
    assert [name for name in stems if f"{name}Stemmer=function" in script] == [stemmer.capitalize()]
    assert len(stop_words(locale)) > 100


def test_a_language_without_words_has_english_ones_that_say_so(tmp_path: Path) -> None:
    text = (GUIDES / "small.yaml").read_text("utf-8").replace("[fr, en]", "[fr, en, he]")
    (tmp_path / "rules.yaml").write_text(text, "utf-8")
    pages = {page.path: page.html for page in site.pages(load(tmp_path / "rules.yaml").guides["he"])}
    assert (
        '<summary><span lang="en" dir="ltr">Filter the messages</span></summary>' in pages["messages/index"]
    )
    assert '<option value="" lang="en" dir="ltr">Any</option>' in pages["messages/index"]
    assert 'role="status" lang="en" dir="ltr" data-one="{n} message"' in pages["messages/index"]
    # Within an English sentence, the month is English, too.
    assert '<span lang="en" dir="ltr">Checked in November 2026</span>' in pages["facts/index"]


@pytest.mark.parametrize(
    ("locale", "in_month", "on_day"),
    [
        ("en", "March 2025", "1 March 2025"),
        ("fr", "mars 2025", "1er mars 2025"),
        ("de", "März 2025", "1. März 2025"),
        ("es", "marzo de 2025", "1 de marzo de 2025"),
        ("it", "marzo 2025", "1 marzo 2025"),
        ("pt", "março de 2025", "1 de março de 2025"),
        ("nl", "maart 2025", "1 maart 2025"),
        ("ja", "2025年3月", "2025年3月1日"),
        ("tlh", "March 2025", "1 March 2025"),
    ],
)
def test_months_and_days_are_in_the_words_of_the_language(locale: str, in_month: str, on_day: str) -> None:
    assert (month("2025-03", locale), day(date(2025, 3, 1), locale)) == (in_month, on_day)
