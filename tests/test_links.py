"""Links from texts to what the guide itself has: pages, documents and exports lead to where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import GUIDES
from entregent import site
from entregent.guide import Guide
from entregent.load import load
from entregent.outputs import markdown
from entregent.outputs.exports import checklist
from entregent.pages.page import Publication

LINKS = (
    "[a *rule*](rule:first), [a scene](scene:scene), [a message](message:letter), [a list](checklist:ours)"
)
WRITTEN = "[hours](page:hours), [who](page:about/équipe), [law](page:law)"
LISTS = """checklists:
  - id: ours
    title: Ours
    summary: "See [this](rule:first) and [that](https://example.org)."
    lines: [first]
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A guide in two languages, and pages that both, one or none of them has."""
    for name in ("fr/hours.md", "en/hours.md", "en/about/équipe.md", "law.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text("Text", "utf-8")
    text = (GUIDES / "minimal.yaml").read_text("utf-8")
    text = text.replace("why: It works.", f'why: "{LINKS}, {WRITTEN}."')
    text = text.replace("checklist: I did this.", "checklist: I did [this](scene:scene).")
    rules = tmp_path / "rules.yaml"
    rules.write_text(text.replace("[en]", "[en, fr]") + LISTS, "utf-8")
    return rules


def page(guide: Guide, path: str, **how: bool) -> str:
    return next(page.html for page in site.pages(guide, Publication(**how)) if page.path == path)


def leads(html: str, words: str) -> str:
    """Where the link with these words leads."""
    (found,) = re.findall(rf'<a href="([^"]*)">{re.escape(words)}</a>', html)
    return str(found)


def test_pages(rules: Path) -> None:
    html = page(load(rules).guides["en"], "rules/first")
    assert leads(html, "a <em>rule</em>") == "first.html"
    assert leads(html, "a scene") == "../scenarios/scene.html"
    assert leads(html, "a message") == "../messages/letter.html"
    assert leads(html, "a list") == "../checklist/ours.html"
    assert leads(html, "hours") == "../hours.html"
    assert leads(html, "who") == "../about/équipe.html"
    # A link within another one is none: browsers would end the outer one before it.
    assert leads(html, "I did this.") == "../checklist/ours.html#first"


def test_a_page_has_one_name_in_all_languages(rules: Path) -> None:
    for guide in load(rules).guides.values():
        assert {link for link in guide.links if "hours" in link} == {"page:hours"}


def test_another_language(rules: Path) -> None:
    html = page(load(rules).guides["fr"], "rules/first", directory_urls=True)
    assert leads(html, "a scene") == "../../scenarios/scene/"
    assert leads(html, "hours") == "../../hours/"
    assert leads(html, "law") == "../../../law/"
    assert leads(html, "who") == "../../../about/équipe/"


def test_documents(rules: Path) -> None:
    guide = load(rules).guides["en"]
    for publication, address in (
        (Publication(), "../rules/first.html"),
        (Publication("https://example.org/"), "https://example.org/rules/first.html"),
        (Publication(standalone=True), ""),
    ):
        document = next(iter(site.documents(guide, publication)))
        lists = document.data["lists"]
        assert isinstance(lists, list)
        hrefs = {run.text: run.href for run in lists[0]["summary"]}
        assert hrefs["this"] == address
        assert hrefs["that"] == "https://example.org"


def test_exports(rules: Path, tmp_path: Path) -> None:
    guide = load(rules).guides["en"]
    markdown.write(guide, tmp_path / "out")
    assert '<a href="../scenarios/scene.html">' in (tmp_path / "out/rules/first.md").read_text("utf-8")
    assert "I did this." in checklist.content(guide, ".md").decode()


def test_what_is_left_out_of_another_guide_is_its_words(rules: Path) -> None:
    own = rules.with_name("own.yaml")
    own.write_text("from: rules.yaml\nexcept:\n  messages: [letter]\n", "utf-8")
    html = page(load(own).guides["en"], "rules/first")
    assert ", a message, <a" in html
