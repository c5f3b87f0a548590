"""What holds for every input: any bytes give a guide or faults, and any guide gives sound pages."""

from __future__ import annotations

import copy
import functools
import json
import operator
import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from justhtml import JustHTML

from conftest import GUIDES
from entregent import site
from entregent.diagnostics import GuideError
from entregent.diagnostics.report import FORMATS, as_text
from entregent.diagnostics.words import LANGUAGES
from entregent.guide import Guide
from entregent.guide.declarations import TextKind
from entregent.load import load
from entregent.pages.page import Page
from rewritten import in_locales

# The same examples at every run; `make fuzz` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile("repeatable")

MINIMAL = (GUIDES / "minimal.yaml").read_text("utf-8")
LINES = MINIMAL.splitlines(keepends=True)
MARKUP = [
    *"\"'`*_{}[]()<>#!|&%@:;,.?-=~^$\\/ \n",
    "# ",
    "- ",
    ": ",
    "é",
    "’",
    "\u200b",
    "\u202f",
    "😀",
    "א",
    "a",
    "word",
    "://",
]
SHOWN = (
    "title",
    "tagline",
    "description",
    "summary",
    "answer",
    "why",
    "checklist",
    "situation",
    "outcome",
    "says",
)
SHOWN += ("lesson", "purpose", "label", "statement", "about", "name", "is", "do", "dont")

texts = st.lists(
    st.sampled_from(MARKUP) | st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=40
).map("".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the examples are written, one over the other."""
    return tmp_path_factory.mktemp("properties")


def reports(content: bytes, folder: Path) -> list[str]:
    """What is said of a file in every form; nothing if it is a guide."""
    rules = folder / "rules.yaml"
    rules.write_bytes(content)
    try:
        load(rules)
    except GuideError as error:
        forms = [as_text, *FORMATS.values()] if error.report.diagnostics else []
        return [form(error.report, language) for form in forms for language in LANGUAGES] or [""]
    return []


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A small guide in which some lines are changed, lost, moved sideways or said twice."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        column = draw(st.integers(0, len(lines[at])))
        lines[at] = draw(
            st.sampled_from(
                [
                    "",
                    f" {lines[at]}",
                    lines[at].lstrip(" "),
                    lines[at] * 2,
                    lines[at].replace("  ", "\t", 1),
                    lines[at][:column] + draw(texts) + lines[at][column:],
                    lines[at][:column],
                ]
            )
        )
    return "".join(lines)


@given(content=st.binary(max_size=300))
def test_any_bytes_give_a_guide_or_faults(content: bytes, folder: Path) -> None:
    assert all(reports(content, folder))


@settings(max_examples=400)
@given(text=damaged())
def test_any_damage_gives_a_guide_or_faults(text: str, folder: Path) -> None:
    for report in reports(text.encode("utf-8", "replace"), folder):
        assert report.strip()
        assert "\x1b" not in report


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data(), locale=st.sampled_from(["fr", "en", "fr-CA", "de"]))
def test_any_guide_gives_sound_pages(data: st.DataObject, locale: str, folder: Path) -> None:
    rules = folder / "rules.yaml"
    guide = _with_texts(yaml.safe_load(MINIMAL), data)
    del guide["facts"][0]["limit"]
    guide["locales"] = [locale]
    rules.write_text(json.dumps(guide, ensure_ascii=False, default=str), "utf-8")
    try:
        loaded = load(rules).guides[locale]
    except GuideError:
        reject()
    assert list(_unsound(loaded)) == []


HOSTILE = "x ../../x \n::error file=x::y <script>alert(1)</script>"


@pytest.mark.slow
def test_a_hostile_value_is_a_fault_or_a_text(folder: Path) -> None:
    """Whatever key it stands under, in two languages and three."""
    for locales in (("fr", "en"), ("fr", "en", "de")):
        data = in_locales(*locales)
        for path in _leaves(data):
            changed = copy.deepcopy(data)
            *steps, last = path
            functools.reduce(operator.getitem, steps, changed)[last] = HOSTILE
            content = yaml.safe_dump(changed, allow_unicode=True).encode()
            told = reports(content, folder)
            assert not any(line.startswith("::error file=x") for one in told for line in one.splitlines())
            if not told:
                guides = load(folder / "rules.yaml").guides.values()
                held = [text for guide in guides for _, text, _ in guide.strings[TextKind]]
                assert any("::error" in text for text in held), path


def _leaves(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _leaves(value, (*path, key))
    else:
        yield path


def _with_texts(value: Any, data: st.DataObject, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _with_texts(item, data, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_with_texts(item, data, key) for item in value]
    if isinstance(value, str) and key in SHOWN:
        return data.draw(texts) + "x"
    if key == "text":
        return "{name} " + data.draw(texts)
    return value


def _unsound(guide: Guide) -> Iterator[str]:
    """Faults of HTML, elements that no template writes, and links that lead nowhere, on all pages."""
    pages = {f"{page.path}.html": page for page in site.pages(guide)}
    trees = {path: _tree(page) for path, page in pages.items()}
    places = {path: {node.attrs["id"] for node in tree.query("[id]")} for path, tree in trees.items()}
    for path, tree in trees.items():
        yield from (f"{path}: {error}" for error in tree.errors)
        for node in tree.query("script, style, iframe, object, img, base, meta, link"):
            yield f"{path}: <{node.name}>"
        for link in tree.query("a[href]"):
            target, _, place = link.attrs["href"].partition("#")
            if "://" in target or target.startswith("mailto:"):
                continue
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if page.endswith(".html") and (page not in pages or (place and place not in places[page])):
                yield f"{path}: {link.attrs['href']} leads nowhere"


def _tree(page: Page) -> JustHTML:
    return JustHTML(page.html, fragment=True, sanitize=False, collect_errors=True)
