"""A folder that is replaced by another in one step, so that it is always whole: the old one or the new one.

The new folder grows in a staging folder beside the old one and takes its place when it is complete. A folder
that Entregent did not make is never replaced: every build leaves a mark in what it makes.
"""

from __future__ import annotations

import ctypes
import os
import re
import secrets
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

MARK = ".entregent"
"""Name of the file by which a folder is known for one that may be replaced."""
MARKED = b"Entregent made this folder, and replaces it at every build.\n"

_FOLDER_MODE, _FILE_MODE = 0o755, 0o644
_AT_WORKING_FOLDER = -100
_EXCHANGE = 2
_SWAP = 2


class NotOursError(Exception):
    """The folder holds files and bears no mark: somebody else's, perhaps."""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to build a folder at, which takes the place of `target` if the block ends without an exception.

    Hidden files of the old folder, such as `.git`, are copied into the new one, as MkDocs leaves them alone.
    Raises NotOursError for a folder that must not be replaced, and OSError where none can be written.
    """
    target = target.resolve()
    _refuse_what_is_not_ours(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_what_was_left(target)
    with _ended_by_exception():
        # Named before it is made: the signal may come in between.
        staging = target.parent / f"{_prefix(target)}{os.getpid()}-{secrets.token_hex(4)}"
        try:
            staging.mkdir()
            new = staging / "new"
            yield new
            _make_readable(new)
            _keep_hidden_files(target, new)
            _put_in_place(new, target, staging / "old")
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _refuse_what_is_not_ours(target: Path) -> None:
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise NotOursError(target)


def _prefix(target: Path) -> str:
    return f".{target.name}-being-built-"


def _remove_what_was_left(target: Path) -> None:
    """Remove the staging folders of builds that were killed."""
    for left in target.parent.glob(f"{_prefix(target)}*"):
        found = re.match(r"\d+", left.name.removeprefix(_prefix(target)))
        if found and not _is_running(int(found[0])):
            shutil.rmtree(left, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _make_readable(folder: Path) -> None:
    """The same modes whatever the umask: a server has to read what was built."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(_FOLDER_MODE if path.is_dir() else _FILE_MODE)


def _keep_hidden_files(old: Path, new: Path) -> None:
    for hidden in old.glob(".*") if old.is_dir() else ():
        if (new / hidden.name).exists():
            continue
        if hidden.is_dir() and not hidden.is_symlink():
            shutil.copytree(hidden, new / hidden.name, symlinks=True)
        else:
            shutil.copy2(hidden, new / hidden.name, follow_symlinks=False)


def _put_in_place(new: Path, target: Path, aside: Path) -> None:
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        # Two steps, where the system has no way to do it in one.
        target.rename(aside)
        try:
            new.rename(target)
        except OSError:
            aside.rename(target)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Have two folders change places at once; False where the system or the disk has no means for it."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _SWAP) == 0)
        return bool(
            library.renameat2(_AT_WORKING_FOLDER, names[0], _AT_WORKING_FOLDER, names[1], _EXCHANGE) == 0
        )
    except (AttributeError, OSError, TypeError):
        return False


@contextmanager
def _ended_by_exception() -> Iterator[None]:
    """Lets the signal that asks a program to end do so by an exception, so that nothing is left behind."""

    def leave(_signal: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + signal.SIGTERM)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
