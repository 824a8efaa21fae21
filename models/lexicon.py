"""The words of concepts that a training went by, kept beside the weights that know them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from models.errors import ModelError

Words = Mapping[str, Mapping[str, str]]  # by language and concept: words, parted by commas


def save(path: Path, words: Words) -> None:
    """The words are in the file."""
    path.write_text(json.dumps(words, ensure_ascii=False, indent=0, sort_keys=True), "utf-8")


def load(path: Path) -> Words:
    """The words of a file. Raises ModelError when it holds anything else."""
    try:
        words = json.loads(path.read_text(encoding="utf-8"))
        return {
            str(language): {str(concept): str(listed) for concept, listed in concepts.items()}
            for language, concepts in words.items()
        }
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(
            f"{path}: cannot be read as a lexicon ({type(error).__name__}); "
            "train again with `inbounds models train`"
        ) from error
