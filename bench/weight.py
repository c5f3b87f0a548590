"""What a phone loads: compressed bytes of the first visit, requests included, and Lighthouse's marks."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response
from tools.chromium import arguments, executable

HERE = Path(__file__).parent
PHONE = {"width": 390, "height": 844}


def first_load(browser: Browser, address: str) -> tuple[int, list[str]]:
    """Bytes on the wire of a visit with an empty cache, headers and workers included; and what was asked."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    answers: list[Response] = []
    context.on("response", lambda answer: answers.append(answer))
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    sizes = [answer.request.sizes() for answer in answers if urlsplit(answer.url).scheme.startswith("http")]
    paths = [urlsplit(answer.url).path for answer in answers]
    context.close()
    return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes), paths


# Without a display Chromium takes its window for hidden, and may draw the first frame a second late.
_AWAKE = (
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
)


def lighthouse(address: str) -> dict[str, int]:
    """Lighthouse's marks (0 to 100) for a page under its phone profile."""
    result = subprocess.run(
        [
            str(HERE / "node_modules/.bin/lighthouse"),
            address,
            "--quiet",
            "--output=json",
            "--output-path=stdout",
            "--only-categories=performance,accessibility,best-practices,seo",
            f"--chrome-flags=--headless=new {' '.join([*arguments(), *_AWAKE])}",
        ],
        env={**os.environ, "CHROME_PATH": executable() or ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return {
        name: round((found["score"] or 0) * 100)
        for name, found in json.loads(result.stdout)["categories"].items()
    }
