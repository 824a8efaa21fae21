"""A second look: the case as if nobody had decided it before the one who looks."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from console.visit import Visit
from store import reviews
from store.decisions import Decision, decisions_of
from store.desk import CaseRow, CaseView, find_row
from store.reviews import Review
from store.senders import SenderRecord


def review_of(connection: Connection, visit: Visit, case_id: int) -> Review | None:
    """The visitor's second look at the case, if it is one for them."""
    return reviews.review_of(connection, case_id, by=visit.user.name, now=visit.now)


def row_seen(connection: Connection, visit: Visit, case_id: int) -> CaseRow:
    """The case's row as the visitor may see it. Raises NotFound."""
    row = find_row(connection, case_id, now=visit.now)
    review = review_of(connection, visit, case_id)
    return row if review is None else _row(row, review)


def decisions_seen(connection: Connection, visit: Visit, case_id: int) -> list[Decision]:
    """What was decided, as far as the visitor may see it: of a second look, their own answer."""
    review = review_of(connection, visit, case_id)
    return decisions_of(connection, case_id) if review is None else _answer(review)


def view_seen(view: CaseView, review: Review | None) -> CaseView:
    """The case without what others decided, and without what followed from it."""
    if review is None:
        return view
    return replace(
        view,
        row=_row(view.row, review),
        decisions=tuple(_answer(review)),
        strikes=(),
        appeals=(),
    )


def record_seen(record: SenderRecord, row: CaseRow, review: Review | None) -> SenderRecord:
    """The sender's record as it would be if the case, of this unchanged row, still waited."""
    if review is None:
        return record
    decided = dict(record.decided)
    if row.action in decided:
        decided[row.action] -= 1
    return replace(
        record,
        waiting=record.waiting + 1,
        decided={action: size for action, size in decided.items() if size},
        past=tuple(one for one in record.past if one.case_id != row.id),
        standing=tuple(
            replace(one, violations=tuple(it for it in one.violations if it.case_id != row.id))
            for one in record.standing
        ),
    )


def _row(row: CaseRow, review: Review) -> CaseRow:
    return replace(
        row,
        state="claimed" if review.state == "claimed" else "decided",
        claimed_by=review.by,
        claim_expires_at=review.claim_expires_at,
        action=review.action,
        decided_at=review.at,
        opened_at=review.made_at,
        due_at=review.made_at + (row.due_at - row.opened_at),
        appeal_id=None,
        barred=None,
    )


def _answer(review: Review) -> list[Decision]:
    if review.action is None or review.at is None or review.by is None:
        return []
    return [
        Decision(
            id=0,
            case_id=review.case_id,
            action=review.action,
            reason=review.reason,
            note=review.note,
            by=review.by,
            at=review.at,
            undoes=None,
        )
    ]
