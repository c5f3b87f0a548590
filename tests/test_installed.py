"""The package as people install it: its wheel holds the guide on which theirs are built."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from justhtml import JustHTML

from conftest import GUIDES, run

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[1]
PARTS = ("pyproject.toml", "README.md", "LICENSE", "rules.yaml", "rules.translations.json")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the package is installed from its wheel, far from the checkout."""
    source, folder = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("installed")
    # Left by another build, the list of its files would add them to this one.
    left = shutil.ignore_patterns("*.egg-info")
    shutil.copytree(ROOT / "generator", source / "generator", symlinks=True, ignore=left)
    for name in PARTS:
        shutil.copy(ROOT / name, source)
    pip = ("pip", "--disable-pip-version-check")
    made = run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), ".", cwd=source)
    assert made.returncode == 0, made.stderr
    (wheel,) = folder.glob("*.whl")
    shutil.rmtree(source)
    put = run(*pip, "install", "--no-deps", "--target", str(folder), str(wheel), cwd=folder)
    assert put.returncode == 0, put.stderr
    return folder


def dead_links(site: Path) -> list[str]:
    """The links on all pages of a built site that lead to no page, or to no place in it."""
    trees = {page: JustHTML(page.read_text("utf-8"), sanitize=False) for page in site.rglob("*.html")}
    places = {page: {node.attrs["id"] for node in tree.query("[id]")} for page, tree in trees.items()}
    links = [(page, node.attrs["href"]) for page, tree in trees.items() for node in tree.query("a[href]")]
    found = []
    for page, href in links:
        _, host, path, _, place = urlsplit(href)
        target = Path(os.path.normpath(page.parent / path)) if path else page
        target = target / "index.html" if target.is_dir() else target
        is_outside = host or href.startswith("mailto:") or page.name == "404.html"
        if not is_outside and (not target.exists() or (place and place not in places.get(target, {place}))):
            found.append(f"{page.relative_to(site)}: {href}")
    return found


def test_a_short_guide_on_the_installed_one_has_no_dead_link(installed: Path, tmp_path: Path) -> None:
    shutil.copy(GUIDES / "office.yaml", tmp_path / "rules.yaml")
    shutil.copy(installed / "entregent/starter/en/mkdocs.yml", tmp_path)
    (tmp_path / "docs").mkdir()
    there = {"PYTHONPATH": str(installed)}
    checked = run("entregent", "check", "--strict", cwd=tmp_path, **there)
    assert (checked.returncode, checked.stderr) == (0, "")
    built = run("entregent", "build", "--strict", cwd=tmp_path, **there)
    assert built.returncode == 0, built.stderr
    site = tmp_path / "site"
    assert "Imagine tea" in (site / "en/rules/coffee-test.html").read_text("utf-8")
    assert (site / "rules/first-day.html").is_file()
    assert not (site / "rules/one-company-one-pitch.html").exists()
    assert len(list(site.rglob("*.html"))) > 40
    assert dead_links(site) == []
