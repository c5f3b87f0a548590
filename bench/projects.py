"""Projects to measure: the shipped guide, the same pages under stock Material, and guides of any size."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import yaml

from entregent.load import load
from entregent.outputs.markdown import write

ROOT = Path(__file__).parents[1]

STOCK = """\
site_name: Stock
use_directory_urls: false
theme: {name: material, language: LOCALE}
plugins: [search]
markdown_extensions: [attr_list]
"""


def shipped(folder: Path) -> Path:
    """A copy of the shipped guide."""
    folder.mkdir()
    for name in ("rules.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    return folder


def stock(folder: Path, rules: Path, locale: str = "fr") -> Path:
    """The pages of the guide in one locale as a plain Material project."""
    folder.mkdir()
    write(load(rules).guides[locale], folder / "docs")
    for ours in ("assets", "search"):
        shutil.rmtree(folder / "docs" / ours)
    own = ROOT / "docs" / locale
    for page in own.glob("*.md"):
        shutil.copy(page, folder / "docs")
    (folder / "mkdocs.yml").write_text(STOCK.replace("LOCALE", locale), "utf-8")
    return folder


def of_size(folder: Path, rules: int) -> Path:
    """The shipped guide with its rules repeated under new ids until there are `rules` of them."""
    shipped(folder)
    data = yaml.safe_load((folder / "rules.yaml").read_text("utf-8"))
    originals = data["rules"]
    data["rules"] = [
        {
            **originals[number % len(originals)],
            **({"id": f"rule-{number}"} if number >= len(originals) else {}),
        }
        for number in range(rules)
    ]
    (folder / "rules.yaml").write_text(json.dumps(data, ensure_ascii=False, indent=1, default=str), "utf-8")
    return folder
