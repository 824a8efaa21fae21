"""Step 4 of the road: what was found, excused and learned becomes one score per category."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scanner.verdict import CATEGORIES, Category, Excuse, Finding


def score(
    findings: Iterable[Finding],
    excuses: Iterable[Excuse],
    probabilities: Mapping[str, float],
) -> dict[Category, float]:
    """Every category with its score in [0, 1]: how sure we are that the message does this.

    The classifier has seen the text and all findings with their excuses, so its probability is the
    score. Where it has none (it broke; that is a ``Failure``) the findings speak for themselves:

    1. A finding weighs its confidence times the weights of all its excuses.
    2. Of each source (a detector, a rule) only its heaviest finding counts in a category: ten
       numbers that the phone detector half believes are one doubt, not ten.
    3. Sources are taken for independent witnesses and joined by noisy-or,
       ``1 - product(1 - weight)``.
    """
    if all(category in probabilities for category in CATEGORIES):
        return {category: probabilities[category] for category in CATEGORIES}
    kept: dict[Finding, float] = {finding: finding.confidence for finding in findings}
    for excuse in excuses:
        if excuse.finding in kept:
            kept[excuse.finding] *= excuse.weight
    heaviest: dict[tuple[Category, str], float] = {}
    for finding, weight in kept.items():
        witness = (finding.category, finding.source)
        heaviest[witness] = max(weight, heaviest.get(witness, 0.0))
    doubts = dict.fromkeys(CATEGORIES, 1.0)
    for (category, _), weight in heaviest.items():
        doubts[category] *= 1.0 - weight
    return {category: 1.0 - doubt for category, doubt in doubts.items()}
