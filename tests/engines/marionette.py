"""Firefox driven by Selenium without a driver of its own.

Debian packages no geckodriver. What that program does is to hand WebDriver's commands on to Firefox by
Marionette, Firefox's own protocol: packets of JSON, each after its length and a colon. So does this module.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium.common.exceptions import JavascriptException, WebDriverException
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection

_COMMANDS = {
    Command.NEW_SESSION: "NewSession",
    Command.QUIT: "DeleteSession",
    Command.GET: "Navigate",
    Command.GO_BACK: "Back",
    Command.REFRESH: "Refresh",
    Command.GET_CURRENT_URL: "GetCurrentURL",
    Command.SET_TIMEOUTS: "SetTimeouts",
    Command.SET_WINDOW_RECT: "SetWindowRect",
    Command.W3C_EXECUTE_SCRIPT: "ExecuteScript",
    Command.W3C_EXECUTE_SCRIPT_ASYNC: "ExecuteAsyncScript",
    Command.FIND_ELEMENT: "FindElement",
    Command.FIND_ELEMENTS: "FindElements",
    Command.CLICK_ELEMENT: "ElementClick",
    Command.SEND_KEYS_TO_ELEMENT: "ElementSendKeys",
    Command.CLEAR_ELEMENT: "ElementClear",
    Command.W3C_ACTIONS: "PerformActions",
    Command.PRINT_PAGE: "Print",
    Command.SCREENSHOT: "TakeScreenshot",
    Command.W3C_GET_ACTIVE_ELEMENT: "GetActiveElement",
}


class Marionette(RemoteConnection):
    """A connection of Selenium's that speaks Marionette with the Firefox behind a port."""

    def __init__(self, port: int) -> None:
        super().__init__(client_config=ClientConfig(f"http://127.0.0.1:{port}"))
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._stream = self._socket.makefile("rb")
        self._last = 0
        self._received()

    def execute(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        """What Firefox answers to a command of WebDriver; raises WebDriverException for an error."""
        result = self.send(f"WebDriver:{_COMMANDS[command]}", params)
        return {"value": result["value"] if isinstance(result, dict) and [*result] == ["value"] else result}

    def send(self, name: str, params: dict[str, Any]) -> Any:
        """What Firefox answers to a command of Marionette."""
        self._last += 1
        packet = json.dumps([0, self._last, name, params]).encode()
        self._socket.sendall(b"%d:%b" % (len(packet), packet))
        _, _, error, result = self._received()
        if error:
            kind = JavascriptException if error["error"] == "javascript error" else WebDriverException
            raise kind(f"{error['error']}: {error['message']}")
        return result

    @contextmanager
    def chrome(self) -> Iterator[None]:
        """Scripts run in Firefox itself, and not in its page."""
        self.send("Marionette:SetContext", {"value": "chrome"})
        try:
            yield
        finally:
            self.send("Marionette:SetContext", {"value": "content"})

    def close(self) -> None:
        """Hang up."""
        self._stream.close()
        self._socket.close()

    def _received(self) -> Any:
        length = b""
        while (sign := self._stream.read(1)) != b":":
            if not sign:
                raise WebDriverException("Firefox hung up")
            length += sign
        return json.loads(self._stream.read(int(length)))
