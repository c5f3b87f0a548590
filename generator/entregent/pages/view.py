"""What a feature is given beside the guide: its words in one locale, and how the site is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote

from entregent.guide.interface import Voice
from entregent.pages.page import UNPUBLISHED, Page, Publication
from entregent.pages.templates import words_of
from entregent.text import OWN_LINK
from entregent.text.foreign import like
from entregent.text.prose import Run, prose_for


class Card(NamedTuple):
    """The way into a feature: the page it begins with, and the words for it."""

    page: str
    title: str
    more: str


class Kind(NamedTuple):
    """How the entries of a collection are shown: their pages, and what the search says of them."""

    collection: str
    name: str
    prior: float
    """How likely one is what is looked for, as in `Entry`."""
    title: str = "title"
    """The key that holds what an entry is called."""
    answer: str = ""
    """The key that holds what a reader in a hurry needs to know."""
    page: str = ""
    """The page on which the entries stand together; empty where each has its own."""


@dataclass(frozen=True, slots=True)
class View:
    """How one feature shows a guide, in one locale."""

    feature: str
    voice: Voice
    publication: Publication = UNPUBLISHED
    cards: tuple[Card, ...] = ()
    """The ways into the features that the guide has something for."""
    links: Mapping[str, str] = field(default_factory=dict)
    """The page of each thing that texts may link to, as in `Guide.links`."""

    @property
    def locale(self) -> str:
        """The locale that the guide is shown in."""
        return self.voice.locale

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the feature, and those that all features share."""
        return words_of(self.feature, self.voice)

    def page(
        self, path: str, template: str, context: Mapping[str, object], *, parent: str = "", **own: Any
    ) -> Page:
        """A page made by one of the feature's templates, which bears the feature's own words.

        The context is to hold what the template shows, in values that can be compared, and nothing more.
        What a page says otherwise than the feature's words, or besides, is given by the names in `Page`.
        """
        words = {
            "title": self.words.get("title"),
            "description": self.words.get("lead"),
            "short_title": "" if parent else self.words.get("short-title"),
        }
        return Page(
            path=path,
            template=f"{self.feature}/{template}",
            context=context,
            voice=self.voice,
            directory_urls=self.publication.directory_urls,
            parent=parent,
            links=self.links,
            **(words | own),
        )

    def entry_page(self, kind: Kind, entry: Any, template: str, context: Mapping[str, object]) -> Page:
        """The page of an entry of this kind, which the first page of the feature lists."""
        return self.page(
            f"{self.feature}/{entry.id}",
            template,
            context,
            title=self.typeset(entry.title),
            description=self.plain(getattr(entry, kind.answer)),
            parent=f"{self.feature}/index",
            entry=(kind.collection, entry.id),
        )

    def typeset(self, text: str) -> str:
        """Plain text with the locale's typography, for titles and descriptions."""
        return like(text, prose_for(text, self.locale).typography.set(text))

    def plain(self, text: str) -> str:
        """A text with its typography and without its inline Markdown."""
        return like(text, "".join(run.text for run in self.runs(text)).strip())

    def run(self, text: str) -> Run:
        """Plain text as one run."""
        return prose_for(text, self.locale).run(text)

    def runs(self, text: str) -> list[Run]:
        """A text with its inline Markdown as runs, for outputs that are not HTML."""
        return prose_for(text, self.locale).runs(text)

    def printed(self, text: str, document: str) -> list[Run]:
        """The same for a document; its links to what the guide has lead to the site, or nowhere."""

        def led(link: str) -> str:
            if page := self.links.get(unquote(link)):
                return self.publication.from_document(page, document)
            return "" if OWN_LINK.match(link) else link

        return [run._replace(href=led(run.href)) for run in self.runs(text)]
