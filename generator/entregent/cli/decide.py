"""`entregent decide`: a decision in a terminal, question by question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from entregent.cli.commands import Command
from entregent.cli.guide import of_a_guide
from entregent.diagnostics.phrases import spoken
from entregent.guide import Guide
from entregent.guide.decisions import Decision, Question, Result
from entregent.guide.filling import filled, wordings
from entregent.pages.view import View


@click.command(cls=Command)
@click.argument("name", metavar="[ID]", required=False)
@click.option(
    "--path", metavar="A,B,C", help="Answers by number, or by the id that each leads to: asks nothing."
)
@of_a_guide
def decide(name: str | None, path: str | None, guide: Guide) -> None:
    """Ask the questions of the decision ID, then say what to do, why, and what to write.

    Questions go to the error stream, what to do to the output, so that it can go on through a pipe.
    """
    view = View("decisions", guide.voice)
    decision = _chosen(guide, name, view)
    result = _walked(decision, path.split(","), view) if path else _asked(decision, view)
    click.echo("\n\n".join(_told(result, guide, view)))


def _chosen(guide: Guide, name: str | None, view: View) -> Decision:
    found = {decision.id: decision for decision in guide.decisions}
    if not found:
        raise click.ClickException("this guide has no decisions")
    if name is None:
        titles = [view.plain(decision.title) for decision in guide.decisions]
        return guide.decisions[_number(titles) if len(titles) > 1 else 0]
    if name not in found:
        raise click.BadParameter(f"this guide has the decisions {', '.join(found)}", param_hint=spoken("ID"))
    return found[name]


def _asked(decision: Decision, view: View) -> Result:
    """The result to which the answers of the reader lead."""
    click.echo(f"{view.typeset(decision.title)}\n", err=True)
    step: Question | Result = decision.questions[0]
    while isinstance(step, Question):
        for text in filter(None, (step.ask, step.help)):
            click.echo(view.plain(text), err=True)
        step = decision.step(step.answers[_number([view.plain(answer.says) for answer in step.answers])].to)
    return step


def _number(choices: Sequence[str]) -> int:
    """The position of the choice that the reader makes."""
    for number, choice in enumerate(choices, 1):
        click.echo(f"  {number}. {choice}", err=True)
    known = click.Choice([str(number) for number in range(1, len(choices) + 1)])
    chosen = click.prompt(spoken("Your answer: "), type=known, show_choices=False, prompt_suffix="", err=True)
    click.echo(err=True)
    return int(chosen) - 1


def _walked(decision: Decision, path: Sequence[str], view: View) -> Result:
    """The result to which the answers of a path lead."""
    step: Question | Result = decision.questions[0]
    for part in path:
        if isinstance(step, Result):
            raise click.BadParameter(f"{part} comes after the last answer", param_hint="--path")
        leading = {answer.to: answer.to for answer in step.answers}
        leading |= {str(number): answer.to for number, answer in enumerate(step.answers, 1)}
        if part.strip() not in leading:
            said = f"{part} is not an answer to: {view.plain(step.ask)}"
            raise click.BadParameter(said, param_hint="--path")
        step = decision.step(leading[part.strip()])
    if isinstance(step, Question):
        raise click.BadParameter(f"an answer is missing to: {view.plain(step.ask)}", param_hint="--path")
    return step


def _told(result: Result, guide: Guide, view: View) -> Iterator[str]:
    """What to do, why, and what the guide holds for it, in paragraphs."""
    yield view.plain(result.do)
    yield view.plain(result.why)
    rules = guide.index.many("rules", result.rules)
    yield "\n".join(f"- {view.typeset(rule.title)}" for rule in rules)
    for message in guide.index.many("messages", result.messages[:1]):
        yield view.typeset(message.title).upper()
        for wording in wordings(message):
            register = f"({view.words[f'register-{wording.register}']})\n" if wording.register else ""
            yield register + filled(wording.text, guide, lambda blank: f"[{blank.label}]").strip()
    for fact in guide.index.many("facts", result.facts):
        yield view.plain(fact.statement)
