"""A decision as a drawing: each question a box with its answers, and what each answer leads to.

Questions stand on the left, one below the other; a result stands beside each answer that leads to it, so its
line is short and straight. The width of a text is reckoned from its letters and never measured, so that the
drawing is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple, TypeAlias

from entregent.guide.decisions import Decision
from entregent.pages.view import View

# Units of the drawing: a line of text, what is around it, between boxes, and between parallel lines.
LINE, PADDING, GAP, LANE, GUTTER = 18, 10, 14, 8, 54
# The height that each kind of text takes beside its lines.
_SPACES = {"ask": 16, "answer": 4, "result": 12}
# Wide enough for nearly all words; a line of broad letters reaches into the padding.
_LETTER = 7.5

_Corners: TypeAlias = Sequence[tuple[int, int]]


class Block(NamedTuple):
    """A text in its place: what a question asks (`ask`), one of its answers (`answer`), or a `result`."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    lines: Sequence[str]


class Flow(NamedTuple):
    """A drawing: boxes around questions (top, height), texts in reading order, lines by their corners."""

    width: int
    height: int
    frames: Sequence[tuple[int, int]]
    blocks: Sequence[Block]
    lines: Sequence[_Corners]


def flow_of(decision: Decision, view: View, question_width: int, result_width: int) -> Flow:
    """The drawing of a decision, with boxes of these widths."""
    numbers = decision.numbers
    results = {result.id: f"{numbers[result.id]}. {view.plain(result.do)}" for result in decision.results}
    frames, blocks, ports = [], [], []
    tops: dict[str, int] = {}
    y, edge = 1, question_width + 1
    for question in decision.questions:
        tops[question.id] = y + PADDING + LINE // 2
        ask = _block("ask", f"{numbers[question.id]}. {view.plain(question.ask)}", 1, y, question_width)
        blocks.append(ask)
        y += ask.height
        for answer in question.answers:
            result, said = results.get(answer.to), f"– {view.plain(answer.says)}"
            said += "" if result else f"\u00a0→\u00a0{numbers[answer.to]}"
            row = [_block("answer", said, 1, y, question_width)]
            row += [_block("result", result, edge + GUTTER, y, result_width)] if result else []
            height = max(block.height for block in row) + (GAP // 2 if result else 0)
            blocks += [block._replace(y=y + (height - block.height) // 2) for block in row]
            ports.append((y + height // 2, answer.to))
            y += height
        frames.append((ask.y, y - ask.y))
        y += GAP
    straight = [[(edge, at), (edge + GUTTER, at)] for at, target in ports if target in results]
    bent = _bent([(at, tops[target]) for at, target in ports if target in tops], edge)
    return Flow(edge + GUTTER + result_width + 1, y - GAP + 1, frames, blocks, [*straight, *bent])


def _block(kind: str, text: str, x: int, y: int, width: int) -> Block:
    lines = wrap(text, int((width - 2 * PADDING) / _LETTER), break_on_hyphens=False)
    return Block(kind, x, y, width, len(lines) * LINE + _SPACES[kind], lines)


def _bent(spans: Sequence[tuple[int, int]], edge: int) -> list[_Corners]:
    """Lines from answers to questions further down; one that reaches further runs further out."""
    found: list[_Corners] = []
    for start, end in spans:
        shorter = [one for one in spans if one[0] < end and one[1] > start and one[1] - one[0] < end - start]
        x = edge + LANE * (len(shorter) + 2)
        found.append([(edge, start), (x, start), (x, end), (edge, end)])
    return found
