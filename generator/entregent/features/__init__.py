"""The page types of a guide, in the order in which the navigation lists them.

A feature is a folder: `pages(guide, view)` yields its pages, and its templates, `strings.yaml`, style
sheet and scripts stand beside it. Adding one means adding a folder and a line here. A feature that also
goes on paper has `documents(guide, view)`, and a line in `DOCUMENTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from entregent.features import checklist, facts, home, messages, rules, scenarios, search, sources
from entregent.model import Guide
from entregent.page import Document, Page
from entregent.view import View

FEATURES: dict[str, Callable[[Guide, View], Iterator[Page]]] = {
    "home": home.pages,
    "rules": rules.pages,
    "scenarios": scenarios.pages,
    "checklist": checklist.pages,
    "messages": messages.pages,
    "sources": sources.pages,
    "facts": facts.pages,
    "search": search.pages,
}
DOCUMENTS: dict[str, Callable[[Guide, View], Iterator[Document]]] = {
    "checklist": checklist.documents,
}
