"""Real talk that somebody else labelled, for those who have some: it teaches, beside ``data/``.

JSON lines with ``text`` and ``label``: chat, ham, job, listing (innocent), spam, scam. Nothing of
it enters the repo; the weights that ship may have learnt from it, and their card names the sets.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from scanner.message import TEXT_MAX_LENGTH
from scanner.verdict import Category

INNOCENT = ("chat", "ham", "job", "listing")
MAY_GIVE_CONTACT = ("job", "listing")  # posts to strangers, who are to write or call
HARMFUL: dict[str, Category] = {"spam": "spam", "scam": "scam"}
MOST_OF_A_SET = 3_000  # lines taken of one set and label; the largest would drown the others


class TalkError(ValueError):
    """A line that is none: where it stands, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One message of a set. ``category`` is None for the innocent."""

    source: str
    text: str
    category: Category | None
    may_give_contact: bool


def read_talks(paths: Sequence[Path], *, seed: int, most: int = MOST_OF_A_SET) -> list[Talk]:
    """Some lines of each set, the same ones for the same files and seed. Raises TalkError."""
    chance = Random(seed)  # samples, no secrets  # nosec B311
    taken: list[Talk] = []
    for path in sorted(paths):
        by_category: dict[Category | None, list[Talk]] = {}
        for talk in _read(path):
            by_category.setdefault(talk.category, []).append(talk)
        for talks in by_category.values():
            taken += chance.sample(talks, min(len(talks), most))
    return taken


def _read(path: Path) -> Iterator[Talk]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                fields = json.loads(line)
                text, label = str(fields["text"]), str(fields["label"])
            except (ValueError, KeyError, TypeError) as error:
                raise TalkError(
                    f"{path.name}, line {number}: write an object with text and label"
                ) from error
            if label in INNOCENT or label in HARMFUL:
                yield Talk(
                    source=path.stem,
                    text=text[:TEXT_MAX_LENGTH],
                    category=HARMFUL.get(label),
                    may_give_contact=label in MAY_GIVE_CONTACT,
                )


def counts(talks: Sequence[Talk]) -> dict[str, int]:
    """How many lines there are of each set, by name, for the card of what has learned from them."""
    return dict(sorted(Counter(talk.source for talk in talks).items()))
