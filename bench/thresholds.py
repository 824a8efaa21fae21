"""Thresholds chosen on labelled cases: those that catch most without stopping too many.

A scan is made once; a policy is then no more than comparisons, so thousands can be tried.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bench.scoring import Judged
from scanner.policy import Policy, Row
from scanner.verdict import CATEGORIES, DECISIONS, Category

STEP = 0.05  # thresholds are chosen no finer: the cases would not tell them apart
LOWEST, HIGHEST = 0.2, 0.95
ROUNDS = 3  # over all categories; later ones change nothing more
# Of stopping an innocent, in violations caught.
PRICES = tuple(round(0.25 * 2 ** (step / 2), 2) for step in range(15))
HELD = 2.0  # times as dear as being stopped at all
ALLOW, HOLD = DECISIONS.index("allow"), DECISIONS.index("hold")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Shares that a policy brings: of the violations, of the innocent twice, and of all."""

    caught: float
    stopped: float
    held: float
    ideal: float


class Trial:
    """Judged cases as arrays, to be decided again and again.

    scores: (n_cases, n_categories); cells: the same, the strictest decision that counts there.
    """

    def __init__(self, judged: Sequence[Judged], policy: Policy) -> None:
        """Raises ValueError where one of the kinds of cases, or all of them, are missing."""
        cases = [it.case for it in judged]
        self._is_violation = np.array([case.is_violation for case in cases], bool)
        if not 0 < self._is_violation.sum() < len(cases):
            raise ValueError("it takes violations and innocent cases to choose thresholds by")
        self._scores = np.array(
            [[it.verdict.scores.get(name, 0.0) for name in CATEGORIES] for it in judged]
        )
        rows = [policy.rows[name] for name in CATEGORIES]
        self._cells = np.array(
            [[DECISIONS.index(row.cell(case.message.context)) for row in rows] for case in cases]
        )
        self._accepted = np.array([[name in case.accept for name in DECISIONS] for case in cases])
        self._ideal = np.array([DECISIONS.index(case.ideal) for case in cases])

    def of_category(self, category: int, flag_at: float, hold_at: float) -> NDArray[np.int64]:
        """What the category alone decides at these thresholds: (n_cases,)."""
        score, cell = self._scores[:, category], self._cells[:, category]
        reached = (score >= flag_at).astype(np.int64) + (score >= hold_at)
        return np.asarray(np.minimum(reached, cell))

    def of_policy(self, policy: Policy) -> NDArray[np.int64]:
        """What each category alone decides by a policy: (n_categories, n_cases)."""
        rows = [policy.rows[name] for name in CATEGORIES]
        return np.array(
            [self.of_category(at, row.flag_at, row.hold_at) for at, row in enumerate(rows)]
        )

    def outcome(self, decided: NDArray[np.int64]) -> Outcome:
        """What decisions bring: (n_cases,)."""
        is_right = self._accepted[np.arange(len(decided)), decided]
        innocent = decided[~self._is_violation]
        return Outcome(
            caught=float(is_right[self._is_violation].mean()),
            stopped=float((innocent > ALLOW).mean()),
            held=float((innocent == HOLD).mean()),
            ideal=float((decided == self._ideal).mean()),
        )


def tune(judged: Sequence[Judged], policy: Policy, *, stopped: float, held: float) -> Policy:
    """The policy with the thresholds that catch most of these cases.

    stopped, held: shares of the innocent that may be, at most. Prices on an innocent message that
    is stopped are tried from low to high; at each, one category after the other gets the thresholds
    that are worth most. What keeps to the limits and catches most is taken, and where none does,
    what stops the fewest. Cells are left as they are. Raises ValueError like Trial.
    """
    trial = Trial(judged, policy)
    tried = [_priced(trial, policy, price) for price in PRICES]
    kept = [it for it in tried if it[1].stopped <= stopped and it[1].held <= held]
    best = (
        max(kept, key=lambda it: it[1].caught + it[1].ideal)
        if kept
        else min(tried, key=lambda it: it[1].stopped)
    )
    return best[0]


def outcome_of(judged: Sequence[Judged], policy: Policy) -> Outcome:
    """What a policy brings on these cases, failures left aside. Raises ValueError like Trial."""
    trial = Trial(judged, policy)
    return trial.outcome(trial.of_policy(policy).max(axis=0))


def _priced(trial: Trial, policy: Policy, price: float) -> tuple[Policy, Outcome]:
    rows = dict(policy.rows)
    parts = trial.of_policy(policy)
    worth = _worth(trial.outcome(parts.max(axis=0)), price)
    for _ in range(ROUNDS):
        before = worth
        for at, name in enumerate(CATEGORIES):
            others = np.delete(parts, at, axis=0).max(axis=0)
            for flag_at, hold_at in _pairs(policy, name):
                alone = trial.of_category(at, flag_at, hold_at)
                found = _worth(trial.outcome(np.maximum(others, alone)), price)
                if found > worth:
                    worth, parts[at] = found, alone
                    rows[name] = replace(rows[name], flag_at=flag_at, hold_at=hold_at)
        if worth == before:
            break
    return replace(policy, rows=rows), trial.outcome(parts.max(axis=0))


def _pairs(policy: Policy, category: Category) -> list[tuple[float, float]]:
    """Thresholds to try; where nothing is ever held, that one stays."""
    row = policy.rows[category]
    steps = [round(LOWEST + STEP * n, 2) for n in range(round((HIGHEST - LOWEST) / STEP) + 1)]
    if "hold" not in (row.before_contract, row.after_contract, row.when_fee_exempt):
        return [(flag_at, row.hold_at) for flag_at in steps if flag_at <= row.hold_at]
    return [(flag_at, hold_at) for flag_at in steps for hold_at in steps if flag_at <= hold_at]


def _worth(outcome: Outcome, price: float) -> float:
    return outcome.caught + outcome.ideal - price * (outcome.stopped + HELD * outcome.held)


def written(text: str, policy: Policy) -> str:
    """The text of a policy with the thresholds of this one, everything else as it stands."""
    for category, row in policy.rows.items():
        name = re.escape(category)
        table = re.compile(rf'(\[category\.(?:"{name}"|{name})\][^\[]*)')
        text = table.sub(lambda found, row=row: _with_thresholds(found[1], row), text, count=1)  # type: ignore[misc]
    return text


def _with_thresholds(table: str, row: Row) -> str:
    for field in ("flag_at", "hold_at"):
        table = re.sub(rf"(?m)^({field}\s*=\s*)[\d.]+", rf"\g<1>{getattr(row, field):g}", table)
    return table
