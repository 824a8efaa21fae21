"""Teaches the installed models what is new, in a tenth of the time that all of it takes."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import models
from bench.cases import Case
from bench.lessons import Material, lessons
from bench.real_talk import Talk, counts
from bench.split import split_of
from bench.teaching import SEED, languages_of, measure
from bench.utterances import Utterance
from models import CLASSIFIER, LANGUAGES, classifier_training, manifest, network_training
from scanner.road import Scanner

REPLAYED = 3  # old cases for each new one, so that nothing is forgotten
REPLAYED_AGAIN = 2 / 3  # of those, how many are also shown among other sentences

T = TypeVar("T")


def refine(
    cases: Sequence[Case],
    new_ids: frozenset[str],
    base: Path,
    out: Path,
    *,
    utterances: Sequence[Utterance] = (),
    talks: Sequence[Talk] = (),
    seed: int = SEED,
    replayed: float = REPLAYED,
    passes: int = network_training.PASSES_ON,
    share: float = classifier_training.SHARE_ON,
) -> dict[str, Any]:
    """The folder holds the models of ``base``, which have learned the new cases as well.

    Of all that is old, as many are shown again, by chance, as ``replayed`` asks for each new one:
    cases, and utterances likewise. share: how far networks and regressions go from what they were
    to what they would be. Languages are counted anew, which takes seconds. Everything else is as it
    was, so what was split by the ids stays so. Returns the card. The same input and seed make the
    same files. Raises ModelError where base holds no models, ValueError where nothing new is of
    train.
    """
    chance = Random(seed)  # samples, no secrets  # nosec B311
    known = models.load(base)
    train = [case for case in cases if split_of(case.id) == "train"]
    new = [case for case in train if case.id in new_ids]
    if not new:
        raise ValueError("none of the new cases is of the train split; refine with more of them")
    old = _some([case for case in train if case.id not in new_ids], len(new) * replayed, chance)
    given = Material(
        cases=[*new, *old],
        again=[*new, *_some(old, len(old) * REPLAYED_AGAIN, chance)],
        utterances=_some(utterances, len(new) * replayed, chance),
        talks=talks,
    )
    scanner = partial(Scanner.load, artefacts=base)
    taught = lessons(given, scanner, seed=seed)
    classifier = classifier_training.refine(
        known.classifier,
        taught.readings,
        taught.targets,
        folds=taught.folds,
        weights=taught.weights,
        reasons=taught.reasons,
        seed=seed,
        passes=passes,
        share=share,
    )
    dev = [case for case in cases if split_of(case.id) == "dev"]
    card = manifest.card(base)
    step = {
        "from": known.version,
        "new": len(new),
        "replayed": len(old),
        "passes": passes,
        "share": share,
        "real_talks": counts(talks),
        "seed": seed,
    }
    measured = measure(scanner(), classifier, known.entity_finder, dev)
    card = {**card, "refined": [*card.get("refined", ()), step], "dev": measured}
    if out.resolve() != base.resolve():
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(base, out)
    classifier.save(out / CLASSIFIER)
    languages_of(train).save(out / LANGUAGES)
    manifest.write(out, card=card)
    return card


def _some(every: Sequence[T], wanted: float, chance: Random) -> list[T]:
    return chance.sample(every, min(len(every), round(wanted)))
