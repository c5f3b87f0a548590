"""One window of a browser, in the words of a reader, whichever engine is behind it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any
from unicodedata import normalize

from pypdf import PdfReader
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.expected_conditions import url_to_be
from selenium.webdriver.support.wait import WebDriverWait

PATIENCE = 10


class Reader:
    """What a reader does and sees; everything that takes time is waited for."""

    def __init__(
        self,
        driver: WebDriver,
        resize: Callable[[int], None],
        pdf: Callable[[], bytes],
        complaints: Callable[[str], list[str]],
    ) -> None:
        self.driver = driver
        self.resize = resize
        self._pdf = pdf
        self.complaints = complaints

    def go(self, address: str) -> None:
        """Open a page."""
        self.driver.get(address)

    def reload(self) -> None:
        """Load the page again, as its reader does and not as the driver, whose reload restores no field."""
        self.run("document.body.dataset.left = ''; location.reload()")
        self.until("document.readyState === 'complete' && !('left' in document.body.dataset)")

    def run(self, script: str, *arguments: object) -> Any:
        """What a script in the page returns."""
        return self.driver.execute_script(script, *arguments)

    def until(self, expression: str, wanted: object = True) -> None:
        """Wait until an expression in the page is what it should be; between two pages it may fail."""
        found: Any = None

        def reached(_: WebDriver) -> bool:
            nonlocal found
            try:
                found = self.run(f"return {expression}")
            except WebDriverException as error:
                found = error
            return bool(found == wanted)

        try:
            WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05).until(reached)
        except TimeoutException:
            raise AssertionError(f"{expression} is {found!r}, not {wanted!r}") from None

    def click(self, selector: str) -> None:
        """Click what a selector finds first, once it is there."""
        self.until(f"Boolean(document.querySelector({selector!r}))")
        element = self.driver.find_element(By.CSS_SELECTOR, selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def click_within(self, selector: str) -> None:
        """Click from within the page: Firefox does not keep a page that its driver has clicked on."""
        self.run("document.querySelector(arguments[0]).click()", selector)

    def type(self, selector: str, text: str) -> None:
        """Type into a field, in place of what it holds."""
        field = self.driver.find_element(By.CSS_SELECTOR, selector)
        field.clear()
        field.send_keys(text)

    def press(self, *keys: str) -> None:
        """Press keys in the element that has the focus."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def follow(self, selector: str) -> None:
        """Follow a link from a page that is whole, and wait for the page that it leads to."""
        # Firefox does not keep a page that still loads something.
        self.wait_until_whole()
        self.run("document.body.dataset.left = ''")
        address = self.run("return document.querySelector(arguments[0]).href", selector)
        # In a task of its own, and then no script until the page is left: the driver listens to the end of a
        # page that runs its scripts, and Firefox does not keep one that somebody listens to.
        self.run(
            "const link = document.querySelector(arguments[0]); setTimeout(() => link.click())", selector
        )
        WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05).until(url_to_be(address))
        self.until("document.readyState", "complete")

    def wait_until_whole(self) -> None:
        """Wait for what a page loads last: Material's script."""
        self.until("Boolean((window.wrappedJSObject ?? window).document$)")

    def back(self, address: str) -> None:
        """Go back, and wait for the page that the browser kept as it was left."""
        self.driver.back()
        self.until("location.href", address)
        self.until("'left' in document.body.dataset")

    def pasted(self) -> str:
        """What is pasted where a text may have several lines."""
        self.run("document.body.prepend(Object.assign(document.createElement('textarea'), {id: 'pasted'}))")
        self.driver.find_element(By.ID, "pasted").send_keys(Keys.CONTROL, "v")
        self.until("document.getElementById('pasted').value !== ''")
        return str(self.run("return document.getElementById('pasted').value"))

    def printed(self) -> list[str]:
        """The text of each printed page."""
        # NFKC takes ligatures apart.
        return [normalize("NFKC", page.extract_text()) for page in PdfReader(io.BytesIO(self._pdf())).pages]
