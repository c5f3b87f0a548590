"""The script of the search: MiniSearch, the stemmer of the guide's language, and our own modules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entregent.locales import own
from entregent.pages.page import Asset
from entregent.pages.scripts import bundle, lean

SCRIPT = "assets/entregent/search.js"
LICENSES = "assets/entregent/search-licenses.txt"
LIBRARIES = Path(__file__).parent / "vendor"
_MODULES = Path(__file__).parent / "client"


def scripts(locale: str) -> Iterator[Asset]:
    """The engine for guides in one locale with the libraries that it stands on, and their licences."""
    language = own("analysis", locale).get("stemmer")
    files = ["minisearch", *(["base-stemmer", f"{language}-stemmer"] if language else [])]
    libraries = [lean((LIBRARIES / f"{file}.js").read_text("utf-8")) for file in files]
    stemmer = f"new {language.capitalize()}Stemmer()" if language else "{ stemWord: (word) => word }"
    parts = [
        f"// With MiniSearch and Snowball; their licences are in {LICENSES}.",
        *libraries,
        f"globalThis.entregentStemmer = {stemmer};",
        bundle([_MODULES]),
    ]
    yield Asset(SCRIPT, "\n".join(parts).encode())
    yield Asset(LICENSES, b"\n\n".join(path.read_bytes() for path in sorted(LIBRARIES.glob("*-LICENSE.txt"))))
