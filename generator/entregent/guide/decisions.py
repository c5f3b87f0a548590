"""Decisions: questions to answer one after the other, which end in what to do."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import Annotated

from pydantic import Field

from entregent.guide.declarations import Part, RefersTo
from entregent.guide.fields import Addressed, FactId, Id, Keywords, MessageId, RuleId, Text
from entregent.guide.rules import Role

MAX_QUESTIONS_ON_A_PATH = 5


class Answer(Part):
    """One answer to a question, and where it leads."""

    says: Text
    to: Id
    """The id of a question or of a result of the same decision."""


class Question(Part):
    """One thing to ask oneself."""

    id: Id
    ask: Text
    help: Text | None = None
    answers: tuple[Answer, ...] = Field(min_length=2, max_length=6)


class Result(Part):
    """What to do, why, and what the guide holds for it."""

    id: Id
    do: Text
    why: Text
    rules: tuple[RuleId, ...] = Field(min_length=1, max_length=6)
    messages: tuple[MessageId, ...] = Field(default=(), max_length=4)
    checklist: Annotated[Id, RefersTo("checklists")] | None = None
    facts: tuple[FactId, ...] = ()


class Decision(Addressed):
    """A question as people ask it, and the smaller ones that answer it; the first of them comes first."""

    whole = frozenset({"results"})
    title: Text
    keywords: Keywords = ()
    summary: Text
    role: Role
    questions: tuple[Question, ...] = Field(min_length=1, max_length=15)
    results: tuple[Result, ...] = Field(min_length=2, max_length=20)

    @property
    def rules(self) -> frozenset[str]:
        """The ids of the rules that its results rest on."""
        return frozenset(rule for result in self.results for rule in result.rules)

    @property
    def numbers(self) -> dict[str, str]:
        """What each step is called where all are seen: questions by numbers, results by letters."""
        questions = {question.id: str(number) for number, question in enumerate(self.questions, 1)}
        return questions | {result.id: chr(ord("A") + index) for index, result in enumerate(self.results)}

    def step(self, identifier: str) -> Question | Result:
        """The question or result with an id; raises StopIteration where there is none."""
        steps: tuple[Question | Result, ...] = (*self.questions, *self.results)
        return next(step for step in steps if step.id == identifier)

    @property
    def targets(self) -> dict[str, list[str]]:
        """The questions and results to which the answers of each question lead; results lead nowhere."""
        asked = {question.id: [answer.to for answer in question.answers] for question in self.questions}
        return asked | {result.id: [] for result in self.results}

    def depths(self) -> dict[str, int]:
        """How many questions, at most, come before each step that can be reached.

        Raises CycleError where answers lead in a circle, its second argument the steps of the circle.
        """
        targets = self.targets
        depths = {self.questions[0].id: 0}
        # Sorted such that each step comes after those that its answers lead to.
        for step in reversed([*TopologicalSorter(targets).static_order()]):
            for target in targets.get(step, ()) if step in depths else ():
                depths[target] = max(depths.get(target, 0), depths[step] + 1)
        return depths
