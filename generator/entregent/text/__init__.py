"""How texts are written and set: the typography of each locale, and the Markdown that authors may use."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")
"""A blank in a message."""
LINKS = {"rule": "rules", "scene": "scenarios", "message": "messages", "checklist": "checklists", "page": ""}
"""What a text may link to within the guide, as `rule:some-id`, and its collection; a page is one of docs/."""
OWN_LINK = re.compile(f"(?:{'|'.join(LINKS)}):")
"""How the address of such a link begins."""
SAFE_LINK = re.compile(f"(?i:https?://|mailto:)|{OWN_LINK.pattern}")
"""How the address of any link begins."""
