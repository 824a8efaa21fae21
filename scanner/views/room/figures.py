"""Numbers given over several messages: the figures of each turn, put together in their order.

Every turn offers its groups of figures, in digits or words. One group a turn, the judged message's
among them, makes a number when their digits together are as many as a telephone or a card has, and
when the talk around them speaks for parts of one thing rather than for counts of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from scanner.views.glance import look_at
from scanner.views.numbers.groups import NORTH_AMERICAN
from scanner.views.numbers.numerals import read_numerals
from scanner.views.room.counts import (
    Number,
    are_of_things,
    are_prices,
    is_else,
    is_haggled,
    is_total,
)
from scanner.views.room.groups import PROSE, REACH, Group, groups_of
from scanner.views.room.turns import DISGUISE, PIECED, Piece, Turn, paste
from scanner.views.room.words import CALLS, HOW_MANY, PARTS, TOTALS
from scanner.views.view import View

PHONE_LENGTHS = range(8, 14)  # digits of a telephone number in parts, with or without prefix
CARD_LENGTHS = range(15, 20)  # digits; ISO/IEC 7812-1, from American Express on
COMPLETE = 9  # digits in one group of the judged message, which then needs no earlier ones
COMBINATIONS_MAX = 120  # put together and weighed in one room
OFFERED = 3  # numbers shown to the detectors: each is parsed for several countries
LEAD = 40  # characters before the first part that go along, since they may say what it is
Offer = tuple[Turn, list[Group]]

LIKELY, POSSIBLE = 1.0, 0.4  # weight from which parts are taken for a number, or may be one
COUNTS = 2.5  # taken off where the figures are those of prices, of steps, or of several things
MARGIN = 1.0  # of weight behind the best, in which others are shown as well


class Weighed(NamedTuple):
    """What the figures of several turns make: views of numbers, or ``are_counts`` of something."""

    views: tuple[View, ...] = ()
    are_counts: bool = False


def piece_figures(view: View, told: list[Turn]) -> Weighed:
    """Views of the numbers that the groups of several turns make; empty where they make none.

    Likely ones are marked as hidden by being split; of merely possible ones the view does not say
    so, and the look of the number has to speak for itself.
    """
    offers = _without_repeats([(turn, groups_of(view, turn)) for turn in told])
    if len(offers) < 2 or offers[-1][0].number != 0:
        return Weighed()
    if any(group.digits >= COMPLETE for group in offers[-1][1]):
        return Weighed()
    weigh, found = Scales(told, offers), list(_combinations(offers))
    parts = [chosen for chosen in found if not is_else(chosen)]
    weighed = [(weigh(chosen), chosen) for chosen in parts]
    weighed.sort(key=itemgetter(0), reverse=True)
    least = max([POSSIBLE, *(weight - MARGIN for weight, _ in weighed[:1])])
    kept = [(weight, chosen) for weight, chosen in weighed[:OFFERED] if weight >= least]
    if likely := [chosen for weight, chosen in kept if weight >= LIKELY]:
        return Weighed((_pasted(view, told, likely, is_likely=True),))
    if kept:
        return Weighed((_pasted(view, told, [it for _, it in kept], is_likely=False),))
    return Weighed(are_counts=bool(found) and all(map(weigh.are_counts, parts)))


def _without_repeats(offers: list[Offer]) -> list[Offer]:
    """Turns with groups; of a group that is said again, as in a summary, only the first."""
    known: set[str] = set()
    kept = []
    for turn, groups in offers:
        fresh = [
            group
            for group in groups
            if group.digits <= COMPLETE and not (len(group.figures) > 2 and group.figures in known)
        ]
        known.update(group.figures for group in groups)
        if fresh:
            kept.append((turn, fresh))
    return kept


def _pasted(view: View, told: list[Turn], numbers: list[Number], *, is_likely: bool) -> View:
    disguises = (DISGUISE, PIECED) if is_likely else (PIECED,)
    details = [_detail(view, told, number, is_likely=is_likely) for number in numbers]
    pasted = paste(view, details, disguises=disguises)
    return read_numerals(pasted, look_at(pasted.text), are_parts=True)


def _detail(view: View, told: list[Turn], number: Number, *, is_likely: bool) -> Iterator[Piece]:
    """What leads to the first part, then the parts, then what follows the last."""
    first, last = number[0], number[-1]
    begin = next(turn.start for turn in told if turn.start <= first.start < turn.end)
    stop = next(turn.end for turn in told if turn.start <= last.start < turn.end)
    yield Piece(max(begin, first.start - LEAD), first.start)
    if _speaks_of_qq(told):
        yield Piece(first.start, first.start, " QQ: ")
    number = _in_order(number)
    is_card = _is_card(number)
    is_said = any(group.is_said for group in number)
    is_north_american = is_likely and _lengths(number) == NORTH_AMERICAN
    for place, group in enumerate(number):
        if place and (is_card or is_said):
            yield Piece(group.start, group.start, " ")
        elif place and is_north_american:
            yield Piece(group.start, group.start, "-")
        if group.is_said or is_card:
            yield Piece(group.start, group.end)
        else:
            yield from _figures(view, group)
    if is_said:  # what follows may be a number too: "… six two. A5 print it is"
        yield Piece(last.end, last.end, " §")
    yield Piece(last.end, min(stop, last.end + REACH))


def _lengths(number: Number) -> tuple[int, ...]:
    return tuple(group.digits for group in number)


def _is_card(number: Number) -> bool:
    """Whether the groups are those of a card: fours, or whole ones of American Express."""
    if sum(group.digits for group in number) not in CARD_LENGTHS:
        return False
    return all(group.digits % 4 == 0 for group in number[:-1])


def _in_order(number: Number) -> Number:
    """The groups as they are said to follow each other; nothing goes before a nought or a plus."""
    if number[0].figures.startswith("0"):
        return number
    return tuple(sorted(number, key=lambda group: (group.place, group.start)))


def _figures(view: View, group: Group) -> Iterator[Piece]:
    """The digits of the group without what parts them; a plus sign stays."""
    written = view.text[group.start : group.end]
    if sum(map(str.isdigit, written)) != len(group.figures):
        yield Piece(group.start, group.end, group.figures)
        return
    for place in range(group.start, group.end):
        sign = view.text[place]
        if sign.isdigit() or (sign == "+" and view.text[place + 2 : place + 3].isdigit()):
            yield Piece(place, place + 1)


def _speaks_of_qq(told: list[Turn]) -> bool:
    """Whether anybody names QQ, where people are numbers."""
    return any(_QQ.search(said) for turn in told for said in (turn.low, turn.heard))


_QQ = re.compile(r"\bq ?q\b|扣扣")

# --- combinations --------------------------------------------------------------------------------


def _combinations(offers: list[Offer]) -> Iterator[Number]:
    """One group of the judged message and of one or more turns before it, or all that a turn has.

    Grown backwards from the judged message; a turn may be passed over when its groups speak
    against themselves.
    """
    grown: list[tuple[Number, int]] = [
        (choice, len(offers) - 1) for choice in _choices(offers[-1][1])
    ]
    made = 0
    while grown and made < COMBINATIONS_MAX:
        chosen, place = grown.pop(0)
        made += 1
        digits = sum(group.digits for group in chosen)
        if (
            place < len(offers) - 1
            and (digits in PHONE_LENGTHS or _is_card(chosen))
            and chosen[0].start < offers[-1][0].start
        ):
            yield chosen
        if place == 0 or digits >= CARD_LENGTHS[-1]:
            continue
        for choice in _choices(offers[place - 1][1]):
            grown.append(((*choice, *chosen), place - 1))
        if place - 1 > 0 and min(group.weight for group in offers[place - 1][1]) < 0.5:
            grown.append((chosen, place - 1))


def _choices(groups: list[Group]) -> list[Number]:
    single: list[Number] = [(group,) for group in groups]
    return [tuple(groups), *single] if len(groups) > 1 else single


class Scales:
    """Weighs how much speaks for groups being parts of one number, rather than counts of things."""

    def __init__(self, told: list[Turn], offers: list[Offer]) -> None:
        self._told = told
        self._offers = offers
        self._figures = [group for _, groups in offers for group in groups]
        self._calls = {turn.number for turn in told if CALLS.any_in(turn.low)}
        self._counts = {turn.number for turn in told if HOW_MANY.any_in(turn.heard)}
        with_groups = {turn.number for turn, _ in offers}
        self._idle = {
            turn.number
            for turn in told
            if turn.number not in with_groups and turn.words <= PROSE and PARTS.any_in(turn.low)
        }
        self._is_qq = _speaks_of_qq(told)
        self._adds_up = TOTALS.any_in(told[-1].low)

    def __call__(self, chosen: Number) -> float:
        """The weight of the groups; what speaks for them is about 1, what against about -1."""
        first = chosen[0].start
        since = {turn.number for turn in self._told if turn.end > first}
        weight = sum(group.weight for group in chosen) / len(chosen) * 2 + _look(chosen)
        weight -= self._left_out(chosen)
        weight += 0.6 * bool(self._calls & since) + 1.2 * self._is_qq
        # Who is asked how many gives counts, with the first answer and likely with the others.
        weight -= 1.2 if min(since) in self._counts else 0.4 * bool(self._counts & since)
        # Between the parts one says that more is to come: "the rest later".
        later = {number for number in since if number > min(since)}
        weight += 0.5 * bool(self._idle & later) - 1.5 * self._adds_up
        weight -= COUNTS * self.are_counts(chosen)
        return weight + 0.4 * any(_wonders(turn, chosen) for turn in self._told)

    def are_counts(self, chosen: Number) -> bool:
        """Whether figures that may be parts are prices, offers, a total or counts of things."""
        return (
            are_prices(chosen)
            or are_of_things(chosen)
            or is_haggled(self._told, chosen)
            or is_total(self._figures, chosen)
        )

    def _left_out(self, chosen: Number) -> float:
        """What speaks against it: figures in the midst that are no part, several in one turn."""
        against = 0.0
        for _, groups in self._offers:
            here = sum(group in chosen for group in groups)
            if groups[-1].start >= chosen[0].start:
                left = sum(group.weight > -0.3 for group in groups) - here
                against += 0.4 * (left > 0) + 0.3 * (left > 1)
                against += 0.3 * (here > 1) + 0.4 * (here > 2)
        return against


def _look(chosen: Number) -> float:
    """How much the digits together look like a telephone number or a card."""
    first, digits = chosen[0], sum(group.digits for group in chosen)
    weight = 0.0
    if first.figures.startswith("0") and 2 <= first.digits <= 5:
        weight += 1.2
    if first.is_said and first.digits >= 3:
        weight += 0.3
    if digits in (10, 11, 12) or digits == 16:
        weight += 0.3
    if digits == PHONE_LENGTHS[0]:
        weight -= 0.6  # few countries have so short ones
    if _lengths(chosen) == NORTH_AMERICAN:
        weight += 0.4
    return weight + 0.35 * (len(chosen) - 2)


def _wonders(turn: Turn, chosen: Number) -> bool:
    """Whether the other side wonders at figures that were given before: "626?"."""
    return any(mark in turn.heard for mark in "?？؟") and any(
        len(group.figures) > 1 and group.end <= turn.start and group.figures in turn.heard
        for group in chosen
    )
