"""Taking a case, taking the next one, and giving one back."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import Route

from console.blind import review_of
from console.filters import Asked, read_filters
from console.pages import case
from console.security import guarded
from console.undoable import UNDO_FIELD
from console.visit import Console, Visit, go
from store import cases, goldens, log, reviews
from store.desk import list_cases
from store.errors import AlreadyDecided, ClaimedByOther, DecidedFirst
from store.narrowing import Filter
from store.reviews import lot

CATCHING_UP = 2  # second looks come up twice as often as they are drawn, so that none waits long
LOOKED_BACK = 5_000  # rows of the log in which a case that was given back is found
GIVEN_BACK_MAX = 100  # cases that wait behind the others, for the one who gave them back
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
            review = review_of(connection, visit, case_id)
            if review is not None and review.state == "claimed":
                reviews.renew_review(connection, review, lease=lease, now=visit.now)
            else:
                cases.claim(connection, case_id, by=visit.user.name, lease=lease, now=visit.now)
    except case.CONFLICTS as error:
        return case.refused(console, visit, error)
    return go(visit, f"/cases/{case_id}")


def release(console: Console, visit: Visit) -> Response:
    """The case is open to all again."""
    case_id = visit.case_id
    try:
        with console.database.begin() as connection:
            review = review_of(connection, visit, case_id)
            if review is not None and review.state == "claimed":
                reviews.release_review(connection, review)
                return go(visit, "/", said="released")  # it comes to somebody else
            cases.release(connection, case_id, by=visit.user.name, now=visit.now)
    except case.CONFLICTS as error:
        return case.refused(console, visit, error)
    return go(visit, "/", **{UNDO_FIELD: f"back-{case_id}"})


def take_next(console: Console, visit: Visit) -> Response:
    """What they have already is shown, else the most urgent open case, which is theirs now."""
    with console.database.begin() as connection:
        case_id = claim_following(connection, console, visit)
    if case_id is None:
        return go(visit, "/", said="none_left")
    return go(visit, f"/cases/{case_id}")


def take_ahead(console: Console, visit: Visit) -> Response:
    """The case that comes after this one is theirs already, and its page is kept ready by theirs.

    Nobody else can be shown it as their next, so that it can be drawn before the answer to the
    decision is there. Its claim runs out like any other.
    """
    with console.database.begin() as connection:
        following = claim_following(connection, console, visit, apart_from=visit.case_id)
    if following is None:
        return Response(status_code=204)
    return case.show_other(console, visit, following)


def claim_following(
    connection: Connection, console: Console, visit: Visit, *, apart_from: int = 0
) -> int | None:
    """The case to go on with is theirs; None when nothing is left but ``apart_from``.

    First what they have already (kept ready, or claimed by hand), so that nothing piles up with
    them; then the most urgent open one.
    """
    asked = read_filters(visit.request.query_params)
    in_hand = reviews.review_in_hand(
        connection, by=visit.user.name, apart_from=apart_from, now=visit.now
    )
    if in_hand is not None:
        return in_hand
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
        if row.id != apart_from:
            lease = console.settings.claim_lease
            cases.renew(connection, row.id, by=visit.user.name, lease=lease, now=visit.now)
            return row.id
    return claim_next(connection, console, visit)


def claim_next(connection: Connection, console: Console, visit: Visit) -> int | None:
    """The most urgent open case that the address asks for is theirs; None when nothing is left.

    Now and then a golden item or a second look comes first; where nothing else is left, a second
    look always does. What they gave back comes after the others, so that "next" goes on through
    the queue.
    """
    asked = read_filters(visit.request.query_params)
    golden = _give_golden(connection, console, visit, asked)
    if golden is not None:
        return golden
    if _is_turn(connection, console, visit):
        review = _claim_review(connection, console, visit, asked)
        if review is not None:
            return review
    given_back = _given_back(connection, visit.user.name)
    waiting = list_cases(
        connection,
        now=visit.now,
        narrowed=replace(
            asked.narrow(states=("open",), user=visit.user.name, now=visit.now),
            open_to=visit.user.name,
        ),
        limit=TRIES_MAX + len(given_back),
    )
    for row in sorted(waiting, key=lambda one: given_back.get(one.id, 0)):
        try:
            lease = console.settings.claim_lease
            cases.claim(connection, row.id, by=visit.user.name, lease=lease, now=visit.now)
        except (ClaimedByOther, AlreadyDecided, DecidedFirst):
            continue
        return row.id
    return _claim_review(connection, console, visit, asked)


def _given_back(connection: Connection, name: str) -> dict[int, int]:
    """The cases that they gave back lately, each with its place: what came back last is last."""
    since = log.last_seq(connection) - LOOKED_BACK
    told = log.subjects_after(connection, since, events=("case.released",), actor=name)
    newest = list(dict.fromkeys(told))[:GIVEN_BACK_MAX]
    return {
        int(subject.removeprefix("case:")): len(newest) - place
        for place, subject in enumerate(newest)
    }


def _is_turn(connection: Connection, console: Console, visit: Visit) -> bool:
    """Whether the lot of what they did so far brings a second look next."""
    settings, name = console.settings, visit.user.name
    drawn = lot(settings.second_look_seed, name, *reviews.deeds_of(connection, name))
    return drawn < settings.second_look_share * CATCHING_UP


def _give_golden(
    connection: Connection, console: Console, visit: Visit, asked: Asked
) -> int | None:
    """A golden item is theirs, where the lot of what they did so far brings one."""
    settings, name = console.settings, visit.user.name
    drawn = lot(settings.second_look_seed, "golden", name, *reviews.deeds_of(connection, name))
    narrowed = _narrowed(visit, asked)
    if drawn >= settings.golden_share or narrowed is None:
        return None
    return goldens.give(
        connection,
        narrowed=narrowed,
        by=name,
        seed=settings.second_look_seed,
        lease=settings.claim_lease,
        now=visit.now,
    )


def _claim_review(
    connection: Connection, console: Console, visit: Visit, asked: Asked
) -> int | None:
    """A second look that fits the filters is theirs: in a language that they read, say."""
    narrowed = _narrowed(visit, asked)
    if narrowed is None:
        return None
    return reviews.claim_review(
        connection,
        narrowed=narrowed,
        by=visit.user.name,
        lease=console.settings.claim_lease,
        now=visit.now,
    )


def _narrowed(visit: Visit, asked: Asked) -> Filter | None:
    """What of the address a decided case can fit; None where it asks for others."""
    if asked.mine or asked.appeal or asked.holder is not None or asked.state is not None:
        return None
    narrowed = asked.narrow(states=("decided",), user=visit.user.name, now=visit.now)
    return replace(narrowed, opened_by_then=None, due_by_then=None)
