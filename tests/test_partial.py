"""A guide that is not translated as a whole: each text is read in a language that it has, and says which."""

from __future__ import annotations

import base64
import gzip
import io
import json
import pickle
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from conftest import GUIDES, run
from entregent import site
from entregent.guide import Guide
from entregent.load import load
from entregent.load.notices import notices
from entregent.load.translations import translated
from entregent.outputs import exports, pdf
from entregent.pages.page import Page
from entregent.text.foreign import Foreign, locale_of
from entregent.text.prose import Prose
from rewritten import in_locales, write

PARTIAL = GUIDES / "partial.yaml"
N, W = "\u202f", "\u00a0"


@pytest.fixture(scope="module")
def german() -> Guide:
    return load(PARTIAL).guides["de"]


@pytest.fixture(scope="module")
def pages(german: Guide) -> dict[str, Page]:
    return {page.path: page for page in site.pages(german)}


def test_a_text_is_taken_in_the_first_language_that_has_it(german: Guide) -> None:
    rule = german.rules[0]
    assert (rule.title, locale_of(rule.title, "de")) == ('Sagen Sie "warum": immer!', "de")
    assert locale_of(rule.answer, "de") == "fr"
    # Written once for all, it is in the first language; a name is in any.
    assert locale_of(german.tagline, "de") == "fr"
    assert locale_of(load(PARTIAL).guides["fr"].sections[0].summary, "fr") == "de"
    assert type(load(GUIDES / "small.yaml").guides["en"].sources[0].title) is str


def test_an_empty_text_is_one_that_is_still_to_be_written(tmp_path: Path) -> None:
    rules, text = tmp_path / "rules.yaml", PARTIAL.read_text("utf-8")
    empty = text.replace('answer: {fr: "Une', 'answer: {de: "", fr: "Une').replace("de: Danken", "de: ''")
    assert empty.count("de:") == text.count("de:") + 1
    rules.write_text(empty, "utf-8")
    (count,) = [
        dict(notice.words.values)["count"]
        for notice in notices(load(rules), date(2026, 11, 22)).diagnostics
        if dict(notice.words.values).get("locale") == "de"
    ]
    assert count == "17"
    assert locale_of(load(rules).guides["de"].messages[1].title, "de") == "fr"
    written = {text.key for text in translated(load(rules).source, ("fr", "de")) if text.locale == "de"}
    assert "messages/thank/title" not in written
    assert "messages/thank/purpose" in written


def test_a_country_reads_the_texts_of_its_language_as_its_own(tmp_path: Path) -> None:
    data = in_locales("en", "fr", "fr-CA")
    data["title"] = {"en": "Guide", "fr": "Guide !"}
    write(tmp_path, data)
    loaded = load(tmp_path / "rules.yaml")
    assert type(loaded.guides["fr-CA"].title) is str
    assert loaded.guides["fr-CA"].title == "Guide !"
    assert not notices(loaded, date(2026, 11, 22)).diagnostics


def test_lists_that_readers_type_are_of_one_language(german: Guide) -> None:
    assert (german.rules[1].keywords, german.synonyms) == ((), ())
    french = load(PARTIAL).guides["fr"]
    assert (french.rules[1].keywords, french.synonyms) == (("silence",), (("mot", "note"),))


def test_its_language_goes_with_a_text_to_another_process(german: Guide) -> None:
    received = pickle.loads(pickle.dumps(german))  # noqa: S301  (our own bytes)
    assert locale_of(received.messages[0].text[1].text, "de") == "fr"


def test_a_text_is_set_as_its_language_wants_and_says_which(pages: dict[str, Page]) -> None:
    html = pages["rules/say-why"].html
    assert '<h1 id="title">Sagen Sie „warum“: immer!</h1>' in html
    assert f'<p class="rules-short"><span lang="fr">Une phrase suffit{W}: laquelle{N}?</span></p>' in html
    assert f'<p lang="fr">Sans raison, c’est «{W}muet{W}».</p>' in html
    assert "eg-stale" in html
    assert f'<h1 id="title"><span lang="fr">Répondez{N}!</span></h1>' in pages["rules/answer"].html


