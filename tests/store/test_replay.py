"""What the database decides by a policy is what the policy itself decides."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from config.settings import ROOT
from scanner.message import CONTRACTS, RELATIONSHIPS, Context
from scanner.policy import Policy
from scanner.verdict import CATEGORIES, DECISIONS, Category, Failure, Verdict
from store import cases, decisions, messages, verdicts
from store.database import Database
from store.replay import LOWEST, moved, moves, spread
from tests.verdicts import NOON, message, verdict

POLICY = Policy.load(ROOT / "rules" / "policy.toml")
DAY = timedelta(days=1)
CATEGORY: Category = "payment.offplatform"


def judged(database: Database, given: dict[str, tuple[Context, Verdict]]) -> None:
    with database.begin() as connection:
        told = [message(id, context=context) for id, (context, _) in given.items()]
        receipts = messages.receive(connection, told, now=NOON)
        each = {one.pk: given[one.id][1] for one in receipts}
        verdicts.record_all(connection, each, now=NOON, languages={min(each): "fr"})


def by_chance(chance: random.Random, size: int) -> dict[str, tuple[Context, Verdict]]:
    """Contexts of every kind, scores at thresholds and between, broken steps, and no numbers."""
    edges = sorted({edge for row in POLICY.rows.values() for edge in (row.flag_at, row.hold_at)})
    given = {}
    kinds = list(product(CONTRACTS, RELATIONSHIPS, (True, False)))
    for n in range(size):
        contract, relationship, is_paid = kinds[n % len(kinds)]
        context = Context(contract=contract, relationship=relationship, conversion_fee_paid=is_paid)
        scores = {
            name: chance.choice([0.0, 0.01, chance.random() ** 4, chance.choice(edges)])
            for name in CATEGORIES
        }
        if n % 29 == 0:
            scores["scam"] = float("nan")
        failures = (Failure(step="models", error="E"),) if n % 23 == 0 else ()
        one = replace(verdict("hold"), scores=scores, failures=failures)
        ruling = POLICY.decide(scores, context, failures)
        given[f"m-{n}"] = context, replace(one, decision=ruling.decision, reasons=ruling.reasons)
    return given


@pytest.fixture
def given(database: Database) -> dict[str, tuple[Context, Verdict]]:
    told = by_chance(random.Random(3), 400)
    judged(database, told)
    return told


def with_row(flag_at: float, hold_at: float) -> Policy:
    row = replace(POLICY.rows[CATEGORY], flag_at=flag_at, hold_at=hold_at)
    return replace(POLICY, rows={**POLICY.rows, CATEGORY: row})


@pytest.mark.parametrize("on_failure", ["flag", "hold"])
def test_moves_are_those_of_the_policy_itself(
    database: Database, given: dict[str, tuple[Context, Verdict]], on_failure: str
) -> None:
    other = replace(with_row(0.2, 0.9), on_failure=on_failure)  # type: ignore[arg-type]
    expected = Counter(
        (one.decision, other.decide(one.scores, context, one.failures).decision, None)
        for context, one in given.values()
    )
    with database.read() as connection:
        assert moves(connection, since=NOON, policy=other) == expected


def test_piles_are_all_messages_with_what_others_decide(
    database: Database, given: dict[str, tuple[Context, Verdict]]
) -> None:
    apart = replace(
        POLICY,
        rows={**POLICY.rows, CATEGORY: replace(POLICY.rows[CATEGORY], flag_at=1.1, hold_at=1.1)},
    )
    expected: Counter[tuple[object, ...]] = Counter()
    for context, one in given.values():
        score = one.scores[CATEGORY]
        if any(value != value for value in one.scores.values()):
            continue
        is_its_case = bool(one.reasons) and one.reasons[0].category == CATEGORY
        others = apart.decide(one.scores, context, one.failures).decision
        is_far = score < LOWEST and not is_its_case
        expected[
            context.contract,
            context.may_pay_outside,
            is_its_case,
            "allow" if is_far else others,
            int(score * 1000 + 1e-6),
        ] += 1
    with database.read() as connection:
        found = spread(connection, since=NOON, policy=POLICY, category=CATEGORY, limit=1_000)
        few = spread(connection, since=NOON, policy=POLICY, category=CATEGORY, limit=10)
        none = spread(connection, since=NOON + DAY, policy=POLICY, category=CATEGORY, limit=1_000)
    counted: Counter[tuple[object, ...]] = Counter()
    for pile in found.piles:
        key = pile.contract, pile.is_exempt, pile.is_its_case, pile.others, pile.grain
        counted[key] += pile.size
    assert counted == expected
    assert not found.is_cut
    assert few.is_cut
    assert sum(pile.size for pile in few.piles) <= 10
    assert (list(none.piles), none.oldest, none.is_cut) == ([], None, False)


@pytest.mark.parametrize(("flag_at", "hold_at"), [(0.2, 0.9), (0.7, 0.9), (0.95, 0.95), (0.7, 0.7)])
def test_moved_are_those_that_the_policies_part_on(
    database: Database, given: dict[str, tuple[Context, Verdict]], flag_at: float, hold_at: float
) -> None:
    after = with_row(flag_at, hold_at)
    expected = []
    for context, one in given.values():
        ranks = [
            policy.decide(one.scores, context, one.failures).decision for policy in (POLICY, after)
        ]
        if ranks[0] != ranks[1] and all(value == value for value in one.scores.values()):
            expected.append((*ranks, one.scores[CATEGORY]))
    with database.read() as connection:
        found = moved(
            connection,
            since=NOON,
            before=POLICY,
            after=after,
            category=CATEGORY,
            limit=1_000,
            shown=1_000,
        )
    assert [(one.before, one.after, one.score) for one in reversed(found)] == expected
    assert {one.case_id is None for one in found if one.before == "allow"} <= {True}
    assert all(one.before in DECISIONS for one in found)


def test_outcome_is_what_moderators_did(database: Database) -> None:
    told = verdict("hold")
    scores = told.scores | {CATEGORY: 0.9}
    given = {f"m-{n}": (Context(), replace(told, scores=scores)) for n in range(4)}
    judged(database, given)
    actions: tuple[decisions.Action, ...] = ("refuse", "allow", "escalate")
    with database.begin() as connection:
        for case_id, action in enumerate(actions, start=1):
            cases.claim(connection, case_id, by="mona", lease=DAY, now=NOON)
            decisions.decide(connection, case_id, action=action, by="mona", now=NOON)
    with database.read() as connection:
        found = spread(connection, since=NOON, policy=POLICY, category=CATEGORY, limit=1_000)
    outcomes: Counter[str] = Counter()
    for pile in found.piles:
        outcomes[pile.outcome] += pile.size
    assert outcomes == {"violation": 1, "innocent": 1, "undecided": 2}
    assert {pile.language for pile in found.piles} == {"fr", None}
