"""Teaching the entity finder: samples in, a finder out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from spacy.language import Language
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import fix_random_seed

from models.entity_finder import EntityFinder, Sample, blank_pipeline, use_plain_numpy
from models.tokens import tokens

DROPOUT = 0.2
KNOWN_FROM = 6  # samples that a word stands in; a name in a single text is never known
FIRST_BATCH_SIZE, LAST_BATCH_SIZE, BATCH_GROWTH = (
    8,
    16,
    1.05,
)  # samples; more steps than spaCy's own
INITIALISE_WITH = 200  # samples that the shapes of the layers are worked out from


def fit(samples: Sequence[Sample], *, passes: int, seed: int) -> EntityFinder:
    """A finder that has learned from the samples; the same for the same samples and seed."""
    fix_random_seed(seed)
    chance = Random(seed)  # samples, no secrets  # nosec B311
    pipeline = blank_pipeline(known_words(samples))
    examples = [_example(pipeline, sample) for sample in samples]
    optimizer = pipeline.initialize(lambda: examples[:INITIALISE_WITH])
    use_plain_numpy(pipeline.get_pipe("ner"))  # initialize makes layers anew
    for _ in range(passes):
        chance.shuffle(examples)
        for batch in _batches(examples):
            pipeline.update(batch, drop=DROPOUT, sgd=optimizer)
    return EntityFinder(pipeline)


def known_words(samples: Sequence[Sample]) -> frozenset[str]:
    """The words that stand between details often enough to mean something."""
    counts: Counter[str] = Counter()
    for sample in samples:
        counts.update({word.lower() for word in tokens(sample.text) if word.isalpha()})
    return frozenset(word for word, count in counts.items() if count >= KNOWN_FROM)


def _example(pipeline: Language, sample: Sample) -> Example:
    """Entities that begin or end within a token take the whole token."""
    reference = pipeline.make_doc(sample.text)
    spans = [
        reference.char_span(entity.start, entity.end, entity.label, alignment_mode="expand")
        for entity in sample.entities
    ]
    reference.set_ents(filter_spans([span for span in spans if span is not None]))
    return Example(pipeline.make_doc(sample.text), reference)


def _batches(examples: Sequence[Example]) -> Iterator[Sequence[Example]]:
    """The examples in batches that grow."""
    start, size = 0, float(FIRST_BATCH_SIZE)
    while start < len(examples):
        yield examples[start : start + int(size)]
        start += int(size)
        size = min(LAST_BATCH_SIZE, size * BATCH_GROWTH)
