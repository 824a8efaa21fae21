"""Golden items: decided cases with a known answer, which come up among the others to teach.

One is given as a second look is: blind, to one person, once. What they answer changes nothing, and
they are told at once whether it was right, and why.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, exists, insert, select, update

from store import log
from store.decisions import Action, read_note, write_note
from store.errors import NotFound, NothingToTeach
from store.narrowing import Filter, conditions
from store.reviews import lot
from store.schema import cases, contents, decisions
from store.schema_after import goldens, reviews

WHY_MAX_LENGTH = 500  # characters; a sentence or two
CHOSEN_FROM_MAX = 1_000  # items that one is drawn from; more of them nobody keeps in mind


@dataclass(frozen=True, slots=True)
class Golden:
    """One item. ``actions`` are the right ones; ``why`` is None once the text was removed."""

    id: int
    case_id: int
    actions: tuple[Action, ...]
    why: str | None
    by: str
    at: datetime
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class Taught:
    """What somebody answered to an item, and what was right."""

    golden: Golden
    action: Action
    at: datetime

    @property
    def is_right(self) -> bool:
        """They did one of the right things."""
        return self.action in self.golden.actions


def mark(
    connection: Connection,
    case_id: int,
    *,
    actions: Collection[Action],
    why: str,
    by: str,
    now: datetime,
) -> int:
    """The decided case comes up to others, to teach; the item's id.

    What it said before is retired. Raises NothingToTeach, and ValueError without an action or a
    sentence.
    """
    if not actions:
        raise ValueError("choose at least one right decision")
    if not 0 < len(why) <= WHY_MAX_LENGTH:
        raise ValueError(f"say why in 1 to {WHY_MAX_LENGTH} characters")
    last = (
        select(decisions.c.id)
        .join(cases, cases.c.id == decisions.c.case_id)
        .join(contents, contents.c.message_pk == cases.c.message_pk)
        .where(cases.c.id == case_id, cases.c.state == "decided", contents.c.removed_at.is_(None))
        .order_by(decisions.c.id.desc())
        .limit(1)
    )
    decision_id = connection.execute(last).scalar_one_or_none()
    if decision_id is None:
        raise NothingToTeach(case_id)
    _retire(connection, goldens.c.case_id == case_id, now=now)
    id: int = connection.execute(
        insert(goldens)
        .values(
            case_id=case_id,
            decision_id=decision_id,
            actions=" ".join(actions),
            why=write_note(why),
            by=by,
            at=now,
        )
        .returning(goldens.c.id)
    ).scalar_one()
    _log(connection, "golden.marked", case_id, id, by=by, now=now)
    return id


def retire(connection: Connection, golden_id: int, *, by: str, now: datetime) -> Golden:
    """It comes up no more; what was answered stays counted. Raises NotFound."""
    row = connection.execute(select(goldens).where(goldens.c.id == golden_id)).one_or_none()
    if row is None:
        raise NotFound("golden", golden_id)
    if row.retired_at is None:
        _retire(connection, goldens.c.id == golden_id, now=now)
        _log(connection, "golden.retired", row.case_id, golden_id, by=by, now=now)
    return _as_golden(row)


def golden_of(connection: Connection, case_id: int) -> Golden | None:
    """What the case teaches now; None when it does not."""
    query = select(goldens).where(goldens.c.case_id == case_id, goldens.c.retired_at.is_(None))
    row = connection.execute(query.order_by(goldens.c.id.desc()).limit(1)).one_or_none()
    return None if row is None else _as_golden(row)


def goldens_on(connection: Connection, case_id: int) -> list[Golden]:
    """All that the case taught, retired or not, oldest first."""
    query = select(goldens).where(goldens.c.case_id == case_id).order_by(goldens.c.id)
    return [_as_golden(row) for row in connection.execute(query)]


def list_goldens(connection: Connection) -> list[tuple[Golden, int, int]]:
    """Those that are not retired, the newest first: how often answered, and how often rightly."""
    rows = connection.execute(
        select(goldens).where(goldens.c.retired_at.is_(None)).order_by(goldens.c.id.desc())
    )
    found = [_as_golden(row) for row in rows]
    given: dict[int, list[Taught]] = {}
    for one in _answers(connection, goldens.c.retired_at.is_(None)):
        given.setdefault(one[1].golden.id, []).append(one[1])
    return [
        (one, len(given.get(one.id, ())), sum(it.is_right for it in given.get(one.id, ())))
        for one in found
    ]


def give(
    connection: Connection,
    *,
    narrowed: Filter,
    by: str,
    seed: str,
    lease: timedelta,
    now: datetime,
) -> int | None:
    """An item that teaches them something is theirs; its case's id, None for none.

    Not what they decided, marked or were asked before, and only what fits the filter. Which one is
    a lot of the person and the item, so that colleagues do not all get the same.
    """
    theirs = select(decisions.c.id).where(decisions.c.case_id == cases.c.id, decisions.c.by == by)
    asked = select(reviews.c.id).where(reviews.c.case_id == cases.c.id, reviews.c.by == by)
    rows = connection.execute(
        select(goldens.c.id, goldens.c.case_id, goldens.c.decision_id)
        .join(cases, cases.c.id == goldens.c.case_id)
        .where(goldens.c.retired_at.is_(None), goldens.c.by != by, cases.c.state == "decided")
        .where(~exists(theirs), ~exists(asked), *conditions(narrowed, now))
        .order_by(goldens.c.id.desc())
        .limit(CHOSEN_FROM_MAX)
    ).all()
    if not rows:
        return None
    chosen = min(rows, key=lambda row: lot(seed, by, row.id))
    connection.execute(
        insert(reviews).values(
            case_id=chosen.case_id,
            decision_id=chosen.decision_id,
            golden_id=chosen.id,
            state="claimed",
            made_at=now,
            by=by,
            claim_expires_at=now + lease,
        )
    )
    return int(chosen.case_id)


def taught(connection: Connection, case_id: int, *, by: str) -> Taught | None:
    """What they last answered to the case as a golden item; None when they were not asked."""
    found = _answers(connection, reviews.c.case_id == case_id, reviews.c.by == by)
    return found[-1][1] if found else None


def results(
    connection: Connection, *, since: datetime, by: str | None = None
) -> dict[str, tuple[int, int]]:
    """By who was asked: how many golden items they answered since, and how many rightly."""
    told: dict[str, tuple[int, int]] = {}
    whose = [] if by is None else [reviews.c.by == by]
    for name, one in _answers(connection, reviews.c.at >= since, *whose):
        size, right = told.get(name, (0, 0))
        told[name] = (size + 1, right + one.is_right)
    return told


def _answers(connection: Connection, *where: Any) -> list[tuple[str, Taught]]:
    """Who answered what, oldest first."""
    rows = connection.execute(
        select(
            goldens,
            reviews.c.by.label("who"),
            reviews.c.action.label("action"),
            reviews.c.at.label("answered_at"),
        )
        .join(reviews, reviews.c.golden_id == goldens.c.id)
        .where(reviews.c.state == "done", *where)
        .order_by(reviews.c.at, reviews.c.id)
    )
    return [(row.who, Taught(_as_golden(row), row.action, row.answered_at)) for row in rows]


def _retire(connection: Connection, which: Any, *, now: datetime) -> None:
    """It is asked of nobody any more, nor of those who have it open."""
    ids = connection.execute(
        select(goldens.c.id).where(which, goldens.c.retired_at.is_(None))
    ).scalars()
    for id in ids.all():
        connection.execute(update(goldens).where(goldens.c.id == id).values(retired_at=now))
        connection.execute(
            update(reviews)
            .where(reviews.c.golden_id == id, reviews.c.state == "claimed")
            .values(state="void")
        )


def _log(
    connection: Connection, event: str, case_id: int, golden_id: int, *, by: str, now: datetime
) -> None:
    log.append(
        connection,
        event=event,
        subject=f"case:{case_id}",
        actor=by,
        now=now,
        details={"golden": golden_id},
    )


def _as_golden(row: Row[Any]) -> Golden:
    return Golden(
        row.id,
        row.case_id,
        tuple(row.actions.split()),
        read_note(row.why),
        row.by,
        row.at,
        row.retired_at,
    )
