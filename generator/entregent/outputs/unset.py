"""Documents whose PDF cannot be made, mostly for want of a font: which they are, and the text to blame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from entregent.checks.finding import Finding
from entregent.diagnostics import Words, words
from entregent.guide import Guide
from entregent.guide.texts import texts
from entregent.outputs import pdf
from entregent.pages.page import Document

_PRINTED = {"title", "tagline", "summary", "checklist", "text"}
"""Keys whose texts stand in documents."""


Unset = tuple[Document, str]
"""A document without a PDF, and the sign that no font has; empty where something else is wrong."""


def tried(
    documents: Iterable[Document], fonts: tuple[Path, ...], *, haste: bool
) -> tuple[list[Document], list[Unset]]:
    """The documents of which a PDF can be made, and those of which none can.

    In haste, one whose signs have all been set before is not tried: only a fault of Typst could stop it.
    """
    made, unset = [], []
    for document in documents:
        try:
            if not (haste and pdf.is_familiar(document, fonts)):
                pdf.render(document, fonts)
            made.append(document)
        except pdf.UnsetError as error:
            unset.append((document, str(error)))
    return made, unset


def reason(sign: str, path: object, guide: Guide) -> Words:
    """Why there is no PDF at a path: the sign that no font has, or, where it is empty, something else."""
    kind = "unset_document" if sign else "unmade_document"
    return words(kind, path=path, locale=guide.locale, sign=sign)


def findings(guide: Guide, unset: Iterable[Unset]) -> Iterator[Finding]:
    """A notice for each document that is left out, at the first text that holds its sign."""
    for document, sign in unset:
        path = next(_places(guide, document, sign), ()) if sign else ()
        yield Finding(path, reason(sign, document.path, guide), sign)


def _places(guide: Guide, document: Document, sign: str) -> Iterator[tuple[str | int, ...]]:
    for path, text in texts(guide):
        collection, *steps = path
        entry = (collection, getattr(guide, str(collection))[steps[0]].id) if len(steps) > 1 else None
        if sign in text and _PRINTED.intersection(path) and (not entry or entry in document.entries):
            yield (*path, guide.locale)
