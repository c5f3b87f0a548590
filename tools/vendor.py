"""The libraries of the search, which stand in the tree as their packages publish them.

`python -m tools.vendor` fetches the packages that `sources.json` beside the libraries names, and compares
each file with the one in the tree; `--update` takes them over and records their checksums. The versions of
npm packages are those of package.json. Nobody edits these files; only the build leaves out their comments.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from entregent.features.search.script import LIBRARIES

ROOT = Path(__file__).parents[1]
SOURCES = LIBRARIES / "sources.json"


def sources() -> list[dict[str, Any]]:
    """Each source: its registry, if it is in one, its name, its version, and its files with checksums."""
    found: list[dict[str, Any]] = json.loads(SOURCES.read_text("utf-8"))
    versions = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    return [{"version": versions.get(source["name"]), **source} for source in found]


def changed() -> list[str]:
    """Files of the tree that are not as recorded: changed, missing, or of no source."""
    recorded = {name: file["sha256"] for source in sources() for name, file in source["files"].items()}
    there = {path.name: _checksum(path.read_bytes()) for path in LIBRARIES.iterdir() if path != SOURCES}
    return sorted(name for name, _ in recorded.items() ^ there.items())


def main() -> int:
    """Compare or update, print what was found, and return the program's exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="take over the files of the named versions")
    update = parser.parse_args().update
    different = set() if update else set(changed())
    recorded = json.loads(SOURCES.read_text("utf-8"))
    for source, record in zip(sources(), recorded, strict=True):
        for name, content in _published(source):
            if update:
                (LIBRARIES / name).write_bytes(content)
                record["files"][name]["sha256"] = _checksum(content)
            elif _checksum(content) != record["files"][name]["sha256"]:
                different.add(name)
        print(f"{source['name']} {source['version']}: {', '.join(source['files'])}")
    if update:
        SOURCES.write_text(json.dumps(recorded, indent=2) + "\n", "utf-8")
    for name in sorted(different):
        print(f"{name} is not as published", file=sys.stderr)
    return 1 if different else 0


def _published(source: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """The files of a source as its package holds them; none where it is in no registry."""
    paths = {name: file["path"] for name, file in source["files"].items()}
    pinned = f"{source['name']}{'@' if source['registry'] == 'npm' else '=='}{source['version']}"
    with tempfile.TemporaryDirectory() as folder:
        if source["registry"] == "npm":
            subprocess.run(
                ["npm", "pack", "--silent", pinned], cwd=folder, check=True, stdout=subprocess.DEVNULL
            )
            with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
                for name, path in paths.items():
                    member = archive.extractfile(f"package/{path}")
                    assert member, path
                    yield name, member.read()
        elif source["registry"] == "pypi":
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
            subprocess.run([*command, pinned], cwd=folder, check=True)
            with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as archive:
                yield from ((name, archive.read(path)) for name, path in paths.items())


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
