"""What a guide is made of: frozen, validated entries, in one locale.

Each class is one kind of entry of rules.yaml, and `Guide` is the whole file.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, PrivateAttr, StringConstraints, ValidationInfo, model_validator

from entregent.guide.checklists import OWN_LINE, RULE_LINE, Checklist, ChecklistLine, OwnLine
from entregent.guide.declarations import Part
from entregent.guide.fields import LOCALE_PATTERN, MAX_LOCALES, Day, Locales, Synonyms, Text
from entregent.guide.index import Index
from entregent.guide.messages import (
    Account,
    BelongsTo,
    Channel,
    Fact,
    Kind,
    Limit,
    Message,
    Piece,
    Placeholder,
    Reading,
)
from entregent.guide.rules import Evidence, Grade, Moment, Position, Role, Rule, Section, Source, Weight
from entregent.guide.scenarios import Line, Person, Scenario, Telling

__all__ = [
    "OWN_LINE",
    "RULE_LINE",
    "Account",
    "BelongsTo",
    "Channel",
    "Checklist",
    "ChecklistLine",
    "Evidence",
    "Fact",
    "Grade",
    "Guide",
    "Kind",
    "Limit",
    "Line",
    "Message",
    "Moment",
    "OwnLine",
    "Person",
    "Piece",
    "Placeholder",
    "Position",
    "Reading",
    "Role",
    "Rule",
    "Scenario",
    "Section",
    "Source",
    "Telling",
    "Weight",
]


class Guide(Part):
    """A whole rules.yaml, in one locale."""

    title: Text
    tagline: Text
    description: Text
    locales: tuple[Annotated[str, StringConstraints(pattern=LOCALE_PATTERN)], ...] = Field(
        min_length=1, max_length=MAX_LOCALES
    )
    copyright: Text | None = None
    updated: Day | None = None
    """When the content last changed, as its author says."""
    sections: tuple[Section, ...] = Field(min_length=1)
    rules: tuple[Rule, ...] = Field(min_length=1)
    checklists: tuple[Checklist, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    messages: tuple[Message, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    channels: tuple[Channel, ...] = Field(min_length=1)
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    synonyms: Synonyms = ()
    """What readers call things that the guide calls by another name; expressions of up to four words."""
    _locale: str = PrivateAttr(default="")
    _stale: frozenset[str] = PrivateAttr(default=frozenset())
    _index: Index | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _remember_locale(self, info: ValidationInfo) -> Guide:
        assert isinstance(info.context, Locales)
        self._locale = info.context.current
        return self

    @property
    def locale(self) -> str:
        """The locale that this guide is in."""
        return self._locale

    @property
    def index(self) -> Index:
        """The joins of the guide."""
        if self._index is None:
            self._index = Index(self)
        return self._index

    def is_stale(self, collection: str, identifier: str) -> bool:
        """Whether an entry was translated from a text that has changed since."""
        return f"{collection}/{identifier}" in self._stale

    def mark_stale(self, entries: set[str]) -> None:
        """Remember which entries are older than their originals, each as `rules/some-id`."""
        self._stale = frozenset(entries)
