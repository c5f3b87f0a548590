"""The same project gives the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def built(project: Path, umask: int, **environment: str) -> dict[str, tuple[str, int]]:
    """A digest and the mode of every file of the project's site."""
    result = subprocess.run(
        [sys.executable, "-m", "entregent", "build"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        umask=umask,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    site = project / "site"
    return {
        path.relative_to(site).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.stat().st_mode,
        )
        for path in sorted(site.rglob("*"))
    }


def clone(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in ("rules.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    return folder


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, int]]:
    folder = clone(tmp_path_factory.mktemp("one") / "guide")
    return built(folder, 0o022, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")


def test_same_bytes_from_another_place(first: dict[str, tuple[str, int]], tmp_path: Path) -> None:
    project = clone(tmp_path / "a much/longer é path" / "guide")
    for old in project.rglob("*"):
        os.utime(old, (1_000_000_000, 1_000_000_000))
    other = built(
        project,
        0o077,
        TZ="Pacific/Auckland",
        LC_ALL="fr_FR.UTF-8",
        PYTHONHASHSEED="2",
        SOURCE_DATE_EPOCH="1000000000",
    )
    assert len(first) > 200
    assert {path for path in first.keys() | other if first.get(path) != other.get(path)} == set()


def test_a_guide_without_a_date_gives_none(tmp_path: Path) -> None:
    project = clone(tmp_path / "guide")
    rules = (project / "rules.yaml").read_text("utf-8")
    (project / "rules.yaml").write_text(rules.replace("updated: 2026-11-22\n", ""), "utf-8")
    built(project, 0o022)
    assert "<lastmod>" not in (project / "site/sitemap.xml").read_text("utf-8")
