"""The page types of a guide, in the order in which the navigation lists them.

A feature is a folder whose `FEATURE` says all about it; its templates, style sheet and scripts stand beside,
its words in a section of `locales/`. Adding one means adding a folder and its name here.
"""

from __future__ import annotations

from entregent.features import checklist, decisions, facts, home, messages, rules, scenarios, search, sources
from entregent.pages.feature import Feature

FEATURES: dict[str, Feature] = {
    module.FEATURE.name: module.FEATURE
    for module in (home, decisions, rules, scenarios, checklist, messages, sources, facts, search)
}
