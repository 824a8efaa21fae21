"""What took long to make, kept in a folder until it is made of something else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import joblib

T = TypeVar("T")


def kept(folder: Path | None, name: str, of: Any, make: Callable[[Path | None], T]) -> T:
    """What ``make`` returns; from the folder, if there is one, where it was made of the same.

    ``name`` and a hash of ``of`` are its name there. A file is whole or not there at all. ``make``
    gets a path where it may keep how far it has come; what is there is removed when it is done.
    """
    if folder is None:
        return make(None)
    path = folder / f"{name}-{joblib.hash(of, coerce_mmap=True)}.joblib"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        dump_whole(make(unfinished), path)
        unfinished.unlink(missing_ok=True)
    made: T = joblib.load(path)
    return made


def dump_whole(made: Any, path: Path) -> None:
    """The file is what it was until all is written, and then what was made."""
    half = path.with_suffix(f".{os.getpid()}")
    joblib.dump(made, half)
    half.replace(path)
