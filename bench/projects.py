"""Projects to measure: the shipped guide, the same pages under stock Material, and guides of any size."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from entregent.guide import Guide
from entregent.guide.messages import Message
from entregent.guide.rules import Rule
from entregent.load import load
from entregent.outputs.markdown import write

ROOT = Path(__file__).parents[1]

STOCK = """\
site_name: Stock
use_directory_urls: false
theme: {name: material, language: LOCALE}
plugins: [search]
markdown_extensions: [attr_list]
"""


NAIVE = """\
site_name: Naive
theme: {name: material, features: [navigation.prune]}
"""
TEXTS = ("title", "answer", "why", "do", "dont", "exceptions", "customs", "checklist", "keywords")
"""Keys of a rule whose texts are mixed."""
_SENTENCE = re.compile(r"(?<=[.?!]) ")


def shipped(folder: Path) -> Path:
    """A copy of the shipped guide."""
    folder.mkdir()
    for name in ("rules.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "docs", folder / "docs")
    return folder


def stock(folder: Path, rules: Path, locale: str = "fr") -> Path:
    """The pages of the guide in one locale as a plain Material project."""
    folder.mkdir()
    write(load(rules).guides[locale], folder / "docs")
    for ours in ("assets", "search"):
        shutil.rmtree(folder / "docs" / ours)
    own = ROOT / "docs" / locale
    for page in own.glob("*.md"):
        shutil.copy(page, folder / "docs")
    (folder / "mkdocs.yml").write_text(STOCK.replace("LOCALE", locale), "utf-8")
    return folder


def of_size(folder: Path, rules: int, locales: tuple[str, ...] = ("fr", "en")) -> Path:
    """The shipped guide with `rules` rules, whose texts differ: sentences of the shipped ones, mixed anew."""
    shipped(folder)
    data = _in_locales(yaml.safe_load((folder / "rules.yaml").read_text("utf-8")), locales)
    data["locales"] = list(locales)
    mixer = _Mixer(data["rules"])
    copies = range(max(rules - len(data["rules"]), 0))
    data["rules"] = [*data["rules"][:rules], *map(mixer.rule, copies)]
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    (folder / "rules.yaml").write_text(text, "utf-8")
    return folder


def naive(folder: Path, guide: Guide) -> Path:
    """The guide written without Entregent: a page of Markdown for each rule and message, and two lists."""
    folder.mkdir()
    for name, entries in (("rules", guide.rules), ("messages", guide.messages)):
        pages = folder / "docs" / name
        pages.mkdir(parents=True)
        for entry in entries:
            page = _rule_page(entry, guide) if isinstance(entry, Rule) else _message_page(entry)
            (pages / f"{entry.id}.md").write_text(page, "utf-8")
        links = "\n".join(f"- [{entry.title}]({entry.id}.md)" for entry in entries)
        (pages / "index.md").write_text(f"# {name.capitalize()}\n\n{links}\n", "utf-8")
    (folder / "docs" / "index.md").write_text(f"# {guide.title}\n\n{guide.description}\n", "utf-8")
    (folder / "mkdocs.yml").write_text(NAIVE, "utf-8")
    return folder


def _rule_page(rule: Rule, guide: Guide) -> str:
    """All that a reader of Entregent finds on the page of a rule."""
    many = guide.index.many
    parts = [
        f"# {rule.title}",
        rule.answer,
        f"*{rule.weight}, {rule.moment}, {rule.role}*",
        "## Why",
        rule.why,
    ]
    for title, lines in (("Do", rule.do), ("Do not", rule.dont), ("Exceptions", rule.exceptions)):
        parts += [f"## {title}", _list(lines)] if lines else []
    parts += ["## Customs", rule.customs] if rule.customs else []
    parts += ["## How sure it is", rule.evidence.because] if rule.evidence else []
    parts += [f"> {position.claim}\n>\n> {position.fits}" for position in rule.positions]
    for scenario in many("scenarios", rule.scenarios):
        parts += [f"## {scenario.title}", scenario.situation]
        for title, telling in (("Badly", scenario.goes_wrong), ("Well", scenario.goes_well)):
            said = [f"**{line.who}**: {line.says}" for line in telling.lines]
            parts += [f"### {title}", _list(said), telling.outcome]
    for message in many("messages", rule.messages):
        parts += [f"## [{message.title}](../messages/{message.id}.md)", *_texts(message)]
    related = [f"[{other.title}]({other.id}.md): {other.answer}" for other in many("rules", rule.related)]
    sources = [f"{source.title}: {source.about}" for source in many("sources", rule.sources)]
    return "\n\n".join([*parts, "## See also", _list(related), "## Sources", _list(sources)]) + "\n"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _texts(message: Message) -> list[str]:
    return [f"```text\n{variant.text}\n```" for variant in message.text]


def _message_page(message: Message) -> str:
    return "\n\n".join([f"# {message.title}", message.purpose, *_texts(message)]) + "\n"


def _in_locales(value: Any, locales: tuple[str, ...]) -> Any:
    """Data of the shipped guide without its other languages."""
    if isinstance(value, list):
        return [_in_locales(item, locales) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"fr", "en"}:
        kept = {locale: value[locale] for locale in locales}
        return kept if len(kept) > 1 else next(iter(kept.values()))
    return {key: _in_locales(item, locales) for key, item in value.items()}


class _Mixer:
    """Makes rules whose sentences come from all rules, each from the same key and language."""

    def __init__(self, rules: list[dict[str, Any]]) -> None:
        self._rules = rules
        self._sentences: dict[tuple[object, ...], list[str]] = {}
        for rule in rules:
            self._collect(rule, ())

    def rule(self, number: int) -> dict[str, Any]:
        """A rule of the shape of a shipped one."""
        chance = random.Random(number)  # noqa: S311  (no secret)
        rule = self._rules[number % len(self._rules)]
        return {**self._mixed(rule, (), chance), "id": f"rule-{number}"}

    def _collect(self, value: Any, key: tuple[object, ...]) -> None:
        if isinstance(value, dict):
            for name, item in value.items():
                self._collect(item, (*key, name))
        elif isinstance(value, list):
            for item in value:
                self._collect(item, key)
        elif isinstance(value, str) and key[0] in TEXTS:
            self._sentences.setdefault(key, []).extend(_SENTENCE.split(value))

    def _mixed(self, value: Any, key: tuple[object, ...], chance: random.Random) -> Any:
        if isinstance(value, dict):
            return {name: self._mixed(item, (*key, name), chance) for name, item in value.items()}
        if isinstance(value, list):
            return [self._mixed(item, key, chance) for item in value]
        if key not in self._sentences:
            return value
        count = len(_SENTENCE.split(value))
        return " ".join(chance.choice(self._sentences[key]) for _ in range(count))
