"""The site's scripts, made of the ES modules that stand in the folders of components and features.

Browsers refuse modules to a page opened from a disk, and some web servers give them a wrong type, so the
site carries classic scripts. A folder's modules become one function, each after those that it imports;
one with a default class is the component that its file is named after. Modules may import from their
siblings only, which is what lets their import lines go; comments and indentation stay behind too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

_IMPORT = re.compile(r'^import (?:\w+|\{[^}]*\}) from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:default )?", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_ANNOUNCED = 'document.dispatchEvent(new Event("entregent:page"));'
_COMPONENT = re.compile(r"^export default class (\w+)", re.MULTILINE)


def bundle(folders: Iterable[Path], start: Path | None = None) -> str:
    """The components of `folders` under their names, then the default export of `start` called with all.

    A bundle without `start` leaves its components to the one that has it, whichever the page loads first.
    Raises ValueError for a module that imports anything but a sibling, or a folder without a component.
    """
    parts = [_components(folder) for folder in folders if any(folder.glob("*.js"))]
    opening = ['"use strict";', "(() => {", "const components = (globalThis.entregent ??= {});"]
    ending = [_plain(start), "start(components);"] if start else [_ANNOUNCED]
    return "\n".join([*opening, *parts, *ending, "})();\n"])


def _components(folder: Path) -> str:
    modules = {path: path.read_text("utf-8") for path in sorted(folder.glob("*.js"))}
    found = {path: match[1] for path, text in modules.items() if (match := _COMPONENT.search(text))}
    if not found:
        raise ValueError(f"no module in {folder} has an `export default class`")
    imports = {path: [folder / name for name in _IMPORT.findall(text)] for path, text in modules.items()}
    body = "\n".join(_plain(module) for module in TopologicalSorter(imports).static_order())
    names = ", ".join(f"{path.stem!r}: {name}" for path, name in found.items())
    return f"Object.assign(components, (() => {{\n{body}\nreturn {{ {names} }};\n}})());"


def lean(script: str) -> str:
    """A script without indentation and without the comments that have lines of their own."""
    return _INDENTATION.sub("", _COMMENT.sub("", script)).strip()


def _plain(module: Path) -> str:
    text = _IMPORT.sub("", module.read_text("utf-8"))
    if re.search(r"^\s*import\b|\bimport\(", text, re.MULTILINE):
        raise ValueError(f"{module} imports something that is not a sibling")
    return _EXPORT.sub("", lean(text))
