"""The shipped guide in Firefox and in WebKit, one window each; `make engines`.

These tests fail where an engine is missing: `python -m tools.engines` installs what Debian has.
"""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.print_page_options import PrintOptions
from selenium.webdriver.firefox.options import Options as FirefoxOptions
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions
from selenium.webdriver.webkitgtk.service import Service
from tools.engines import display

from .marionette import Marionette
from .reader import PATIENCE, Reader

WINDOW = Path(__file__).parent / "webkit_window.py"
HEIGHT = 900
PREFERENCES = """\
user_pref("marionette.port", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.normandy.enabled", false);
"""
CONSOLE = """\
const said = Services.console.getMessageArray();
Services.console.reset();
return said
  .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & 1))
  .filter((message) => message.sourceName.startsWith(arguments[0]))
  .map((message) => message.errorMessage)
"""


@contextmanager
def firefox(folder: Path) -> Iterator[Reader]:
    """A window of Firefox, which says what the site put on its console when the block ends."""
    (folder / "user.js").write_text(PREFERENCES, "utf-8")
    port = folder / "MarionetteActivePort"
    command = ["firefox-esr", "--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
    process = subprocess.Popen(
        [*command, "--profile", str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        waiting = WebDriverWait(port, 30, poll_frequency=0.05)
        number = waiting.until(lambda file: file.exists() and file.read_text("utf-8"))
        connection = Marionette(int(number))
        driver = webdriver.Remote(command_executor=connection, options=FirefoxOptions())
        driver.set_window_rect(0, 0, 1300, HEIGHT + 100)

        def resize(width: int) -> None:
            # Firefox itself cannot be narrower than 500 px, but its view of a page can.
            with connection.chrome():
                driver.execute_script(f"gBrowser.selectedBrowser.style.maxWidth = '{width}px'")

        def pdf() -> bytes:
            paper = PrintOptions()
            paper.page_width, paper.page_height = 21.0, 29.7
            return base64.b64decode(driver.print_page(paper))

        def complaints(base: str) -> list[str]:
            with connection.chrome():
                return list(driver.execute_script(CONSOLE, base))

        yield Reader(driver, resize, pdf, complaints)
        connection.close()
    finally:
        process.terminate()
        process.wait()


@contextmanager
def webkit(folder: Path) -> Iterator[Reader]:
    """A window of WebKitGTK."""
    file = folder / "printed.pdf"
    options = WebKitOptions()
    options.binary_location = str(WINDOW)
    for argument in ("1280", str(HEIGHT), str(file)):
        options.add_argument(argument)
    with display() as screen:
        service = Service("/usr/bin/WebKitWebDriver", env={"DISPLAY": screen, "HOME": str(folder)})
        driver = webdriver.WebKitGTK(options=options, service=service)

        def resize(width: int) -> None:
            driver.set_window_rect(0, 0, width, HEIGHT)

        def pdf() -> bytes:
            driver.execute_script("webkit.messageHandlers.print.postMessage(null)")
            WebDriverWait(file, PATIENCE, poll_frequency=0.05).until(lambda file: file.exists())
            content = file.read_bytes()
            file.unlink()
            return content

        try:
            # WebKit's driver does not give the console away.
            yield Reader(driver, resize, pdf, lambda _: [])
        finally:
            driver.quit()


ENGINES: dict[str, Callable[[Path], Iterator[Reader]]] = {"firefox": firefox, "webkit": webkit}


@pytest.fixture(scope="session", params=[*ENGINES])
def window(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """One window an engine, for all tests."""
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as reader:
        yield reader


@pytest.fixture
def reader(window: Reader, base: str) -> Reader:
    """The window as a reader finds it who was never here, 1280 px wide."""
    window.resize(1280)
    window.go(base)
    window.until("(localStorage.clear(), sessionStorage.clear(), location.href)", base)
    window.until("innerWidth", 1280)
    return window
