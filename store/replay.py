"""What was judged, as another policy would judge it: scores and contexts, and no text.

The database compares the scores that stand with the verdicts, so that a hundred thousand messages
take no longer than a page may. What a row of a policy brings where is asked of ``scanner.policy``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, get_args

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    Select,
    Subquery,
    and_,
    case,
    cast,
    false,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import JSONB

from scanner.message import Context, Contract
from scanner.policy import Policy
from scanner.verdict import CATEGORIES, DECISIONS, Category, DecisionName
from store.schema import cases, messages, verdicts

LOWEST = 0.05  # no threshold is lower here; nine messages in ten score less, and take no time
GRAINS = 1_000  # steps of a score that are told apart; thresholds have three digits at the most

Outcome = Literal["violation", "innocent", "undecided"]  # in the eyes of moderators
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
VIOLATIONS: Final = ("mask", "bounce", "refuse")  # what is done about one

OUTCOME: Final = case(  # of a row of cases, or of none
    (cases.c.action.in_(VIOLATIONS), "violation"),
    (cases.c.action == "allow", "innocent"),
    else_="undecided",
)

Move = tuple[DecisionName, DecisionName, str | None]  # before, after, what a moderator decided

_BEFORE = Context(contract="none")
_EXEMPT = Context(contract="active", relationship="external")
_AFTER = Context(contract="active")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """So many messages that are alike in all that a category's thresholds look at.

    ``grain`` is the category's score in thousandths, cut off; ``others`` what the other categories
    and broken steps decide today, asked only of cases of the category and from LOWEST on.
    ``language`` is kept with cases, so None where there is none. ``is_its_case``: there is a case,
    for this category.
    """

    contract: Contract
    is_exempt: bool
    language: str | None
    outcome: Outcome
    is_its_case: bool
    others: DecisionName
    grain: int
    size: int

    @property
    def context(self) -> Context:
        """One in which the policy's row brings the same."""
        relationship: Literal["external", "platform"] = "external" if self.is_exempt else "platform"
        return Context(contract=self.contract, relationship=relationship)


@dataclass(frozen=True, slots=True)
class Spread:
    """All messages of a time in piles. ``is_cut`` when there were more than were looked at.

    ``oldest`` is when the first of them came; None when there are none.
    """

    piles: Sequence[Pile]
    oldest: datetime | None
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """A message that another policy decides otherwise; ``case_id`` is None where it has no case."""

    message_pk: int
    case_id: int | None
    score: float
    before: DecisionName
    after: DecisionName
    action: str | None


def moves(connection: Connection, *, since: datetime, policy: Policy) -> Counter[Move]:
    """How many were decided so then, are decided so by this policy, and what moderators did."""
    judged = _judged(connection, since=since, is_whole=True)
    rank = _ruled(connection, judged, policy).label("rank")
    # With OFFSET here and below, no database works a column out for each place that names it.
    ruled = select(judged.c.decision, rank, judged.c.action).offset(0).subquery()
    rows = connection.execute(select(*ruled.c, func.count().label("size")).group_by(*ruled.c))
    counted: Counter[Move] = Counter()
    for row in rows:
        counted[row.decision, DECISIONS[row.rank], row.action] = row.size
    return counted


def spread(
    connection: Connection, *, since: datetime, policy: Policy, category: Category, limit: int
) -> Spread:
    """The messages since then, at most so many of the newest, by the score of one category.

    Those with a score that is no number are left out, here and below: no threshold changes them.
    """
    judged = _judged(connection, since=since, limit=limit)
    score = _score(connection, judged, category)
    apart = [name for name in CATEGORIES if name != category]
    is_its_case = func.coalesce(judged.c.category == category, false())
    is_far = and_(func.coalesce(score, 0.0) < LOWEST, ~is_its_case)
    piles = (
        select(
            *(judged.c.contract, judged.c.is_exempt, judged.c.language, judged.c.outcome),
            is_its_case.label("is_its_case"),
            case((is_far, 0), else_=_ruled(connection, judged, policy, apart)).label("others"),
            _grain(connection, score).label("grain"),
        )
        .offset(0)
        .subquery()
    )
    rows = connection.execute(select(*piles.c, func.count().label("size")).group_by(*piles.c))
    found = [
        Pile(
            contract=row.contract,
            is_exempt=bool(row.is_exempt),
            language=row.language,
            outcome=row.outcome,
            is_its_case=bool(row.is_its_case),
            others=DECISIONS[row.others],
            grain=row.grain,
            size=row.size,
        )
        for row in rows
    ]
    first = first_since(connection, since=since, limit=limit)
    query = select(messages.c.received_at).where(messages.c.pk >= first)
    oldest = connection.execute(query.order_by(messages.c.pk).limit(1)).scalar_one_or_none()
    return Spread(found, oldest, first > first_since(connection, since=since))


