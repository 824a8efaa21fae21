"""Trains the models from labelled cases, and measures them beside what needs no training."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from phonenumbers import parse, region_code_for_number
from sklearn.metrics import average_precision_score

from bench import generator
from bench.cases import Case
from bench.concepts import read_concepts
from bench.real_talk import Talk
from bench.split import fold_of, split_of
from bench.surroundings import Surroundings
from bench.training import (
    entity_samples,
    innocent_texts,
    reasons_of,
    reasons_of_others,
    targets_of,
    targets_of_talks,
    targets_of_utterances,
)
from bench.utterances import Utterance
from models import (
    CLASSIFIER,
    CONCEPTS,
    ENTITY_FINDER,
    LANGUAGES,
    VOCABULARY,
    Classifier,
    EntityFinder,
    Languages,
    Models,
    Reading,
    classifier_training,
    entity_finder_training,
    languages_training,
    lexicon,
    manifest,
    network_training,
    vocabulary,
)
from models.classifier_training import FOLDS, TEACHES_ONLY
from models.entity_finder import Entity, Sample
from models.vocabulary import Vocabulary
from scanner.message import Message
from scanner.model_input import folded_view
from scanner.policy import Policy
from scanner.road import INSTALLATION, Scanner
from scanner.rulebook import Rulebook
from scanner.verdict import CATEGORIES

SEED = 20_261_124
GENERATED = 5_000  # samples composed for the entity finder, beside the cases
FINDER_PASSES = 4  # over all samples
UTTERANCE_WEIGHT = 0.7  # beside 1 for a case: a clause is easier than a message
SURROUNDED_WEIGHT = 0.6  # of a case among other sentences, beside itself
TALK_WEIGHT = 0.5  # of a message of a real talk; nobody has read them one by one
SAID_BY_SOMEBODY = 0.75  # of utterances and real talk
BATCH_LENGTH = 64  # messages read at once
PART_LENGTH = 4_000  # messages read by one process with models of its own
SHARES = 8  # of the cases, by their ids; each network leaves one out (ADR 56)
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
    finder_passes: int = FINDER_PASSES,
    passes: int = network_training.PASSES,
    kept: Path | None = None,
) -> dict[str, Any]:
    """The folder holds models trained on the train split, with their card, which is returned.

    The same input and seed make the same files. What the folder held before is gone. kept: a folder
    for what has learned already, so that a training that was ended can go on from there.

    1. The entity finder, and what the classifier gets to read, as much at once as there are
    processors. – 2. The classifier. – 3. Both, measured on dev.
    """
    train = [case for case in cases if split_of(case.id) == "train"]
    dev = [case for case in cases if split_of(case.id) == "dev"]
    concepts = read_concepts()
    words = _words(train, utterances)
    languages = languages_of(train)
    composed = generator.samples(generated, innocents=innocent_texts(train), seed=seed)
    around = Surroundings(train, utterances, seed=seed)
    shown = [*train, *around.of_cases(train)]
    spoken = [utterance.text for utterance in around.of_utterances(utterances)]
    told = [*spoken, *(talk.text for talk in talks)]
    messages = [*(case.message for case in shown), *(Message(text=text) for text in told)]
    with TemporaryDirectory() as folder:
        new = Path(folder) / "new"
        new.mkdir()
        # 1. finder and readings
        place = new / ENTITY_FINDER
        parts = [messages[at : at + PART_LENGTH] for at in range(0, len(messages), PART_LENGTH)]
        _, *read_parts = Parallel(n_jobs=-1)(
            [
                delayed(_teach_finder)(train, composed, place, finder_passes, seed),
                *(delayed(_read_part)(concepts, words, languages, part) for part in parts),
            ]
        )
        readings = [reading for part in read_parts for reading in part]
        of_cases, alone = readings[: len(shown)], readings[len(shown) :]
        # 2. classifier
        share_of = [fold_of(case.id, SHARES) for case in shown]
        folds = [share if share < FOLDS else TEACHES_ONLY for share in share_of]
        targets = targets_of(shown), targets_of_utterances(utterances), targets_of_talks(talks)
        classifier = classifier_training.fit(
            [*of_cases, *_somewhere(alone, of_cases, seed=seed)],
            np.vstack(targets),
            labels=CATEGORIES,
            folds=np.array([*folds, *[TEACHES_ONLY] * len(alone)]),
            weights=np.repeat(
                [1.0, SURROUNDED_WEIGHT, UTTERANCE_WEIGHT, TALK_WEIGHT],
                [len(train), len(train), len(utterances), len(talks)],
            ),
            reasons=np.vstack([reasons_of(shown), reasons_of_others([*utterances, *talks])]),
            seed=seed,
            passes=passes,
            kept=kept,
        )
        classifier.save(new / CLASSIFIER)
        lexicon.save(new / CONCEPTS, concepts)
        vocabulary.save(new / VOCABULARY, words)
        languages.save(new / LANGUAGES)
        # 3. measured
        finder = EntityFinder.load(place)
        sources = sorted({talk.source for talk in talks})
        card = {
            "trained_on": "data/: cases (the train split), utterances, concepts, composed details",
            "real_talks": {name: sum(talk.source == name for talk in talks) for name in sources},
            "seed": seed,
            "cases": {"train": len(train), "dev": len(dev)},
            "utterances": len(utterances),
            "samples": {"cases": len(train), "composed": len(composed)},
            "dev": measure(_scanner(concepts, words, languages), classifier, finder, dev),
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


def _read_part(
    concepts: lexicon.Words,
    words: Vocabulary,
    languages: Languages,
    messages: Sequence[Message],
) -> list[Reading]:
    return read(_scanner(concepts, words, languages), messages)


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


def _somewhere(
    alone: Sequence[Reading], readings: Sequence[Reading], *, seed: int
) -> Iterator[Reading]:
    """Each of a text alone as if said by somebody somewhere, as the cases are; or by nobody.

    Nobody knows who said it where. Left out, that itself would tell it from a case.
    """
    chance = Random(seed)  # samples, no secrets  # nosec B311
    places = [
        tuple(name for name in reading.around if name.startswith(("role ", "surface ")))
        for reading in readings
    ]
    for reading in alone:
        around = chance.choice(places) if chance.random() < SAID_BY_SOMEBODY else ()
        yield replace(reading, around=around)


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


def _scanner(concepts: lexicon.Words, words: Vocabulary, languages: Languages) -> Scanner:
    """A scanner whose models have learned nothing yet: it only gets messages ready."""
    rules = INSTALLATION / "rules"
    untaught = Models(
        version="untaught",
        classifier=Classifier.untaught(CATEGORIES),
        entity_finder=EntityFinder.untaught(),
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
