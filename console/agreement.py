"""How far two people decide the same without knowing of each other. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan

from store.reviews import Pair


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of ``size`` pairs ``same`` agree.

    ``kappa`` is Cohen's: 1 is always, 0 no more than by chance; None where chance explains all,
    since one answer was the only one.
    """

    size: int
    same: int
    kappa: float | None

    @property
    def share(self) -> float | None:
        """Which part agrees; None of nothing."""
        return self.same / self.size if self.size else None


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """How far the pairs agree."""
    first = [pair.first_action for pair in pairs]
    second = [pair.second_action for pair in pairs]
    kappa: float | None = None
    if len({*first, *second}) > 1:
        from sklearn.metrics import cohen_kappa_score  # large, and asked for by leads alone

        kappa = float(cohen_kappa_score(first, second))
    return Agreement(
        size=len(pairs),
        same=sum(pair.agrees for pair in pairs),
        kappa=None if kappa is None or isnan(kappa) else kappa,
    )


def by_category(pairs: Sequence[Pair]) -> Mapping[str | None, Agreement]:
    """The same for each category, those with the most pairs first."""
    counted = Counter(pair.category for pair in pairs)
    return {
        category: agreement([pair for pair in pairs if pair.category == category])
        for category, _ in counted.most_common()
    }
