"""Faults that span several entries of a guide; one function each, named after the fault.

A check takes a valid `Guide` and yields findings: the path of the value in rules.yaml, and the words for
what is wrong. `CHECKS` lists those that find faults, `NOTICES` those that only give advice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from entregent.checks.finding import Finding
from entregent.checks.ids import duplicate_id, former_id, repeated_limit, repeated_own_line, reserved_id
from entregent.checks.messages import (
    message_too_long,
    mistyped_placeholder,
    unfit_personal,
    unfit_placeholder,
    unknown_placeholder,
    unused_placeholder,
)
from entregent.checks.references import (
    repeated_reference,
    self_reference,
    unknown_reference,
    unknown_speaker,
)
from entregent.checks.registers import mixed_register
from entregent.checks.synonyms import lonely_synonym, long_synonym
from entregent.checks.texts import broken_link, long_sentence
from entregent.diagnostics import Severity
from entregent.guide import Guide

CHECKS: tuple[Callable[[Guide], Iterator[Finding]], ...] = (
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
    mixed_register,
    lonely_synonym,
    long_synonym,
)


NOTICES: tuple[Callable[[Guide], Iterator[Finding]], ...] = (long_sentence,)
"""Checks whose findings are advice: they stop nothing."""


def checked(guide: Guide, severity: Severity = "error") -> Iterator[Finding]:
    """The findings of all checks of a severity."""
    for check in CHECKS if severity == "error" else NOTICES:
        yield from check(guide)
