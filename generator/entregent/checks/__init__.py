"""Faults that span several entries of a guide; one function each, named after the fault.

A check takes a valid `Guide` and yields findings: the path of the value in rules.yaml, and the words for
what is wrong. `CHECKS` lists those that find faults, `NOTICES` and `STYLE` those that only give advice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from entregent.checks.brand import weak_accent
from entregent.checks.decisions import (
    circular_decision,
    like_answers,
    repeated_step,
    unknown_step,
    unreached_step,
)
from entregent.checks.finding import Finding
from entregent.checks.ids import duplicate_id, former_id, repeated_limit, repeated_own_line, reserved_id
from entregent.checks.messages import (
    link_in_message,
    message_too_long,
    mistyped_placeholder,
    unfit_personal,
    unfit_placeholder,
    unknown_placeholder,
    unused_placeholder,
)
from entregent.checks.references import (
    empty_section,
    one_sided_practice,
    repeated_reference,
    self_reference,
    unknown_reference,
    unknown_speaker,
)
from entregent.checks.registers import mixed_register
from entregent.checks.synonyms import lonely_synonym, long_synonym
from entregent.checks.texts import broken_link, long_sentence, markdown_as_typed, unknown_link
from entregent.checks.wording import stiff_words
from entregent.guide import Guide

Check: TypeAlias = Callable[[Guide], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    duplicate_id,
    former_id,
    unknown_reference,
    self_reference,
    repeated_reference,
    repeated_own_line,
    reserved_id,
    unknown_speaker,
    unknown_placeholder,
    mistyped_placeholder,
    unused_placeholder,
    unfit_placeholder,
    unfit_personal,
    repeated_limit,
    message_too_long,
    broken_link,
    unknown_link,
    link_in_message,
    mixed_register,
    lonely_synonym,
    long_synonym,
    weak_accent,
    repeated_step,
    unknown_step,
    like_answers,
    circular_decision,
    unreached_step,
    one_sided_practice,
)


NOTICES: tuple[Check, ...] = (markdown_as_typed, empty_section)
"""Checks whose findings stop nothing."""

STYLE: tuple[Check, ...] = (long_sentence, stiff_words)
"""Likewise, for those who ask for advice on style."""


def checked(guide: Guide, checks: Iterable[Check] = CHECKS) -> Iterator[Finding]:
    """The findings of checks."""
    for check in checks:
        yield from check(guide)
