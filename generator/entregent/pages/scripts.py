"""The site's scripts, made of the ES modules that stand in the folders of components and features.

Browsers refuse modules to a page opened from a disk, and some web servers give them a wrong type, so the
site carries classic scripts. A folder's modules become one function, each after those that it imports;
one with a default class is the component that its file is named after. Modules may import from their
siblings and from the shared modules in `assets`, which stand once in each script, around the functions that
need them; that is what lets import lines go, and why no two modules that see each other may define the same
name. Comments and indentation stay behind too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

_IMPORT = re.compile(
    r'^import (?:\w+|\{[^}]*\}) from "(\./|(?:\.\./)+(?:pages/)?assets/)([\w-]+\.js)";\n', re.MULTILINE
)
_SHARED = Path(__file__).parent / "assets"
_EXPORT = re.compile(r"^export (?:default )?", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?:/\*\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_INDENTATION = re.compile(r"^\s+", re.MULTILINE)
_ANNOUNCED = 'document.dispatchEvent(new Event("entregent:page"));'
_DEFINITION = re.compile(
    r"^(?:export )?(?:default )?(?:(?:const|let|var) ([^=;]+)|(?:class|(?:async )?function\*?) ([\w$]+))",
    re.MULTILINE,
)
_NAME = re.compile(r"[\w$]+")
_COMPONENT = re.compile(r"^export default class (\w+)", re.MULTILINE)


def bundle(folders: Iterable[Path], start: Path | None = None) -> str:
    """The components of `folders` under their names, then the default export of `start` called with all.

    A bundle without `start` leaves its components to the one that has it, whichever the page loads first.
    Raises ValueError for a module that imports anything else, a folder without a component, or a name that
    two modules of one function define.
    """
    groups = [modules for folder in folders if (modules := sorted(folder.glob("*.js")))]
    ordered = _with_imports([*chain(*groups), *([start] if start else [])])
    outer = [module for module in ordered if not any(module in group for group in groups)]
    parts = [_components([module for module in ordered if module in group], outer) for group in groups]
    opening = ['"use strict";', "(() => {", "const components = (globalThis.entregent ??= {});"]
    ending = "start(components);" if start else _ANNOUNCED
    return "\n".join([*opening, _function(outer), *parts, ending, "})();\n"])


def script(module: Path) -> str:
    """One module with those that it imports, as a script that runs on its own."""
    return f'"use strict";\n(() => {{\n{_function(_with_imports([module]))}\n}})();\n'


def _components(modules: list[Path], outer: list[Path]) -> str:
    """The modules of a folder as a function inside the one that holds the modules of `outer`."""
    found = {path: match[1] for path in modules if (match := _COMPONENT.search(path.read_text("utf-8")))}
    if not found:
        raise ValueError(f"no module in {modules[0].parent} has an `export default class`")
    names = ", ".join(f"{path.stem!r}: {name}" for path, name in sorted(found.items()))
    return f"Object.assign(components, (() => {{\n{_function(modules, outer)}\nreturn {{ {names} }};\n}})());"


def lean(script: str) -> str:
    """A script without indentation, empty lines and the comments that have lines of their own."""
    return _INDENTATION.sub("", _COMMENT.sub("", script)).strip()


def _with_imports(modules: Iterable[Path]) -> list[Path]:
    """Modules with those that they import, each after its own imports."""
    imports: dict[Path, list[Path]] = {}
    waiting = [*modules]
    for module in waiting:
        found = _IMPORT.findall(module.read_text("utf-8"))
        imports[module] = [(module.parent if start == "./" else _SHARED) / name for start, name in found]
        waiting += [path for path in imports[module] if path not in imports and path not in waiting]
    return [*TopologicalSorter(imports).static_order()]


def _function(modules: Iterable[Path], outer: Iterable[Path] = ()) -> str:
    """The body of a function made of modules, inside one that is made of those of `outer`."""
    definers: dict[str, Path] = {}
    for module in (*outer, *modules):
        for variables, name in _DEFINITION.findall(module.read_text("utf-8")):
            for one in _NAME.findall(variables or name):
                if definers.setdefault(one, module) != module:
                    raise ValueError(
                        f"{definers[one]} and {module} both define {one}, and go into one function"
                    )
    return "\n".join(_plain(module) for module in modules)


def _plain(module: Path) -> str:
    text = _IMPORT.sub("", module.read_text("utf-8"))
    if re.search(r"^\s*import\b|\bimport\(", text, re.MULTILINE):
        raise ValueError(f"{module} imports something that is neither a sibling nor shared")
    return _EXPORT.sub("", lean(text))
