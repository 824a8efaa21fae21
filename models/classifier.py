"""The classifier: a reading in, a calibrated probability for each label out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError
from models.features import COLUMNS
from models.network import Network, halved, whole
from models.reading import Reading
from models.regressions import Regressions
from models.sequence import rows
from models.trees import Trees
from models.windows import windows

LOGIT_LIMIT = 500.0  # exp() of more overflows; the probability has long been 0 or 1
NETWORK, TREES = "network", "trees "  # before the names of their arrays
READERS = 3
SURE = -4.0  # log odds: where the regressions give less to every label, nobody else is asked
RATHER_SURE = -3.0  # where the first network does, no other network is
LONG = 3_000  # code points: of a longer text the networks read only what the regressions hold for
WORST = 16  # the worst, so many windows of it
WORDS_MOST = 2_000  # in those windows together; where every letter or sign is a word there are more


@dataclass(frozen=True, slots=True)
class Classifier:
    """Three readers, of pieces, of sequences and of what was found, and how far each is believed.

    Of sequences there may be several networks; what they say together is the mean of them. Most
    messages are innocent beyond doubt, and the regressions cost least: where they are sure of that,
    and no detector has found anything, the others are not asked (ADR 52).

    The probability of a label is sigmoid(slopes · scores + offset), with the scores the log odds
    that regressions, networks and trees give (Platt 1999, of three scores). slopes: (3, n_labels);
    offsets: (n_labels,). ``marks`` names those that the readers have learnt from.
    """

    labels: tuple[str, ...]
    regressions: Regressions
    networks: tuple[Network, ...]
    trees: Trees | None
    slopes: NDArray[np.float64]
    offsets: NDArray[np.float64]
    marks: frozenset[str] = frozenset()

    def probabilities(self, readings: Sequence[Reading]) -> NDArray[np.float64]:
        """The probability of each label for each reading: (n_readings, n_labels), in [0, 1]."""
        return np.asarray(1.0 / (1.0 + np.exp(-self.logits(readings))))

    def logits(self, readings: Sequence[Reading]) -> NDArray[np.float64]:
        """The same as log odds."""
        logits = np.empty((len(readings), len(self.labels)))
        for row, reading in enumerate(readings):
            logits[row] = (self.slopes * self.scores(reading)).sum(axis=0) + self.offsets
        return np.clip(logits, -LOGIT_LIMIT, LOGIT_LIMIT)

    def scores(self, reading: Reading) -> NDArray[np.float64]:
        """What each of the readers says, before calibration: (3, n_labels) log odds."""
        scores = np.zeros((READERS, len(self.labels)))
        shown = list(windows(reading))
        by_window = self.regressions.scores(shown)
        scores[0] = by_window.max(axis=0)
        if scores[0].max() < SURE and not self._tells_of_a_finding(reading):
            scores[1:] = scores[0]  # the others count as of the same opinion
            return scores
        if self.networks:
            is_long = len(reading.text) > LONG
            worst = np.argsort(-by_window.max(axis=1), kind="stable")[:WORST] if is_long else ()
            scores[1] = self._by_networks(reading, [shown[place] for place in worst])
        if self.trees is not None:
            scores[2] = self.trees.scores(reading, scores[:2])
        return scores

    def _tells_of_a_finding(self, reading: Reading) -> bool:
        return any(mark.name in self.labels for mark in reading.marks)

    def _by_networks(self, reading: Reading, passages: Sequence[Reading]) -> NDArray[np.float64]:
        """What the networks say together of the text, or its passages: (n_labels,) log odds."""
        texts, beside = rows(reading, passages)
        if passages:
            so_far = accumulate(len(text) for text in texts)
            texts = [text for text, size in zip(texts, so_far, strict=True) if size <= WORDS_MOST]
        first, *others = self.networks
        said = first.scores(texts, beside)
        if others and said.max() >= RATHER_SURE:
            more = [network.scores(texts, beside) for network in others]
            said = np.mean([said, *more], axis=0)
        return np.asarray(said, np.float64)

    @classmethod
    def untaught(cls, labels: Sequence[str]) -> Classifier:
        """One that has learned nothing and holds everything for as likely as not."""
        return cls(
            labels=tuple(labels),
            regressions=Regressions.untaught(len(labels)),
            networks=(),
            trees=None,
            slopes=np.ones((READERS, len(labels))),
            offsets=np.zeros(len(labels)),
        )

    def save(self, path: Path) -> None:
        """The classifier is in the file: arrays and nothing that could be run."""
        of_networks = {
            f"{NETWORK} {place} {name}": array
            for place, network in enumerate(self.networks)
            for name, array in network.arrays().items()
        }
        of_trees = self.trees.arrays() if self.trees else {}
        np.savez_compressed(
            path,
            allow_pickle=False,
            labels=np.array(self.labels),
            weights=self.regressions.weights.astype(np.float16),
            intercepts=self.regressions.intercepts,
            slopes=self.slopes,
            offsets=self.offsets,
            marks=np.array(sorted(self.marks), np.str_),
            **{name: halved(array) for name, array in of_networks.items()},
            **{TREES + name: array for name, array in of_trees.items()},
        )

    @classmethod
    def load(cls, path: Path) -> Classifier:
        """The classifier of a file. Raises ModelError when the file holds anything else."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                of_networks: dict[str, dict[str, NDArray[Any]]] = {}
                for name in arrays.files:
                    if name.startswith(f"{NETWORK} "):
                        _, place, of_one = name.split(" ", 2)
                        of_networks.setdefault(place, {})[of_one] = whole(arrays[name])
                of_trees = {
                    name.removeprefix(TREES): arrays[name]
                    for name in arrays.files
                    if name.startswith(TREES)
                }
                classifier = cls(
                    labels=tuple(map(str, arrays["labels"])),
                    regressions=Regressions(
                        arrays["weights"].astype(np.float32), arrays["intercepts"]
                    ),
                    networks=tuple(map(Network.of_arrays, of_networks.values())),
                    trees=Trees.of_arrays(of_trees),
                    slopes=arrays["slopes"],
                    offsets=arrays["offsets"],
                    marks=frozenset(map(str, arrays["marks"])),
                )
        except (OSError, EOFError, ValueError, LookupError, BadZipFile) as error:
            raise ModelError(
                f"{path}: cannot be read as a classifier ({type(error).__name__}); "
                "train again with `inbounds models train`"
            ) from error
        expected = (COLUMNS, len(classifier.labels))
        if classifier.regressions.weights.shape != expected:
            raise ModelError(
                f"{path}: weights are {classifier.regressions.weights.shape}, this version needs "
                f"{expected}; train again with `inbounds models train`"
            )
        return classifier
