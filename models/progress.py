"""How far a network has learned, kept after each pass, so that a training that ended goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from thinc.api import Model, Optimizer

from models.kept import dump_whole

MOMENTS = ("mom1", "mom2", "averages")  # what Adam keeps of each parameter


@dataclass(frozen=True, slots=True)
class Progress:
    """A model, what teaches it, and the chance it draws from, beside NumPy's own, for dropout.

    The file is whole or not there at all; without a path nothing is kept.
    """

    path: Path | None
    model: Model[Any, Any]
    optimizer: Optimizer
    chance: np.random.Generator

    def taken_up(self) -> int:
        """How many passes are done; all stands as it did then. 0 where there is no file."""
        if self.path is None or not self.path.exists():
            return 0
        held = joblib.load(self.path)
        for (node, name), learned in zip(self._parameters(), held["learned"], strict=True):
            node.set_param(name, learned["values"])
            self.optimizer.nr_update[node.id, name] = learned["updates"]
            for moment in MOMENTS:
                getattr(self.optimizer, moment)[node.id, name] = learned[moment]
        self.chance.bit_generator.state = held["chance"]
        np.random.set_state(held["chance of dropout"])
        return int(held["passes"])

    def keep(self, passes: int) -> None:
        """So many passes are done."""
        if self.path is None:
            return
        held = {
            "passes": passes,
            "learned": [self._learned(node, name) for node, name in self._parameters()],
            "chance": self.chance.bit_generator.state,
            "chance of dropout": np.random.get_state(),
        }
        dump_whole(held, self.path)

    def _learned(self, node: Model[Any, Any], name: str) -> dict[str, Any]:
        key = node.id, name
        moments = {moment: getattr(self.optimizer, moment)[key] for moment in MOMENTS}
        updates = self.optimizer.nr_update[key]
        return {"values": node.get_param(name), "updates": updates, **moments}

    def _parameters(self) -> Iterator[tuple[Model[Any, Any], str]]:
        """In an order that is the same for every model of one shape."""
        for node in self.model.walk():
            for name in node.param_names:
                yield node, name