def test_a_blank_says_its_language_where_the_message_is_in_another(pages: dict[str, Page]) -> None:
    assert 'für <span class="eg-blank" data-blank="topic" lang="fr">[l’objet' in pages["messages/thank"].html
    assert '<span class="eg-blank" data-blank="topic">[l’objet' in pages["messages/ask"].html
    assert 'data-blank="farewell" lang="de">[der Gruß]' in pages["messages/ask"].html


def test_the_direction_is_told_where_it_differs() -> None:
    assert str(Prose("de").inline(Foreign("سلام", "ar"))) == '<span lang="ar" dir="rtl">سلام</span>'
    assert str(Prose("he").inline(Foreign("*a*", "fr"))) == '<span lang="fr" dir="ltr"><em>a</em></span>'
    assert str(Prose("he").paragraphs(Foreign("سلام", "ar"))) == '<p lang="ar">سلام</p>'


class _Attributes(HTMLParser):
    inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert self.inside not in ("option", "textarea", "title"), f"{self.inside} holds {tag}"
        for name, value in attrs:
            assert "<" not in (value or ""), f"{tag} {name} holds markup: {value}"
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


def test_no_attribute_and_no_field_holds_markup(tmp_path: Path, pages: dict[str, Page]) -> None:
    """Here, and in the guide with every key, each of its texts and of our words in another language."""
    text = (GUIDES / "small.yaml").read_text("utf-8").replace("[fr, en]", "[fr, en, pl]")
    (tmp_path / "rules.yaml").write_text(text, "utf-8")
    guide = load(tmp_path / "rules.yaml").guides["pl"]
    foreign = list(site.pages(guide))
    moved = [asset.content.decode() for asset in site.redirects(guide, foreign)]
    for html in (*(page.html for page in (*pages.values(), *foreign)), *moved):
        _Attributes().feed(html)


def test_the_search_finds_it_and_says_its_language(german: Guide, pages: dict[str, Page]) -> None:
    packed = site.index(german, pages.values(), str).content.decode().split('"')[1]
    index = json.loads(gzip.decompress(base64.b64decode(packed)))
    entries = {entry[0]: entry for entry in index["entries"]}
    assert entries["rules/answer"][2:4] == [f"Répondez{N}!", "Zwei Zeilen."]
    assert entries["rules/answer"][7:] == ["fr", ""]
    assert entries["rules/say-why"][7:] == ["", "fr"]
    assert len(entries["messages/thank"]) == 7
    assert "muet" in index["tokens"].split()


def test_paper_tells_the_language_of_each_text(german: Guide) -> None:
    (document,) = site.documents(german)
    section = document.data["lists"][0]  # type: ignore[index]
    assert (section["title"].lang, section["summary"][0].lang) == ("", "")
    assert [line["text"][0].lang for line in section["lines"]] == ["", "fr"]
    assert [line["rule"].lang for line in section["lines"]] == ["", "fr"]
    page = PdfReader(io.BytesIO(pdf.render(document).content)).pages[-1]
    contents = page.get_contents()
    assert contents is not None
    assert b"/Lang(fr)" in contents.get_data()


def test_an_export_holds_it_as_it_is_sent(german: Guide) -> None:
    package = exports.expanders.espanso_package(german)["entregent-de/package.yml"].decode()
    assert f"parlez-vous de {{{{form.topic}}}}{W}?" in package
    assert b"Deux r\xc3\xa8gles" in exports.whole(german)


def test_check_counts_what_is_not_translated_and_names_it_when_asked(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_bytes(PARTIAL.read_bytes())
    result = run("entregent", "check", cwd=tmp_path)
    assert result.returncode == 0
    assert "rules.yaml:2:10: texts without a translation for `de`: 16;" in result.stderr
    assert "(first lines: 2, 3, 15, 17, 22)" in result.stderr
    assert "rules.yaml:6:64: texts without a translation for `fr`: 1;" in result.stderr
    assert run("entregent", "check", "--strict", cwd=tmp_path).returncode == 1
    every = run("entregent", "check", "--complete", cwd=tmp_path)
    assert every.returncode == 0
    assert every.stderr.count("this text has no translation for `de`") == 16
    assert "rules.yaml:24:9: this text has no translation for `de`" in every.stderr
