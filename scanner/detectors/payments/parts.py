"""Accounts given in parts over several messages, put together where a checksum proves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from stdnum import iban, luhn
from stdnum.br import cpf

from scanner.detectors.payments.account import Account
from scanner.detectors.payments.crypto import CRYPTO_BEGINS, judge_whole
from scanner.detectors.payments.services import CUES_OF, UPI_HANDLES

PARTS_MAX = 24  # pieces that could belong to an account, in one room
BEGINNINGS_MAX = 6  # of these that an account may begin with

_PART = re.compile(r"(?<![\w@])[A-Za-z0-9]{1,64}(?:[.-]?[A-Za-z0-9]{1,12}){0,3}(?![\w@])")
_IBAN_BEGINS = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]*", re.IGNORECASE)
_HEX = re.compile(r"0x[0-9a-fA-F]{40}")
_UPI_END = re.compile(r"(?<![\w.-])@\s?([A-Za-z]{2,20})(?!\w)")
_NAME = re.compile(r"(?<![\w@])[A-Za-z0-9][\w.-]{3,40}(?![\w@])")
_CARD_STARTS = tuple("23456")


def in_parts(text: str, low: str, seam: int) -> Iterator[Account]:
    """Accounts that begin in an earlier message and end in the judged one, after ``seam``."""
    yield from _upi(text, seam)
    every = [
        (match.start(), match.end(), re.sub("[.-]", "", match.group()))
        for match in islice(_PART.finditer(text), 2_000)
        if any(map(str.isdigit, match.group()))
    ][-PARTS_MAX:]
    # A single figure is as often a word of the talk around as a part.
    for parts in (every, [part for part in every if len(part[2]) > 1]):
        if whole := _first_whole(parts, low, seam):
            yield whole
            return


def _first_whole(parts: list[tuple[int, int, str]], low: str, seam: int) -> Account | None:
    beginnings = 0
    for index, (start, _, first) in enumerate(parts):
        if start >= seam or beginnings >= BEGINNINGS_MAX:
            return None
        if not _may_begin(first):
            continue
        beginnings += 1
        if whole := _whole(parts[index:], low, seam):
            return whole
    return None


def _may_begin(part: str) -> bool:
    is_code = _IBAN_BEGINS.fullmatch(part) or CRYPTO_BEGINS.fullmatch(part)
    return bool(is_code) or part.isdigit()


def _whole(parts: list[tuple[int, int, str]], low: str, seam: int) -> Account | None:
    """As many parts from the first on as make an account; the last is in the judged message."""
    made = ""
    for start, end, part in parts:
        made += part
        if len(made) > 110:
            return None
        if start >= seam and (found := _judged(made, low)):
            return Account(parts[0][0], end, *found)
    return None


def _judged(made: str, low: str) -> tuple[str, float] | None:
    """The canonical value of what the parts make, if that is surely an account."""
    if made.isdigit():
        certainty = _digits_judged(made, low)
        return (made, certainty) if certainty else None
    if _IBAN_BEGINS.fullmatch(made) and iban.is_valid(made.upper(), check_country=False):
        return made.upper(), 0.95
    certainty = judge_whole(made) or 0.0
    if not certainty and _HEX.fullmatch(made) and CUES_OF["crypto"].any_in(low):
        certainty = 0.75
    return (made, certainty) if certainty else None


def _digits_judged(made: str, low: str) -> float:
    """Whether it is a card by its check digit or a word for one, or the tax number of a Pix key."""
    if len(made) == 11 and cpf.is_valid(made) and CUES_OF["pix"].any_in(low):
        return 0.9
    if len(made) != 16 or not made.startswith(_CARD_STARTS):
        return 0.0
    return 0.9 if luhn.is_valid(made) else 0.75 if CUES_OF["bank"].any_in(low) else 0.0


def _upi(text: str, seam: int) -> Iterator[Account]:
    """ "then meeradraws", and later "@okaxis"."""
    ending = _UPI_END.search(text, seam)
    if (
        not ending
        or ending.group(1).lower() not in UPI_HANDLES
        or text[seam : ending.start()].strip()
    ):
        return
    names = [*islice(_NAME.finditer(text, max(0, seam - 200), seam), 60)]
    if names:
        value = names[-1].group().rstrip(".-").lower() + "@" + ending.group(1).lower()
        yield Account(names[-1].start(), ending.end(), value, 0.85)
