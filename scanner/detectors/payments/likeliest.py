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
from scanner.detectors.payments.account import digits_of
from scanner.detectors.payments.services import NAME_SERVICES
from scanner.detectors.pointed import IsWord, most_pointed
from scanner.verdict import Category
from scanner.views.view import View

LIKELY: dict[Category, float] = {"payment.account": 0.3, "payment.offplatform": 0.5}
NUMBER_LIKELY = 0.3  # probability of an account from which a mere number is one
POINTS_MIN = 4  # of what points at a mere word
CONFIDENCE = 0.2
DIGITS_MIN = 7  # of a number; tills in Kenya have as many, and amounts fewer
NUMBERS_MAX = 60  # looked at in one message

# As of an IBAN, mistyped; not behind a currency or inside a link; "2025-11-04" is a day.
_NUMBER = re.compile(
    r"(?<![\w.$€£¥₹#@/-])(?!\d{4}-\d\d-\d\d\b)(?:[A-Z]{2}(?=\d\d))?"
    r"(?:\d{9,34}|\d(?:[ \u00a0-]?\d){6,33})(?![\w@/]|[.,:]\d)"
)
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
            found = islice(_NUMBER.finditer(view.text), NUMBERS_MAX)
            number = max(found, key=lambda it: len(_account(it[0])), default=None)
            if number is not None:
                yield _hit(*number.span(), _account(number[0]))


def _hit(start: int, end: int, value: str) -> Hit:
    return Hit(
        category="payment.account",
        start=start,
        end=end,
        confidence=CONFIDENCE,
        type="payment_account",
        value=value,
    )


def _account(written: str) -> str:
    """As it is compared: with the country's letters, and nothing between the digits."""
    return "".join(filter(str.isalpha, written)) + digits_of(written)
