"""Firefox and WebKit, as Debian packages them, and a screen for them.

`python -m tools.engines` installs what is missing where it may, else says what to install and ends with
exit code 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROGRAMS = {
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
    "openbox": "openbox",
}
_BINDINGS = "gir1.2-webkit2-4.1", "python3-gi"
_TYPELIB = "girepository-1.0/WebKit2-4.1.typelib"


def missing() -> list[str]:
    """Debian's names of the packages that are still to be installed."""
    programs = [package for program, package in _PROGRAMS.items() if shutil.which(program) is None]
    return programs if any(Path("/usr/lib").glob(f"*/{_TYPELIB}")) else [*programs, *_BINDINGS]


def install(packages: list[str]) -> None:
    """Install packages by the means this machine has."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], check=False)
        command = ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages]
        subprocess.run(command, check=False, env=quiet)


@contextmanager
def display() -> Iterator[str]:
    """The name of a screen that nobody sees, with a window manager, without which no window has the focus."""
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL)
    try:
        yield name
    finally:
        for process in (manager, screen):
            process.terminate()
            process.wait()


if __name__ == "__main__":
    if packages := missing():
        install(packages)
    if packages := missing():
        print(f"install these packages (Debian's names) and run this again: {' '.join(packages)}")
        sys.exit(1)
