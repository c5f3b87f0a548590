"""The decisions as an outline in Markdown: numbered questions, what each answer leads to, and the results."""

from __future__ import annotations

from entregent.guide import Guide
from entregent.outputs.exports.cells import escape_markdown
from entregent.pages.view import View


def outline(guide: Guide) -> bytes:
    """Every decision of a guide below a heading."""
    view = View("decisions", guide.voice)

    def said(text: str) -> str:
        return escape_markdown(view.plain(text))

    lines = [f"# {said(guide.title)}"]
    for decision in guide.decisions:
        lines += ["", f"## {said(decision.title)}", "", said(decision.summary), ""]
        for question in decision.questions:
            helped = f" {said(question.help)}" if question.help else ""
            lines.append(f"{decision.numbers[question.id]}. **{said(question.ask)}**{helped}")
            lines += [f"    - {said(one.says)} → {decision.numbers[one.to]}" for one in question.answers]
        lines.append("")
        for result in decision.results:
            lines.append(f"- **{decision.numbers[result.id]}. {said(result.do)}** {said(result.why)}")
            lines += [f"    - {said(rule.title)}" for rule in guide.index.many("rules", result.rules)]
    return "\n".join([*lines, ""]).encode()
