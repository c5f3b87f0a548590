"""The shipped guide, read in a real Chromium.

A page that asks another host for anything, or says anything on the console, fails its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request
from tools.chromium import launched

ROOT = Path(__file__).parents[2]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}

pytestmark = pytest.mark.browser


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as chromium:
        yield chromium


@pytest.fixture
def context_of(browser: Browser, base: str) -> Iterator[Callable[..., BrowserContext]]:
    """Makes contexts that watch what their pages ask for and say."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []
    host = urlsplit(base).netloc

    def asked(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != host:
            faults.append(f"asked another host: {request.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            faults.append(f"console: {message.text}")

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(**{"viewport": PHONE, "locale": "fr-FR", **options})  # type: ignore[arg-type]
        context.on("request", asked)
        context.on("console", said)
        context.on("weberror", lambda error: faults.append(f"error: {error.error}"))
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(context_of: Callable[..., BrowserContext]) -> Page:
    return context_of().new_page()
