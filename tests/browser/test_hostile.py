"""A guide whose every text would like to be markup, in a real browser: nothing runs, loads or appears."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tools.static_server import served

from conftest import run
from entregent.guide.declarations import TextKind
from rewritten import rewritten, write

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><script src=https://evil.example/x.js></script>',
    "' onmouseover='alert(1)",
    "</title></head><body onload=alert(1)>",
    "</textarea></script><script>alert(1)</script>",
    "<!-- --!><iframe src=https://evil.example></iframe>",
    "[a](javascript:alert(1)) [b](JaVa\tScRiPt:alert(1)) [c](data:text/html,<script>alert(1)</script>)",
    "[d](&#106;avascript:alert(1)) [e](//evil.example) <javascript:alert(1)>",
    "![f](https://evil.example/x.png) [g]: https://evil.example",
    "{: onclick=alert(1) } { #x .y onclick=alert(1) }",
    '--8<-- "mkdocs.yml"',
    "{{ config }} {% raw %} {{ ''.__class__.__mro__ }} ${7*7} #{7*7}",
    "&lt;script&gt;alert(1)&lt;/script&gt; \\<b\\> `<b>`",
    "||| !!! note ::: === *** ___ ``` ~~~",
)
WORD = "zebra"
SHORT = " ".join((WORD, *PAYLOADS[1:6:2], PAYLOADS[11]))
"""For names and keywords, which have to be short."""
LANGUAGES = (("fr", "en"), ("de", "ar", "br"))
DANGEROUS = (
    "script, img, iframe, object, embed, svg, form, style, link, meta, base, video, audio, input, template"
)


def laden(locales: Sequence[str], payload: str) -> dict[str, Any]:
    """A guide with `payload` at the end of every text, whatever its key."""
    short = SHORT if payload != WORD else WORD

    def say(text: str, kind: TextKind, key: str, locale: str) -> str:
        brief = kind is TextKind.TYPED or key in ("name", "author", "title")
        return f"{text} {short if brief else payload}"

    data = rewritten("small.yaml", locales, say)
    for fact in data["facts"]:
        fact["limit"]["characters"] = 100_000
    for placeholder in data["placeholders"]:
        placeholder["longest"] = 2000
    return data


def site(folder: Path, locales: Sequence[str], payload: str) -> Path:
    folder.mkdir()
    write(folder, laden(locales, payload), ': {edit_url: "https://host.example/#L{line}"}')
    # The links among the payloads are faults; here, what would happen if one slipped through.
    (folder / "unchecked.py").write_text(
        "from entregent import checks\n\nchecks.checked.__defaults__ = ((),)\n", "utf-8"
    )
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [unchecked.py]\n")
    result = run("entregent", "build", cwd=folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="module", params=LANGUAGES, ids="-".join)
def sites(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str, list[str]]]:
    folder = tmp_path_factory.mktemp("hostile")
    hostile = site(folder / "hostile", request.param, f"{WORD} {' '.join(PAYLOADS)}")
    harmless = site(folder / "harmless", request.param, WORD)
    # The error page asks for its files at the site's public address, which this server does not have.
    found = (path.relative_to(harmless).as_posix() for path in harmless.rglob("*.html"))
    pages = sorted(path for path in found if not path.endswith("404.html"))
    both = folder / "both"
    both.mkdir()
    shutil.move(hostile, both / "hostile")
    shutil.move(harmless, both / "harmless")
    with served(both) as address:
        yield f"{address}hostile/", f"{address}harmless/", pages


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    faults: list[str] = []
    context = browser.new_context()
    context.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
    context.on("request", lambda request: faults.append(request.url) if "evil" in request.url else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield context.new_page(), faults
    context.close()


def elements(page: Page) -> list[str]:
    # Material's script adds icons of its own once it runs. A former address has led on by then.
    page.wait_for_selector("html.js")
    found: list[str] = page.eval_on_selector_all(DANGEROUS, "all => all.map(one => one.localName)")
    return sorted(found)


def test_nothing_runs_loads_or_appears(
    sites: tuple[str, str, list[str]], watched: tuple[Page, list[str]]
) -> None:
    hostile, harmless, pages = sites
    page, faults = watched
    assert len(pages) > 25
    for path in pages:
        page.goto(harmless + path)
        wanted = elements(page)
        page.goto(hostile + path)
        assert elements(page) == wanted, path
        scripts = "all => all.flatMap(one => one.getAttributeNames()).filter(name => name.startsWith('on'))"
        assert page.eval_on_selector_all("*", scripts) == [], path
        links: list[str] = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
        # A link to another site is what an author may write; nothing may follow it by itself.
        allowed = ("http://127.0.0.1", "https://evil.example/", "https://host.example", "https://example.org")
        assert [link for link in links if not link.startswith((*allowed, "mailto:"))] == [], path
    assert faults == []


def test_nothing_appears_in_the_search(
    sites: tuple[str, str, list[str]], watched: tuple[Page, list[str]]
) -> None:
    page, faults = watched
    page.goto(f"{sites[0]}index.html")
    page.locator(".home-search").click()
    page.keyboard.type(WORD)
    expect(page.locator(".search-result").first).to_be_visible()
    made = "all => [...new Set(all.map((one) => one.tagName))].sort().join()"
    found = page.eval_on_selector_all(".search-results *", made)
    assert found in ("A,LI,MARK,SPAN", "A,LI,SPAN")
    assert faults == []


def test_an_injected_script_would_not_run(browser: Browser, base: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{base}index.html")
        refused = page.evaluate(
            """() => new Promise((resolve) => {
                document.addEventListener("securitypolicyviolation", (e) => resolve(e.violatedDirective));
                document.body.insertAdjacentHTML("beforeend", "<img src=data:, onerror='window.ran = true'>");
            })"""
        )
        assert refused.startswith("script-src")
        assert page.evaluate("window.ran") is None


def test_every_page_has_a_strict_policy(built: Path) -> None:
    for path in built.rglob("*.html"):
        text = path.read_text("utf-8")
        assert re.search("script-src (&#39;self&#39;|'self')[;\"]", text), path
        assert "unsafe" not in text.partition("Content-Security-Policy")[2][:400]


def test_the_palette_is_there_from_the_first_frame(page: Page, base: str) -> None:
    page.goto(base)
    page.locator(".eg-palette").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.route("**/bundle.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.evaluate("document.body.dataset.seen = ''")
    page.goto(f"{base}sources/index.html", wait_until="commit")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
