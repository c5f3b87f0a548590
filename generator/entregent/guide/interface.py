"""The words of the interface that a guide has of its own, in place of those of `locales/`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeAlias

from pydantic import AfterValidator, ConfigDict, ValidationInfo, with_config
from pydantic_core import PydanticCustomError
from typing_extensions import TypedDict

from entregent import locales
from entregent.guide.by_locale import locales_of
from entregent.guide.fields import Word

_BRACED = re.compile(r"\{[^{}]*\}|[{}]")


class Voice(NamedTuple):
    """What the pages of a guide speak with: a locale, and the words that the guide has of its own in it."""

    locale: str
    own: tuple[tuple[str, str, str], ...] = ()
    """Section and key of each word, and the word."""


def _with_blanks(section: str, key: str) -> Any:
    """A word that has the same blanks as the one in whose place it stands."""

    def checked(word: str | None, info: ValidationInfo) -> str | None:
        locale = locales_of(info).current
        blanks = sorted(set(_BRACED.findall(locales.section(section, locale)[key])))
        if word and sorted(set(_BRACED.findall(word))) != blanks:
            kind = "other_blanks" if blanks else "no_blanks"
            raise PydanticCustomError(kind, "", {"under": (locale,), "blanks": ", ".join(blanks)})
        return word

    return Annotated[Word, AfterValidator(checked)]


def _keys(name: str, keys: Mapping[str, Any]) -> Any:
    typed_dict: Any = TypedDict
    return with_config(ConfigDict(extra="forbid"))(typed_dict(name, keys, total=False))


if TYPE_CHECKING:
    Strings: TypeAlias = Mapping[str, Mapping[str, str | None]]
else:
    Strings = _keys(
        "Strings",
        {
            section: _keys(section, {key: _with_blanks(section, key) for key in words})
            for section, words in locales.interface().items()
        },
    )
