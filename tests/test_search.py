"""What can be found in a guide, and what of it reaches the browser."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import GUIDES
from entregent import site
from entregent.features import FEATURES
from entregent.features.search.entries import entries
from entregent.features.search.index import fold, stop_words, tokens
from entregent.load import load
from entregent.pages.feature import Entry
from entregent.pages.page import UNPUBLISHED
from entregent.pages.view import View

ROOT = Path(__file__).parents[1]
QUERIES = Path(__file__).parent / "search"
SHIPPED = load(ROOT / "rules.yaml").guides


def found(guide: str, locale: str) -> list[Entry]:
    read = load(GUIDES / guide).guides[locale]
    return list(entries(read, FEATURES.values(), site.pages(read), View("search", read.voice)))


def unpacked(content: bytes) -> dict[str, Any]:
    packed = content.decode().partition('"')[2].rpartition('"')[0]
    data: dict[str, Any] = json.loads(gzip.decompress(base64.b64decode(packed)))
    return data


def index_of(guide: str, locale: str) -> dict[str, Any]:
    read = load(GUIDES / guide).guides[locale]
    return unpacked(site.index(read, list(site.pages(read)), UNPUBLISHED.address).content)


def body(data: dict[str, Any], entry: list[Any]) -> set[str]:
    words, number = data["tokens"].split(" "), 0
    return {words[number := number + step] for step in entry[-1]}


def test_each_kind_of_entry_can_be_found() -> None:
    kinds = {entry.kind for entry in found("small.yaml", "fr")}
    named = {feature.kind.name for feature in FEATURES.values() if feature.kind}
    assert kinds == {*named, "line", "page"}


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_each_kind_has_a_word_for_readers(locale: str) -> None:
    assert all(index_of("small.yaml", locale)["kinds"])


def test_a_rule_is_found_by_all_it_says() -> None:
    data = index_of("small.yaml", "fr")
    (rule,) = [entry for entry in data["entries"] if entry[0] == "rules/add-a-note.html"]
    assert data["kinds"][rule[1]] == "Conseil"
    assert rule[2:4] == ["Joignez un mot\u00a0: toujours\u202f!", "Dites qui vous êtes."]
    assert {"muette", "invitation"} <= body(data, rule)


def test_words_that_only_hold_others_together_stay_out() -> None:
    data = index_of("small.yaml", "fr")
    assert not {"la", "les", "est"} & set(data["tokens"].split())
    assert {"la", "meme", "etre"} <= set(data["stop"])


def test_lines_are_found_once_and_lead_to_their_place() -> None:
    lines = [entry for entry in found("small.yaml", "fr") if entry.kind == "line"]
    assert (lines[0].page, lines[0].anchor) == ("checklist/before-writing", "add-a-note")
    assert len({line.anchor for line in lines}) == len(lines)


def test_what_weighs_more_comes_first_where_nothing_else_tells() -> None:
    priors = {entry.page: entry.prior for entry in found("small.yaml", "en") if entry.kind == "rule"}
    assert priors["rules/add-a-note"] > priors["rules/reply"]


def test_a_guide_without_messages_has_other_cards() -> None:
    small, bare = (index_of(guide, "en")["cards"] for guide in ("small.yaml", "bare.yaml"))
    assert [url for _, _, url in small] == [
        "decisions/index.html",
        "rules/index.html",
        "messages/index.html",
    ]
    assert [url for _, _, url in bare] == ["rules/index.html", "checklist/index.html", "index.html"]


def test_another_language_does_without_a_stemmer() -> None:
    (script, _) = [asset for asset in site.assets("pl") if "/search" in asset.path]
    assert b"Stemmer = { stemWord" in script.content
    assert stop_words("pl") == frozenset()


def test_libraries_come_with_their_licences() -> None:
    (_, licences) = [asset for asset in site.assets("fr") if "/search" in asset.path]
    text = licences.content.decode()
    assert "Luca Ongaro" in text
    assert "Snowball project" in text


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_queries_name_pages_that_are_there(locale: str) -> None:
    queries = yaml.safe_load((QUERIES / f"{locale}.yaml").read_text("utf-8"))
    pages = {page.path for page in site.pages(SHIPPED[locale])}
    assert len(queries) >= 40
    for query in queries:
        assert set(query["pages"]) <= pages, query


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_questions_say_what_is_needed_to_score_them(locale: str) -> None:
    questions = yaml.safe_load((QUERIES / f"questions.{locale}.yaml").read_text("utf-8"))
    pages = {page.path for page in site.pages(SHIPPED[locale])}
    assert len({one["question"] for one in questions}) == len(questions) >= 70
    assert [one["part"] for one in questions] == [("tune", "aside")[at % 2] for at in range(len(questions))]
    for one in questions:
        assert one["needs"] in ("answer", "message"), one
        assert one["good"], one
        assert re.match("https?://", one["source"]), one
        assert set(one.get("pages", ())) <= pages, one


def beginnings(text: str, stop: frozenset[str] = frozenset()) -> list[str]:
    """The beginnings of the words of a text: five letters of each, which most forms of a word share."""
    return [word[:5] for word in map(fold, tokens(text)) if len(word) > 1 and word not in stop]


def unkept(locale: str, enough: Callable[[Iterable[bool]], bool]) -> Iterator[tuple[str, str]]:
    """Keywords of the shipped guide of which their page does not say enough: `any` of the words, or `all`.

    A word is said by another of the same beginning, or by an expression of its group of synonyms. A fact is
    left out: it is one sentence, and its keywords are other ways to ask for it.
    """
    guide, stop = SHIPPED[locale], stop_words(locale)
    groups = [{tuple(beginnings(expression)) for expression in group} for group in guide.synonyms]
    for entry in entries(guide, FEATURES.values(), site.pages(guide), View("search", guide.voice)):
        if entry.kind == "fact":
            continue
        page = {*beginnings(f"{entry.title} {entry.answer} {entry.text}")}
        said = [group for group in groups if any(page.issuperset(expression) for expression in group)]
        for keyword in entry.keywords:
            words = beginnings(keyword)
            runs = [tuple(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
            meant = page.union(*(run for run in runs if any(run in group for group in said)))
            if not enough(word in meant for word in beginnings(keyword, stop) or words):
                yield entry.page, keyword


@pytest.mark.parametrize("enough", [any, all])
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_a_page_holds_what_its_keywords_promise(
    locale: str, enough: Callable[[Iterable[bool]], bool]
) -> None:
    assert list(unkept(locale, enough)) == []
