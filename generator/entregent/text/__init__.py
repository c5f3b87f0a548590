"""How texts are written and set: the typography of each locale, and the Markdown that authors may use."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")
"""A blank in a message."""
SAFE_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
"""How the address of a link begins."""
