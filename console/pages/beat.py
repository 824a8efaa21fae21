"""Signs of life from an open case: they say who looks at it, and keep it theirs while they work."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import Route

from console.blind import decisions_seen, review_of, row_seen
from console.filters import read_filters
from console.hold import hold_of
from console.security import guarded
from console.visit import Console, Visit
from store import cases, reviews, viewings
from store.errors import AlreadyDecided, ClaimedByOther, DecidedFirst, NotClaimed
from store.reveals import shown_until


def routes(console: Console) -> list[Route]:
    """What the page's script sends by itself."""
    return [
        Route("/cases/{case_id:int}/beat", guarded(console, beat, opens="read"), methods=["POST"]),
        Route(
            "/cases/{case_id:int}/leave", guarded(console, leave, opens="read"), methods=["POST"]
        ),
    ]


def beat(console: Console, visit: Visit) -> Response:
    """The panel that says whose the case is now.

    1. They are seen at the case. 2. Where they did something since the last beat, a case that is
    theirs stays theirs for a whole lease more; who does nothing loses it when the lease runs out.
    Raises NotFound.
    """
    case_id, name = visit.case_id, visit.user.name
    with console.database.begin() as connection:
        row = row_seen(connection, visit, case_id)
        viewings.see(connection, case_id, by=name, now=visit.now)
        if visit.form.get("active"):
            try:
                keep(connection, console, visit)
            except (AlreadyDecided, ClaimedByOther, DecidedFirst, NotClaimed):
                pass  # the panel says what became of it
            else:
                row = row_seen(connection, visit, case_id)
        past = decisions_seen(connection, visit, case_id)
        hold = hold_of(
            connection,
            visit,
            row,
            last=past[-1] if past else None,
            had=bool(visit.form.get("had")),
        )
        shown = shown_until(connection, case_id, by=name, now=visit.now)
    return console.render(
        visit.request,
        "case_hold.html",
        visit=visit,
        row=row,
        hold=hold,
        told=console.covered.teller(is_shown=shown is not None),
        here=read_filters(visit.request.query_params).query(),
    )


def keep(connection: Connection, console: Console, visit: Visit) -> None:
    """What is theirs stays theirs for a whole lease. Raises what ``cases.renew`` does."""
    lease = console.settings.claim_lease
    review = review_of(connection, visit, visit.case_id)
    if review is None:
        cases.renew(connection, visit.case_id, by=visit.user.name, lease=lease, now=visit.now)
    elif review.state == "claimed":
        reviews.renew_review(connection, review, lease=lease, now=visit.now)


def leave(console: Console, visit: Visit) -> Response:
    """They look at the case no more."""
    with console.database.begin() as connection:
        viewings.leave(connection, visit.case_id, by=visit.user.name)
    return Response(status_code=204)
