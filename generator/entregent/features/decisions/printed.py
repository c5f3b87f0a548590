"""The decisions on paper: a page for each, with the drawing of its questions and where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entregent.features.decisions.flow import flow_of
from entregent.guide import Guide
from entregent.guide.decisions import Decision
from entregent.pages.page import Document
from entregent.pages.printed import common
from entregent.pages.view import View

_TEMPLATE = Path(__file__).with_name("decision.typ")


def path_of(decision: Decision) -> str:
    """Where the document of a decision stands."""
    return f"decisions/{decision.id}.pdf"


def documents(guide: Guide, view: View) -> Iterator[Document]:
    """A document of one page for each decision."""
    for decision in guide.decisions:
        yield Document(
            path=path_of(decision),
            template=_TEMPLATE,
            data={
                **common(guide, view),
                "title": view.typeset(decision.title),
                "summary": view.plain(decision.summary),
                "flow": flow_of(decision, view, 310, 260)._asdict(),
            },
            entries=(("decisions", decision.id),),
        )
