"""Pages as Markdown for other engines: read by one, they are the pages that they were written from."""

from __future__ import annotations

from pathlib import Path

import pytest
from justhtml import JustHTML
from markdown import markdown

from conftest import GUIDES
from entregent import site
from entregent.load import load
from entregent.outputs import markdown as folder

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "footnotes", "def_list", "admonition"]


@pytest.mark.parametrize(
    ("guide", "locale"), [("small.yaml", "fr"), ("hostile.yaml", "en"), ("../../rules.yaml", "fr")]
)
def test_markdown_reads_as_the_page(guide: str, locale: str, tmp_path: Path) -> None:
    read = load(GUIDES / guide).guides[locale]
    folder.write(read, tmp_path)
    for page in site.pages(read):
        text = (tmp_path / f"{page.path}.md").read_text("utf-8")
        _, front, body = text.split("---\n", 2)
        body = body.partition("\n<link ")[0].partition("\n<script ")[0]
        assert front
        assert body.startswith(("<nav", f"# {page.title[:3]}", "# "))
        assert shape(markdown(body, extensions=EXTENSIONS)) == shape(page.html), page.path


def shape(html: str) -> list[str]:
    """Every element with its attributes, every text without the white space around it."""
    tree = JustHTML(html, fragment=True, sanitize=False)
    found = []
    for node in tree.query("*"):
        attributes = sorted((name, " ".join((value or "").split())) for name, value in node.attrs.items())
        found.append(f"{node.name} {attributes}")
    return [*found, " ".join(tree.to_text().split())]
