"""Trains the models from labelled cases, and measures them beside what needs no training."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import average_precision_score

from bench import generator
from bench.cases import Case
from bench.split import split_of
from bench.training import (
    CLASSIFIER_LABELS,
    classifier_examples,
    entity_samples,
    innocent_texts,
)
from models import (
    CLASSIFIER,
    ENTITY_FINDER,
    Classifier,
    EntityFinder,
    classifier_training,
    entity_finder_training,
    manifest,
)
from models.entity_finder import Entity, Sample

SEED = 20_261_124
GENERATED = 7_000  # samples composed for the entity finder, beside the cases
CASE_WEIGHT = 4  # how often a case is seen for each time that a composed sample is
PASSES = 8  # over all samples
DIGITS = 4

_WORDS = re.compile(  # the baseline: what a first block list would hold
    r"whatsapp|telegram|skype|paypal|outside|directly|call me|google|fee|deposit|review|password",
    re.IGNORECASE,
)
_SHAPES = re.compile(  # likewise: plain addresses, links and numbers
    r"(?P<EMAIL>[\w.+-]+@[\w-]+\.[\w.]+)|(?P<URL>https?://\S+)|(?P<PHONE>\+?\d[\d ()-]{7,}\d)"
)


def teach(
    cases: Sequence[Case],
    out: Path,
    *,
    seed: int = SEED,
    generated: int = GENERATED,
    passes: int = PASSES,
) -> dict[str, Any]:
    """The folder holds models trained on the train split, with their card, which is returned.

    The same cases and seed make the same files. What the folder held before is gone.
    """
    train = [case for case in cases if split_of(case.id) == "train"]
    dev = [case for case in cases if split_of(case.id) == "dev"]
    texts, targets = classifier_examples(train)
    classifier = classifier_training.fit(texts, targets, labels=CLASSIFIER_LABELS, seed=seed)
    composed = generator.samples(generated, innocents=innocent_texts(train), seed=seed)
    shown = list(entity_samples(train))
    samples = [*shown * CASE_WEIGHT, *composed]
    finder = entity_finder_training.fit(samples, passes=passes, seed=seed)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    classifier.save(out / CLASSIFIER)
    finder.save(out / ENTITY_FINDER)
    card = {
        "trained_on": "data/cases, the train split, and composed details (data/generator.toml)",
        "seed": seed,
        "cases": {"train": len(train), "dev": len(dev)},
        "samples": {"cases": len(shown), "composed": len(composed)},
        "dev": measure(classifier, finder, dev),
    }
    manifest.write(out, card=card)
    return card


def measure(classifier: Classifier, finder: EntityFinder, cases: Sequence[Case]) -> dict[str, Any]:
    """Average precision of each label, F1 of the finder; each beside what needs no training."""
    texts, targets = classifier_examples(cases)
    probabilities = classifier.probabilities(texts)
    listed = np.array([len(_WORDS.findall(text)) for text in texts], float)
    labels = {}
    for index, label in enumerate(classifier.labels):
        is_known = ~np.isnan(targets[:, index])
        target = targets[is_known, index]
        if not target.any():
            continue
        labels[label] = {
            "average_precision": _round(
                average_precision_score(target, probabilities[is_known, index])
            ),
            "word_list": _round(average_precision_score(target, listed[is_known])),
            "chance": _round(target.mean()),
            "cases": int(target.sum()),
        }
    samples = list(entity_samples(cases))
    found = finder.entities([sample.text for sample in samples])
    plain = [
        [Entity(match.lastgroup, *match.span()) for match in _SHAPES.finditer(sample.text)]  # type: ignore[arg-type]
        for sample in samples
    ]
    return {
        "labels": labels,
        "entities": {
            "f1": _f1(samples, found),
            "patterns": _f1(samples, plain),
        },
    }


def _f1(samples: Sequence[Sample], found: Sequence[Sequence[Entity]]) -> float:
    """Of entities; one is right when it overlaps one of its label that is not taken yet."""
    right = expected = proposed = 0
    for sample, entities in zip(samples, found, strict=True):
        left = list(sample.entities)
        expected += len(left)
        proposed += len(entities)
        for entity in entities:
            met = next((it for it in left if _is_same(it, entity)), None)
            if met is not None:
                left.remove(met)
                right += 1
    return _round(2 * right / max(1, expected + proposed))


def _is_same(left: Entity, right: Entity) -> bool:
    return left.label == right.label and left.start < right.end and right.start < left.end


def _round(value: float) -> float:
    return round(float(value), DIGITS)
