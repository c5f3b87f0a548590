"""On a French terminal all is French: help, errors, and what click, MkDocs and the system say."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest
from click import core, decorators, exceptions, formatting, types
from mkdocs.exceptions import MkDocsException

import entregent
from conftest import run
from entregent.cli import main
from entregent.diagnostics.phrases import heard, phrases, spoken
from rewritten import in_locales, write

SAID, HEARD = phrases()["said"], phrases()["heard"]
PACKAGE = Path(entregent.__file__).parent
ASKED_BY_NOBODY = (
    "No options defined",
    "Do you want to continue",
    "Confirm the action",
    "deprecated",
    "DeprecationWarning",
    "defined twice",
    "Boolean option",
    "Could not determine",
    "Arguments take exactly",
    "Takes {nargs} values",
    "(dynamic)",
    "Missing {param_type}",
    "Invalid start character",
    "Choice({choices})",
    "valid {number_type}",
    "in the range",
    "valid boolean",
    "valid UUID",
    "is not executable",
    "{len_type} values",
    "Value must be",
)
"""What click says to programmers, or of kinds of options that no command has."""
FRENCH = {"LC_ALL": "fr_CA.UTF-8"}


def commands(command: click.Command, name: str = "entregent") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for each in command.list_commands(context):
            yield from commands(command.get_command(context, each) or command, f"{name} {each}")


COMMANDS = dict(commands(main))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_explained_in_french(name: str) -> None:
    command = COMMANDS[name]
    assert command.help in SAID
    for param in command.params:
        assert isinstance(param, click.Argument) or param.help in SAID, param.name
        assert param.metavar is None or param.metavar in SAID, param.name
        assert param.metavar or param.type.name != "text" or param.is_flag, f"{param.name}: TEXT is English"


@pytest.mark.parametrize("name", COMMANDS)
def test_no_help_on_a_french_terminal_has_a_word_of_english(name: str, tmp_path: Path) -> None:
    shown = run(*name.split(), "--help", cwd=tmp_path, **FRENCH)
    told = " ".join(shown.stdout.split())
    assert told.startswith("Utilisation :")
    for english, french in SAID.items():
        assert len(english) < 8 or english == french or " ".join(english.split()) not in told
    for word in (" the ", " of ", " and ", "Usage:", "Options:", "TEXT", "PATH", "FILE", "default"):
        assert word not in told


def _literals(module: ModuleType, names: set[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names:
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant))


@pytest.mark.parametrize("module", [core, decorators, exceptions, formatting, types])
def test_what_click_says_is_translated(module: ModuleType) -> None:
    said = [text for text in _literals(module, {"_", "ngettext"}) if isinstance(text, str)]
    assert said
    assert [text for text in said if text not in SAID and not any(no in text for no in ASKED_BY_NOBODY)] == []


def _as_told(text: ast.expr) -> str:
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    return "".join(
        str(part.value).replace("%s", "x") if isinstance(part, ast.Constant) else "x" for part in parts
    )


TOLD = {"NotOursError", "PluginError", "Abort", "ClickException", "BadParameter", "warning", "error"}
"""The calls by which we tell something in words of ours; others of `log` give words that are translated."""


@pytest.mark.parametrize("path", list(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_what_we_say_is_translated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        first, name = node.args[0], getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "spoken" and isinstance(first, ast.Constant):
            assert first.value in SAID
        if name in TOLD and isinstance(first, ast.JoinedStr | ast.Constant):
            said = _as_told(first)
            assert not said.strip("x\n") or heard(said) != said, said


@pytest.mark.parametrize(("english", "french"), [*SAID.items(), *HEARD.items()])
def test_values_stay_the_same(english: str, french: str) -> None:
    values = [{name for _, name, *_ in string.Formatter().parse(text) if name} for text in (french, english)]
    if english in HEARD and ": {name" not in english:
        assert values[0] <= values[1]
    elif english in SAID:
        assert values[0] == values[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new",), "Erreur\u00a0: Il manque l’argument 'DOSSIER'."),
        (("chek",), "La commande 'chek' n’existe pas. (Vouliez-vous dire l’une de celles-ci"),
        (("check", "--fixx"), "L’option '--fixx' n’existe pas. Vouliez-vous dire '--fix'\u202f?"),
        (
            ("check", "--on", "hier"),
            "Valeur incorrecte pour '--on'\u00a0: 'hier' n’a pas la forme '%Y-%m-%d'.",
        ),
        (("build",), "Fichier 'mkdocs.yml'\u00a0: il n’existe pas."),
        (("new", "/dev/null/x"), "/dev/null/x ne peut pas être lu ou écrit\u00a0: ce n’est pas un dossier"),
        (("new", "."), ". n’est pas vide\u00a0: nommez un nouveau dossier"),
        (("check", "none.yaml"), "il n'y a pas de fichier de ce nom"),
        (("export", "csv", "x.csv", "--rules", "none.yaml"), "1 faute dans none.yaml"),
    ],
)
def test_errors_are_told_in_french(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    result = run("entregent", *arguments, cwd=tmp_path, **FRENCH)
    assert result.returncode
    assert said in result.stderr
    assert "Error" not in result.stderr


def test_a_new_guide_is_laid_out_and_built_in_french(tmp_path: Path) -> None:
    laid_out = run("entregent", "new", "mine", cwd=tmp_path, **FRENCH)
    assert "mine est prêt. Ensuite\u00a0:" in laid_out.stdout
    built = run("entregent", "build", cwd=tmp_path / "mine", **FRENCH)
    assert built.stderr == ""
    assert f"{tmp_path}/mine/site\u00a0: 15 pages, construites en " in built.stdout
    assert run("entregent", "build", "--quiet", cwd=tmp_path / "mine").stdout == ""
    told = run("entregent", "build", cwd=tmp_path / "mine").stdout
    assert told.startswith(f"{tmp_path}/mine/site: 15 pages, built in ")


def test_mkdocs_is_told_in_french(tmp_path: Path) -> None:
    write(tmp_path, in_locales("fr", "en"), ": {polcy: ''}")
    assert (
        "l’extension entregent n’a pas de réglage `polcy`"
        in run("entregent", "build", cwd=tmp_path, **FRENCH).stderr
    )
    write(tmp_path, in_locales("fr", "en"))
    for locale in ("fr", "en"):
        (tmp_path / "docs" / locale).mkdir()
        (tmp_path / f"docs/{locale}/about.md").write_text(f"# x\n\n[x]({locale}.md) [x](#a)\n", "utf-8")
    result = run("entregent", "build", "--strict", cwd=tmp_path, **FRENCH)
    assert result.stdout == "\nLa construction a échoué.\n"
    for locale in ("fr", "en"):
        assert (
            f"Attention\u00a0-  La page 'about.md' a un lien '{locale}.md', qui ne mène à aucune page."
            in result.stderr
        )
    assert "WARNING" not in result.stderr
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    result = run("entregent", "build", cwd=tmp_path, **FRENCH)
    assert "mkdocs.yml\u00a0: Entregent n’est pas parmi les extensions" in result.stdout


def test_what_is_not_translated_is_framed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert heard("Something new") == "Something new"
    assert spoken("{message}").format(message="Something new") == "MkDocs, en anglais\u00a0: Something new"
    assert heard(str(MkDocsException("Aborted with a BuildError!"))) == "La construction a échoué."
    assert heard("[07:19:47] Reloading browsers") == "Les pages se rechargent"
    monkeypatch.setenv("LC_ALL", "C")
    assert heard("Aborted with a BuildError!") == "Aborted with a BuildError!"
