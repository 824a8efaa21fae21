"""Halfway between what readers were and what they are after learning on.

Whoever learns something new forgets a little of the rest. The mean of the weights before and after
has most of both, as long as one began where the other was (Wortsman et al. 2022, WiSE-FT).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.network import Layer, Network, Table
from models.regressions import Regressions


def regressions_between(before: Regressions, after: Regressions, share: float) -> Regressions:
    """``before`` for a share of 0, ``after`` for 1, and the way between in even steps."""
    return Regressions(
        _between(before.weights, after.weights, share),
        before.intercepts + share * (after.intercepts - before.intercepts),
    )


def network_between(before: Network, after: Network, share: float) -> Network:
    """The same for networks of the same shape."""
    return Network(
        tuple(
            Table.of(_between(old.vectors(), new.vectors(), share))
            for old, new in zip(before.tables, after.tables, strict=True)
        ),
        _layer_between(before.mix, after.mix, share),
        tuple(
            _layer_between(old, new, share)
            for old, new in zip(before.neighbours, after.neighbours, strict=True)
        ),
        _layer_between(before.whole, after.whole, share),
        (
            _between(before.last[0], after.last[0], share),
            _between(before.last[1], after.last[1], share),
        ),
    )


def _layer_between(before: Layer, after: Layer, share: float) -> Layer:
    return Layer(
        _between(before.weights, after.weights, share),
        _between(before.bias, after.bias, share),
        _between(before.gain, after.gain, share),
        _between(before.shift, after.shift, share),
    )


def _between(
    before: NDArray[np.float32], after: NDArray[np.float32], share: float
) -> NDArray[np.float32]:
    return before + np.float32(share) * (after - before)
