"""From an author's text to safe HTML with the typography of its locale.

Every character that HTML acts on becomes an entity, and nothing acts on the HTML any more. The only markup
that an author can write is the inline Markdown below: emphasis, `code` and links to http, https and mailto
addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from entregent.text import PLACEHOLDER, SAFE_LINK
from entregent.text.typography import Typography, typography_of

_ACTIVE = re.compile(r"[*_`\[\\]")
_STYLES = {"em": "emphasis", "strong": "strong", "link": "href"}
_RULES = [
    "emphasis",
    "balance_pairs",
    "link",
    "backticks",
    "escape",
    "fragments_join",
    "smartquotes",
    "replacements",
]


class Run(NamedTuple):
    """A stretch of text that is set in one way."""

    text: str
    emphasis: bool = False
    strong: bool = False
    code: bool = False
    href: str = ""


class Prose:
    """How the texts of one locale become HTML; its public methods serve as Jinja's filters."""

    def __init__(self, locale: str) -> None:
        self.typography = typography_of(locale)
        self._markdown = _inline_markdown(self.typography)

    def finalize(self, value: object) -> object:
        """What a template prints: markup as it is, anything else as text, which Jinja then escapes."""
        return value if hasattr(value, "__html__") else self.typography.set(str(value))

    def inline(self, text: str) -> Markup:
        """A text with the inline Markdown that authors may use."""
        if not _ACTIVE.search(text):
            return escape(self.typography.set(text))
        return Markup(self._markdown.renderInline(text).strip())  # noqa: S704  (rendered from inert tokens)

    def runs(self, text: str) -> list[Run]:
        """The same text as a list of runs, for outputs that are not HTML."""
        if not _ACTIVE.search(text):
            return [Run(self.typography.set(text))]
        (block,) = self._markdown.parseInline(text)
        return list(_runs(block.children or [], self.typography))

    def paragraphs(self, text: str) -> Markup:
        """A text of one or more paragraphs, each on a line of its own."""
        parts = (self.inline(part.strip()) for part in text.splitlines() if part.strip())
        return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts)

    def to_send(self, text: str, labels: Mapping[str, str]) -> Markup:
        """A message as it is copied, each blank marked and named by its label."""
        blank = Markup('<span class="eg-blank" data-blank="{}">[{}]</span>')

        def marked(found: re.Match[str]) -> str:
            return blank.format(found[1], self.typography.to_send(labels[found[1]]))

        # As entities, line breaks survive a page that is written without its white space.
        inert = escape(self.typography.to_send(text)).replace("\n", Markup("&#10;"))
        return Markup(PLACEHOLDER.sub(marked, inert))  # noqa: S704  (escaped above)


def _runs(tokens: Sequence[Token], typography: Typography) -> Iterator[Run]:
    style: dict[str, Any] = {}
    for token in tokens:
        kind, _, end = token.type.rpartition("_")
        if token.type == "text":
            yield Run(typography.spaced(token.content), **style)
        elif token.type == "code_inline":
            yield Run(token.content, **style, code=True)
        elif end == "open":
            style[_STYLES[kind]] = token.attrs.get("href", True)
        elif end == "close":
            style.pop(_STYLES[kind], None)


def _inline_markdown(typography: Typography) -> MarkdownIt:
    markdown = MarkdownIt("zero", {"typographer": True, "quotes": list(typography.quotes)}).enable(_RULES)

    def text(_self: RendererHTML, tokens: Sequence[Token], index: int, *_: Any) -> str:
        return escape(typography.spaced(tokens[index].content))

    def code(_self: RendererHTML, tokens: Sequence[Token], index: int, *_: Any) -> str:
        return f"<code>{escape(tokens[index].content)}</code>"

    def link(_self: RendererHTML, tokens: Sequence[Token], index: int, *_: Any) -> str:
        return f'<a href="{escape(str(tokens[index].attrs["href"]))}" rel="noopener noreferrer">'

    for name, rule in (("text", text), ("code_inline", code), ("link_open", link)):
        markdown.add_render_rule(name, rule)
    markdown.validateLink = lambda url: bool(SAFE_LINK.match(url))  # type: ignore[method-assign]
    return markdown
