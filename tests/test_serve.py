"""`entregent serve`: a saved rules.yaml changes the page, a broken one keeps the last good guide."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import lay_out, previewed

DEADLINE = 60.0


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    lay_out(tmp_path)
    with previewed(tmp_path, tmp_path / "told.txt") as address:
        yield tmp_path / "rules.yaml", f"{address}sub/"


def read(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return str(response.read().decode())
    except OSError:
        return ""


def until(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, f"never happened: {what}"


def test_save_break_and_mend(preview: tuple[Path, str]) -> None:
    rules, url = preview
    good = rules.read_text("utf-8")
    until(lambda: "Joignez un mot" in read(f"{url}rules/add-a-note.html"), "the first page")
    assert "Add a note" in read(f"{url}en/rules/add-a-note.html")
    for page in ("index.html", "en/index.html"):
        assert "Content-Security-Policy" not in read(url + page), "it would stop the preview's own script"

    rules.write_text(
        good.replace("Joignez un mot", "Glissez un mot").replace("Add a note", "Slip a note"), "utf-8"
    )
    until(lambda: "Glissez un mot" in read(f"{url}rules/add-a-note.html"), "the change in French")
    until(lambda: "Slip a note" in read(f"{url}en/rules/add-a-note.html"), "the change in English")

    rules.write_text(good.replace("weight: must", "weight: musst"), "utf-8")
    until(lambda: "musst" in read(f"{url}rules/add-a-note.html"), "the banner with the fault")
    assert "Glissez un mot" in read(f"{url}rules/add-a-note.html")
    until(lambda: "musst" in read(f"{url}en/rules/add-a-note.html"), "the banner in English")

    rules.write_text(good, "utf-8")
    until(lambda: "Joignez un mot" in read(f"{url}rules/add-a-note.html"), "the mended guide")
    assert "musst" not in read(f"{url}rules/add-a-note.html")

    told = (rules.parent / "told.txt").read_text("utf-8")
    assert "rules.yaml read in" in told
    assert "changed: rules/add-a-note" in told


def test_what_is_not_there(preview: tuple[Path, str]) -> None:
    rules, url = preview
    until(lambda: bool(read(f"{url}index.html")), "the first page")
    for path in ("none.html", "../rules.yaml", "%2e%2e/rules.yaml", "rules/add-a-note.html/index.html"):
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(f"{url}{path}", timeout=10)
        assert error.value.code == 404
        assert "Page introuvable" in error.value.read().decode(), "the site's own page for it"
    page = rules.parent / "docs/fr/added.md"
    page.write_text("# Ajoutée", "utf-8")
    until(lambda: "Ajoutée" in read(f"{url}added.html"), "a page of one's own")
    page.unlink()
    until(lambda: not read(f"{url}added.html"), "its end")


def test_settings_that_are_not_used_are_told_once(tmp_path: Path) -> None:
    lay_out(tmp_path)
    settings, told, rules = (tmp_path / name for name in ("mkdocs.yml", "told.txt", "rules.yaml"))
    plain = settings.read_text("utf-8")
    settings.write_text(
        plain.replace("{name: material}", "{name: material, palette: {primary: red}}"), "utf-8"
    )
    with previewed(tmp_path, told) as address:
        until(lambda: "Joignez un mot" in read(f"{address}sub/rules/add-a-note.html"), "the first page")
        rules.write_text(rules.read_text("utf-8").replace("Joignez un mot", "Glissez un mot"), "utf-8")
        until(lambda: "Glissez un mot" in read(f"{address}sub/rules/add-a-note.html"), "the change")
    assert told.read_text("utf-8").count("mkdocs.yml: `theme.palette` is not used") == 1


def test_faulty_settings_leave_the_site_in_view(preview: tuple[Path, str]) -> None:
    rules, url = preview
    until(lambda: bool(read(f"{url}index.html")), "the first page")
    told, in_the_way = rules.parent / "told.txt", rules.parent / "docs/fr/rules/index.md"
    in_the_way.parent.mkdir()
    in_the_way.write_text("# x", "utf-8")
    until(lambda: "stands where Entregent makes a page" in told.read_text("utf-8"), "the fault in docs/")
    in_the_way.unlink()
    settings = rules.parent / "mkdocs.yml"
    good = settings.read_text("utf-8")
    for faulty, words in (("plugins: [", "mkdocs.yml"), (f"{good}hooks: [hook.py]\n", "other plugins")):
        (rules.parent / "hook.py").touch()
        settings.write_text(faulty, "utf-8")
        until(lambda words=words: words in told.read_text("utf-8"), "the fault in mkdocs.yml")  # type: ignore[misc]
        until(
            lambda words=words: words in read(f"{url}rules/add-a-note.html").rpartition("<pre style=")[2],  # type: ignore[misc]
            "the fault on the page",
        )
        assert "Joignez un mot" in read(f"{url}rules/add-a-note.html")
    settings.write_text(good, "utf-8")
    rules.write_text(rules.read_text("utf-8").replace("Joignez un mot", "Glissez un mot"), "utf-8")
    until(lambda: "Glissez un mot" in read(f"{url}rules/add-a-note.html"), "the mended site")
    assert "Traceback" not in told.read_text("utf-8")


def test_what_is_wrong_in_one_language_leaves_the_others_in_view(preview: tuple[Path, str]) -> None:
    rules, url = preview
    until(lambda: bool(read(f"{url}index.html")), "the first page")
    told, in_the_way = rules.parent / "told.txt", rules.parent / "docs/en/rules/index.md"
    in_the_way.parent.mkdir()
    in_the_way.write_text("# x", "utf-8")
    until(lambda: "stands where Entregent makes a page" in told.read_text("utf-8"), "the fault in docs/")
    assert read(f"{url}en/rules/add-a-note.html") == ""
    assert "Joignez un mot" in read(f"{url}rules/add-a-note.html")
    in_the_way.unlink()
    until(lambda: "Add a note" in read(f"{url}en/rules/add-a-note.html"), "the mended site")
    assert "Traceback" not in told.read_text("utf-8")


def test_a_guide_that_is_faulty_from_the_start(tmp_path: Path) -> None:
    lay_out(tmp_path)
    rules = tmp_path / "rules.yaml"
    good = rules.read_text("utf-8")
    rules.write_text(good.replace("weight: must", "weight: musst <b>"), "utf-8")
    with previewed(tmp_path, tmp_path / "told.txt") as address:
        until(lambda: "`musst &lt;b&gt;` is not a weight" in read(f"{address}sub/en/index.html"), "the fault")
        rules.write_text(good, "utf-8")
        until(lambda: "Add a note" in read(f"{address}sub/en/rules/add-a-note.html"), "the mended guide")


def test_every_file_of_a_guide_is_watched(tmp_path: Path) -> None:
    lay_out(tmp_path)
    base = (tmp_path / "rules.yaml").rename(tmp_path / "other.yaml")
    good = base.read_text("utf-8")
    (tmp_path / "rules.yaml").write_text("from: other.yaml\n", "utf-8")
    base.write_text(good.replace("title:", "title"), "utf-8")
    (tmp_path / "rules").mkdir()
    with previewed(tmp_path, tmp_path / "told.txt") as address:
        until(lambda: "other.yaml` has faults" in read(f"{address}sub/index.html"), "the fault in the base")
        base.write_text(good, "utf-8")
        until(lambda: "Joignez un mot" in read(f"{address}sub/rules/add-a-note.html"), "the first page")
        part = tmp_path / "rules/mine.yaml"
        change = "changes:\n  rules:\n    - id: add-a-note\n      title: {}\n"
        for title in ("Un mot de plus", "Un mot de moins"):
            part.write_text(change.format(title), "utf-8")
            until(lambda title=title: title in read(f"{address}sub/rules/add-a-note.html"), title)  # type: ignore[misc]


def test_other_plugins_have_whole_builds(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "hook.py").write_text(
        "def on_post_page(output, **_): return output + '<!-- hook -->'", "utf-8"
    )
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    with previewed(tmp_path, tmp_path / "told.txt") as address:
        until(lambda: "<!-- hook -->" in read(f"{address}sub/en/index.html"), "a page changed by the hook")
