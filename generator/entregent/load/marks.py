"""What commands have marked, kept in files beside rules.yaml: rules.translations.json, rules.base.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


def beside(rules: Path, what: str) -> Path:
    """The file of the marks of a guide: `rules.base.json` for `rules.yaml` and `base`."""
    return rules.with_suffix(f".{what}.json")


def read_marks(file: Path, form: type[T]) -> T | None:
    """The marks in a file; None where there is no such file or it holds something else."""
    try:
        return TypeAdapter(form).validate_json(file.read_bytes())
    except (OSError, ValueError):
        return None


def write_marks(file: Path, marks: Any) -> None:
    """Put marks into their file, in an order that later ones change in few lines; raises OSError."""
    text = json.dumps(marks, ensure_ascii=False, indent=1, sort_keys=True)
    file.write_text(f"{text}\n", "utf-8")
