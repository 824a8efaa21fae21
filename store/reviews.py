"""Second looks: a share of the decisions is decided once more, by somebody who does not see them.

The first decision stands, whatever the second person says: a second look measures, and changes
nothing. It belongs to one person at a time, as a case does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Row, and_, case, exists, func, insert, or_, select, update

from scanner.verdict import Category
from store import log
from store.decisions import UNDO_WINDOW, Action, read_note, write_note
from store.errors import NothingToUndo, UndoTooLate
from store.narrowing import Filter, conditions
from store.schema import cases, decisions
from store.schema_after import reviews

ReviewState = Literal["open", "claimed", "done", "void"]

REVIEWED = ("allow", "mask", "bounce", "refuse")  # "escalate" says that one does not know
OF_A_BATCH_MAX = 10  # of decisions made with one press; more of them would say nothing new
TRIES_MAX = 10  # that colleagues may take between our look and our claim


@dataclass(frozen=True, slots=True)
class Review:
    """``by`` has it or has answered it; ``action``, ``reason`` and ``note`` are the answer."""

    id: int
    case_id: int
    decision_id: int
    state: ReviewState
    made_at: datetime
    by: str | None
    claim_expires_at: datetime | None
    action: Action | None
    reason: str | None
    note: str | None
    at: datetime | None
    golden_id: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One case decided twice: by ``first`` in effect, by ``second`` without seeing it."""

    case_id: int
    category: Category | None
    first: str
    first_action: Action
    second: str
    second_action: Action
    at: datetime

    @property
    def agrees(self) -> bool:
        """Both did the same."""
        return self.first_action == self.second_action


def lot(*parts: object) -> float:
    """A number in [0, 1) as if by chance, the same for the same parts: SHA-256 of them."""
    told = json.dumps([str(part) for part in parts]).encode("ascii")
    return int.from_bytes(hashlib.sha256(told).digest()[:8], "big") / 2**64


def draw(
    connection: Connection,
    case_ids: Collection[int],
    *,
    share: float,
    seed: str,
    now: datetime,
) -> list[int]:
    """Of these cases, just decided, the ones whose lot it is will be looked at again; their ids.

    The lot is that of the case's id and the seed, so nobody can decide until it falls well.
    """
    drawn = [id for id in sorted(case_ids) if lot(seed, id) < share][:OF_A_BATCH_MAX]
    if not drawn:
        return []
    newest = (
        select(func.max(decisions.c.id))
        .where(decisions.c.case_id.in_(drawn))
        .group_by(decisions.c.case_id)
    )
    made = connection.execute(
        select(decisions.c.id, decisions.c.case_id).where(
            decisions.c.id.in_(newest), decisions.c.action.in_(REVIEWED)
        )
    ).all()
    if made:
        connection.execute(
            insert(reviews),
            [
                {"case_id": row.case_id, "decision_id": row.id, "state": "open", "made_at": now}
                for row in made
            ],
        )
    return [row.case_id for row in made]


def claim_review(
    connection: Connection, *, narrowed: Filter, by: str, lease: timedelta, now: datetime
) -> int | None:
    """The oldest second look that they may take is theirs; its case's id, None for none.

    Not at decisions of their own or that they were taught, and only where the decision still stands
    and fits the filter.
    """
    waiting = connection.execute(
        select(reviews.c.id, reviews.c.case_id)
        .join(cases, cases.c.id == reviews.c.case_id)
        .join(decisions, decisions.c.id == reviews.c.decision_id)
        .where(_is_free(now), decisions.c.by != by, _is_untaught(by), *conditions(narrowed, now))
        .order_by(reviews.c.id)
        .limit(TRIES_MAX)
    ).all()
    for row in waiting:
        taken = connection.execute(
            update(reviews)
            .where(reviews.c.id == row.id, _is_free(now))
            .values(state="claimed", by=by, claim_expires_at=now + lease)
        )
        if taken.rowcount:
            return int(row.case_id)
    return None


