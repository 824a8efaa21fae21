"""How long the steps of the road take, told to whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

OnStep = Callable[[str, Sequence[int], int, int], None]
"""Told of a step: its name, the places of the messages that took it, and when it began and ended by
the scanner's clock."""


@dataclass(slots=True)
class Laps:
    """Tells of each step when it ended; the next begins where one ends."""

    clock: Callable[[], int]
    on_step: OnStep | None = None
    since: int = field(init=False)

    def __post_init__(self) -> None:
        self.since = self.clock()

    def end(self, step: str, places: Sequence[int]) -> None:
        if self.on_step is None:
            return
        now = self.clock()
        self.on_step(step, places, self.since, now)
        self.since = now
