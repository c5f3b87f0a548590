"""The bytes of an author's file, or why there are none."""

from __future__ import annotations

from pathlib import Path

from entregent.decoding import MAX_BYTES
from entregent.diagnostics import Words, words


def read(path: Path) -> tuple[bytes, Words | None]:
    """The bytes of an ordinary file, no more of them than it takes to see that it is too large."""
    try:
        if path.is_dir():
            return b"", words("file_is_folder")
        if path.exists() and not path.is_file():
            return b"", words("file_not_regular")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1), None
    except FileNotFoundError:
        return b"", words("file_missing")
    except (OSError, ValueError) as error:
        return b"", words("file_unreadable", reason=getattr(error, "strerror", None) or error)
