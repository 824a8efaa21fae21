"""The entity finder: a small spaCy pipeline that marks contact details and accounts in texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Literal, cast, get_args

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from thinc.api import NumpyOps

from models.errors import ModelError
from models.tokens import Tokenizer

Label = Literal["EMAIL", "PHONE", "HANDLE", "URL", "PAYMENT_ACCOUNT"]
LABELS: tuple[Label, ...] = get_args(Label)

BATCH_SIZE = 64  # texts
KNOWN_WORDS = "words.json"
WIDTH, DEPTH = 64, 2  # 96 wide or 4 deep takes twice the time
MODEL: dict[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": WIDTH,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": WIDTH,
        "depth": DEPTH,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    },
}


@dataclass(frozen=True, slots=True)
class Entity:
    """Something found: a half-open range in code points of the text."""

    label: Label
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and what is to be found in it."""

    text: str
    entities: tuple[Entity, ...]


class EntityFinder:
    """Finds entities in texts. May be used from several threads; they take turns.

    Costs about 2 µs a character: give it the part of a long text that is worth reading.
    """

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        self._turn = Lock()  # spaCy's memory zones do not nest
        with pipeline.memory_zone():
            pipeline("warm up: a@b.co")  # what is made once is not to be made inside a zone

    def entities(self, texts: Sequence[str]) -> list[list[Entity]]:
        """What is found in each text, in order of place, apart from each other."""
        with self._turn, self._pipeline.memory_zone():
            return [
                [
                    Entity(cast(Label, span.label_), span.start_char, span.end_char)
                    for span in document.ents
                ]
                for document in self._pipeline.pipe(texts, batch_size=BATCH_SIZE)
            ]

    @classmethod
    def untaught(cls) -> EntityFinder:
        """One that finds nothing."""
        return cls(spacy.blank("xx"))

    def save(self, directory: Path) -> None:
        """The finder's weights and settings are in the directory: JSON and msgpack, no pickle."""
        directory.mkdir(parents=True, exist_ok=True)
        _recognizer(self._pipeline).to_disk(directory, exclude=["vocab"])
        known = sorted(cast(Tokenizer, self._pipeline.tokenizer).known)
        (directory / KNOWN_WORDS).write_text(json.dumps(known), encoding="ascii")

    @classmethod
    def load(cls, directory: Path) -> EntityFinder:
        """The finder of a directory. Raises ModelError when something else is there."""
        try:
            words = json.loads((directory / KNOWN_WORDS).read_text(encoding="ascii"))
            pipeline = blank_pipeline(frozenset(map(str, words)))
            recognizer = _recognizer(pipeline)
            recognizer.from_disk(directory, exclude=["vocab"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                f"{directory}: cannot be read as an entity finder ({type(error).__name__}); "
                "train again with `inbounds models train`"
            ) from error
        use_plain_numpy(recognizer)
        return cls(pipeline)


def blank_pipeline(known: frozenset[str]) -> Language:
    """A pipeline of the right shape that knows these words and has learned nothing."""
    pipeline = spacy.blank("xx")
    pipeline.tokenizer = Tokenizer(pipeline.vocab, known)
    pipeline.add_pipe("ner", config={"model": MODEL})
    recognizer = _recognizer(pipeline)
    for label in LABELS:
        recognizer.add_label(label)
    use_plain_numpy(recognizer)
    return pipeline


def use_plain_numpy(recognizer: EntityRecognizer) -> None:
    """Every layer multiplies by numpy's own OpenBLAS: BLIS is 3 to 4 times slower here."""
    for node in _layers(recognizer):
        node.ops = NumpyOps(use_blis=False)


def _layers(recognizer: EntityRecognizer) -> Iterable[Any]:
    layers: Iterator[Any] = recognizer.model.walk()
    return list(layers)


def _recognizer(pipeline: Language) -> EntityRecognizer:
    return cast(EntityRecognizer, pipeline.get_pipe("ner"))
