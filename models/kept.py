"""What took long to make, kept in a folder until it is made of something else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import joblib

T = TypeVar("T")


def kept(folder: Path | None, name: str, of: Any, make: Callable[[], T]) -> T:
    """What ``make`` returns; from the folder, if there is one, where it was made of the same.

    ``name`` and a hash of ``of`` are its name there. A file is whole or not there at all.
    """
    if folder is None:
        return make()
    path = folder / f"{name}-{joblib.hash(of, coerce_mmap=True)}.joblib"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}")
        joblib.dump(make(), half)
        half.replace(path)
    made: T = joblib.load(path)
    return made
