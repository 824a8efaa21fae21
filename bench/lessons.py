"""What the classifier learns from: cases, clauses and real talk, read by the road and labelled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import filterfalse
from pathlib import Path
from random import Random
from typing import Any

import joblib
import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray

from bench.cases import Case
from bench.excerpts import excerpted
from bench.real_talk import Talk
from bench.sequels import Sequels
from bench.split import fold_of
from bench.surroundings import Surroundings
from bench.training import (
    reasons_of,
    reasons_of_others,
    targets_of,
    targets_of_talks,
    targets_of_utterances,
)
from bench.utterances import Utterance
from bench.wrappings import wrapped
from models import Reading
from models.classifier_training import FOLDS, TEACHES_ONLY
from models.kept import kept as kept_or_made
from scanner.message import Context, Message
from scanner.road import INSTALLATION, Scanner

UTTERANCE_WEIGHT = 0.7  # beside 1 for a case: a clause is easier than a message
SURROUNDED_WEIGHT = 0.6  # of a case among other sentences, perhaps after one, beside itself
TALK_SHARE = 0.1  # of all that counts, what messages of real talk count together, and at most
TALK_MAX_WEIGHT = 1.5  # each; nobody has read them one by one
SAID_BY_SOMEBODY = 0.75  # of utterances, of real talk, and of cases that are shown again
BATCH_LENGTH = 64  # messages read at once
PART_LENGTH = 4_000  # messages read by one process with models of its own
SHARES = 8  # of the cases, by their ids; each network leaves one out (ADR 56)
# What decides how a message is read, beside the words that the scanner is made with.
READS = (
    *("scanner/**/*.py", "rules/*.toml", "models/reading.py", "models/scripts.py"),
    *("models/vocabulary.py", "models/languages.py", "models/countries.py"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What is taught. ``again``: those of the cases that are also shown among other sentences."""

    cases: Sequence[Case]
    again: Sequence[Case]
    utterances: Sequence[Utterance] = ()
    talks: Sequence[Talk] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """The same as the classifier gets it; ``models.classifier_training.fit`` tells the shapes."""

    readings: list[Reading]
    targets: NDArray[np.float64]
    folds: NDArray[np.int64]
    weights: NDArray[np.float64]
    reasons: NDArray[np.float64]


def lessons(
    given: Material,
    scanner: Callable[[], Scanner],
    *,
    seed: int,
    beside: Sequence[Any] = (),
    kept: Path | None = None,
) -> Lessons:
    """The material, read in as many processes as there are processors.

    scanner: makes what reads, in each of them. beside: what joblib shall do at the same time. kept:
    a folder for what has been read, which is taken from there when the same reads the same again.
    """
    cases, utterances, talks = given.cases, given.utterances, given.talks
    around = Surroundings(cases, utterances, seed=seed)
    later = Sequels(cases, seed=seed)
    again = wrapped(later.of_cases(around.of_cases(given.again)), seed=seed)
    again = excerpted(zip(given.again, again, strict=True), seed=seed)
    shown = [*cases, *_by_somebody_or_not(again, seed=seed)]
    spoken = [utterance.text for utterance in around.of_utterances(utterances)]
    told = [*spoken, *(talk.text for talk in talks)]
    messages = [*(case.message for case in shown), *(Message(text=text) for text in told)]
    parts = [messages[at : at + PART_LENGTH] for at in range(0, len(messages), PART_LENGTH)]
    tasks = [*beside, *(delayed(_read_part)(scanner, part, kept) for part in parts)]
    read_parts = Parallel(n_jobs=-1)(tasks)[len(beside) :]
    readings = [reading for part in read_parts for reading in part]
    of_cases, alone = readings[: len(shown)], readings[len(shown) :]
    share_of = [fold_of(case.id, SHARES) for case in shown]
    folds = [share if share < FOLDS else TEACHES_ONLY for share in share_of]
    targets = targets_of(shown), targets_of_utterances(utterances), targets_of_talks(talks)
    weights = np.repeat(
        [1.0, SURROUNDED_WEIGHT, UTTERANCE_WEIGHT],
        [len(cases), len(given.again), len(utterances)],
    )
    return Lessons(
        readings=[*of_cases, *_somewhere(alone, of_cases, seed=seed)],
        targets=np.vstack(targets),
        folds=np.array([*folds, *[TEACHES_ONLY] * len(alone)]),
        weights=np.append(weights, _of_talks(weights.sum(), len(talks))),
        reasons=np.vstack([reasons_of(shown), reasons_of_others([*utterances, *talks])]),
    )


def read(scanner: Scanner, messages: Sequence[Message]) -> list[Reading]:
    """What the classifier gets to read of each message. Raises RuntimeError where a step broke."""
    readings: list[Reading] = []
    for start in range(0, len(messages), BATCH_LENGTH):
        batch = messages[start : start + BATCH_LENGTH]
        for message, reading in zip(batch, scanner.readings(batch), strict=True):
            if reading is None:
                raise RuntimeError(f"message {message.id}: a step broke; scan it to see which")
            readings.append(reading)
    return readings


def _of_talks(others: float, count: int) -> NDArray[np.float64]:
    """The weights of so many messages of real talk beside others that weigh this together."""
    wanted = others * TALK_SHARE / (1 - TALK_SHARE)
    return np.full(count, min(TALK_MAX_WEIGHT, wanted / max(1, count)))


def _read_part(
    scanner: Callable[[], Scanner], messages: Sequence[Message], kept: Path | None
) -> list[Reading]:
    def make(_unfinished: Path | None) -> list[Reading]:
        return read(scanner(), messages)

    return kept_or_made(kept, "readings", (_reads(), scanner, messages), make)


@cache
def _reads() -> str:
    """A hash of all that decides how a message is read."""
    paths = sorted(path for shape in READS for path in INSTALLATION.glob(shape))
    return str(joblib.hash([path.read_bytes() for path in paths]))


def _by_somebody_or_not(cases: Iterable[Case], *, seed: int) -> Iterator[Case]:
    """The cases, some of those without a talk as they come from whom nobody asked who speaks where.

    Were only real talk like that, the lack itself would speak for innocence.
    """
    chance = Random(seed)  # samples, no secrets  # nosec B311
    for case in cases:
        is_known = bool(case.message.history) or chance.random() < SAID_BY_SOMEBODY
        yield case if is_known else _by_nobody(case)


def _by_nobody(case: Case) -> Case:
    message = case.message
    context = replace(message.context, sender_role=None, surface=Context().surface)
    return replace(case, message=replace(message, context=context))


def _somewhere(
    alone: Sequence[Reading], readings: Sequence[Reading], *, seed: int
) -> Iterator[Reading]:
    """Each of a text alone as if said by somebody somewhere, as the cases are; or by nobody.

    Nobody knows who said it where. Left out, that itself would tell it from a case.
    """
    chance = Random(seed)  # samples, no secrets  # nosec B311
    places = [tuple(filter(_is_place, reading.around)) for reading in readings]
    for reading in alone:
        if chance.random() < SAID_BY_SOMEBODY:
            around = (*chance.choice(places), *filterfalse(_is_place, reading.around))
            yield replace(reading, around=around)
        else:
            yield reading


def _is_place(name: str) -> bool:
    return name.startswith(("role ", "surface "))
