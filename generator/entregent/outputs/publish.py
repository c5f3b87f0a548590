"""A folder that is replaced by another in one step, so that it is always whole: the old one or the new one.

The new folder grows in a staging folder beside the old one and takes its place when it is complete. A folder
that Entregent did not make is never replaced: every build leaves a mark in what it makes.
"""

from __future__ import annotations

import ctypes
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

MARK = ".entregent"
"""Name of the file by which a folder is known for one that may be replaced."""
MARKED = b"Entregent made this folder, and replaces it at every build.\n"

_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


class NotOursError(click.ClickException):
    """The folder holds files and bears no mark: somebody else's, perhaps."""


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to build a folder at, which takes the place of `target` if the block ends without an exception.

    Hidden files of the old folder, such as `.git`, are copied into the new one, as MkDocs leaves them alone.
    Raises NotOursError for a folder that must not be replaced, and OSError where none can be written.
    """
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise NotOursError(
            f"{target} holds files that Entregent did not make, and a build would replace them all. "
            "Name another folder with -d, or delete that one yourself."
        )
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}-being-built-"
    _remove_what_was_left(target.parent, prefix)
    # Named before it is made: a signal that ends the program may come in between.
    staging = target.parent / f"{prefix}{os.getpid()}-{secrets.token_hex(4)}"
    try:
        staging.mkdir()
        new = staging / "new"
        yield new
        _make_readable(new)
        _keep_hidden_files(target, new)
        _put_in_place(new, target, staging / "old")
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _remove_what_was_left(folder: Path, prefix: str) -> None:
    """Remove the staging folders of builds that were killed: those whose process is no more."""
    for left in folder.glob(f"{prefix}*"):
        # A process of somebody else is running too, and a name without a number is not ours.
        with suppress(OSError, ValueError):
            try:
                os.kill(int(left.name.removeprefix(prefix).partition("-")[0]), 0)
            except ProcessLookupError:
                shutil.rmtree(left, ignore_errors=True)


def _make_readable(folder: Path) -> None:
    """The same modes whatever the umask: a server has to read what was built."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _keep_hidden_files(old: Path, new: Path) -> None:
    for hidden in old.glob(".*"):
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
        library = ctypes.CDLL(None)
        exchange = library.renameatx_np if sys.platform == "darwin" else library.renameat2
    except (AttributeError, OSError, TypeError):
        return False
    # The numbers of folders that a relative path would begin in are not looked at: these are absolute.
    return not exchange(0, bytes(one), 0, bytes(other), _EXCHANGE)
