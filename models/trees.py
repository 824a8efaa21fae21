"""The trees: a third reader, who counts what was found and meant and has heard the other two.

Boosted trees (Friedman 2001), one ensemble a label. They see that the same words weigh otherwise in
a long letter, beside a refusal, or where something else was found. They are trained by scikit-learn
(``trees_training``) and served here, all at once: every step goes one level down in every tree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.reading import Reading
from models.windows import count_windows


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees side by side, each padded to the same number of nodes; the root is node 0.

    names: what is counted, in the order of the first columns. Every tree has as many nodes, its
    root first. columns, thresholds, values: (n_trees * n_nodes,), what a node asks for and what a
    leaf says. below: (2 * n_trees * n_nodes,), where a node leads to when that is no more than its
    threshold, and when it is more; a leaf leads to itself. labels: (n_trees,), in order. baselines:
    (n_labels,).
    """

    names: tuple[str, ...]
    columns: NDArray[np.int32]
    thresholds: NDArray[np.float32]
    below: NDArray[np.int32]
    values: NDArray[np.float32]
    labels: NDArray[np.int32]
    baselines: NDArray[np.float64]
    depth: int
    _places: dict[str, int] = field(init=False, repr=False)
    _roots: NDArray[np.int32] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        size = len(self.columns) // len(self.labels)
        roots = np.arange(0, len(self.columns), size, dtype=np.int32)
        object.__setattr__(self, "_roots", roots)
        object.__setattr__(self, "_places", {name: at for at, name in enumerate(self.names)})

    def scores(self, reading: Reading, heard: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log odds for each label: (n_labels,). heard: (2, n_labels), those of the others."""
        row = row_of(reading, heard, self._places)
        nodes = self._roots
        for _ in range(self.depth):
            is_more = row.take(self.columns.take(nodes)) > self.thresholds.take(nodes)
            nodes = self.below.take(2 * nodes + is_more)
        reached = self.values.take(nodes)
        return self.baselines + np.bincount(self.labels, reached, len(self.baselines))

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Everything it knows, by name."""
        return {
            "names": np.array(self.names, np.str_),
            "columns": self.columns,
            "thresholds": self.thresholds,
            "below": self.below,
            "values": self.values,
            "labels": self.labels,
            "baselines": self.baselines,
            "depth": np.array(self.depth),
        }

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Trees:
        """The trees of what ``arrays`` gave. Raises KeyError where something is missing."""
        known: dict[str, Any] = {it.name: arrays[it.name] for it in fields(cls) if it.init}
        known["names"] = tuple(map(str, arrays["names"].tolist()))
        known["depth"] = int(arrays["depth"].item())
        return cls(**known)


def named(reading: Reading) -> Counter[str]:
    """What is found, meant and known of a reading, and how often."""
    return Counter(
        [
            *(f"concept {sign.name}" for sign in reading.concepts),
            *(f"mark {sign.name}" for sign in reading.marks),
            *(f"around {name}" for name in set(reading.around)),
        ]
    )


def row_of(
    reading: Reading, heard: NDArray[np.float64], places: Mapping[str, int]
) -> NDArray[np.float32]:
    """A reading as the trees see it: counts by column, three lengths, and the others' log odds."""
    counts = np.zeros(len(places), np.float32)
    for name, count in named(reading).items():
        if name in places:
            counts[places[name]] = count
    lengths = (len(reading.text), len(reading.before), count_windows(reading))
    return np.concatenate([counts, lengths, heard.ravel()], dtype=np.float32)
