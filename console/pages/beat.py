"""Signs of life from an open case: they say who looks at it, and keep it theirs while they work."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from console.filters import read_filters
from console.hold import hold_of
from console.security import guarded
from console.visit import Console, Visit
from store import cases, viewings
from store.decisions import decisions_of
from store.desk import find_row
from store.errors import AlreadyDecided, ClaimedByOther, NotClaimed


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
        row = find_row(connection, case_id, now=visit.now)
        viewings.see(connection, case_id, by=name, now=visit.now)
        if visit.form.get("active"):
            try:
                lease = console.settings.claim_lease
                cases.renew(connection, case_id, by=name, lease=lease, now=visit.now)
            except (AlreadyDecided, ClaimedByOther, NotClaimed):
                pass  # the panel says what became of it
            else:
                row = find_row(connection, case_id, now=visit.now)
        past = decisions_of(connection, case_id)
        hold = hold_of(
            connection,
            visit,
            row,
            last=past[-1] if past else None,
            had=bool(visit.form.get("had")),
        )
    return console.render(
        visit.request,
        "case_hold.html",
        visit=visit,
        row=row,
        hold=hold,
        here=read_filters(visit.request.query_params).query(),
    )


def leave(console: Console, visit: Visit) -> Response:
    """They look at the case no more."""
    with console.database.begin() as connection:
        viewings.leave(connection, visit.case_id, by=visit.user.name)
    return Response(status_code=204)
