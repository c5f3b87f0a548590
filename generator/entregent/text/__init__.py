"""How texts are written and set: the typography of each locale, and the Markdown that authors may use."""
