"""Files of docs/ that belong to no single language: published once, at the root of the site.

In a guide of several languages each has a folder, docs/<locale>/, and its build sees nothing else of docs/.
Whatever stands beside those folders (CNAME, robots.txt, pictures, a legal page) goes out with the default
locale. A page links to it as it stands on the disk: `../images/plan.png` from docs/fr/about.md.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files

from entregent.guide.fields import LOCALE_PATTERN
from entregent.locales.cldr import known_locale
from entregent.outputs.mkdocs.languages import ABOVE, Languages
from entregent.outputs.mkdocs.reading import log

_ROOT = f"--root-{secrets.token_hex(8)}--/"
"""Stands for the way from a locale's root to that of the site, which MkDocs would take out of an address.

No page keeps it, and no author's text can hold it: it is another one in each process.
"""
_HIDDEN_BUT_PUBLISHED = ".well-known"
"""The one hidden folder that is meant for readers (RFC 8615)."""


class SharedFile(File):
    """A file of docs/ itself, as the build of one locale sees it; only that of the default one writes it."""

    def __init__(self, file: File, config: MkDocsConfig, *, written: bool) -> None:
        super().__init__(
            f"{ABOVE}{file.src_uri}",
            None,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=file.dest_uri,
            inclusion=InclusionLevel.INCLUDED,
        )
        self.abs_src_path = file.abs_src_path
        self._written = written
        if not written:
            self.url = f"{_ROOT}{file.url}"

    def is_documentation_page(self) -> bool:
        """Whether this build makes a page of it."""
        return self._written and super().is_documentation_page()

    def copy_file(self, dirty: bool = False) -> None:
        """Copy it into the site, unless another build does."""
        if self._written:
            super().copy_file(dirty)


def lead_to_root(config: MkDocsConfig) -> None:
    """Have another locale than the default one find the files of its look that mkdocs.yml names."""

    def found(path: str) -> str:
        return f"{ABOVE}{path}" if (Path(config.docs_dir) / path).is_file() else path

    for picture in ("logo", "favicon"):
        if path := config.theme.get(picture):
            config.theme[picture] = found(path)
    config.extra_css = [found(path) for path in config.extra_css]
    for index, script in enumerate(config.extra_javascript):
        if isinstance(script, str):
            config.extra_javascript[index] = found(script)
        else:
            script.path = found(script.path)


def with_ways_to_root(html: str) -> str:
    """What somebody wrote for another locale than the default one, its links to shared files completed."""
    return html.replace(_ROOT, ABOVE)


def settle(files: Files, config: MkDocsConfig, languages: Languages) -> None:
    """Leave in `files` what docs/ has for one locale, and add what it has for all.

    Raises PluginError where two files would have one address.
    """
    docs, locales = languages.docs, languages.all
    is_default = languages.current == locales[0]
    # In docs/ itself, which the default locale has for want of a folder of its own.
    for file in [file for file in files if file.src_dir == str(docs) and _folder(file) in locales]:
        files.remove(file)
    taken = {file.dest_uri: file.abs_src_path for file in files if file.src_dir == config.docs_dir}
    for file in _shared(config, docs, locales, warn=is_default):
        other = taken.get(file.dest_uri)
        if other == file.abs_src_path:
            continue
        if other:
            raise PluginError(f"{file.abs_src_path} and {other} would be one file: rename or delete one")
        if is_default and (of_theme := files.get_file_from_path(file.src_uri)):
            files.remove(of_theme)
        files.append(SharedFile(file, config, written=is_default))


def _shared(config: MkDocsConfig, docs: Path, locales: Sequence[str], *, warn: bool) -> Iterator[File]:
    found = get_files(cast("Any", {**cast("Mapping[str, Any]", config), "docs_dir": str(docs)}))
    others = {name for file in found if (name := _folder(file)) not in locales and _is_locale(name)}
    for name in sorted(others) if warn else ():
        log.warning("docs/%s is left out: rules.yaml does not name this language in `locales`", name)
    for file in found:
        folder = _folder(file)
        published = folder == _HIDDEN_BUT_PUBLISHED or file.inclusion.value > InclusionLevel.DRAFT.value
        if published and folder not in (*locales, *others):
            yield file


def _folder(file: File) -> str:
    """The folder of docs/ in which a file stands; empty for one that stands in docs/ itself."""
    return PurePosixPath(file.src_uri).parts[0] if "/" in file.src_uri else ""


def _is_locale(name: str) -> bool:
    return bool(re.match(LOCALE_PATTERN, name)) and known_locale(name) is not None
