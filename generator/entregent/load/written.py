"""The pages of docs/ to which texts may link: which there are, and where readers of a locale find them.

A page that only the default locale has, or that no single one owns, stands at the root of the site.
"""

from __future__ import annotations

from pathlib import Path


def pages(folder: Path, locale: str, locales: tuple[str, ...]) -> dict[str, str]:
    """The pages beside a guide by the links to them, `page:some-name`, each with its path for one locale."""
    docs, up = folder / "docs", "" if locale == locales[0] else "../"
    found: dict[str, str] = {}
    # What a locale has of its own comes last, and takes the place of what it shares.
    for place, way in ((docs, up), (docs / locales[0], up), (docs / locale, "")):
        for file in place.rglob("*.md"):
            name = file.relative_to(place).with_suffix("").as_posix()
            if place != docs or name.split("/")[0] not in locales:
                found[f"page:{name}"] = f"{way}{name}"
    return found
