"""Showing the contact details of a case, which the log tells, and covering them again."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from console.security import guarded
from console.visit import Console, Visit, go
from store import reveals


def routes(console: Console) -> list[Route]:
    """The button above the message, and its way back."""
    return [
        Route(
            "/cases/{case_id:int}/reveal",
            guarded(console, reveal, opens="reveal"),
            methods=["POST"],
        ),
        Route(
            "/cases/{case_id:int}/hide", guarded(console, hide, opens="reveal"), methods=["POST"]
        ),
    ]


def reveal(console: Console, visit: Visit) -> Response:
    """The details are shown to them for a while. Raises NotFound."""
    with console.database.begin() as connection:
        reveals.reveal(connection, visit.case_id, by=visit.user.name, now=visit.now)
    return go(visit, f"/cases/{visit.case_id}")


def hide(console: Console, visit: Visit) -> Response:
    """The details are covered again."""
    with console.database.begin() as connection:
        reveals.hide(connection, visit.case_id, by=visit.user.name)
    return go(visit, f"/cases/{visit.case_id}")
