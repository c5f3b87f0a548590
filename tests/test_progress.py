"""A build says how far it is to somebody who waits for it at a terminal, and to nobody else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from conftest import lay_out, run


def test_a_terminal_is_told(tmp_path: Path) -> None:
    lay_out(tmp_path)
    terminal, end = os.openpty()
    subprocess.run(
        [sys.executable, "-m", "entregent", "build"], cwd=tmp_path, stderr=end, check=True, timeout=60
    )
    os.close(end)
    told = os.read(terminal, 100_000).decode()
    assert re.search(r"fr \d+/(\d+|…)   en \d+/(\d+|…)", told), told
    assert told.endswith("\r\x1b[K"), "the line is taken away again"


def test_a_pipe_is_not(tmp_path: Path) -> None:
    lay_out(tmp_path)
    result = run("entregent", "build", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
