"""How texts are written and set: the typography of each locale, and the Markdown that authors may use."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")
"""A blank in a message."""
LINKS = {
    "rule": ("rules", "rules"),
    "scene": ("scenarios", "scenarios"),
    "message": ("messages", "messages"),
    "checklist": ("checklists", "checklist"),
    "page": ("", ""),
}
"""What a text may link to within the guide, as `rule:some-id`: the collection, and the folder of its pages.

A page is one that somebody wrote in docs/.
"""
OWN_LINK = re.compile(f"(?:{'|'.join(LINKS)}):")
"""How the address of such a link begins."""
SAFE_LINK = re.compile(f"(?i:https?://|mailto:)|{OWN_LINK.pattern}")
"""How the address of any link begins."""
