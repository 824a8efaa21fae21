"""The account of somebody who was judged to give one, where it is nothing but a name.

"Satispay, there I'm Officina Grillo": services that know people by names know them by any name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from models.scripts import lowered
from scanner.detectors.hit import Hit
from scanner.detectors.payments.services import NAME_SERVICES
from scanner.detectors.pointed import IsWord, most_pointed
from scanner.verdict import Category
from scanner.views.view import View

LIKELY: dict[Category, float] = {"payment.account": 0.3, "payment.offplatform": 0.5}
POINTS_MIN = 4  # of what points at a mere word
CONFIDENCE = 0.2


@dataclass(frozen=True, slots=True)
class LikeliestAccountDetector:
    """Finds what is pointed at like a name beside a service for money, once one is likely there."""

    is_word: IsWord
    id: str = "likeliest-account"

    def find(
        self, view: View, known: Collection[Hit], probabilities: Mapping[str, float]
    ) -> Iterator[Hit]:
        """The name that most points at, if an account is likely and none is ``known``."""
        is_likely = any(probabilities.get(name, 0.0) >= least for name, least in LIKELY.items())
        if not is_likely or any(hit.type == "payment_account" and hit.value for hit in known):
            return
        if not NAME_SERVICES.any_in(lowered(view.text)):
            return
        name = most_pointed(view.text, self.is_word, NAME_SERVICES, least=POINTS_MIN)
        if name is not None:
            yield Hit(
                category="payment.account",
                start=name.start,
                end=name.end,
                confidence=CONFIDENCE,
                type="payment_account",
                value=name.value.replace(" ", ""),
            )