def moved(
    connection: Connection,
    *,
    since: datetime,
    before: Policy,
    after: Policy,
    category: Category,
    limit: int,
    shown: int,
    contract: Contract | None = None,
    language: str | None = None,
) -> list[Moved]:
    """The newest of those messages that the one policy decides otherwise than the other.

    The two differ in the thresholds of the category. At most ``shown``.
    """
    judged = _judged(connection, since=since, limit=limit)
    score = _score(connection, judged, category)
    old, new = before.rows[category], after.rows[category]
    edges = (old.flag_at, new.flag_at, old.hold_at, new.hold_at)
    wanted = [score >= min(edges), score < max(edges)]  # asked first, as the rest takes longer
    if contract is not None:
        wanted.append(judged.c.contract == contract)
    if language is not None:
        wanted.append(judged.c.language == language)
    ranks = [_ruled(connection, judged, policy) for policy in (before, after)]
    rows = connection.execute(
        select(
            *(judged.c.pk, judged.c.case_id, score.label("score"), judged.c.action),
            *(rank.label(name) for rank, name in zip(ranks, ("before", "after"), strict=True)),
        )
        .where(*wanted, ranks[0] != ranks[1])
        .order_by(judged.c.pk.desc())
        .limit(shown)
    )
    return [
        Moved(
            row.pk,
            row.case_id,
            row.score,
            DECISIONS[row.before],
            DECISIONS[row.after],
            row.action,
        )
        for row in rows
    ]


def _judged(
    connection: Connection, *, since: datetime, limit: int | None = None, is_whole: bool = False
) -> Subquery:
    """What is known of each message since then; ``read`` is what its scores are read from.

    Without those with a score that is no number, unless it is to be the whole.
    """
    first = first_since(connection, since=since, limit=limit)
    is_postgresql = connection.dialect.name == "postgresql"
    find = func.strpos if is_postgresql else func.instr
    body: ColumnElement[Any] = verdicts.c.body
    has_nan = find(body, ":NaN") > 0  # for which JSON has no word
    is_unread = find(body, '"failures":[]') == 0
    if is_whole:
        is_unread = or_(is_unread, has_nan)
        body = func.replace(body, ":NaN", ":null")
    if is_postgresql:
        body = func.jsonb_extract_path(cast(body, JSONB), "scores")
    query: Select[Any] = (
        select(
            *(messages.c.pk, messages.c.contract, verdicts.c.decision),
            *(cases.c.id.label("case_id"), cases.c.category, cases.c.language, cases.c.action),
            or_(messages.c.relationship == "external", messages.c.conversion_fee_paid).label(
                "is_exempt"
            ),
            OUTCOME.label("outcome"),
            *(is_unread.label("is_unread"), body.label("read")),
        )
        .join(verdicts, verdicts.c.message_pk == messages.c.pk)
        .outerjoin(cases, cases.c.message_pk == messages.c.pk)
        .where(messages.c.pk >= first, messages.c.received_at >= since)
    )
    if not is_whole:
        query = query.where(~has_nan)
    # PostgreSQL would read the scores anew for each category; SQLite keeps what it read last.
    return (query.offset(0) if is_postgresql else query).subquery()


def first_since(connection: Connection, *, since: datetime, limit: int | None = None) -> int:
    """The first message to look at: those that came earlier have lower keys."""
    newest = select(messages.c.pk).order_by(messages.c.pk.desc()).limit(1)
    earlier = connection.execute(newest.where(messages.c.received_at < since)).scalar_one_or_none()
    first = 1 if earlier is None else earlier + 1
    if limit is None:
        return first
    furthest = connection.execute(newest.offset(limit - 1)).scalar_one_or_none()
    return max(first, furthest or 1)


def _score(connection: Connection, judged: Subquery, category: Category) -> ColumnElement[float]:
    """NULL where the verdict has none that is a number."""
    if connection.dialect.name == "postgresql":
        return cast(func.jsonb_extract_path_text(judged.c.read, category), Float)
    # Written out, as SQLite then finds what it read for the category before.
    path: ColumnElement[str] = literal_column(f"""'$.scores."{category}"'""")
    return func.json_extract(judged.c.read, path, type_=Float())


def _grain(connection: Connection, score: ColumnElement[float]) -> ColumnElement[int]:
    # A little more, or 0.57 would be cut to 0.569: 0.57 * 1000 is 569.9999999999999.
    grains = func.coalesce(score, 0.0) * GRAINS + 1e-6
    return cast(func.floor(grains) if connection.dialect.name == "postgresql" else grains, Integer)


def _ruled(
    connection: Connection,
    judged: Subquery,
    policy: Policy,
    categories: Collection[Category] = CATEGORIES,
) -> ColumnElement[int]:
    """What the rows of these categories decide, and broken steps: the place in DECISIONS."""
    scores = {category: _score(connection, judged, category) for category in categories}

    def rank(context: Context) -> ColumnElement[int]:
        reached: dict[DecisionName, list[ColumnElement[bool]]] = {"hold": [], "flag": []}
        reached[policy.on_failure].append(judged.c.is_unread)
        for category in categories:
            for threshold, decision in policy.rows[category].steps(context):
                reached[decision].append(scores[category] >= threshold)
        return case(
            *((or_(*those), DECISIONS.index(name)) for name, those in reached.items() if those),
            else_=0,
        )

    return case(
        (judged.c.contract.in_(("none", "offered")), rank(_BEFORE)),
        (judged.c.is_exempt, rank(_EXEMPT)),
        else_=rank(_AFTER),
    )
