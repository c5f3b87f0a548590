"""The site's one script, made of the ES modules that stand in the folders of components and features.

Browsers refuse modules to a page opened from a disk, and some web servers give them a wrong type, so the
site carries a classic script. A folder's modules become one function: its helpers in alphabetical order,
then the module of the folder's own name, whose default export is the component. Modules may import from
their siblings only, which is what lets their import lines go; comments stay behind too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[\w-]+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:default )?", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_COMPONENT = re.compile(r"^export default class (\w+)", re.MULTILINE)


def bundle(start: Path, folders: Iterable[Path]) -> str:
    """The components of `folders`, handed by name to the default export of `start`.

    Raises ValueError for a module that imports anything but a sibling, or a folder without its component.
    """
    components = [_component(folder) for folder in folders if any(folder.glob("*.js"))]
    opening = ['"use strict";', "(() => {", _plain(start), "const components = {};"]
    return "\n".join([*opening, *components, "start(components);", "})();\n"])


def _component(folder: Path) -> str:
    own = folder / f"{folder.name}.js"
    helpers = sorted(path for path in folder.glob("*.js") if path != own)
    found = _COMPONENT.search(own.read_text("utf-8")) if own.exists() else None
    if not found:
        raise ValueError(f"{own} has no `export default class`")
    body = "\n".join(_plain(module) for module in [*helpers, own])
    return f"components[{folder.name!r}] = (() => {{\n{body}\nreturn {found[1]};\n}})();"


def _plain(module: Path) -> str:
    text = _IMPORT.sub("", module.read_text("utf-8"))
    if re.search(r"^\s*import\b|\bimport\(", text, re.MULTILINE):
        raise ValueError(f"{module} imports something that is not a sibling")
    return _EXPORT.sub("", _COMMENT.sub("", text)).strip()
