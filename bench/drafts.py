"""How well the checks of drafts judge, on drafts that were written by people who had not seen them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import yaml

from bench.projects import ROOT
from entregent.guide.drafts import Stage
from entregent.guide.filling import strictest
from entregent.guide.messages import Piece
from entregent.guide.remarks import Occasion, compiled, is_spoken, remarks
from entregent.load import load

PARTS = ("tune", "aside")
"""The checks were written to fit the first; the second was only counted."""


def judged(locale: str, part: str) -> Counter[str]:
    """How many remarks were deserved, how many of these found, and how many good drafts had no firm one."""
    guide = load(ROOT / "rules.yaml").guides[locale]
    checks = {check.id: check for check in guide.draft_checks if is_spoken(check)}
    forms = [compiled(check) for check in checks.values()]
    counts: Counter[str] = Counter()
    for draft in yaml.safe_load((ROOT / f"tests/drafts/{locale}.yaml").read_text("utf-8")):
        if draft["part"] != part:
            continue
        limit = strictest(guide, draft["channel"], Piece.TEXT)
        occasion = Occasion(draft["channel"], Stage(draft["stage"]), limit)
        made = {remark.check for remark in remarks(draft["text"], forms, occasion)}
        deserved = checks.keys() & set(draft["deserves"])
        firm = {name for name in made if checks[name].is_firm}
        is_good = not any(checks[name].is_firm for name in deserved)
        counts.update(
            drafts=1,
            deserved=len(deserved),
            found=len(made & deserved),
            firm=len(firm),
            right=len(firm & deserved),
            good=is_good,
            passed=is_good and not firm,
        )
    return counts


def figures() -> Iterator[str]:
    """A line for each language and part."""
    for locale in ("fr", "en"):
        for part in PARTS:
            n = judged(locale, part)
            yield (
                f"{locale} {part}: {n['drafts']} drafts; firm remarks deserved {n['right'] / n['firm']:.0%} "
                f"({n['right']}/{n['firm']}); good drafts without one {n['passed'] / n['good']:.0%} "
                f"({n['passed']}/{n['good']}); deserved remarks found {n['found'] / n['deserved']:.0%} "
                f"({n['found']}/{n['deserved']})"
            )
