"""A site is always whole: whatever happens to a build, the folder is the old site or the new one."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from conftest import lay_out, run
from entregent.outputs import publish as module
from entregent.outputs.publish import MARK, NotOursError, replacing

BUILD = [sys.executable, "-m", "entregent", "build"]
KILLS = 8


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small guide with a site."""
    folder = tmp_path / "project"
    folder.mkdir()
    lay_out(folder)
    assert run("entregent", "build", cwd=folder).returncode == 0
    return folder


def change(project: Path, number: int) -> None:
    rules = project / "rules.yaml"
    original = rules.read_text("utf-8").partition("\n")[2]
    rules.write_text(f"title: {{fr: Guide {number}, en: Guide {number}}}\n{original}", "utf-8")


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        # MkDocs writes the time of the build into its sitemap.
        if path.is_file() and not path.name.startswith("sitemap.xml"):
            found.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return found.hexdigest()


def beside(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if "being-built" in path.name]


def make(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "page.html").write_text(text, "utf-8")
    (folder / MARK).touch()


def test_the_new_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "deep/site"
    for text in ("one", "two"):
        with replacing(target) as new:
            make(new, text)
            assert not target.exists() or (target / "page.html").read_text("utf-8") == "one"
        assert (target / "page.html").read_text("utf-8") == text
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_where_folders_cannot_change_places_it_takes_two_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_exchange", lambda *_: False)
    test_the_new_folder_takes_the_place_of_the_old(tmp_path)


def test_an_exception_leaves_the_old_folder(tmp_path: Path) -> None:
    target = tmp_path / "site"
    make(target, "one")

    def fail() -> None:
        with replacing(target) as new:
            make(new, "two")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (target / "page.html").read_text("utf-8") == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(NotOursError), replacing(tmp_path):
        pass
    assert (tmp_path / "letter.txt").read_text("utf-8") == "mine"


def test_hidden_files_come_along(tmp_path: Path) -> None:
    target = tmp_path / "site"
    make(target, "one")
    (target / ".git").mkdir()
    (target / ".git/config").write_text("kept", "utf-8")
    (target / ".nojekyll").touch()
    with replacing(target) as new:
        make(new, "two")
    assert (target / ".git/config").read_text("utf-8") == "kept"
    assert (target / ".nojekyll").exists()


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    make(tmp_path / "there", "one")
    (tmp_path / "site").symlink_to(tmp_path / "there")
    with replacing(tmp_path / "site") as new:
        make(new, "two")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "there/page.html").read_text("utf-8") == "two"


def test_what_a_killed_build_left_goes_with_the_next(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / f".site-being-built-{ended.pid}-x"
    left.mkdir()
    running = tmp_path / f".site-being-built-{os.getpid()}-x"
    running.mkdir()
    with replacing(tmp_path / "site") as new:
        make(new, "one")
    assert not left.exists()
    assert running.exists()


def test_build_refuses_a_folder_that_it_did_not_make(project: Path) -> None:
    result = run("entregent", "build", "-d", "docs", cwd=project)
    assert result.returncode == 1
    assert "holds files that Entregent did not make" in result.stderr
    assert (project / "docs/fr/about.md").exists()


def test_build_replaces_what_mkdocs_made(project: Path) -> None:
    assert run("mkdocs", "build", "--quiet", cwd=project).returncode == 0
    assert run("entregent", "build", cwd=project).returncode == 0


@pytest.mark.slow
def test_builds_killed_at_any_moment_leave_a_whole_site(project: Path) -> None:
    started = time.monotonic()
    assert run("entregent", "build", cwd=project).returncode == 0
    whole = time.monotonic() - started
    for number in range(KILLS):
        old = digest(project / "site")
        change(project, number)
        build = subprocess.Popen(BUILD, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * (number + 1) / KILLS)
        build.send_signal(signal.SIGKILL)
        build.wait()
        now = digest(project / "site")
        if now != old:
            assert f"Guide {number}" in (project / "site/index.html").read_text("utf-8")
            assert f"Guide {number}" in (project / "site/en/index.html").read_text("utf-8")
    assert run("entregent", "build", cwd=project).returncode == 0
    assert beside(project) == []


def test_a_build_asked_to_end_leaves_nothing_behind(project: Path) -> None:
    old = digest(project / "site")
    build = subprocess.Popen(BUILD, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not beside(project):
        assert time.monotonic() < deadline
    build.terminate()
    assert build.wait(30) != 0
    assert digest(project / "site") == old
    assert beside(project) == []


def test_a_full_disk_leaves_the_old_site(project: Path) -> None:
    old = digest(project / "site")
    small = 20_000
    result = subprocess.run(
        BUILD,
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (small, small)),
    )
    assert result.returncode == 1
    assert "cannot be read or written: File too large" in result.stderr
    assert "Traceback" not in result.stderr
    assert digest(project / "site") == old
    assert beside(project) == []


def test_two_builds_at_once(project: Path) -> None:
    change(project, 1)
    builds = [subprocess.Popen(BUILD, cwd=project, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [build.wait(60) for build in builds] == [0, 0]
    assert "Guide 1" in (project / "site/index.html").read_text("utf-8")
    assert "Guide 1" in (project / "site/en/index.html").read_text("utf-8")
    assert beside(project) == []


def test_a_reader_meanwhile_finds_every_page(project: Path) -> None:
    missing: list[str] = []
    stop = threading.Event()

    def keep_reading() -> None:
        while not stop.is_set():
            for page in ("index.html", "en/rules/reply.html", "search/index.js"):
                try:
                    if not (project / "site" / page).read_bytes():
                        missing.append(page)
                except FileNotFoundError:
                    missing.append(page)

    reader = threading.Thread(target=keep_reading)
    reader.start()
    try:
        assert run("entregent", "build", cwd=project).returncode == 0
    finally:
        stop.set()
        reader.join()
    assert missing == []
