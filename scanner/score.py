"""Step 4 of the road: what was found, excused and learned becomes one score per category."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from scanner.verdict import CATEGORIES, DETAILS, Category, Excuse, Finding

GUESSED = 0.2  # confidence of a place that is shown because something must be somewhere


def score(
    findings: Collection[Finding],
    excuses: Iterable[Excuse],
    probabilities: Mapping[str, float],
    *,
    is_new: Callable[[Finding], bool] = lambda _: False,
) -> dict[Category, float]:
    """Every category with its score in [0, 1]: how sure we are that the message does this.

    The classifier has seen the text and all findings with their excuses, so its probability is the
    score. Findings speak for themselves, beside it, where their source is new to it (``is_new``: a
    rule that is younger than the training), and all of them where it broke:

    1. A finding weighs its confidence times the weights of all its excuses.
    2. Of each source (a detector, a rule) only its heaviest finding counts in a category: ten
       numbers that the phone detector half believes are one doubt, not ten.
    3. Sources, and the classifier, are taken for independent witnesses and joined by noisy-or,
       ``1 - product(1 - weight)``.

    Last, a detail that was found explains itself: another kind, of which nothing was found, scores
    no more than the surest one leaves open. A link to a meeting gives no phone number. Mere guesses
    explain nothing.
    """
    is_judged = all(category in probabilities for category in CATEGORIES)
    kept: dict[Finding, float] = {
        finding: finding.confidence for finding in findings if not is_judged or is_new(finding)
    }
    for excuse in excuses:
        if excuse.finding in kept:
            kept[excuse.finding] *= excuse.weight
    heaviest: dict[tuple[Category, str], float] = {}
    for finding, weight in kept.items():
        witness = (finding.category, finding.source)
        heaviest[witness] = max(weight, heaviest.get(witness, 0.0))
    doubts = {
        category: 1.0 - probabilities[category] if is_judged else 1.0 for category in CATEGORIES
    }
    for (category, _), weight in heaviest.items():
        doubts[category] *= 1.0 - weight
    scores = {category: 1.0 - doubt for category, doubt in doubts.items()}
    given = {it.category for it in findings if it.type is not None and it.confidence > GUESSED}
    surest = max((scores[category] for category in given), default=0.0)
    for category in DETAILS:
        if category not in given:
            scores[category] = min(scores[category], 1.0 - surest)
    return scores
