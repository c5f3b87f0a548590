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


def wall(command: list[str], folder: Path) -> float:
    """Seconds that a command takes; raises CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - start


def paired(first: Callable[[], float], second: Callable[[], float]) -> tuple[float, float, float]:
    """Medians of two measurements taken in turn after a warm-up, and of their ratio pair by pair."""
    first(), second()
    pairs = [(first(), second()) for _ in range(RUNS)]
    ratios = [one / other for one, other in pairs]
    return (
        statistics.median(one for one, _ in pairs),
        statistics.median(other for _, other in pairs),
        statistics.median(ratios),
    )


def called(function: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start
