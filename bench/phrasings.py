"""Phrasings: clauses with choices in them, so that one line says what hundreds would write.

``data/phrasings/*.txt`` are written like utterances (``bench/utterances.py``), with ``{a|b|}``
where a line may go on in several ways, one of them chosen by chance; choices may stand within
choices.
They teach and never measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from bench.split import DATA
from bench.utterances import Utterance, UtteranceError, read_utterances

PHRASINGS = DATA / "phrasings"
DRAWS = 8  # of each line, fewer where it has not as many ways to go

_CHOICE = re.compile(r"\{([^{}]*)\}")
_SPACES = re.compile(r" {2,}")


def read_phrasings(directory: Path = PHRASINGS) -> list[Utterance]:
    """All lines of the folder's files, choices and all. Raises UtteranceError."""
    phrasings = read_utterances(directory)
    for phrasing in phrasings:
        rest = phrasing.text
        while _CHOICE.search(rest):
            rest = _CHOICE.sub("", rest)
        if set(rest) & set("{|}"):
            raise UtteranceError(f"{phrasing.text!r}: every choice stands in braces, {{like|this}}")
    return phrasings


def composed(phrasings: Sequence[Utterance], *, seed: int) -> Iterator[Utterance]:
    """Some of what each phrasing can say, no text twice; the same for the same seed."""
    chance = Random(seed)  # samples, no secrets  # nosec B311
    for phrasing in phrasings:
        for text in dict.fromkeys(drawn(phrasing.text, chance) for _ in range(DRAWS)):
            yield replace(phrasing, text=text)


def drawn(line: str, chance: Random) -> str:
    """One of the ways in which the line can go."""
    while _CHOICE.search(line):
        line = _CHOICE.sub(lambda choice: chance.choice(choice[1].split("|")), line)
    return _SPACES.sub(" ", line).strip()
