"""From an author's text to safe HTML with the typography of its locale.

Every character that HTML acts on becomes an entity, and nothing acts on the HTML any more. The only markup
that an author can write is the inline Markdown below: emphasis, `code` and links to http, https and mailto
addresses, or to what the guide itself has. The latter keep their form, `rule:some-id`: only what a page or a
document is made of knows where that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from entregent.locales import language_of
from entregent.locales.cldr import direction_of
from entregent.text import OWN_LINK, PLACEHOLDER, SAFE_LINK
from entregent.text.foreign import Foreign, locale_of
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
    lang: str = ""
    """The language of a text in another one than the guide's."""


def prose_for(text: str, locale: str) -> Prose:
    """How a text is set in a guide in that locale: as its own language has it."""
    return prose_of(locale_of(text, locale))


@cache
def prose_of(locale: str) -> Prose:
    """How the texts of a locale are set."""
    return Prose(locale)


class Prose:
    """How texts become HTML in a guide in one locale; its public methods serve as Jinja's filters.

    A text in another language has the typography of that one, and what is printed says which it is.
    """

    def __init__(self, locale: str) -> None:
        self._locale = locale
        self.typography = typography_of(locale)
        self._markdown = _inline_markdown(self.typography)

    def finalize(self, value: object) -> object:
        """What a template prints: markup as it is, anything else as text, which Jinja then escapes."""
        if isinstance(value, Foreign):
            return self._spanned(value, self.typeset(value))
        return value if hasattr(value, "__html__") else self.typography.set(str(value))

    def lang(self, text: str) -> Markup:
        """The attributes of an element that holds a text: none unless it is in another language."""
        return _attributes(locale_of(text, self._locale), self._locale)

    def typeset(self, text: str) -> Markup:
        """A text as such, for attributes and for elements that hold nothing but text."""
        return escape(prose_for(text, self._locale).typography.set(text))

    def inline(self, text: str) -> Markup:
        """A text with the inline Markdown that authors may use."""
        return self._spanned(text, prose_for(text, self._locale)._inline(text))

    def _spanned(self, text: str, html: Markup) -> Markup:
        attributes = self.lang(text)
        return Markup("<span{}>{}</span>").format(attributes, html) if attributes else html

    def _inline(self, text: str) -> Markup:
        if not _ACTIVE.search(text):
            return escape(self.typography.set(text))
        return Markup(self._markdown.renderInline(text).strip())  # noqa: S704  (rendered from inert tokens)

    def runs(self, text: str) -> list[Run]:
        """The same text as a list of runs, for outputs that are not HTML."""
        whole = self.run(text)
        if not _ACTIVE.search(text):
            return [whole]
        (block,) = self._markdown.parseInline(text)
        return [run._replace(lang=whole.lang) for run in _runs(block.children or [], self.typography)]

    def run(self, text: str) -> Run:
        """A text without Markdown as a run."""
        lang = language_of(text.locale) if isinstance(text, Foreign) else ""
        return Run(self.typography.set(text), lang=lang)

    def paragraphs(self, text: str) -> Markup:
        """A text of one or more paragraphs, each on a line of its own."""
        prose, attributes = prose_for(text, self._locale), self.lang(text)
        parts = (prose._inline(part.strip()) for part in text.splitlines() if part.strip())
        return Markup("\n").join(Markup("<p{}>{}</p>").format(attributes, part) for part in parts)

    def to_send(self, text: str, labels: Mapping[str, str]) -> Markup:
        """A message as it is copied, each blank marked and named by its label."""
        blank = Markup('<span class="eg-blank" data-blank="{}"{}>[{}]</span>')
        around = prose_for(text, self._locale)

        def marked(found: re.Match[str]) -> str:
            label = labels[found[1]]
            own = prose_for(label, self._locale)
            attributes = _attributes(own._locale, around._locale)
            return blank.format(found[1], attributes, own.typography.to_send(label))

        # As entities, line breaks survive a page that is written without its white space.
        inert = escape(around.typography.to_send(text)).replace("\n", Markup("&#10;"))
        return Markup(PLACEHOLDER.sub(marked, inert))  # noqa: S704  (escaped above)


def _attributes(locale: str, around: str) -> Markup:
    """What an element in a locale says of it, where that of the elements around it is another one."""
    if locale == around:
        return Markup("")
    direction = direction_of(locale)
    turned = Markup(' dir="{}"').format(direction) if direction != direction_of(around) else ""
    return Markup(' lang="{}"{}').format(locale, turned)


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
        address = str(tokens[index].attrs["href"])
        leaves = "" if OWN_LINK.match(address) else ' rel="noopener noreferrer"'
        return f'<a href="{escape(address)}"{leaves}>'

    for name, rule in (("text", text), ("code_inline", code), ("link_open", link)):
        markdown.add_render_rule(name, rule)
    markdown.validateLink = lambda url: bool(SAFE_LINK.match(url))  # type: ignore[method-assign]
    return markdown
