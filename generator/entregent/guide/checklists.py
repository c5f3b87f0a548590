"""Checklists: lines that rules bring, and lines of their own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from entregent.guide.fields import MAX_FORMER, Addressed, ChecklistId, Keywords, RuleId, Text


class OwnLine(Addressed):
    """A line that stands in one checklist only, and the rule that explains it."""

    rule: RuleId
    text: Text


def _kind_of_line(value: object) -> str:
    return RULE_LINE if isinstance(value, str) else OWN_LINE


RULE_LINE, OWN_LINE = "<rule>", "<own>"
"""How the validator names the two kinds of lines in the place of a fault."""
ChecklistLine = Annotated[
    Annotated[RuleId, Tag(RULE_LINE)] | Annotated[OwnLine, Tag(OWN_LINE)], Discriminator(_kind_of_line)
]
"""The id of a rule, for the line which that rule brings, or a line of the checklist's own."""


class Checklist(Addressed):
    """What to tick in one situation, on one printed page."""

    id: ChecklistId
    former_ids: tuple[ChecklistId, ...] = Field(default=(), max_length=MAX_FORMER)
    title: Text
    keywords: Keywords = ()
    summary: Text
    lines: tuple[ChecklistLine, ...] = Field(min_length=1, max_length=15)
