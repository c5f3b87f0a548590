"""How a feature turns entries into a page: its templates, its words, and safe text.

A `View` is bound to one feature's folder and one locale. Whatever a template prints is made inert on
its way out: every character that HTML, Markdown, attribute lists, snippets or Jinja could act on
becomes an entity. Only the filters below give markup, and they build it from inert text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from entregent.model import PLACEHOLDER, Placeholder
from entregent.source import parse
from entregent.typography import Typography, typography_of

PACKAGE = Path(__file__).parent
COMPONENTS = PACKAGE / "components"

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#10;"}) | {
    ord(character): f"&#{ord(character)};" for character in "\"'\\`*_{}[]#!|~^$+="
}
_ACTIVE = re.compile(r"[*_`\[\\]")
_SAFE_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_FALLBACK = "en"


def inert(text: str) -> Markup:
    """Text as HTML that no later pass of HTML, Markdown or Jinja can act on."""
    return Markup(text.translate(_ENTITIES))  # noqa: S704  (the translation is the escaping)


class View:
    """The templates and words of one feature, in one locale.

    Raises OSError where the folder has no `strings.yaml`.
    """

    def __init__(self, folder: Path, locale: str) -> None:
        self.locale = locale
        self.typography = typography_of(locale)
        words = {**words_of(COMPONENTS, locale), **words_of(folder, locale)}
        self.words = {key: self.typography.set(word) for key, word in words.items()}
        self._markdown = _inline_markdown(self.typography)
        self._environment = self._new_environment(folder)

    def render(self, template: str, **context: Any) -> str:
        """The text of one of the feature's templates; `t` in it holds the feature's words."""
        return _tidy(self._environment.get_template(template).render(context))

    def printed(self, text: str) -> str:
        """Plain text with the locale's typography, for titles and descriptions."""
        return self.typography.set(text)

    def _new_environment(self, folder: Path) -> Environment:
        environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder), FileSystemLoader(COMPONENTS)]),
            autoescape=True,
            finalize=self._finalize,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        environment.filters |= {
            "inline": self._inline,
            "paragraphs": self._paragraphs,
            "to_send": self._to_send,
        }
        environment.globals |= {"t": self.words, "locale": self.locale}
        return environment

    def _finalize(self, value: object) -> object:
        return value if hasattr(value, "__html__") else inert(self.typography.set(str(value)))

    def _inline(self, text: str) -> Markup:
        """A text with the inline Markdown that authors may use: emphasis, `code` and links."""
        if not _ACTIVE.search(text):
            return inert(self.typography.set(text))
        return Markup(self._markdown.renderInline(text).strip())  # noqa: S704  (rendered from inert tokens)

    def _paragraphs(self, text: str) -> Markup:
        """A text of one or more paragraphs, parted by blank lines."""
        parts = (self._inline(part.strip()) for part in re.split(r"\n\s*\n|\n", text) if part.strip())
        return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts)

    def _to_send(self, text: str, placeholders: Sequence[Placeholder]) -> Markup:
        """A message as it is copied, each blank marked and named by its label."""
        labels = {placeholder.id: placeholder.label for placeholder in placeholders}
        parts = PLACEHOLDER.split(self.typography.to_send(text))
        blank = Markup('<span class="eg-blank">{}</span>')
        return Markup("").join(
            blank.format(inert(f"[{labels[part]}]")) if index % 2 else inert(part)
            for index, part in enumerate(parts)
        )


def _tidy(rendered: str) -> str:
    """Blocks of HTML without blank lines, as every Markdown engine takes them, and headings set apart.

    A line that begins with # is always a template's own heading: in a text that sign is an entity.
    """
    lines = (line.strip() for line in rendered.splitlines())
    apart = (f"\n{line}\n" if line.startswith("#") else line for line in lines if line)
    return "\n".join(apart).strip() + "\n"


@cache
def words_of(folder: Path, locale: str) -> Mapping[str, str]:
    """The words of a folder's `strings.yaml` in a locale, in its language, or else in English."""
    data = parse((folder / "strings.yaml").read_text("utf-8")).data
    assert isinstance(data, dict)
    words: dict[str, str] = {}
    for key, translations in data.items():
        assert isinstance(translations, dict)
        chosen = translations.get(locale) or translations.get(locale.split("-")[0]) or translations[_FALLBACK]
        words[key] = str(chosen)
    return words


def _inline_markdown(typography: Typography) -> MarkdownIt:
    markdown = MarkdownIt("zero", {"typographer": True, "quotes": list(typography.quotes)}).enable(
        ["emphasis", "balance_pairs", "link", "backticks", "escape", "fragments_join", "smartquotes", "replacements"]
    )

    def text(_self: RendererHTML, tokens: Sequence[Token], index: int, *_: Any) -> str:
        return inert(typography.spaced(tokens[index].content))

    def code(_self: RendererHTML, tokens: Sequence[Token], index: int, *_: Any) -> str:
        return f"<code>{inert(tokens[index].content)}</code>"

    def link(_self: RendererHTML, tokens: Sequence[Token], index: int, *_: Any) -> str:
        return f'<a href="{inert(str(tokens[index].attrs["href"]))}" rel="noopener noreferrer">'

    markdown.add_render_rule("text", text)
    markdown.add_render_rule("code_inline", code)
    markdown.add_render_rule("link_open", link)
    markdown.validateLink = lambda url: bool(_SAFE_LINK.match(url))  # type: ignore[method-assign]
    return markdown
