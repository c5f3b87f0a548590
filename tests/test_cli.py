"""The command line, as an author types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import GUIDES, run
from entregent.cli import main
from entregent.diagnostics import GuideError
from entregent.diagnostics.report import as_text
from entregent.load import load


def invoke(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result.output


def test_check_says_what_there_is() -> None:
    said = invoke("check", str(GUIDES / "small.yaml"))
    assert "no fault (rules: 2, scenarios: 1, messages: 1; languages: fr, en)" in said


def test_check_says_what_is_wrong(tmp_path: Path) -> None:
    rules = tmp_path / "mine.yaml"
    rules.write_text(
        (GUIDES / "minimal.yaml").read_text("utf-8").replace("role: sender\n    moment", "moment"), "utf-8"
    )
    said = invoke("check", str(rules), code=1)
    assert said.startswith(f"{rules}:10:5: this entry has no `role`")
    assert said.rstrip().endswith(f"1 fault in {rules}")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A guide with one fault, below a folder whose name has signs that formats give a meaning to."""
    rules = tmp_path / "50%,a" / "rules.yaml"
    rules.parent.mkdir()
    text = (GUIDES / "minimal.yaml").read_text("utf-8").replace("why: It works.", "why: It: works.")
    rules.write_text(text, "utf-8")
    return rules


def test_faults_are_told_in_french_on_a_french_terminal(broken: Path) -> None:
    result = run("entregent", "check", str(broken), cwd=broken.parent, LC_ALL="fr_CA.UTF-8")
    assert "se met entre guillemets droits" in result.stderr
    assert "\x1b" not in result.stderr


def test_faults_have_colours_when_asked_for(broken: Path) -> None:
    with pytest.raises(GuideError) as caught:
        load(broken)
    report = caught.value.report
    assert "\x1b[31m\x1b[1m^\x1b[0m" in as_text(report, "en", colour=True)
    assert "\x1b" not in as_text(report, "en")


def test_faults_as_json(broken: Path) -> None:
    (fault,) = json.loads(invoke("check", str(broken), "--format", "json", code=1))
    assert fault == {
        "file": broken.as_posix(),
        "severity": "error",
        "line": 18,
        "column": 12,
        "endLine": 18,
        "endColumn": 13,
        "kind": "colon",
        "message": "a text that holds a colon followed by a space has to be put in quotes",
        "help": 'write it like this: why: "It: works."',
    }
    assert json.loads(invoke("check", str(GUIDES / "minimal.yaml"), "--format", "json")) == []


def test_faults_as_annotations_of_github(broken: Path) -> None:
    (line,) = invoke("check", str(broken), "--format", "github", code=1).splitlines()
    command, _, text = line.partition("::a text")
    file = broken.as_posix().replace("%", "%25").replace(",", "%2C")
    assert command == f"::error file={file},line=18,col=12,endLine=18,endColumn=13"
    assert text.endswith('in quotes%0Awrite it like this: why: "It: works."')


def test_faults_as_sarif(broken: Path) -> None:
    log = json.loads(invoke("check", str(broken), "--format", "sarif", code=1))
    (run_of_tool,) = log["runs"]
    (result,) = run_of_tool["results"]
    assert log["version"] == "2.1.0"
    assert run_of_tool["columnKind"] == "unicodeCodePoints"
    assert run_of_tool["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "colon"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("/50%25%2Ca/rules.yaml")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 18, "startColumn": 12, "endLine": 18, "endColumn": 13}
    assert (
        json.loads(invoke("check", str(GUIDES / "minimal.yaml"), "--format", "sarif"))["runs"][0]["results"]
        == []
    )


def test_check_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "there is no file" in invoke("check", str(tmp_path / "rules.yaml"), code=1)


def test_schema_goes_to_the_screen_or_to_a_file(tmp_path: Path) -> None:
    shown = invoke("schema")
    invoke("schema", "-o", str(tmp_path / "schema.json"))
    assert json.loads(shown) == json.loads((tmp_path / "schema.json").read_text("utf-8"))


@pytest.mark.parametrize(("locale", "why"), [("fr", "La raison"), ("en", "The reason")])
def test_editors_explain_a_new_guide_in_its_language(tmp_path: Path, locale: str, why: str) -> None:
    invoke("new", str(tmp_path / "mine"), "--locale", locale)
    laid_out = json.loads((tmp_path / "mine/rules.schema.json").read_text("utf-8"))
    assert laid_out["$defs"]["Rule"]["properties"]["why"]["description"].startswith(why)
    assert laid_out == json.loads(invoke("schema", "--locale", locale))
    assert (
        (tmp_path / "mine/rules.yaml")
        .read_text("utf-8")
        .startswith("# yaml-language-server: $schema=rules.schema.json\n")
    )


@pytest.mark.parametrize(("locale", "title"), [("fr", "Le guide du mentorat"), ("en", "The mentoring guide")])
def test_new_guide_builds_at_once(tmp_path: Path, locale: str, title: str) -> None:
    folder = tmp_path / "mine"
    invoke("new", str(folder), "--locale", locale)
    assert invoke("check", str(folder / "rules.yaml"))
    result = run("entregent", "build", "--strict", cwd=folder)
    assert result.returncode == 0, result.stderr
    home = (folder / "site/index.html").read_text("utf-8")
    assert f"<title>{title}</title>" in home
    assert f'<html lang="{locale}"' in home
    assert (folder / "site/about.html").exists()


def test_new_takes_the_language_of_the_terminal(tmp_path: Path) -> None:
    result = run("entregent", "new", "mine", cwd=tmp_path, LC_ALL="fr_FR.UTF-8", LANG="fr_FR.UTF-8")
    assert result.returncode == 0, result.stderr
    assert "locales: [fr]" in (tmp_path / "mine/rules.yaml").read_text("utf-8")


def test_new_leaves_a_folder_in_use_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    assert "is not empty" in invoke("new", str(tmp_path), code=1)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_export_writes_pages_whose_links_resolve(tmp_path: Path) -> None:
    assert "17 pages" in invoke("export", "markdown", str(tmp_path), "--rules", str(GUIDES / "small.yaml"))
    rule = (tmp_path / "rules/add-a-note.md").read_text("utf-8")
    assert rule.startswith('---\n{"title": "Joignez un mot\u00a0: toujours\u202f!"')
    assert 'href="../checklist/before-writing.html#add-a-note"' in rule
    assert (tmp_path / "assets/entregent/entregent.css").exists()


def test_export_in_a_language_the_guide_does_not_have(tmp_path: Path) -> None:
    rules = str(GUIDES / "small.yaml")
    assert "fr, en" in invoke("export", "markdown", str(tmp_path), "--rules", rules, "--locale", "de", code=2)


def test_build_of_another_folder(small_project: Path, tmp_path: Path) -> None:
    config = str(small_project / "mkdocs.yml")
    result = run("entregent", "build", "-f", config, "-d", str(tmp_path / "out"), cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "out/en/rules/reply.html").exists()
