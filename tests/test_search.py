"""What can be found in a guide, and what of it reaches the browser."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import GUIDES
from entregent import site
from entregent.features import FEATURES
from entregent.features.search.entries import entries
from entregent.features.search.index import stop_words
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
    assert [url for _, _, url in small] == ["rules/index.html", "messages/index.html", "checklist/index.html"]
    assert [url for _, _, url in bare] == ["rules/index.html", "checklist/index.html", "index.html"]


def test_another_language_does_without_a_stemmer() -> None:
    (script, _) = [asset for asset in site.assets("de") if "/search" in asset.path]
    assert b"Stemmer = { stemWord" in script.content
    assert stop_words("de") == frozenset()


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
