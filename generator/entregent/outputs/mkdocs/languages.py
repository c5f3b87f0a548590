"""Where a page's translations are."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from entregent.guide.interface import Voice
from entregent.locales.cldr import direction_of
from entregent.outputs.mkdocs import material

ABOVE = "../"
"""How the paths of files begin that belong to no single language, seen from the folder of a locale."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The locales of a site, seen from the build of one of them."""

    voices: Mapping[str, Voice]
    """What each speaks with, the default one first."""
    current: str
    site_url: str
    """Public address of the whole site; empty where it is not known."""
    docs: Path
    """The folder of hand-written pages, which may have one for each locale."""

    @property
    def all(self) -> Sequence[str]:
        """The default one first."""
        return list(self.voices)

    def root(self, base: str) -> str:
        """The way from a page to the root of the whole site; `base` leads to that of its locale."""
        return base.rstrip("/") if self.current == self.all[0] else f"{base.rstrip('/')}/.."

    def translations(self, path: str, url: str, root: str, generated: bool) -> Iterator[dict[str, str]]:
        """What the switch of languages says of each: the same page where there is one, else the home page."""
        for locale in self.all:
            folder = "" if locale == self.all[0] else f"{locale}/"
            written = not path.startswith(ABOVE) and (self.docs / locale / path).is_file()
            there = generated or written or locale == self.current
            target, words = f"{folder}{url if there else ''}", material.words(self.voices[locale])
            address = f"{self.site_url}{target}".removesuffix("index.html")
            yield {
                "locale": locale,
                "direction": direction_of(locale),
                "name": material.name_of(locale),
                "url": f"{root}/{target}",
                "absolute": address if self.site_url and there else "",
                "not_found": words["not-found"],
                "home": words["home"],
            }


def all_addresses(site: Path, locales: Sequence[str]) -> None:
    """Add the pages of the other locales to the sitemap at the root, which is what search engines ask for."""
    root = site / "sitemap.xml"
    if not root.is_file():
        return
    own, end, _ = root.read_text("utf-8").rpartition("</urlset>")
    others = ((site / locale / "sitemap.xml").read_text("utf-8") for locale in locales[1:])
    found = (other.partition('sitemap/0.9">')[2].rpartition("</urlset>")[0] for other in others)
    whole = "".join([own.rstrip(), *(text.rstrip() for text in found), "\n", end, "\n"]).encode()
    root.write_bytes(whole)
    (site / "sitemap.xml.gz").write_bytes(gzip.compress(whole, mtime=0))
