"""Taking a case, taking the next one, and giving one back."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import Route

from console.filters import read_filters
from console.pages import case
from console.security import guarded
from console.undoable import UNDO_FIELD
from console.visit import Console, Visit, go
from store import cases
from store.desk import list_cases
from store.errors import AlreadyDecided, ClaimedByOther

TRIES_MAX = 10  # cases that colleagues may take between our look and our claim


def routes(console: Console) -> list[Route]:
    """The buttons beside a case, and the one above the queue."""
    return [
        Route(
            "/cases/{case_id:int}/claim",
            guarded(console, claim, opens="moderate"),
            methods=["POST"],
        ),
        Route(
            "/cases/{case_id:int}/release",
            guarded(console, release, opens="moderate"),
            methods=["POST"],
        ),
        Route(
            "/cases/{case_id:int}/ahead",
            guarded(console, take_ahead, opens="moderate"),
            methods=["POST"],
        ),
        Route("/next", guarded(console, take_next, opens="moderate"), methods=["POST"]),
    ]


def claim(console: Console, visit: Visit) -> Response:
    """The case is theirs until the lease runs out."""
    case_id = visit.case_id
    try:
        with console.database.begin() as connection:
            lease = console.settings.claim_lease
            cases.claim(connection, case_id, by=visit.user.name, lease=lease, now=visit.now)
    except case.CONFLICTS as error:
        return case.refused(console, visit, error)
    return go(visit, f"/cases/{case_id}")


def release(console: Console, visit: Visit) -> Response:
    """The case is open to all again."""
    case_id = visit.case_id
    try:
        with console.database.begin() as connection:
            cases.release(connection, case_id, by=visit.user.name, now=visit.now)
    except case.CONFLICTS as error:
        return case.refused(console, visit, error)
    return go(visit, "/", said="released", **{UNDO_FIELD: f"back-{case_id}"})


def take_next(console: Console, visit: Visit) -> Response:
    """The most urgent open case of the filters is theirs, and shown."""
    with console.database.begin() as connection:
        case_id = claim_next(connection, console, visit)
    if case_id is None:
        return go(visit, "/", said="none_left")
    return go(visit, f"/cases/{case_id}")


def take_ahead(console: Console, visit: Visit) -> Response:
    """The case that comes after this one is theirs already, and its page is kept ready by theirs.

    Nobody else can be shown it as their next, so that it can be drawn before the answer to the
    decision is there. Its claim runs out like any other.
    """
    with console.database.begin() as connection:
        following = claim_following(connection, console, visit)
    if following is None:
        return Response(status_code=204)
    return case.show_other(console, visit, following)


def claim_following(connection: Connection, console: Console, visit: Visit) -> int | None:
    """The case after the one in the address is theirs; None when nothing is left.

    First what they have already (kept ready, or claimed by hand), then the most urgent open one.
    """
    asked = read_filters(visit.request.query_params)
    theirs = list_cases(
        connection,
        now=visit.now,
        narrowed=replace(
            asked.narrow(states=("claimed",), user=visit.user.name, now=visit.now),
            claimed_by=visit.user.name,
        ),
        limit=2,
    )
    for row in theirs:
        if row.id != visit.case_id:
            lease = console.settings.claim_lease
            cases.renew(connection, row.id, by=visit.user.name, lease=lease, now=visit.now)
            return row.id
    return claim_next(connection, console, visit)


def claim_next(connection: Connection, console: Console, visit: Visit) -> int | None:
    """The most urgent open case that the address asks for is theirs; None when nothing is left."""
    asked = read_filters(visit.request.query_params)
    waiting = list_cases(
        connection,
        now=visit.now,
        narrowed=asked.narrow(states=("open",), user=visit.user.name, now=visit.now),
        limit=TRIES_MAX,
    )
    for row in waiting:
        try:
            lease = console.settings.claim_lease
            cases.claim(connection, row.id, by=visit.user.name, lease=lease, now=visit.now)
        except (ClaimedByOther, AlreadyDecided):
            continue
        return row.id
    return None
