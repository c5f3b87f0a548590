"""Takes the README's pictures of the built site; `make screenshot`."""

from __future__ import annotations

from pathlib import Path

from tools.chromium import launched
from tools.static_server import served

ROOT = Path(__file__).parents[1]
PICTURES = (
    ("home", "en/index.html", 1280, 860, "light"),
    ("rule", "rules/names-are-lent.html", 390, 860, "light"),
    ("search", "search.html?q=comment+refuser+poliment", 390, 860, "light"),
    ("scene", "scenarios/friend-of-x.html", 390, 860, "dark"),
)


def main() -> None:
    target = ROOT / "screenshots"
    target.mkdir(exist_ok=True)
    with served(ROOT / "site") as address, launched() as browser:
        for name, path, width, height, scheme in PICTURES:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )
            page.goto(f"{address}{path}", wait_until="networkidle")
            page.screenshot(path=target / f"{name}.png")
            page.close()


if __name__ == "__main__":
    main()
