"""Trains the models from labelled cases, and measures them beside what needs no training."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from joblib import delayed
from phonenumbers import parse, region_code_for_number
from sklearn.metrics import average_precision_score

import models
from bench import generator, scribing
from bench.cases import Case
from bench.concepts import read_concepts
from bench.lessons import Material, lessons, read
from bench.real_talk import Talk, counts
from bench.split import split_of
from bench.training import (
    entity_samples,
    innocent_texts,
    targets_of,
)
from bench.utterances import Utterance
from models import (
    CLASSIFIER,
    CONCEPTS,
    ENTITY_FINDER,
    LANGUAGES,
    SCRIBE,
    VOCABULARY,
    Classifier,
    EntityFinder,
    Entries,
    Languages,
    Models,
    Scribe,
    classifier_training,
    entity_finder_training,
    languages_training,
    manifest,
    network_training,
    vocabulary,
)
from models.entity_finder import Entity, Sample
from models.vocabulary import Vocabulary
from scanner.concepts import entries_of
from scanner.model_input import folded_view
from scanner.policy import Policy
from scanner.road import INSTALLATION, Scanner
from scanner.rulebook import Rulebook
from scanner.verdict import CATEGORIES

SEED = 20_261_124
GENERATED = 5_000  # samples composed for the entity finder, beside the cases
FINDER_PASSES = 4  # over all samples
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
    utterances: Sequence[Utterance] = (),
    talks: Sequence[Talk] = (),
    seed: int = SEED,
    generated: int = GENERATED,
    dictated: int = scribing.COMPOSED,
    finder_passes: int = FINDER_PASSES,
    passes: int | None = None,
    kept: Path | None = None,
    base: Path | None = None,
    share: float = classifier_training.SHARE_ON,
) -> dict[str, Any]:
    """The folder holds models trained on the train split, with their card, which is returned.

    The same input and seed make the same files. What the folder held before is gone. kept: a folder
    for what has learned already, so that a training that was ended can go on from there. base:
    models whose networks learn on, in half as many passes, instead of from nothing, and whose
    scribe stays as it is. share: how far networks and regressions then go from those of the base to
    what they have learned. Raises ModelError where the base holds no models.

    1. The entity finder, the scribe, and what the classifier gets to read, as much at once as there
    are processors. – 2. The classifier. – 3. All, measured on dev.
    """
    known = models.load(base) if base else None
    if passes is None:
        passes = network_training.PASSES_ON if known else network_training.PASSES
    train = [case for case in cases if split_of(case.id) == "train"]
    dev = [case for case in cases if split_of(case.id) == "dev"]
    concepts = entries_of(read_concepts())
    words = _words(train, utterances)
    languages = languages_of(train)
    composed = generator.samples(generated, innocents=innocent_texts(train), seed=seed)
    given = Material(cases=train, again=train, utterances=utterances, talks=talks)
    untaught = partial(_scanner, concepts, words, languages)
    with TemporaryDirectory() as folder:
        new = Path(folder) / "new"
        new.mkdir()
        # 1. finder and readings
        place = new / ENTITY_FINDER
        finder_too = delayed(_teach_finder)(train, composed, place, finder_passes, seed)
        scribe_too = delayed(_teach_scribe)(train, new / SCRIBE, dictated, seed)
        beside = [finder_too] if known else [scribe_too, finder_too]
        taught = lessons(given, untaught, seed=seed, beside=beside, kept=kept)
        if known:
            known.scribe.save(new / SCRIBE)
        # 2. classifier
        classifier = classifier_training.fit(
            taught.readings,
            taught.targets,
            labels=CATEGORIES,
            folds=taught.folds,
            weights=taught.weights,
            reasons=taught.reasons,
            seed=seed,
            passes=passes,
            kept=kept,
            known=known.classifier.networks if known else None,
        )
        if known:
            classifier = classifier_training.between(known.classifier, classifier, share)
        classifier.save(new / CLASSIFIER)
        concepts.save(new / CONCEPTS)
        vocabulary.save(new / VOCABULARY, words)
        languages.save(new / LANGUAGES)
        # 3. measured
        finder = EntityFinder.load(place)
        card = {
            "trained_on": "data/: cases (the train split), utterances, concepts, composed details",
            "real_talks": counts(talks),
            "seed": seed,
            "learned_on_from": known.version if known else None,
            "share": share if known else None,
            "cases": {"train": len(train), "dev": len(dev)},
            "utterances": len(utterances),
            "samples": {"cases": len(train), "composed": len(composed)},
            "dev": measure(untaught(), classifier, finder, dev),
            "scribe": {"seed": seed, "dev": scribing.measure(Scribe.load(new / SCRIBE), dev)},
        }
        manifest.write(new, card=card)
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(new, out)
    return card


def _teach_finder(
    cases: Sequence[Case], composed: Sequence[Sample], place: Path, passes: int, seed: int
) -> None:
    """A finder that knows the cases lies at the place."""
    samples = [*entity_samples(cases), *composed]
    entity_finder_training.fit(samples, passes=passes, seed=seed).save(place)


def _teach_scribe(cases: Sequence[Case], path: Path, composed: int, seed: int) -> None:
    """A scribe that knows the cases lies at the path."""
    scribing.teach(cases, seed=seed, composed=composed).save(path)


def languages_of(cases: Sequence[Case]) -> Languages:
    """The languages of the cases as they are written, with the countries of their numbers."""
    texts = [
        ("\n".join((case.message.text, *(it.text for it in case.message.history))), case.language)
        for case in cases
    ]
    numbers = [
        (case.language, region)
        for case in cases
        for entity in case.entities
        if entity.type == "phone" and entity.value.startswith("+")
        if (region := region_code_for_number(parse(entity.value)))
    ]
    return languages_training.fit(texts, numbers)


def _words(cases: Sequence[Case], utterances: Sequence[Utterance]) -> Vocabulary:
    """The words of what the classifier learns from, as they stand there when nothing is undone."""
    texts = (*(case.message.text for case in cases), *(it.text for it in utterances))
    return vocabulary.count(folded_view(text).text for text in texts)


def _scanner(concepts: Entries, words: Vocabulary, languages: Languages) -> Scanner:
    """A scanner whose models have learned nothing yet: it only gets messages ready."""
    rules = INSTALLATION / "rules"
    untaught = Models(
        version="untaught",
        classifier=Classifier.untaught(CATEGORIES),
        entity_finder=EntityFinder.untaught(),
        scribe=Scribe.untaught(),
        concepts=concepts,
        vocabulary=words,
        languages=languages,
    )
    return Scanner(
        rulebook=Rulebook.load(rules), policy=Policy.load(rules / "policy.toml"), models=untaught
    )


def measure(
    scanner: Scanner, classifier: Classifier, finder: EntityFinder, cases: Sequence[Case]
) -> dict[str, Any]:
    """Average precision of each label, F1 of the finder; each beside what needs no training.

    ``scanner`` gets the messages ready; its own classifier is not asked.
    """
    targets = targets_of(cases)
    probabilities = classifier.probabilities(read(scanner, [case.message for case in cases]))
    listed = np.array([len(_WORDS.findall(case.message.text)) for case in cases], float)
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
