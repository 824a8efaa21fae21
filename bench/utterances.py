r"""Utterances: clauses with what they do, many ways of saying each thing, to learn from.

``data/utterances/*.txt`` hold headings, ``## LANG CATEGORY`` or ``## LANG innocent CATEGORY``, and
under each one utterance a line, with ``\n`` where its own lines end. An innocent one has the words
of the category and not its meaning.
They teach and never measure: a clause alone is easier than a message.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.split import DATA
from scanner.verdict import CATEGORIES, Category

UTTERANCES = DATA / "utterances"
HEADING = "## "
INNOCENT = "innocent"
ORDINARY = "ordinary"  # talk of work that is near no category


class UtteranceError(ValueError):
    """A line that is none: where it stands, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A clause. ``category`` is None for the innocent."""

    language: str
    category: Category | None
    text: str


def read_utterances(directory: Path = UTTERANCES) -> list[Utterance]:
    """All utterances of the folder's files, each text once. Raises UtteranceError."""
    found = {
        utterance.text: utterance
        for path in sorted(directory.glob("*.txt"))
        for utterance in _read(path)
    }
    return list(found.values())


def _read(path: Path) -> Iterator[Utterance]:
    language, category = "", None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path.name}, line {number}"
        if line.startswith(HEADING):
            language, category = _heading(line, where)
        elif line.strip():
            if not language:
                raise UtteranceError(f"{where}: begin with a heading: ## en contact.request")
            yield Utterance(language, category, line.strip().replace(r"\n", "\n"))


def _heading(line: str, where: str) -> tuple[str, Category | None]:
    language, *kind = line.removeprefix(HEADING).split()
    named = kind[-1] if kind else ""
    if kind == [INNOCENT, named] and named in (*CATEGORIES, ORDINARY):
        return language, None
    if kind == [named] and named in CATEGORIES:
        return language, named
    raise UtteranceError(
        f"{where}: {line!r} is no heading; write ## LANG CATEGORY or ## LANG innocent CATEGORY"
    )
