"""How fast the whole road is, on everyday cases and on texts made to be slow."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scanner import Message
from scanner.road import Scanner

LENGTHS = (1_000, 2_000, 4_000, 8_000, 20_000)  # characters
HOSTILE = {
    "prose": "We would like the second draft by Friday, with the new figures in it. ",
    "digits": "7",
    "spaced digits": "7 ",
    "dotted letters": "a.a.",
    "parentheses": "(",
    "at signs": "@a",
    "number words": "seven two ",
    "addresses": "jo@example.org\n",
    "combining marks": "a\u0301\u0302",
    "one-letter words": "a b c d ",
}
BATCH_SIZE = 64  # messages, as a worker takes them
TRIES = 3  # the quickest counts: what is slower was somebody else's work


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Milliseconds a message, one at a time; and messages a second in both ways."""

    p50_ms: float
    p99_ms: float
    one_by_one: float
    in_batches: float


def measure(scanner: Scanner, messages: Sequence[Message]) -> Speed:
    """The speed over these messages, after one pass that is not counted."""
    scanner.scan_many(messages[:BATCH_SIZE])
    each = []
    for message in messages:
        begun = time.perf_counter()
        scanner.scan(message)
        each.append((time.perf_counter() - begun) * 1_000)
    begun = time.perf_counter()
    for start in range(0, len(messages), BATCH_SIZE):
        scanner.scan_many(messages[start : start + BATCH_SIZE])
    batched = time.perf_counter() - begun
    p50, p99 = np.percentile(each, (50, 99))
    return Speed(
        p50_ms=float(p50),
        p99_ms=float(p99),
        one_by_one=len(messages) / (sum(each) / 1_000),
        in_batches=len(messages) / batched,
    )


def side_by_side(
    ways: Mapping[str, Callable[[Message], object]], messages: Sequence[Message]
) -> dict[str, float]:
    """How many times as long as the first way each takes: the median over the messages.

    Every message goes all ways, each way as often first as last, so that what disturbs one
    disturbs all, and what one finds in a cache the others do as well.
    """
    names = list(ways)
    for message in messages[:BATCH_SIZE]:
        for way in ways.values():
            way(message)
    ratios: dict[str, list[float]] = {name: [] for name in names}
    for number, message in enumerate(messages):
        turn = number % len(names)
        taken = dict.fromkeys(names, float("inf"))
        for name in (names[turn:] + names[:turn]) * TRIES:
            begun = time.perf_counter()
            ways[name](message)
            taken[name] = min(taken[name], time.perf_counter() - begun)
        for name in names:
            ratios[name].append(taken[name] / taken[names[0]])
    return {name: float(np.median(given)) for name, given in ratios.items()}


def growth(scanner: Scanner, unit: str) -> list[float]:
    """Milliseconds for texts of each of LENGTHS made of the unit repeated."""
    times = []
    for length in LENGTHS:
        message = Message(text=(unit * (length // len(unit) + 1))[:length])
        tries = []
        for _ in range(TRIES):
            begun = time.perf_counter()
            scanner.scan(message)
            tries.append((time.perf_counter() - begun) * 1_000)
        times.append(min(tries))
    return times
