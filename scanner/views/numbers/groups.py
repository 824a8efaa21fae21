"""Groups of digits that a run says, and whether they are a number and no count or rhyme."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

BEGUN_MIN = 6  # digits in figures of a number that ends in words, and of most of one
MOSTLY_BEGUN = 7
MOSTLY_WRITTEN = 8  # digits in figures of a number without its 0 of which a part is said
RUN_MIN_DIGITS = 5  # what is shorter is a count, a year or an age
RUN_MIN_GROUPS = 3
AT_ONCE_MIN = 7  # digits said as one number, "six hundred million and four"; fewer are amounts
LINKED_MIN_DIGITS = 8  # of plain figures in a row that only words like "then" tie together
COUNTING_SHARE = 0.7  # of equal steps: "five, six, seven, eight, zero" is still a rhyme
_COUNTING_STEPS = (1, -1, 2, -2, 5, -5, 10, -10)  # sizes go "thirty-two, thirty-four …"
NATIONAL_DIGITS = range(9, 13)  # of a number that is written with its leading 0
NORTH_AMERICAN = (3, 3, 4)  # digits of the parts of a number, there and where it is written so

_YEAR = re.compile("(?:19|20)[0-9]{2}")


class Group(NamedTuple):
    """A part of a run that says one number; ``is_sure`` is false for what only sounds like one."""

    start: int
    end: int
    digits: str
    is_sure: bool = True
    is_said: bool = True
    is_linked: bool = False  # a word like "then" stands before it


def trimmed(number: list[Group], *, is_english: bool) -> list[Group]:
    """Without sound-alikes at the ends, unless only they make the number ten digits long.

    "To" is two to the English alone: a Pole says "is" with it. "O" is nought to others as well.
    """
    first, last = 0, len(number)
    while first < last and not number[first].is_sure:
        first += 1
    while last > first and not number[last - 1].is_sure:
        last -= 1
    sure = number[first:last]
    length, sure_length = (sum(len(group.digits) for group in groups) for groups in (number, sure))
    ends = [*number[:first], *number[last:]]
    are_figures = is_english or all(group.digits == "0" for group in ends)
    if is_english and length == 11 and ends == number[:1] and ends[0].digits == "0":
        return number  # "o seven eight …", as they begin in Britain
    return number if are_figures and sure_length < 10 <= length <= 12 else sure


def once(groups: list[Group]) -> list[Group]:
    """Without a beginning that is said and then written again: "oh-seven-five 075 …"."""
    digits = "".join(group.digits for group in groups)
    if digits[0] != "0" or len(digits) <= NATIONAL_DIGITS[-2]:
        return groups
    length = 0
    for place, group in enumerate(groups):
        if length > 1 and digits[:length] == digits[length : 2 * length]:
            return groups[place:]
        length += len(group.digits)
    return groups


def is_number(groups: list[Group], least: tuple[int, int], *, goes_on: bool) -> bool:
    """Whether the groups are more than a count or a counting rhyme.

    ``least``: how many digits there must be, and how many groups that are said.
    """
    shortest, fewest = least
    sure_digits = sum(len(group.digits) for group in groups if group.is_sure)
    said = sum(group.is_said for group in groups)
    links = sum(group.is_linked for group in groups[1:])
    is_interwoven = any(
        left.end == right.start and left.is_said != right.is_said
        for left, right in pairwise(groups)
    )
    at_once = [one.digits for one in groups if one.is_said and len(one.digits) > AT_ONCE_MIN]
    if at_once:  # a round one is money: "two crore thirty-five lakh"
        return sure_digits >= shortest and not any(digits.endswith("000") for digits in at_once)
    if sure_digits < shortest or len(groups) < RUN_MIN_GROUPS:
        return False
    if links >= 2 and sure_digits >= LINKED_MIN_DIGITS:
        said = max(said, 2)
    has_year = any(not group.is_said and _YEAR.fullmatch(group.digits) for group in groups)
    is_part_said = _has_said_part(groups) or (not goes_on and _ends_in_words(groups))
    if not is_interwoven and said < (3 if has_year else fewest) and not is_part_said:
        return False
    steps = Counter(int(right.digits) - int(left.digits) for left, right in pairwise(groups))
    return max(steps[step] for step in _COUNTING_STEPS) < COUNTING_SHARE * (len(groups) - 1)


def _has_said_part(groups: list[Group]) -> bool:
    """Whether one part among written ones is said: "078 / 734 vierzg 19", "312 five 08 4179"."""
    written = "".join(group.digits for group in groups if not group.is_said)
    total = sum(len(group.digits) for group in groups)
    return (
        (groups[0].digits[0] == "0" or len(written) >= MOSTLY_WRITTEN)
        and any(group.is_said for group in groups)
        and all(group.is_sure for group in groups)
        and not (groups[0].is_said or groups[-1].is_said)
        and len(written) >= RUN_MIN_DIGITS
        and total in NATIONAL_DIGITS
    )


def _ends_in_words(groups: list[Group]) -> bool:
    """Whether figures go on in words to the length of a number: "0171 294 50 dreiundachtzig".

    One figure said behind a number is a count: "call 612 419 386 two times". So are more of them
    before a noun.
    """
    said = "".join(group.digits for group in groups if group.is_said)
    first = next((place for place, group in enumerate(groups) if group.is_said), 0)
    if first == 0 or not all(group.is_said and group.is_sure for group in groups[first:]):
        return False
    written = "".join(group.digits for group in groups[:first])
    parts = [group.digits for group in groups[:first]]
    if _YEAR.fullmatch(parts[0]) or all(part.endswith("0") for part in parts):
        return False
    is_begun = (
        written[0] == "0"
        or len(written) >= MOSTLY_BEGUN
        or (len(written) == BEGUN_MIN and len(said) > 2)
    )
    return (
        is_begun
        and BEGUN_MIN <= len(written) < NATIONAL_DIGITS.stop - 2
        and len(said) >= 2
        and not said.endswith("00")
        and len(written) + len(said) in NATIONAL_DIGITS
    )
