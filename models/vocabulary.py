"""The words that are known, and how often each stood in what the models have learned from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from models.errors import ModelError

COUNT_MIN = 3  # of a word that is kept; what is rarer is a name or a slip as often as a word
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")

Vocabulary = Mapping[str, int]  # by word, in lower case; the commonest first


def count(texts: Iterable[str]) -> Vocabulary:
    """The words of the texts that stand there often enough."""
    counted = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    common = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return {word: times for word, times in common if times >= COUNT_MIN}


def save(path: Path, vocabulary: Vocabulary) -> None:
    """The words are in the file, one a line."""
    lines = (f"{word}\t{times}\n" for word, times in vocabulary.items())
    path.write_text("".join(lines), encoding="utf-8")


def load(path: Path) -> Vocabulary:
    """The words of a file. Raises ModelError when it holds anything else."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return {word: int(times) for word, _, times in (line.partition("\t") for line in lines)}
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{path}: cannot be read as a vocabulary ({type(error).__name__}); "
            "train again with `inbounds models train`"
        ) from error
