"""Texts in another language than the guide that they stand in, as nobody has translated them yet."""

from __future__ import annotations


class Foreign(str):
    """Such a text: a string like any other, which knows the locale that it is written in."""

    __slots__ = ("locale",)
    locale: str

    def __new__(cls, text: str, locale: str) -> Foreign:
        """The text, in its locale."""
        made = super().__new__(cls, text)
        made.locale = locale
        return made

    def format(self, *args: object, **kwargs: object) -> Foreign:
        """The text with its blanks filled in, which is in its language still."""
        return Foreign(super().format(*args, **kwargs), self.locale)

    def __reduce__(self) -> tuple[type[Foreign], tuple[str, str]]:
        """How it is made again in another process."""
        return Foreign, (str(self), self.locale)


def like(text: str, made: str) -> str:
    """What was made of a text, which is in its language too."""
    return Foreign(made, text.locale) if isinstance(text, Foreign) else made


def locale_of(text: str, locale: str) -> str:
    """The locale that a text of a guide is written in: its own, or else that of the guide."""
    return text.locale if isinstance(text, Foreign) else locale
