"""Faults that span several entries of a guide; one function each, named after the fault.

A check takes a valid `Guide` and yields findings: the path of the value in rules.yaml, and the words for
what is wrong. `CHECKS` lists them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from entregent.checks.finding import Finding
from entregent.checks.ids import duplicate_id, repeated_limit, repeated_line, reserved_id
from entregent.checks.links import broken_link
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
from entregent.model import Guide

CHECKS: tuple[Callable[[Guide], Iterator[Finding]], ...] = (
    duplicate_id,
    unknown_reference,
    self_reference,
    repeated_reference,
    repeated_line,
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


def checked(guide: Guide) -> Iterator[Finding]:
    """The findings of all checks."""
    for check in CHECKS:
        yield from check(guide)
