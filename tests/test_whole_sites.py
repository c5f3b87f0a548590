"""What check accepts is built: guides of random texts in any script, one to five languages, missing parts."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from conftest import run
from entregent.diagnostics import GuideError
from entregent.guide.declarations import TextKind
from entregent.guide.fields import NAME_MAX_LENGTH
from entregent.load import load
from rewritten import rewritten, write

pytestmark = pytest.mark.slow

SCRIPTS = (
    "Ça, où ? « œuvre »",
    "Ωμέγα и кириллица",
    "مرحبا بكم",
    "שלום עולם",
    "नमस्ते दुनिया",
    "สวัสดีชาวโลก",
    "名刺を渡す",
    "안녕하세요",
    "👩🏽‍🚀 😀 ❤️ 🇨🇦",
    "e\u0301 a\u0300\u0323 ﷽ \u0301",
    "x" * 1500,
    "one\ntwo\r\nthree\n\nfour",
    "a\u00adb\u200bc\u2060d\u00a0e\u202ff",
    "<b>&amp;</b> *a* _b_ `c` # 1. - > | $x$ \\ ~~ {{ x }}",
)
WORDS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20)
LOCALES = ("fr", "en", "de", "ar", "ja", "fr-CA", "pt-BR", "br", "tlh")
OPTIONAL = ("scenarios", "messages", "facts", "checklists", "sources", "synonyms", "copyright", "updated")
KEPT = ("choices", "example", "default")
"""Keys whose texts have to agree with each other."""


def say(texts: list[str], seed: int) -> Any:
    chance = random.Random(seed)  # noqa: S311  (no secret)

    def said(text: str, kind: TextKind, key: str, locale: str) -> str:
        drawn = chance.choice(texts)
        if kind is TextKind.TYPED or key in KEPT:
            return text
        if kind is TextKind.SENT:
            return f"{text} {re.sub(r'[][{}]', '', drawn)[:60]}"
        return f"{drawn} x"[-NAME_MAX_LENGTH:] if key in ("name", "author", "title") else f"x {drawn}"

    return said


def without(data: dict[str, Any], parts: set[str]) -> dict[str, Any]:
    """The guide without these parts, and without what refers to them."""
    parts |= {"facts"} if "sources" in parts else set()
    parts |= {"placeholders"} if "messages" in parts else set()
    entries = [*data["rules"], *data.get("scenarios", [])]
    for entry in entries:
        for part in parts:
            entry.pop(part, None)
    return {key: value for key, value in data.items() if key not in parts}


@settings(
    max_examples=8,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(
    texts=st.lists(st.sampled_from(SCRIPTS) | WORDS, min_size=3, max_size=12),
    locales=st.lists(st.sampled_from(LOCALES), min_size=1, max_size=5, unique=True),
    missing=st.sets(st.sampled_from(OPTIONAL), max_size=4),
    directories=st.booleans(),
    seed=st.integers(0, 1000),
)
def test_what_check_accepts_is_built(
    texts: list[str],
    locales: list[str],
    missing: set[str],
    directories: bool,
    seed: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("guide")
    data = rewritten("small.yaml", locales, say(texts, seed))
    for fact in data["facts"]:
        fact["limit"]["characters"] = 5000
    write(folder, without(data, missing), ': {edit_url: "https://host.example/#L{line}"}')
    mkdocs_yml = folder / "mkdocs.yml"
    mkdocs_yml.write_text(
        mkdocs_yml.read_text("utf-8").replace("urls: false", f"urls: {directories}".lower())
    )
    try:
        load(folder / "rules.yaml")
    except GuideError:
        assume(False)
    built_whole(folder, locales)


def built_whole(folder: Path, locales: list[str]) -> None:
    assert run("entregent", "check", cwd=folder).returncode == 0
    result = run("entregent", "build", cwd=folder)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    pages = {
        locale: {path.relative_to(home).as_posix() for path in home.rglob("*.html")}
        for locale in locales
        if (home := folder / "site" / ("" if locale == locales[0] else locale))
    }
    for locale in locales[1:]:
        own = pages[locale]
        assert own
        assert own <= pages[locales[0]]
    strict = run("mkdocs", "build", "--strict", "--quiet", cwd=folder)
    # A sign that no font has is worth a notice, and a notice ends a strict build.
    assert strict.returncode == ("is left out" in strict.stderr + result.stderr), strict.stderr
    assert "Traceback" not in strict.stderr
