"""Serves a built site on this machine as a plain static host would, compressed, below any path."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/xml")


@contextmanager
def served(site: Path, mount: str = "/") -> Iterator[str]:
    """The address of `site`, below the path `mount`, for as long as the block lasts."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site.resolve(), mount))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{mount}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: Path, mount: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            file = (site / path.removeprefix(mount).lstrip("/")).resolve()
            if file.is_dir():
                file /= "index.html"
            found = path.startswith(mount) and file.is_file() and file.is_relative_to(site)
            self._send(200 if found else 404, file if found else site / "404.html")

        def _send(self, status: int, file: Path) -> None:
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            body = file.read_bytes()
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            if kind.startswith(_COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, 9)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=31536000" if "/assets/" in self.path else "max-age=60")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing; what is asked for is the browser test's business."""

    return Handler
