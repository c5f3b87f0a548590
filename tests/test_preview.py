"""The preview serves, byte for byte, what a whole build would write, whatever is edited in between."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import GUIDES, lay_out
from entregent.diagnostics import GuideError
from entregent.diagnostics.report import as_text
from entregent.load import Loaded, load
from entregent.outputs.mkdocs.builds import Job, build_locale
from entregent.outputs.mkdocs.languages import all_addresses
from entregent.outputs.mkdocs.preview import Preview

OPTIONS = {"site_url": "http://127.0.0.1:8000/sub/"}
EDITS = 7
MENDED = 0.6
"""The share of faults that are undone before the next edit."""
COLLECTIONS = ("rules", "scenarios", "messages", "checklists", "facts", "sections", "sources")

Data = dict[str, Any]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    lay_out(folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    preview = Preview(str(project / "mkdocs.yml"), OPTIONS, project / "rules.yaml")
    preview.refresh()
    yield preview
    preview.close()


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def whole_build(project: Path, target: Path, loaded: Loaded, fault: str) -> dict[str, bytes]:
    """What MkDocs' own builds write, one for each locale."""
    locales = list(loaded.guides)
    for locale in locales:
        site = target if locale == locales[0] else target / locale
        site.mkdir()
        build_locale(Job(locale, str(project / "mkdocs.yml"), site, OPTIONS, loaded, fault, previewed=True))
    all_addresses(target, locales)
    return files(target)


def change_text(data: Data, chance: random.Random) -> None:
    holders: list[tuple[Any, Any]] = []

    def look(value: Any) -> None:
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(item, dict | list):
                look(item)
            elif key in ("fr", "en", "title", "answer", "why"):
                holders.append((value, key))

    look(data)
    value, key = chance.choice(holders)
    value[key] = f"{value[key]} {chance.choice(['Bien sûr !', 'Or not?', '<b> & *so*', 'école'])}"


def change_order(data: Data, chance: random.Random) -> None:
    chance.shuffle(data[chance.choice(COLLECTIONS)])


def remove_entry(data: Data, chance: random.Random) -> None:
    entries = data[chance.choice(COLLECTIONS)]
    if entries:
        entries.remove(chance.choice(entries))


def copy_entry(data: Data, chance: random.Random) -> None:
    entries = data[chance.choice(COLLECTIONS)]
    if entries:
        entry = yaml.safe_load(yaml.safe_dump(chance.choice(entries)))
        entries.insert(0, entry | {"id": f"copy-{chance.randrange(1000)}"})


def rename_entry(data: Data, chance: random.Random) -> None:
    old, new = chance.choice(data["rules"])["id"], f"renamed-{chance.randrange(1000)}"
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    data.update(
        yaml.safe_load(text.replace(f"id: {old}\n", f"id: {new}\n").replace(f"- {old}\n", f"- {new}\n"))
    )


def add_fault(data: Data, chance: random.Random) -> None:
    chance.choice(data["rules"])["weight"] = "musst"


def mend(data: Data, chance: random.Random) -> None:
    data.clear()
    data.update(yaml.safe_load((GUIDES / "small.yaml").read_text("utf-8")))


def change_languages(data: Data, chance: random.Random) -> None:
    data["locales"] = list(reversed(data["locales"]))


def write_page(data: Data, chance: random.Random) -> None:
    page = Path("docs") / chance.choice(["fr", "en"]) / "own.md"
    page.write_text(f"# Own {chance.random()}\n\n[x](rules/index.md)\n", "utf-8")


def delete_page(data: Data, chance: random.Random) -> None:
    (Path("docs") / chance.choice(["fr", "en"]) / "own.md").unlink(missing_ok=True)


def change_addresses(data: Data, chance: random.Random) -> None:
    settings = Path("mkdocs.yml")
    text = settings.read_text("utf-8")
    was, becomes = chance.sample(["use_directory_urls: false", "use_directory_urls: true"], 2)
    settings.write_text(text.replace(was, becomes), "utf-8")


DEEDS: list[Callable[[Data, random.Random], None]] = [
    *[change_text] * 4, change_order, remove_entry, copy_entry, rename_entry, add_fault, mend,
    change_languages, write_page, delete_page, change_addresses,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_it_serves_what_a_build_would_write(
    seed: int, project: Path, preview: Preview, tmp_path: Path
) -> None:
    chance = random.Random(seed)  # noqa: S311  (no secret)
    rules = project / "rules.yaml"
    data = yaml.safe_load(rules.read_text("utf-8"))
    good, last_good, fault = load(rules), deepcopy(data), ""
    asked: set[str] = set()
    for number in range(EDITS):
        if fault and chance.random() < MENDED:
            data = deepcopy(last_good)
        for deed in chance.sample(DEEDS, chance.randint(1, 3)):
            deed(data, chance)
        rules.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        try:
            good, last_good, fault = load(rules), deepcopy(data), ""
        except GuideError as error:
            fault = as_text(error.report, "en")
        preview.refresh()
        built = whole_build(project, tmp_path / f"built-{number}", good, fault)
        asked |= set(built)
        order = chance.sample(sorted(asked), len(asked))
        assert [path for path in order if preview.read(path) != built.get(path)] == []
