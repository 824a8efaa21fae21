"""What else figures of several messages may be: prices, steps, sums, counts of several things.

Each question is put to groups that together have as many digits as a number, and is about something
that chance makes seldom: of a thousand numbers in three parts, one has a nought at the end of each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, islice, pairwise

from scanner.views.room.groups import Group
from scanner.views.room.turns import Turn

NEIGHBOURS = 20  # between the least and the greatest of figures that number things in a row
NEIGHBOUR_DIGITS = 3  # of figures that are not near each other by chance
HAGGLED = 2  # times the least offer is more than anybody comes up to
OFFERS_MAX = 8  # figures of the other side looked at before one turn
Number = tuple[Group, ...]


def is_else(chosen: Number) -> bool:
    """Whether the groups cannot be parts: sums, steps, prices, a correction, part of an ISBN."""
    return (
        chosen[0].figures.startswith(("978", "979"))
        or _is_said_again(chosen)
        or (all(group.figures for group in chosen) and _is_row(chosen))
    )


def _is_row(chosen: Number) -> bool:
    return _is_sum(chosen) or _are_neighbours(chosen) or all(group.is_decimal for group in chosen)


def _is_said_again(chosen: Number) -> bool:
    """Whether a group repeats the one before it, and more: "887 … 887 641"."""
    return any(
        len(left.figures) > 1
        and right.figures.startswith(left.figures)
        and right.digits > left.digits
        for left, right in pairwise(chosen)
    )


def _is_sum(chosen: Number) -> bool:
    """Whether one figure is the sum of the others, or all rise or fall by the same step."""
    values = [int(group.figures) for group in chosen]
    if len(values) > 2 and any(sum(values) == 2 * value for value in values):
        return True
    return len({right - left for left, right in pairwise(values)}) == 1 and len(values) > 2


def _are_neighbours(chosen: Number) -> bool:
    """Whether they number things in a row: "415", "416", "419"."""
    values = [int(group.figures) for group in chosen]
    is_long = min(group.digits for group in chosen) >= NEIGHBOUR_DIGITS
    return is_long and max(values) - min(values) <= NEIGHBOURS


def is_total(said: Sequence[Group], chosen: Number) -> bool:
    """Whether the last figure is the sum of two or more of those said right before it."""
    if not chosen[-1].figures or chosen[0].figures.startswith("0"):
        return False
    earlier = [int(group.figures or 0) for group in said if group.end <= chosen[-1].start]
    return int(chosen[-1].figures) in islice(accumulate(reversed(earlier)), 1, None)


def are_prices(chosen: Number) -> bool:
    """Whether all are round, or end alike, as prices and measures do: "199", "299", "499"."""
    if chosen[0].figures.startswith("0") or min(len(group.figures) for group in chosen) < 2:
        return False
    if len({group.figures[-2:] for group in chosen}) == 1:
        return True
    is_even = len(chosen) > 2 and len({group.digits for group in chosen}) == 1
    last = ("0", "5") if is_even else "0"
    return all(group.figures.endswith(last) for group in chosen)


def are_of_things(chosen: Number) -> bool:
    """Whether each is followed by a word of its own, that of what is counted."""
    nouns = {group.noun for group in chosen}
    return "" not in nouns and len(nouns) == len(chosen) and not chosen[0].figures.startswith("0")


def is_haggled(told: Sequence[Turn], chosen: Number) -> bool:
    """Whether all are near each other, and the other side names one of its own near to them."""
    if any(not group.figures or group.figures.startswith("0") for group in chosen):
        return False
    own = {group.figures for group in chosen}
    values = [int(figures) for figures in own]
    low, high = max(values) / HAGGLED, min(values) * HAGGLED
    if low > min(values):
        return False
    heard = (turn.heard for turn in told if turn.end > chosen[0].start)
    return any(
        low <= int(figure) <= high and figure not in own
        for text in heard
        for figure in islice(_OFFER.findall(text), OFFERS_MAX)
    )


_OFFER = re.compile(r"(?<![\w.,:/-])[1-9]\d{1,5}(?![\w:/-]|[.,]\d)")
