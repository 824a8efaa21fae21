"""Taking a decision back, for as long as that is promised."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from console.blind import review_of
from console.pages import case
from console.security import guarded
from console.visit import Console, Visit, go
from store import decisions, reviews


def routes(console: Console) -> list[Route]:
    """The button of the bar that stands on the page after each decision."""
    return [
        Route(
            "/cases/{case_id:int}/undo", guarded(console, undo, opens="moderate"), methods=["POST"]
        )
    ]


def undo(console: Console, visit: Visit) -> Response:
    """The last decision on the case is taken back, and the case is theirs again."""
    case_id = visit.case_id
    try:
        with console.database.begin() as connection:
            lease = console.settings.claim_lease
            review = review_of(connection, visit, case_id)
            if review is not None:
                reviews.take_answer_back(connection, review, lease=lease, now=visit.now)
            else:
                decisions.undo(connection, case_id, by=visit.user.name, lease=lease, now=visit.now)
    except case.CONFLICTS as error:
        return case.refused(console, visit, error)
    return go(visit, f"/cases/{case_id}", said="undone")