def review_in_hand(
    connection: Connection, *, by: str, now: datetime, apart_from: int = 0
) -> int | None:
    """The case of a second look that is theirs already, other than that of this number."""
    query = select(reviews.c.case_id).where(
        reviews.c.by == by,
        reviews.c.state == "claimed",
        reviews.c.claim_expires_at > now,
        reviews.c.case_id != apart_from,
    )
    return connection.execute(query.limit(1)).scalar_one_or_none()


def review_of(connection: Connection, case_id: int, *, by: str, now: datetime) -> Review | None:
    """Their second look at the case: while it is theirs, and while their answer can be undone.

    One that was given to teach is theirs until it is answered.
    """
    row = connection.execute(
        select(reviews)
        .join(cases, cases.c.id == reviews.c.case_id)
        .where(reviews.c.case_id == case_id, reviews.c.by == by, cases.c.state == "decided")
        .where(
            or_(
                and_(reviews.c.state == "claimed", reviews.c.claim_expires_at > now),
                and_(
                    reviews.c.state == "done",
                    reviews.c.at > now - UNDO_WINDOW,
                    reviews.c.golden_id.is_(None),
                ),
            )
        )
        .order_by(reviews.c.id.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else _as_review(row)


def last_answered(connection: Connection, *, by: str, now: datetime) -> tuple[int, datetime] | None:
    """The case of their newest answer that can still be undone, and when it was given."""
    row = connection.execute(
        select(reviews.c.case_id, reviews.c.at)
        .join(cases, cases.c.id == reviews.c.case_id)
        .where(
            reviews.c.by == by,
            reviews.c.state == "done",
            reviews.c.at > now - UNDO_WINDOW,
            reviews.c.golden_id.is_(None),
            cases.c.state == "decided",
        )
        .order_by(reviews.c.at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else (row.case_id, row.at)


def renew_review(
    connection: Connection, review: Review, *, lease: timedelta, now: datetime
) -> None:
    """It stays theirs for a whole lease."""
    connection.execute(_of(review).values(claim_expires_at=now + lease))


def release_review(connection: Connection, review: Review) -> None:
    """It is open to others again; what was given to teach them is asked of nobody else."""
    if review.golden_id is not None:
        connection.execute(_of(review).values(state="void"))
        return
    connection.execute(_of(review).values(state="open", by=None, claim_expires_at=None))


def answer(
    connection: Connection,
    review: Review,
    *,
    action: Action,
    reason: str | None,
    note: str | None,
    now: datetime,
) -> bool:
    """Their answer stands, beside the first decision; False when it is theirs no more."""
    answered = connection.execute(
        _of(review).values(
            state="done",
            action=action,
            reason=reason,
            note=write_note(note),
            at=now,
            claim_expires_at=None,
        )
    )
    if answered.rowcount:
        _log(connection, "review.answered", review, now=now, action=action)
    return bool(answered.rowcount)


def take_answer_back(
    connection: Connection, review: Review, *, lease: timedelta, now: datetime
) -> None:
    """The second look is theirs again. Raises NothingToUndo and UndoTooLate."""
    if review.state != "done" or review.at is None or review.by is None:
        raise NothingToUndo(review.case_id, review.by or "")
    if now > review.at + UNDO_WINDOW:
        raise UndoTooLate(review.case_id, review.at + UNDO_WINDOW)
    empty = dict.fromkeys(("action", "reason", "note", "at"))
    connection.execute(_of(review).values(state="claimed", claim_expires_at=now + lease, **empty))
    _log(connection, "review.undone", review, now=now)


def deeds_of(connection: Connection, name: str) -> tuple[int, int]:
    """The numbers of their last decision and last second look: another pair after each deed."""
    last = (
        select(func.coalesce(func.max(table.c.id), 0)).where(table.c.by == name)
        for table in (decisions, reviews)
    )
    decided, reviewed = (connection.execute(query).scalar_one() for query in last)
    return decided, reviewed


def pairs(connection: Connection, *, since: datetime) -> list[Pair]:
    """All second looks that were answered since, the newest first; none that were to teach."""
    rows = connection.execute(
        select(
            reviews.c.case_id,
            cases.c.category,
            decisions.c.by.label("first"),
            decisions.c.action.label("first_action"),
            reviews.c.by.label("second"),
            reviews.c.action.label("second_action"),
            reviews.c.at,
        )
        .join(decisions, decisions.c.id == reviews.c.decision_id)
        .join(cases, cases.c.id == reviews.c.case_id)
        .where(reviews.c.state == "done", reviews.c.at >= since, reviews.c.golden_id.is_(None))
        .where(reviews.c.action.in_(REVIEWED))
        .order_by(reviews.c.at.desc(), reviews.c.id.desc())
    )
    return [Pair(*row) for row in rows]


def agreed(
    connection: Connection, *, since: datetime, first: str | None = None
) -> dict[str, tuple[int, int]]:
    """By who decided first: how many second looks were answered since, and how many agree.

    Of everybody, or of one person.
    """
    same = func.sum(case((decisions.c.action == reviews.c.action, 1), else_=0))
    query = (
        select(decisions.c.by, func.count(), same)
        .join(decisions, decisions.c.id == reviews.c.decision_id)
        .where(reviews.c.state == "done", reviews.c.at >= since, reviews.c.golden_id.is_(None))
        .where(reviews.c.action.in_(REVIEWED))
        .group_by(decisions.c.by)
    )
    if first is not None:
        query = query.where(decisions.c.by == first)
    return {row[0]: (row[1], row[2]) for row in connection.execute(query)}


def answers_on(connection: Connection, case_id: int) -> list[Review]:
    """What second looks at the case said, oldest first."""
    query = select(reviews).where(reviews.c.case_id == case_id, reviews.c.action.is_not(None))
    return [_as_review(row) for row in connection.execute(query.order_by(reviews.c.id))]


def count_reviews(connection: Connection, *, now: datetime, open_to: str | None = None) -> int:
    """How many second looks nobody has taken; only those they may take, where one is named."""
    query = select(func.count()).select_from(reviews).where(_is_free(now))
    if open_to is not None:
        query = query.join(decisions, decisions.c.id == reviews.c.decision_id)
        query = query.where(decisions.c.by != open_to, _is_untaught(open_to))
    return connection.execute(query).scalar_one()


def _is_free(now: datetime) -> Any:
    return and_(
        reviews.c.golden_id.is_(None),
        or_(
            reviews.c.state == "open",
            and_(reviews.c.state == "claimed", reviews.c.claim_expires_at <= now),
        ),
    )


def _is_untaught(by: str) -> Any:
    """The case was no golden item to them: then they know what was thought right."""
    given = reviews.alias()
    seen = select(given.c.id).where(
        given.c.case_id == reviews.c.case_id, given.c.by == by, given.c.golden_id.is_not(None)
    )
    return ~exists(seen)


def _of(review: Review) -> Any:
    """The row, as long as nothing has become of it since it was read."""
    return update(reviews).where(
        reviews.c.id == review.id, reviews.c.state == review.state, reviews.c.by == review.by
    )


def _log(
    connection: Connection, event: str, review: Review, *, now: datetime, action: str | None = None
) -> None:
    log.append(
        connection,
        event=event,
        subject=f"case:{review.case_id}",
        actor=review.by or "",
        now=now,
        details={"review": review.id, **({"action": action} if action else {})},
    )


def _as_review(row: Row[Any]) -> Review:
    return Review(
        row.id,
        row.case_id,
        row.decision_id,
        row.state,
        row.made_at,
        row.by,
        row.claim_expires_at,
        row.action,
        row.reason,
        read_note(row.note),
        row.at,
        row.golden_id,
    )
