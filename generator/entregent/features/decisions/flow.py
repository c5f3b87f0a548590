"""A decision as a drawing: each question a box with its answers, a line from each answer to where it leads.

Questions stand on the left, results on the right, each beside the first answer that leads to it. The width of
a text is reckoned from its letters and never measured, so the drawing is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from entregent.guide.decisions import Decision
from entregent.pages.view import View

# Units of the drawing: the height of a line of text, what is around it, between boxes, and between lines.
LINE, PADDING, GAP, LANE = 17, 10, 16, 9
QUESTION_WIDTH, RESULT_WIDTH, GUTTER = 300, 250, 120
_RESULT_X = QUESTION_WIDTH + GUTTER
# As many letters as surely fit, at some 7 units each.
_QUESTION_LETTERS, _RESULT_LETTERS = 40, 33


class Box(NamedTuple):
    """A question with its answers, or a result."""

    x: int
    y: int
    width: int
    height: int
    lines: Sequence[str]
    bold: int
    """How many of the lines stand out."""


class Flow(NamedTuple):
    """The boxes of a drawing, and the lines between them as the corners of each."""

    width: int
    height: int
    questions: Sequence[Box]
    results: Sequence[Box]
    lines: Sequence[Sequence[tuple[int, int]]]


class _Port(NamedTuple):
    """Where an answer leaves its box, and where it leads."""

    y: int
    target: str


def numbers_of(decision: Decision) -> dict[str, str]:
    """What each step is called where all are seen: questions by numbers, results by letters."""
    questions = {question.id: str(number) for number, question in enumerate(decision.questions, 1)}
    return questions | {result.id: chr(ord("A") + index) for index, result in enumerate(decision.results)}


def flow_of(decision: Decision, view: View) -> Flow:
    """The drawing of a decision."""
    numbers = numbers_of(decision)
    questions: dict[str, Box] = {}
    ports: list[_Port] = []
    y = 1
    for question in decision.questions:
        lines = wrap(f"{numbers[question.id]}. {view.plain(question.ask)}", _QUESTION_LETTERS)
        bold = len(lines)
        for answer in question.answers:
            said = f"– {view.plain(answer.says)} → {numbers[answer.to]}"
            lines += wrap(said, _QUESTION_LETTERS, subsequent_indent="\u2003")
            ports.append(_Port(y + PADDING + len(lines) * LINE - LINE // 2, answer.to))
        height = len(lines) * LINE + 2 * PADDING
        questions[question.id] = Box(1, y, QUESTION_WIDTH, height, lines, bold)
        y += height + GAP
    results = _results(decision, view, numbers, ports)
    boxes = [*questions.values(), *results.values()]
    return Flow(
        _RESULT_X + RESULT_WIDTH + 1,
        max(box.y + box.height for box in boxes) + 1,
        [*questions.values()],
        [*results.values()],
        [*_to_questions(questions, ports), *_to_results(results, ports)],
    )


def _results(
    decision: Decision, view: View, numbers: Mapping[str, str], ports: Sequence[_Port]
) -> dict[str, Box]:
    said = {result.id: f"{numbers[result.id]}. {view.plain(result.do)}" for result in decision.results}
    found: dict[str, Box] = {}
    y = 1
    for port in ports:
        if port.target in said and port.target not in found:
            lines = wrap(said[port.target], _RESULT_LETTERS)
            height = len(lines) * LINE + 2 * PADDING
            y = max(y, port.y - height // 2)
            found[port.target] = Box(_RESULT_X, y, RESULT_WIDTH, height, lines, len(lines))
            y += height + GAP
    return found


def _to_questions(questions: Mapping[str, Box], ports: Sequence[_Port]) -> list[list[tuple[int, int]]]:
    """Lines down the gutter; one that reaches further runs further out."""
    spans = [
        (port.y, questions[port.target].y + PADDING + LINE // 2) for port in ports if port.target in questions
    ]
    lines = []
    for start, end in spans:
        inside = [other for other in spans if other[0] < end and other[1] > start and other != (start, end)]
        lane = sum(1 for other in inside if abs(other[1] - other[0]) < abs(end - start))
        x = QUESTION_WIDTH + 1 + LANE * (lane + 2)
        lines.append([(QUESTION_WIDTH + 1, start), (x, start), (x, end), (QUESTION_WIDTH + 1, end)])
    return lines


def _to_results(results: Mapping[str, Box], ports: Sequence[_Port]) -> list[list[tuple[int, int]]]:
    """Lines across the gutter; each runs to the left of those that are still on their way down."""
    lines: list[list[tuple[int, int]]] = []
    for port in ports:
        if box := results.get(port.target):
            y = box.y + box.height // 2
            lane = sum(1 for line in lines if line[-1][1] > port.y)
            x = _RESULT_X - LANE * (lane + 2)
            lines.append([(QUESTION_WIDTH + 1, port.y), (x, port.y), (x, y), (_RESULT_X, y)])
    return lines
