"""What a guide is made of: frozen, validated entries, in one locale.

Each class is one kind of entry of rules.yaml, and `Guide` is the whole file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from pydantic import Field, PrivateAttr

from entregent.guide.brand import Brand
from entregent.guide.by_locale import Locales
from entregent.guide.checklists import Checklist
from entregent.guide.decisions import Decision
from entregent.guide.declarations import Part
from entregent.guide.drafts import DraftCheck
from entregent.guide.fields import MAX_LOCALES, Day, Locale, SectionId, Synonyms, Text
from entregent.guide.index import Index
from entregent.guide.interface import Strings, Voice
from entregent.guide.messages import Channel, Fact, Message, Placeholder
from entregent.guide.rules import OwnMoment, OwnRole, Rule, Section, Source
from entregent.guide.scenarios import Scenario
from entregent.guide.texts import Strings as Declared
from entregent.guide.texts import strings_in
from entregent.source import Path
from entregent.text import LINKS

T = TypeVar("T")


class Guide(Part):
    """A whole rules.yaml, in one locale."""

    title: Text
    tagline: Text
    description: Text
    locales: tuple[Locale, ...] = Field(min_length=1, max_length=MAX_LOCALES)
    copyright: Text | None = None
    updated: Day | None = None
    """When the content last changed, as its author says."""
    order: tuple[SectionId, ...] = Field(default=(), exclude=True)
    """The chapters that come first; `sections` is in this order once the files are read."""
    sections: tuple[Section, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = Field(min_length=1)
    checklists: tuple[Checklist, ...] = ()
    decisions: tuple[Decision, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    messages: tuple[Message, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    channels: tuple[Channel, ...] = Field(min_length=1)
    draft_checks: tuple[DraftCheck, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    roles: tuple[OwnRole, ...] = ()
    """Roles beside Entregent's own; one with the id of such a role takes its place."""
    moments: tuple[OwnMoment, ...] = ()
    """Likewise moments."""
    synonyms: Synonyms = ()
    """What readers call things that the guide calls by another name; expressions of up to four words."""
    brand: Brand = Field(default_factory=Brand, exclude=True)
    """The mark, the colour and the foot of the pages of a site."""
    own_words: Strings = Field(default={}, alias="strings", exclude=True)
    """What the pages say otherwise than `locales/` has it, by section and key."""
    _locales: Locales = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        """Remember what the guide was validated in: its locale, what is stale there, and its other pages."""
        assert isinstance(context, Locales)
        self._locales = context

    @property
    def locale(self) -> str:
        """The locale that this guide is in."""
        return self._locales.current

    @cached_property
    def voice(self) -> Voice:
        """The locale, and the guide's own words in it."""
        own = [
            (name, key, word) for name, words in self.own_words.items() for key, word in words.items() if word
        ]
        for role in self.roles:
            own += [("shared", f"role-{role.id}", role.title), ("home", f"entry-{role.id}", role.title)]
            own += [("home", f"entry-{role.id}-more", role.summary or "")]
        own += [("shared", f"moment-{moment.id}", moment.title) for moment in self.moments]
        return Voice(self.locale, tuple(own))

    @cached_property
    def index(self) -> Index:
        """The joins of the guide."""
        return Index(self)

    @cached_property
    def links(self) -> Mapping[str, str]:
        """What texts may link to, as `rule:some-id`, each with the path of its page."""
        own = {
            # Pages of checklists stand in a folder that is called after one.
            f"{kind}:{name}": f"{kind if kind == 'checklist' else collection}/{name}"
            for kind, collection in LINKS.items()
            for name in (self.index.ids(collection) if collection else ())
        }
        return {**own, **self._locales.pages}

    @cached_property
    def strings(self) -> Declared:
        """Every string of which the model declares something."""
        return strings_in(self)

    def declared(self, kind: type[T]) -> list[tuple[Path, str, T]]:
        """Every string of which the model declares something of this kind, its path, and what it declares."""
        return self.strings[kind]

    def entries(self) -> Iterator[tuple[str, int, Any]]:
        """Every entry that has an id, with its collection and its position there."""
        for collection, entries in self:
            for position, entry in enumerate(entries if isinstance(entries, tuple) else ()):
                if hasattr(entry, "id"):
                    yield collection, position, entry

    def is_stale(self, collection: str, identifier: str) -> bool:
        """Whether an entry was translated from a text that has changed since."""
        return f"{collection}/{identifier}" in self._locales.stale
