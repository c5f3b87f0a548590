"""The libraries in the tree are those that are named, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools import vendor


def test_the_libraries_in_the_tree_are_as_recorded() -> None:
    assert vendor.changed() == []


def test_versions_are_exact() -> None:
    for source in vendor.sources():
        assert source["version"][0].isdigit(), source["name"]


def test_what_was_edited_added_or_removed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in vendor.LIBRARIES.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(vendor, "LIBRARIES", tmp_path)
    monkeypatch.setattr(vendor, "SOURCES", tmp_path / "sources.json")
    assert vendor.changed() == []
    (tmp_path / "minisearch.js").write_text("edited")
    (tmp_path / "base-stemmer.js").unlink()
    (tmp_path / "other.js").write_text("added")
    assert set(vendor.changed()) == {"minisearch.js", "base-stemmer.js", "other.js"}
