"""The pages of docs/ to which texts may link: which there are, and where readers of a locale find them.

A page that only the default locale has, or that no single one owns, stands at the root of the site.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = "docs"
"""Where the pages stand, beside rules.yaml."""


def pages(folder: Path, locale: str, locales: tuple[str, ...]) -> dict[str, str]:
    """The pages beside a guide by the links to them, `page:some-name`, each with its path for one locale."""
    docs, default = folder / FOLDER, locales[0]
    up = "" if locale == default else "../"
    # What a locale has of its own comes last, and takes the place of what it shares.
    places = {docs: up, docs / default: up, docs / locale: ""}
    names = (
        (place, file.relative_to(place).with_suffix("")) for place in places for file in place.rglob("*.md")
    )
    return {
        f"page:{name.as_posix()}": f"{places[place]}{name.as_posix()}"
        for place, name in names
        if place != docs or name.parts[0] not in locales
    }
