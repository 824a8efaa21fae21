"""Text in, numbers out: the learned parts. They know no message and no rule."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from threadpoolctl import threadpool_limits

from models import manifest, vocabulary
from models.classifier import Classifier
from models.entity_finder import EntityFinder
from models.errors import ModelError
from models.languages import Languages
from models.lexicon import Entries
from models.reading import Reading, Sign
from models.scribe import Scribe

__all__ = [
    "CLASSIFIER",
    "CONCEPTS",
    "ENTITY_FINDER",
    "LANGUAGES",
    "SCRIBE",
    "VOCABULARY",
    "Classifier",
    "EntityFinder",
    "Entries",
    "Languages",
    "ModelError",
    "Models",
    "Reading",
    "Scribe",
    "Sign",
    "load",
]

CLASSIFIER = "classifier.npz"
CONCEPTS = "concepts.npz"
ENTITY_FINDER = "entity_finder"
LANGUAGES = "languages.npz"
SCRIBE = "scribe.npz"
VOCABULARY = "words.txt"


@dataclass(frozen=True, slots=True)
class Models:
    """All learned parts of one training, under one version."""

    version: str
    classifier: Classifier
    entity_finder: EntityFinder
    scribe: Scribe
    concepts: Entries
    vocabulary: vocabulary.Vocabulary
    languages: Languages


def load(directory: Path) -> Models:
    """The models of a folder. Raises ModelError naming file and hash when one was altered.

    From then on this process multiplies in one thread: the matrices of a message are small, and
    threads that wait for each other on a busy machine take ten times as long.
    """
    threadpool_limits(1, user_api="blas")
    version = manifest.check(directory)
    return Models(
        version=version,
        classifier=Classifier.load(directory / CLASSIFIER),
        entity_finder=EntityFinder.load(directory / ENTITY_FINDER),
        scribe=Scribe.load(directory / SCRIBE),
        concepts=Entries.load(directory / CONCEPTS),
        vocabulary=vocabulary.load(directory / VOCABULARY),
        languages=Languages.load(directory / LANGUAGES),
    )
