"""The messages for text expanders: what each program would make of them is the message, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import plistlib
import re
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from conftest import GUIDES
from entregent.cli import main
from entregent.guide import Guide
from entregent.load import load
from entregent.outputs import exports
from entregent.outputs.exports import expanders

SHIPPED = Path(__file__).parents[1] / "rules.yaml"
EVERY = [(path, locale) for path in (SHIPPED, GUIDES / "small.yaml") for locale in ("fr", "en")]


def guide(rules: Path, locale: str) -> Guide:
    return load(rules).guides[locale]


def matches(of: Guide) -> list[dict[str, Any]]:
    files = expanders.espanso_package(of)
    package = next(content for path, content in files.items() if path.endswith("package.yml"))
    found: list[dict[str, Any]] = yaml.safe_load(package)["matches"]
    return found


def rendered(match: dict[str, Any], values: dict[str, str]) -> str:
    """What espanso types, after its own rules: variables, then escapes, then the hint for the cursor."""
    variable = re.compile(r"\{\{\s*(\w+)(?:\.(\w+))?\s*\}\}")
    assert {found[1] for found in variable.finditer(match["replace"])} <= {"form"}
    text = variable.sub(lambda found: values[found[2]], match["replace"])
    return text.replace("\\{\\{", "{{").replace("\\}\\}", "}}").replace("$|$", "")


@pytest.mark.parametrize(("rules", "locale"), EVERY)
def test_every_wording_has_a_match_that_no_other_begins_with(rules: Path, locale: str) -> None:
    of = guide(rules, locale)
    triggers = [match["trigger"] for match in matches(of)]
    assert len(triggers) == len(set(triggers)) == sum(len(message.text) for message in of.messages)
    assert [one for one in triggers for other in triggers if one != other and other.startswith(one)] == []


@pytest.mark.parametrize(("rules", "locale"), EVERY)
def test_a_form_asks_for_each_blank_and_fills_it_in(rules: Path, locale: str) -> None:
    of = guide(rules, locale)
    labels = {blank.id.replace("-", "_"): f"[{blank.label}]" for blank in of.placeholders}
    for match, found in zip(matches(of), expanders.snippets(of), strict=True):
        form = match["vars"][0]["params"]
        asked = re.findall(r"\[\[(\w+)\]\]", form["layout"])
        assert asked == list(form["fields"])
        assert rendered(match, {name: labels[name] for name in asked}).count("[") == found.text.count("{")


def test_an_expanders_own_syntax_comes_out_as_text() -> None:
    of = guide(GUIDES / "hostile.yaml", "en")
    # Braces that are no blank are a fault of the file; here, what would happen if they slipped through.
    (message,) = of.messages
    (variant,) = message.text
    braces = variant.model_copy(update={"text": f"{variant.text} {{{{ 7*7 }}}} {{{{form.name}}}} \\{{\\{{"})
    of = of.model_copy(update={"messages": (message.model_copy(update={"text": (braces,)}),)})
    (match,) = matches(of)
    typed = rendered(match, {"name": "Ana"})
    assert typed.replace("\u2060", "") == (
        "<script>alert(Ana)</script>\n\n</div></article> *x* $|$ {{ 7*7 }} {{form.name}} \\{\\{"
    )
    (form,) = match["vars"]
    assert re.findall(r"\{\{.*?\}\}|\[\[.*?\]\]", form["params"]["layout"]) == ["[[name]]"]
    assert form["params"]["fields"]["name"]["values"] == ["<i>", "\\{\\{z\\}\\}"]
    assert {variable["type"] for variable in match["vars"]} == {"form"}


def test_the_zip_is_the_package_and_always_the_same() -> None:
    of = guide(GUIDES / "small.yaml", "fr")
    files = expanders.espanso_package(of)
    one = expanders.espanso_archive(of)
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    assert one == expanders.espanso_archive(of)
    assert sorted(files) == [f"entregent-fr/{name}" for name in ("README.md", "_manifest.yml", "package.yml")]


def test_text_replacements() -> None:
    entries = plistlib.loads(expanders.text_replacements(guide(GUIDES / "small.yaml", "fr")))
    assert [entry["shortcut"] for entry in entries] == [":invite.vous;", ":invite.tu;"]
    assert entries[0]["phrase"] == (
        "Bonjour [prénom],\n\nJ’ai aimé votre exposé sur [le sujet]\u00a0!\n[la formule de fin]"
    )


def test_table_of_messages() -> None:
    content = expanders.table_of_messages(guide(GUIDES / "small.yaml", "en"))
    (row,) = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert row == [
        ":invite.en;",
        "Hello [first name],\n\nI liked your talk on [the subject]!\n[the closing words]",
        "Invite",
        "About [the subject]",
    ]


@pytest.mark.parametrize(("rules", "locale"), [*EVERY, (GUIDES / "hostile.yaml", "en")])
def test_the_whole_guide_keeps_to_its_schema(rules: Path, locale: str) -> None:
    data = json.loads(exports.whole(guide(rules, locale)))
    jsonschema.Draft202012Validator(json.loads(exports.schema())).validate(data)
    assert data["locale"] == locale
    # Numbers of reading notes are the author's own.
    assert all("notes" not in rule for rule in data["rules"])
    assert len(data["rules"]) == len(guide(rules, locale).rules)


@pytest.mark.parametrize(
    ("command", "written"),
    [
        ("espanso", "out/entregent-en/package.yml"),
        ("csv", "out"),
        ("plist", "out"),
        ("json", "out"),
    ],
)
def test_export_writes_what_the_site_offers(tmp_path: Path, command: str, written: str) -> None:
    rules = str(GUIDES / "small.yaml")
    target = str(tmp_path / "out")
    result = CliRunner().invoke(main, ["export", command, target, "--rules", rules, "--locale", "en"])
    assert result.exit_code == 0, result.output
    small = guide(Path(rules), "en")
    offered = {export.path.rpartition("/")[2]: export.render(small) for export in exports.files(small)}
    content = (tmp_path / written).read_bytes()
    if command == "espanso":
        with zipfile.ZipFile(io.BytesIO(offered["espanso.zip"])) as archive:
            assert content == archive.read("entregent-en/package.yml")
    else:
        assert content in offered.values()


@pytest.mark.parametrize("command", ["espanso", "csv", "plist", "json"])
def test_export_to_a_place_that_cannot_be_written(command: str) -> None:
    rules = str(GUIDES / "small.yaml")
    result = CliRunner().invoke(main, ["export", command, "/dev/null/out", "--rules", rules])
    assert result.exit_code == 1
    assert "cannot be read or written" in result.output
