"""The account of somebody who was judged to give one, where no word that is known announces it.

"Satispay, there I'm Officina Grillo": services that know people by names know them by any name.
"Lipa kwa Till namba yangu 5274816": banks and wallets are called in more ways than can be listed,
and then the longest number that is nothing else is the one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from models.scripts import lowered
from scanner.detectors.hit import Hit
from scanner.detectors.payments.account import figures_in
from scanner.detectors.payments.services import NAME_SERVICES
from scanner.detectors.pointed import IsWord, most_pointed
from scanner.verdict import Category
from scanner.views.view import View

LIKELY: dict[Category, float] = {"payment.account": 0.3, "payment.offplatform": 0.5}
NUMBER_LIKELY = 0.3  # probability of an account from which a mere number is one
POINTS_MIN = 4  # of what points at a mere word
CONFIDENCE = 0.2
SURE = 0.5  # confidence of another detail that the number is
NUMBERS_MAX = 60  # looked at in one message

# As of an IBAN, mistyped; no part of a link, no day and no years.
_NO_DAY = r"(?!\d{4}-\d\d-\d\d\b|\d\d-\d\d-\d{4}\b|(?:19|20)\d\d ?- ?20\d\d\b)"
_NUMBER = re.compile(
    rf"(?<![\w.#@/-]){_NO_DAY}(?:[A-Z]{{2}}(?=\d\d))?(?>\d{{9,34}}|\d(?:[ \u00a0-]?\d){{6,33}})"
    r"(?![\w@/]|[.,:]\d)"
)
_SIGN = r"[$€£¥₹₽₺₴₫₱฿₦]"
_CODE = (
    r"(?:usd|eur|gbp|inr|vnd|idr|rub|try|uah|php|thb|ngn|kes|tzs|ugx|pkr|bdt|brl|cny|jpy|krw|rp|rs"
    r"|сум|руб|тг)"
)
_PRICED = re.compile(rf"(?:{_SIGN}|\b{_CODE}\b\.?)[ \d]{{0,12}}\Z", re.IGNORECASE)
_PRICE = re.compile(rf"\s?(?:{_SIGN}|{_CODE}\b)", re.IGNORECASE)
_COUNTED = "1234567890"
_IFSC = re.compile(r"[A-Z]{4}0[A-Z0-9]{6}")  # of a branch in India, beside which an account stands


@dataclass(frozen=True, slots=True)
class LikeliestAccountDetector:
    """Finds what is pointed at like a name beside a service for money, once one is likely there."""

    is_word: IsWord
    id: str = "likeliest-account"

    def find(
        self, view: View, known: Collection[Hit], probabilities: Mapping[str, float]
    ) -> Iterator[Hit]:
        """The name that most points at, else the longest number, if none is ``known``."""
        is_likely = any(probabilities.get(name, 0.0) >= least for name, least in LIKELY.items())
        accounts = [hit.value for hit in known if hit.type == "payment_account" and hit.value]
        if not is_likely or not all(map(_IFSC.fullmatch, accounts)):
            return
        if NAME_SERVICES.any_in(lowered(view.text)):
            name = most_pointed(view.text, self.is_word, NAME_SERVICES, least=POINTS_MIN)
            if name is not None:
                yield _hit(name.start, name.end, name.value.replace(" ", ""))
                return
        account = probabilities.get("payment.account", 0.0)
        if account >= max(NUMBER_LIKELY, probabilities.get("contact.phone", 0.0)):
            sure = {hit.value or "" for hit in known if hit.confidence >= SURE}
            numbers = list(_numbers(view.text, sure))
            yield from [max(numbers, key=lambda hit: len(hit.value or ""))] if numbers else ()


def _numbers(text: str, sure: Collection[str]) -> Iterator[Hit]:
    """The numbers that are no amounts, no counting and none of what is ``sure`` to be another."""
    for number in islice(_NUMBER.finditer(text), NUMBERS_MAX):
        value = _account(number[0])
        is_other = value in _COUNTED or _is_in(value, sure) or _is_amount(text, *number.span())
        if not is_other:
            yield _hit(*number.span(), value)


def _hit(start: int, end: int, value: str) -> Hit:
    return Hit(
        category="payment.account",
        start=start,
        end=end,
        confidence=CONFIDENCE,
        type="payment_account",
        value=value,
    )


def _is_amount(text: str, start: int, end: int) -> bool:
    """Whether a currency stands before or behind: "Rp 1 200 000 000"."""
    before = text[max(0, start - 16) : start]
    return _PRICED.search(before) is not None or _PRICE.match(text, end) is not None


def _is_in(number: str, values: Collection[str]) -> bool:
    """Whether one of the values ends with the number but for its trunk's nought."""
    return any(value.endswith(number.lstrip("0")) for value in values)


def _account(written: str) -> str:
    """As it is compared: with the country's letters, and nothing between the digits."""
    return "".join(filter(str.isalpha, written)) + figures_in(written)
