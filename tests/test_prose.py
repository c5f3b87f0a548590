"""Text to safe HTML with the typography of a locale."""

from __future__ import annotations

import pytest

from entregent.text.prose import Prose
from entregent.text.typography import typography_of

N, W = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("locale", "typed", "printed"),
    [
        ("fr", "Quoi ?", f"Quoi{N}?"),
        ("fr", "Quoi?", f"Quoi{N}?"),
        ("fr", "Oui ; non !", f"Oui{N}; non{N}!"),
        ("fr", "Objet : x", f"Objet{W}: x"),
        ("fr", "Objet: x", f"Objet{W}: x"),
        ("fr", '"oui"', f"«{W}oui{W}»"),
        ("fr", "« oui »", f"«{W}oui{W}»"),
        ("fr", f"«{W}oui{W}»{N}!", f"«{W}oui{W}»{N}!"),
        ("fr", "l'ami", "l’ami"),
        ("fr", "attendez...", "attendez…"),
        ("fr", "à 12:30, https://a.b/?x=1", "à 12:30, https://a.b/?x=1"),
        ("fr", "Mardi 9 h 00, 18 h", f"Mardi 9{W}h{W}00, 18{W}h"),
        ("fr", "12 % de 30 €, 10 min, 2 km", f"12{W}% de 30{W}€, 10{W}min, 2{W}km"),
        ("fr", "2 mots, 3 heures, 5 hivers", "2 mots, 3 heures, 5 hivers"),
        ("en", "10 min at 9 h", "10 min at 9 h"),
        ("fr-CA", "Quoi ? Objet : x", f"Quoi? Objet{W}: x"),
        ("en", 'Hello: "you", it\'s me!', "Hello: “you”, it’s me!"),
        ("de", 'a "b" c?', "a „b“ c?"),
        ("de-CH", 'a "b" c', "a „b“ c"),
        ("es", '"a"', "“a”"),
        ("it", '"a"', "«a»"),
        ("pt", '"a"', "«a»"),
        ("pt-BR", '"a"', "“a”"),
        ("nl", '"a"', "“a”"),
        ("pl", '"a"', "„a”"),
        ("ar", '"a"', "”a“"),
        ("tlh", '"a"', "“a”"),
    ],
)
def test_typography(locale: str, typed: str, printed: str) -> None:
    typography = typography_of(locale)
    assert typography.set(typed) == printed
    assert typography.set(printed) == printed


def test_messages_have_no_narrow_space() -> None:
    assert typography_of("fr").to_send("Bravo ! L'an 1 ; fin") == f"Bravo{W}! L’an 1{W}; fin"


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("*a* **b** `c`", "<em>a</em> <strong>b</strong> <code>c</code>"),
        ("[a](https://b.c/?d_e=1)", '<a href="https://b.c/?d_e=1" rel="noopener noreferrer">a</a>'),
        ("[a](mailto:b@c.d)", '<a href="mailto:b@c.d" rel="noopener noreferrer">a</a>'),
        ("[a](javascript:b)", "[a](javascript:b)"),
        ("[a](/b)", "[a](/b)"),
        ("![a](https://b.c/d.png)", None),
        ("<b>*a*</b>", "&lt;b&gt;<em>a</em>&lt;/b&gt;"),
        ("{{ a }} # b | c", "{{ a }} # b | c"),
        ("a &amp; b", "a &amp;amp; b"),
        ("# not a heading", "# not a heading"),
    ],
)
def test_inline(typed: str, html: str | None) -> None:
    rendered = str(Prose("en").inline(typed))
    if html is None:
        assert "<img" not in rendered
    else:
        assert rendered == html


def test_paragraphs() -> None:
    assert Prose("en").paragraphs("One.\n\nTwo *2*.\n") == "<p>One.</p>\n<p>Two <em>2</em>.</p>"


def test_line_breaks_of_a_message_are_entities() -> None:
    assert Prose("en").to_send("<a>\n\nb", {}) == "&lt;a&gt;&#10;&#10;b"
