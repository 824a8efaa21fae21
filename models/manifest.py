"""What lies in the artefacts' folder: each file's hash, and the card of the models."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from models.errors import ModelError

MANIFEST = "manifest.json"
VERSION_LENGTH = 12  # hex digits of the SHA-256 over all hashes; enough to tell models apart
_RETRAIN = "restore the file, or train again with `inbounds models train`"


def write(directory: Path, *, card: dict[str, Any]) -> None:
    """The folder has a manifest of all its files, with the card."""
    files = {
        path.relative_to(directory).as_posix(): _digest(path)
        for path in sorted(directory.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    text = json.dumps({"files": files, "card": card}, indent=2, ensure_ascii=False)
    (directory / MANIFEST).write_text(text + "\n", encoding="utf-8")


def check(directory: Path) -> str:
    """The version of the models in the folder, once every file is what the manifest says.

    Raises ModelError that names the first file that is missing or altered, with both hashes.
    """
    files = _read(directory)["files"]
    for name, expected in files.items():
        path = directory / name
        if not path.is_file():
            raise ModelError(f"{path}: is missing (its SHA-256 should be {expected}); {_RETRAIN}")
        found = _digest(path)
        if found != expected:
            raise ModelError(
                f"{path}: was altered: its SHA-256 is {found}, should be {expected}; {_RETRAIN}"
            )
    listed = json.dumps(files, sort_keys=True).encode()
    return hashlib.sha256(listed).hexdigest()[:VERSION_LENGTH]


def card(directory: Path) -> dict[str, Any]:
    """What the models were trained on, how, and how well they did."""
    found: dict[str, Any] = _read(directory)["card"]
    return found


def _read(directory: Path) -> dict[str, Any]:
    path = directory / MANIFEST
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        is_whole = isinstance(content["files"], dict) and isinstance(content["card"], dict)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: cannot be read ({type(error).__name__}); {_RETRAIN}") from error
    if not is_whole:
        raise ModelError(f"{path}: has no files or no card; {_RETRAIN}")
    return dict(content)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
