"""Decisions that do not lead everybody to a result."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError

from entregent.checks.finding import Finding, nearest, repeated
from entregent.diagnostics import words
from entregent.guide import Guide
from entregent.guide.decisions import MAX_QUESTIONS_ON_A_PATH, Answer, Decision
from entregent.source import Path


def repeated_step(guide: Guide) -> Iterator[Finding]:
    """Two questions or results of a decision with the same id."""
    for index, decision in enumerate(guide.decisions):
        for path, identifier, _ in repeated(_steps(index, decision)):
            yield Finding((*path, "id"), words("repeated_step", id=identifier))


def unknown_step(guide: Guide) -> Iterator[Finding]:
    """An answer that leads nowhere."""
    for index, decision in enumerate(guide.decisions):
        steps = decision.targets
        for path, answer in _answers(index, decision):
            if answer.to not in steps:
                said = words("unknown_step", nearest(answer.to, steps), id=answer.to)
                yield Finding((*path, "to"), said)


def like_answers(guide: Guide) -> Iterator[Finding]:
    """Two answers to a question that say the same or lead to the same place."""
    for index, decision in enumerate(guide.decisions):
        answers = list(_answers(index, decision))
        for key in ("says", "to"):
            # Answers are alike within one question, which the way to them but for its last step names.
            values = (((*path, key), (path[:-1], getattr(answer, key))) for path, answer in answers)
            for path, _, _ in repeated(values):
                yield Finding(path, words("like_answers"))


def circular_decision(guide: Guide) -> Iterator[Finding]:
    """Answers that lead back to a question that was answered."""
    for index, decision in enumerate(guide.decisions):
        try:
            decision.depths()
        except CycleError as error:
            circle = error.args[1]
            question = next(n for n, question in enumerate(decision.questions) if question.id == circle[0])
            path = ("decisions", index, "questions", question, "id")
            yield Finding(path, words("circular_decision", way=" → ".join(reversed(circle))))


def unreached_step(guide: Guide) -> Iterator[Finding]:
    """A question or a result to which no answer leads, or only those that come after too many others."""
    for index, decision in enumerate(guide.decisions):
        try:
            depths = decision.depths()
        except CycleError:
            continue
        for path, identifier in _steps(index, decision):
            if identifier not in depths:
                yield Finding((*path, "id"), words("unreached_step", id=identifier))
            elif depths[identifier] > MAX_QUESTIONS_ON_A_PATH and path[2] == "results":
                said = words("long_decision", count=depths[identifier], most=MAX_QUESTIONS_ON_A_PATH)
                yield Finding((*path, "id"), said)


def _steps(index: int, decision: Decision) -> Iterator[tuple[Path, str]]:
    """The questions and results of a decision."""
    for collection in ("questions", "results"):
        for position, step in enumerate(getattr(decision, collection)):
            yield ("decisions", index, collection, position), step.id


def _answers(index: int, decision: Decision) -> Iterator[tuple[Path, Answer]]:
    """The answers of a decision."""
    for number, question in enumerate(decision.questions):
        for position, answer in enumerate(question.answers):
            yield ("decisions", index, "questions", number, "answers", position), answer
