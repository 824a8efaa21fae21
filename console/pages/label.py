"""Saying of a single finding that it is right or wrong."""

from __future__ import annotations

from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from console.security import guarded
from console.tongues import gettext
from console.undoable import UNDO_FIELD
from console.visit import Console, Visit, go
from store.desk import find_row
from store.labels import label, labels_on

SAID: Final = {"right": True, "wrong": False, "none": None}
POSITION_MAX = 9_999  # no verdict has so many findings


def routes(console: Console) -> list[Route]:
    """The two buttons of each finding."""
    return [
        Route(
            "/cases/{case_id:int}/labels", guarded(console, say, opens="moderate"), methods=["POST"]
        )
    ]


def say(console: Console, visit: Visit) -> Response:
    """The finding is right or wrong in their eyes. Pressed again, nothing is said any more.

    It neither needs a claim nor makes one: whoever knows better may say so, on decided cases too.
    """
    position, said = visit.form.get("finding", ""), visit.form.get("is", "")
    if not (position.isascii() and position.isdigit() and int(position) <= POSITION_MAX):
        raise HTTPException(422, gettext("finding: write its place among the findings, from 0."))
    if said not in SAID:
        raise HTTPException(422, gettext("is: one of %(choices)s.", choices=", ".join(SAID)))
    is_right = SAID[said]
    with console.database.begin() as connection:
        row = find_row(connection, visit.case_id, now=visit.now)
        before = next(
            (
                one.is_right
                for one in labels_on(connection, row.message_pk)
                if one.by == visit.user.name and one.finding == int(position)
            ),
            None,
        )
        if is_right == before and not visit.form.get("undoing"):
            is_right = None
        label(
            connection,
            row.message_pk,
            int(position),
            is_right=is_right,
            by=visit.user.name,
            now=visit.now,
        )
    was = next(name for name, value in SAID.items() if value is before)
    told = {} if visit.form.get("undoing") else {UNDO_FIELD: f"label-{row.id}-{position}-{was}"}
    return go(visit, f"/cases/{row.id}", **told)
