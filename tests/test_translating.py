"""What `translate` lays out, and what it leaves: one case a file in tests/translate."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable
from contextlib import chdir
from difflib import unified_diff
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from conftest import GUIDES, as_written
from entregent.cli import main
from entregent.guide import Guide
from entregent.load import load

CASES = sorted((Path(__file__).parent / "translate").glob("*.yml"))
SHIPPED = Path(__file__).parents[1] / "rules.yaml"


def translate(rules: Path, *arguments: str) -> tuple[int, str]:
    with chdir(rules.parent):
        result = CliRunner().invoke(main, ["translate", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


def said(guide: Guide) -> dict[str, object]:
    return guide.model_dump(exclude={"locales"})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_translate(case: Path, tmp_path: Path, expect: Callable[[Path, str], None]) -> None:
    data = yaml.safe_load(case.read_text("utf-8"))
    rules = tmp_path / "rules.yaml"
    before = as_written(data)
    rules.write_text(before, "utf-8")
    guides = load(rules).guides
    _, told = translate(rules, data["language"])
    after = rules.read_text("utf-8")
    lines = list(unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1))
    expect(case, "\n".join([*lines[2:], told]))
    assert {name: said(guide) for name, guide in load(rules).guides.items() if name in guides} == {
        name: said(guide) for name, guide in guides.items()
    }
    # Run twice, it changes nothing.
    assert translate(rules, data["language"])[1].startswith(
        f"rules.yaml: new lines for {data['language']}: 0;"
    )
    assert rules.read_text("utf-8") == after


@pytest.mark.parametrize("guide", [GUIDES / "small.yaml", SHIPPED], ids=lambda g: g.stem)
def test_what_is_taken_away_again_leaves_the_file_as_it_was(guide: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    before = guide.read_text("utf-8")
    rules.write_text(before, "utf-8")
    _, told = translate(rules, "it")
    count = int(re.findall(r"\d+", told)[0])
    assert count == rules.read_text("utf-8").count('it: ""') > 40
    assert re.sub(r', it: ""|\n +it: ""|, it(?=\]\n)', "", rules.read_text("utf-8")) == before


def test_a_translator_fills_it_in(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text((GUIDES / "minimal.yaml").read_text("utf-8"), "utf-8")
    translate(rules, "de")
    text = rules.read_text("utf-8").replace(
        'en: My guide\n  de: ""', 'en: My guide\n  de: "Leitfaden: meiner"'
    )
    rules.write_text(text, "utf-8")
    guide = load(rules).guides["de"]
    assert (guide.title, guide.tagline) == ("Leitfaden: meiner", "Short")


def test_ends_of_lines_the_mark_and_further_files_stay(tmp_path: Path) -> None:
    rules, part = tmp_path / "rules.yaml", tmp_path / "rules/more.yaml"
    text = (GUIDES / "minimal.yaml").read_text("utf-8")
    main_file, channels = text.split("channels:\n  -")
    rules.write_bytes(BOM_UTF8 + main_file.replace("\n", "\r\n").encode())
    part.parent.mkdir()
    part.write_text(f"# Ways\nchannels:\n  -{channels}", "utf-8")
    assert translate(rules, "de")[0] == 0
    raw = rules.read_bytes()
    assert raw.startswith(BOM_UTF8 + b'title:\r\n  en: My guide\r\n  de: ""\r\ntagline')
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert (
        '# Ways\nchannels:\n  - id: mail\n    title:\n      en: Mail\n      de: ""\nfacts'
        in part.read_text("utf-8")
    )


def test_texts_of_the_guide_built_upon_are_its_own_authors(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text("from: entregent\ntitle: Chez nous\n", "utf-8")
    code, told = translate(rules, "de")
    assert (code, "`locales` is another guide's" in told) == (1, True)
    rules.write_text("from: entregent\nlocales: [fr]\ntitle: Chez nous\n", "utf-8")
    assert translate(rules, "de")[1].startswith("rules.yaml: new lines for de: 1;")
    assert rules.read_text("utf-8") == (
        'from: entregent\nlocales: [fr, de]\ntitle:\n  fr: Chez nous\n  de: ""\n'
    )


def test_what_is_no_language_and_no_guide_is_told(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    text = (GUIDES / "minimal.yaml").read_text("utf-8")
    rules.write_text(text, "utf-8")
    code, told = translate(rules, "german")
    assert (code, rules.read_text("utf-8")) == (1, text)
    assert "4 | locales: [en, german]" in told
    rules.write_text("title: x\n", "utf-8")
    code, told = translate(rules, "de")
    assert (code, rules.read_text("utf-8")) == (1, "title: x\n")
    assert "rules.yaml:1:1" in told
