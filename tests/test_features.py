"""What each feature makes of a guide, as the HTML of its pages; a feature without a case fails."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml

from conftest import GUIDES
from entregent import site
from entregent.features import FEATURES
from entregent.guide import Guide
from entregent.guide.declarations import Part, TextKind
from entregent.guide.drafts import DraftCheck
from entregent.guide.groups import Group
from entregent.load import load
from entregent.pages import dates
from entregent.pages.page import Page
from rewritten import keys_of_texts, rewritten

FOLDER = Path(__file__).parent / "features"
CASES = sorted(FOLDER.glob("*/*.yml"))
LINK = re.compile(r'href="([^"#?:]+\.html)')


def pages_of(feature: str, guide: str, locale: str) -> list[Page]:
    found = site.pages(load(GUIDES / guide).guides[locale])
    return [page for page in found if page.template.startswith(f"{feature}/")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_pages(case: Path, expect: Callable[[Path, str], None]) -> None:
    data = yaml.safe_load(case.read_text("utf-8"))
    found = pages_of(case.parent.name, data["guide"], data["locale"])
    expect(case, "\n".join(f"=== {page.path} | {page.title} | {page.parent}\n{page.html}" for page in found))


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_has_cases_in_both_languages(feature: str) -> None:
    cases = [yaml.safe_load(case.read_text("utf-8")) for case in (FOLDER / feature).glob("*.yml")]
    assert {"fr", "en"} <= {case["locale"] for case in cases}, f"write cases in tests/features/{feature}"


@pytest.mark.parametrize(
    ("guide", "locale"), [("small.yaml", "fr"), ("small.yaml", "en"), ("bare.yaml", "en")]
)
def test_links_lead_to_pages(guide: str, locale: str) -> None:
    pages = {page.path: page for feature in FEATURES for page in pages_of(feature, guide, locale)}
    for page in pages.values():
        for link in LINK.findall(page.html):
            target = (Path("/") / page.path).parent.joinpath(link).resolve().relative_to("/")
            assert target.with_suffix("").as_posix() in pages, f"{page.path} leads to {link}"


def values_in(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        yield from (found for pair in value.items() for part in pair for found in values_in(part))
    elif isinstance(value, (list, tuple)):
        yield from (found for part in value for found in values_in(part))
    else:
        yield value


@pytest.mark.parametrize("feature", FEATURES)
def test_contexts_hold_what_can_be_compared(feature: str) -> None:
    for page in pages_of(feature, "small.yaml", "fr"):
        for value in values_in(page.context):
            assert not isinstance(value, Guide)
            assert isinstance(value, (str, int, date, Part, Group)) or value is None, (page.path, value)


def test_only_pages_that_show_a_text_differ_once_it_changes(tmp_path: Path) -> None:
    before = list(site.pages(load(GUIDES / "small.yaml").guides["fr"]))
    text = (GUIDES / "small.yaml").read_text("utf-8")
    changed = tmp_path / "rules.yaml"
    changed.write_text(text.replace("Dites un mot.", "Parlez."), "utf-8")
    after = list(site.pages(load(changed).guides["fr"]))
    differ = {page.path for old, page in zip(before, after, strict=True) if old != page}
    shown = {page.path for old, page in zip(before, after, strict=True) if old.html != page.html}
    assert shown == {"scenarios/bare-card"}
    assert shown < differ < {page.path for page in after}


@pytest.mark.parametrize("feature", FEATURES)
def test_pages_without_a_parent_have_a_short_title(feature: str) -> None:
    for page in pages_of(feature, "small.yaml", "fr"):
        assert page.parent or page.short_title


@pytest.mark.parametrize(
    ("locale", "day", "words"),
    [
        ("fr", date(2026, 11, 1), "1er novembre 2026"),
        ("fr-CA", date(2026, 11, 22), "22 novembre 2026"),
        ("fr", date(2026, 11, 11), "11 novembre 2026"),
        ("en", date(2026, 11, 1), "1 November 2026"),
        ("en-US", date(2026, 11, 1), "November 1, 2026"),
    ],
)
def test_days_in_words(locale: str, day: date, words: str) -> None:
    assert dates.day(day, locale) == words


def test_the_small_guide_has_every_key_that_holds_texts() -> None:
    """Tests of hostile and of random texts put these in the place of its texts."""
    tried = {"text"} | keys_of_texts(DraftCheck)

    def say(text: str, kind: TextKind, key: str, locale: str) -> str:
        tried.add(key)
        return text

    rewritten("small.yaml", ("fr", "en"), say)
    assert keys_of_texts(Guide) <= tried, "write the new key into tests/guides/small.yaml"
