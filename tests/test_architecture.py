"""Which rooms of the house know which libraries; that arrows run one way is import-linter's to say."""

from __future__ import annotations

import grimp
import pytest

ALLOWED = {
    "mkdocs": ("outputs.mkdocs",),
    "yaml": ("source", "outputs.exports.expanders"),
    "pydantic": ("guide", "load"),
    "typst": ("outputs.pdf",),
    "markdown_it": ("text.prose",),
    "babel": ("pages.dates", "locales.cldr"),
}
"""Libraries that only some modules import, and these modules, each with all below it."""


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("entregent", include_external_packages=True)


@pytest.mark.parametrize("library", ALLOWED)
def test_a_library_is_known_where_it_is_allowed(graph: grimp.ImportGraph, library: str) -> None:
    allowed = tuple(f"entregent.{module}" for module in ALLOWED[library])
    importers = graph.find_modules_that_directly_import(library)
    assert importers
    assert [
        name for name in sorted(importers) if not f"{name}.".startswith(tuple(f"{a}." for a in allowed))
    ] == []
