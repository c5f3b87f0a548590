"""The decisions: a list of questions, and a page for each that leads to what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from entregent.features.decisions.flow import flow_of
from entregent.features.decisions.printed import documents, path_of
from entregent.guide import Guide
from entregent.guide.checklists import Checklist
from entregent.guide.decisions import Result
from entregent.guide.messages import Fact, Message
from entregent.guide.rules import Rule
from entregent.pages.feature import Feature
from entregent.pages.forms import Form, form_of
from entregent.pages.page import Page
from entregent.pages.templates import words_of
from entregent.pages.view import Kind, View

INDEX = "decisions/index"
KIND = Kind("decisions", "decision", 1.1, answer="summary")


class Ending(NamedTuple):
    """A result, and what the guide holds for it."""

    result: Result
    rules: list[Rule]
    form: Form | None
    """The first message, to fill in."""
    messages: list[Message]
    """The others."""
    checklist: Checklist | None
    facts: list[Fact]


def pages(guide: Guide, view: View) -> Iterator[Page]:
    """The list of decisions, then each of them."""
    yield view.page(INDEX, "list.html.jinja", {"decisions": guide.decisions})
    for decision in guide.decisions:
        context = {
            "decision": decision,
            "endings": [_ending(guide, result) for result in decision.results],
            "flow": flow_of(decision, view, 240, 190),
            "pdf": view.publication.document(path_of(decision)),
            "form_words": words_of("messages", guide.voice),
        }
        yield view.entry_page(KIND, decision, "decision.html.jinja", context)


def _ending(guide: Guide, result: Result) -> Ending:
    index = guide.index
    messages = index.many("messages", result.messages)
    return Ending(
        result,
        index.many("rules", result.rules),
        form_of(guide, messages[0]) if messages else None,
        messages[1:],
        index.one("checklists", result.checklist) if result.checklist else None,
        index.many("facts", result.facts),
    )


FEATURE = Feature(
    "decisions",
    pages,
    "decisions",
    documents=documents,
    kind=KIND,
    start=INDEX,
    components=("message-form",),
)
