"""The site's one script, from the modules of the folders."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from entregent.pages.scripts import bundle, script
from entregent.site import assets


def lay_out(folder: Path, **modules: str) -> Path:
    folder.mkdir()
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder


@pytest.fixture
def start(tmp_path: Path) -> Path:
    module = tmp_path / "main.js"
    module.write_text(
        "export default function start(components) {\n  console.log(new components.one().say());\n}\n"
    )
    return module


def test_a_folder_becomes_a_component(tmp_path: Path, start: Path) -> None:
    folder = lay_out(
        tmp_path / "one",
        helper='export function word() {\n  return "said";\n}\n',
        one='import { word } from "./helper.js";\nexport default class One {\nsay = word;\n}\n',
    )
    script = tmp_path / "site.cjs"
    script.write_text(bundle([folder], start), "utf-8")
    said = subprocess.run(["node", str(script)], capture_output=True, text=True, check=True)
    assert said.stdout == "said\n"


def test_shared_modules_come_along_once(tmp_path: Path, start: Path) -> None:
    lines = 'import { Kept } from "../../assets/storage.js";\n'
    folder = lay_out(
        tmp_path / "one",
        helper=f"{lines}export const kept = new Kept(() => ({{ getItem: () => '\"said\"' }})).read();\n",
        one=f'{lines}import {{ kept }} from "./helper.js";\nexport default class One {{\nsay() {{\n'
        "return Kept && kept;\n}\n}\n",
    )
    file = tmp_path / "site.cjs"
    file.write_text(bundle([folder], start), "utf-8")
    said = subprocess.run(["node", str(file)], capture_output=True, text=True, check=True)
    assert said.stdout == "said\n"
    assert file.read_text("utf-8").count("class Kept") == 1


def test_folders_share_one_copy_of_a_shared_module(tmp_path: Path, start: Path) -> None:
    text = 'import { Kept } from "../../assets/storage.js";\nexport default class One {}\nKept.name;\n'
    folders = [lay_out(tmp_path / name, one=text) for name in ("a", "b")]
    assert bundle(folders, start).count("class Kept") == 1


def test_a_module_runs_on_its_own_with_what_it_imports(tmp_path: Path) -> None:
    folder = lay_out(
        tmp_path / "one",
        helper='export const word = "said";\n',
        early='import { word } from "./helper.js";\nconsole.log(word);\n',
    )
    file = tmp_path / "early.cjs"
    file.write_text(script(folder / "early.js"), "utf-8")
    said = subprocess.run(["node", str(file)], capture_output=True, text=True, check=True)
    assert said.stdout == "said\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('import x from "../two/two.js";\nexport default class One {}\n', "neither a sibling nor shared"),
        (
            'export default class One {\n  async say() {\n    await import("./x.js");\n  }\n}\n',
            "neither a sibling nor shared",
        ),
        ("export class One {}\n", "has an `export default class`"),
    ],
)
def test_modules_of_another_form_are_refused(tmp_path: Path, start: Path, text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        bundle([lay_out(tmp_path / "one", one=text)], start)


@pytest.mark.parametrize(
    "definition",
    [
        'export const word = "a";\n',
        "let word;\n",
        "const { word } = globalThis;\n",
        "class word {}\n",
        "export async function word() {}\n",
    ],
)
def test_a_name_that_two_modules_define_is_refused(tmp_path: Path, start: Path, definition: str) -> None:
    folder = lay_out(
        tmp_path / "one",
        helper=f"export const other = 1;\n{definition}",
        one='import { other } from "./helper.js";\nfunction word() {}\nexport default class One {}\n',
    )
    with pytest.raises(ValueError, match=r"helper\.js and .*one\.js both define word"):
        bundle([folder], start)
    with pytest.raises(ValueError, match="both define word"):
        script(folder / "one.js")


def test_a_name_of_a_shared_module_is_refused(tmp_path: Path, start: Path) -> None:
    text = (
        'import { Kept } from "../../assets/storage.js";\nconst siteRoot = 1;\nexport default class One {}\n'
    )
    with pytest.raises(ValueError, match=r"storage\.js and .*one\.js both define siteRoot"):
        bundle([lay_out(tmp_path / "one", one=text)], start)


def test_names_of_two_folders_and_names_inside_functions_are_free(tmp_path: Path, start: Path) -> None:
    text = "export default class One {}\nfunction word() {\n  const inner = 1;\n  return inner;\n}\n"
    folders = [lay_out(tmp_path / name, one=text, other="const inner = 1;\n") for name in ("one", "two")]
    bundle(folders, start)


def test_the_script_of_the_site_is_a_script(tmp_path: Path) -> None:
    (script,) = [asset for asset in assets("en") if asset.path.endswith("entregent.js")]
    file = tmp_path / "entregent.cjs"
    file.write_bytes(script.content)
    subprocess.run(["node", "--check", str(file)], check=True)
    assert b"import " not in script.content
