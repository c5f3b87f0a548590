"""Known vulnerabilities of what this environment holds and of the libraries in the tree.

pip-audit asks the package index, npm its registry. On a machine where they cannot be asked, this says so and
lets the other checks go on: the audit is done wherever the network allows it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.vendor import ROOT, sources

SECONDS = 90
OWN_TOOLS = {"pip", "setuptools"}
"""What Python puts into every environment, at its own version; no part of any site."""
PIP_AUDIT = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]


def main() -> int:
    """Audit, print what was found, and return the program's exit code."""
    flaws = [*_python(), *_vendored(), *_npm()]
    for flaw in flaws:
        print(flaw)
    return 1 if flaws else 0


def _python(*options: str, of: str = "this environment") -> Iterator[str]:
    """The flaws of what is installed, or of the packages that `options` name."""
    packages = _answer([*PIP_AUDIT, *options], "dependencies", of)
    audited = [one for one in packages if "vulns" in one and one["name"] not in OWN_TOOLS]
    if packages:
        print(f"{of}: {len(audited)} packages audited, {len(packages) - len(audited)} not")
    for one in audited:
        for flaw in one["vulns"]:
            fixed = ", ".join(flaw["fix_versions"]) or "no version yet"
            yield f"{one['name']} {one['version']}: {flaw['id']}, fixed in {fixed}"


def _vendored() -> Iterator[str]:
    """The flaws of the packages that libraries in the tree were taken from, other than those of npm."""
    pinned = [f"{one['name']}=={one['version']}" for one in sources() if one["registry"] == "pypi"]
    with tempfile.TemporaryDirectory() as folder:
        requirements = Path(folder) / "requirements.txt"
        requirements.write_text("\n".join(pinned), "utf-8")
        options = "--no-deps", "--disable-pip", "--requirement", str(requirements)
        yield from _python(*options, of="libraries in the tree")


def _npm() -> Iterator[str]:
    """The flaws of what package.json names, MiniSearch among it."""
    found = _answer(["npm", "audit", "--json"], "vulnerabilities", "package.json")
    for name, flaw in dict(found).items():
        yield f"{name} {flaw['range']}: {flaw['severity']}"


def _answer(command: list[str], key: str, of: str) -> Any:
    """What a program answers as JSON under a key; nothing, and a word of it, where it cannot."""
    try:
        result = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False
        )
        return json.loads(result.stdout)[key]
    except (OSError, subprocess.TimeoutExpired, ValueError, KeyError):
        print(f"{of}: not audited, no database of vulnerabilities can be reached from here")
        return {}


if __name__ == "__main__":
    sys.exit(main())
