"""Teaches the scribe: what people dictated in the cases, and what is composed beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench import dictated, dictation
from bench.cases import Case
from bench.split import fold_of, split_of
from bench.training import innocent_texts
from models import SCRIBE, Scribe, manifest, scribe_training
from models.dictation import Writing
from models.scribe_training import Lesson

COMPOSED = 40_000  # texts with a detail told in words, beside those of the cases
INNOCENT_ONE_IN = 8  # of the cases without any detail, how many are shown
INNOCENTS_AROUND = 10_000  # texts whose parts stand around what is composed


def teach(cases: Sequence[Case], *, seed: int, composed: int = COMPOSED) -> Scribe:
    """A scribe that has learned from the cases; the same for the same cases and seed."""
    return scribe_training.fit(lessons(cases, seed=seed, composed=composed), seed=seed)


def lessons(cases: Sequence[Case], *, seed: int, composed: int) -> Iterator[Lesson]:
    """1. What the words of the cases stand for. 2. The cases. 3. Composed texts."""
    shown = [case for case in cases if case.entities or fold_of(case.id, INNOCENT_ONE_IN) == 0]
    of_cases = list(dictation.of_cases(shown))
    # 1. words
    sayings = dictation.learned(detail for given in of_cases for *_, detail in given.details)
    # 2. cases
    yield from (dictation.lesson(given, sayings) for given in of_cases)
    # 3. composed
    around = list(islice(innocent_texts(cases), INNOCENTS_AROUND))
    for given in dictated.told_details(composed, innocents=around, seed=seed):
        yield dictation.lesson(given, sayings)


def measure(scribe: Scribe, cases: Sequence[Case]) -> dict[str, float]:
    """Of the details of the cases that are not told as they are written, how many it writes.

    Of its own accord, told which kinds of details there are; no detector is asked.
    """
    dictations = [
        (given.dictation, detail)
        for given in dictation.of_cases(cases)
        for *_, detail in given.details
        if not detail.is_plain
    ]
    right = [_is_written(scribe.write(given)[0], detail) for given, detail in dictations]
    return {"details": len(right), "written": round(sum(right) / max(1, len(right)), 4)}


def _is_written(writings: Sequence[Writing], detail: dictation.Detail) -> bool:
    """Whether it is there, whatever signs stand between the digits of a number."""
    wanted = {_telling(value) for value in dictation.writings(detail)}
    return any(_telling(it.text) in wanted for it in writings)


def _telling(text: str) -> str:
    digits = "".join(filter(str.isdecimal, text))
    return text if any(map(str.isalpha, text)) else digits


def renew(
    cases: Sequence[Case], base: Path, out: Path, *, seed: int, composed: int = COMPOSED
) -> dict[str, Any]:
    """The folder holds the models of ``base`` with a scribe taught anew. Returns the card.

    What the folder held before is gone. Raises ModelError where base holds no models, ValueError
    where nothing is dictated in the cases.
    """
    card = manifest.card(base)
    train, dev = ([case for case in cases if split_of(case.id) == it] for it in ("train", "dev"))
    taught = teach(train, seed=seed, composed=composed)
    card = {**card, "scribe": {"seed": seed, "dev": measure(taught, dev)}}
    with TemporaryDirectory() as folder:
        new = Path(folder) / "new"
        shutil.copytree(base, new)
        taught.save(new / SCRIBE)
        manifest.write(new, card=card)
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(new, out)
    return card
