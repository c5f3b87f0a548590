"""Guides for tests, made from one of `tests/guides` by replacing every text in every language.

Which keys hold texts is known from the model, so that a new key is replaced without a word here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from conftest import GUIDES
from entregent.guide import Guide
from entregent.guide.declarations import Part, TextKind, keys_of
from entregent.guide.fields import Register, Variant

Say = Callable[[str, TextKind, str, str], str]
"""What stands for a text: given the text, its kind, its key and the locale."""


def rewritten(guide: str, locales: Sequence[str], say: Say) -> dict[str, Any]:
    """The data of a guide in `locales`, each of its texts replaced.

    It has no words of its own for the interface, as their blanks are those of their places, and no checks of
    drafts, as these are held to their own examples.
    """
    data = yaml.load((GUIDES / guide).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (only strings)
    for collection in ("strings", "draft_checks"):
        data.pop(collection, None)
    return _Rewriting(locales, say).part(Guide, data | {"locales": list(locales)})


class _Rewriting:
    def __init__(self, locales: Sequence[str], say: Say) -> None:
        self._locales, self._say = locales, say

    def part(self, model: type[Part], data: dict[str, Any]) -> dict[str, Any]:
        keys = {key.key: key for key in keys_of(model)}
        result = {}
        for key, value in data.items():
            declares, models = keys[key].declares, keys[key].parts
            kind = declares if isinstance(declares, TextKind) else None
            if Variant in models:
                kind, models = TextKind.SENT, ()
            result[key] = self._value(value, kind, key, models)
        return result

    def _value(self, value: Any, kind: TextKind | None, key: str, models: Sequence[type[Part]]) -> Any:
        if kind is TextKind.TYPED or (kind and not isinstance(value, list)):
            return self._by_locale(value, kind, key)
        if isinstance(value, list):
            return [self._value(item, kind, key, models) for item in value]
        return self.part(models[0], value) if models and isinstance(value, dict) else value

    def _by_locale(self, value: Any, kind: TextKind, key: str) -> Any:
        known = value if isinstance(value, dict) and not set(value) <= set(Register) else {}
        said = {
            locale: self._text(known.get(locale, next(iter(known.values()), value)), kind, key, locale)
            for locale in self._locales
        }
        return said if len(said) > 1 else next(iter(said.values()))

    def _text(self, value: Any, kind: TextKind, key: str, locale: str) -> Any:
        if isinstance(value, dict):
            return {register: self._text(text, kind, key, locale) for register, text in value.items()}
        if isinstance(value, list):
            return [self._text(item, kind, key, locale) for item in value]
        return self._say(value, kind, key, locale)


def keys_of_texts(model: type[Part]) -> set[str]:
    """The keys of an entry, and of whatever stands below it, that hold texts."""
    keys = keys_of(model)
    own = {key.key for key in keys if isinstance(key.declares, TextKind)}
    return own.union(*(keys_of_texts(part) for key in keys for part in key.parts))


def in_locales(*locales: str, guide: str = "small.yaml") -> dict[str, Any]:
    """A guide in these locales, its texts in each as they are written in its first."""
    return rewritten(guide, locales, lambda text, *_: text)


def write(folder: Path, data: dict[str, Any], settings: str = "") -> None:
    """A project with that guide, `settings` after the plugin's name in mkdocs.yml."""
    (folder / "rules.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: see rules.yaml\nsite_url: https://guide.example/sub/\nuse_directory_urls: false\n"
        f"theme: {{name: material}}\nplugins:\n  - entregent{settings}\n",
        "utf-8",
    )
