"""Wall-clock times of commands and functions, in pairs where two are compared."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 7
FEW = 3
"""Runs of what takes long."""
_PEAK = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True); " \
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"  # fmt: skip


def wall(command: list[str], folder: Path, **environment: str) -> float:
    """Seconds that a command takes; raises CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - start


def peak(command: list[str], folder: Path) -> float:
    """The memory, in MiB, that the largest process of a command has at most (Linux counts it in KiB)."""
    asked = [sys.executable, "-c", _PEAK, sys.executable, "-m", *command]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    told = subprocess.run(asked, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE).stdout
    return int(told) / 1024


def paired(
    first: Callable[[], float], second: Callable[[], float], runs: int = RUNS
) -> tuple[float, float, float]:
    """Medians of two measurements taken in turn after a warm-up, and of their ratio pair by pair."""
    first(), second()
    pairs = [(first(), second()) for _ in range(runs)]
    ratios = [one / other for one, other in pairs]
    return (
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(ratios),
    )
