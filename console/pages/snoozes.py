"""Rows of the policy that keep silent between two people for a while."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from console.security import guarded
from console.tongues import N_, Words, gettext
from console.undoable import UNDO_FIELD, find_undoable
from console.visit import ID_MAX, Console, Visit, go, said
from store.desk import find_row
from store.errors import NotFound
from store.schema import is_id
from store.snoozes import SNOOZABLE, active_snoozes, end_snooze, snooze

LENGTHS: Final = Words(  # by their days, as the form offers them
    {"1": N_("a day"), "7": N_("a week"), "30": N_("30 days")}
)


def routes(console: Console) -> list[Route]:
    """The form in each row of the policy on a case, and the page of all that is snoozed."""
    return [
        Route("/snoozes", guarded(console, show, opens="read"), methods=["GET"], name="snoozes"),
        Route(
            "/snoozes/{snooze_id:int}/end",
            guarded(console, end, opens="moderate"),
            methods=["POST"],
        ),
        Route(
            "/cases/{case_id:int}/snoozes",
            guarded(console, begin, opens="moderate"),
            methods=["POST"],
        ),
    ]


def show(console: Console, visit: Visit) -> Response:
    """All that is snoozed now, the first to end first."""
    with console.database.read() as connection:
        active = active_snoozes(connection, now=visit.now)
        undoable = find_undoable(connection, visit)
    return console.render(
        visit.request,
        "snoozes.html",
        visit=visit,
        active=active,
        undoable=undoable,
        said=said(visit),
    )


def begin(console: Console, visit: Visit) -> Response:
    """The row says nothing in the room of the case from now on."""
    category, days = visit.form.get("category", ""), visit.form.get("days", "")
    wanted = next((name for name in SNOOZABLE if name == category), None)
    if wanted is None:
        raise HTTPException(
            422, gettext("category: one of %(choices)s.", choices=", ".join(SNOOZABLE))
        )
    if days not in LENGTHS:
        raise HTTPException(422, gettext("days: one of %(choices)s.", choices=", ".join(LENGTHS)))
    with console.database.begin() as connection:
        row = find_row(connection, visit.case_id, now=visit.now)
        if row.room is None:
            problem = gettext("The message came without a room, so its pair is not known.")
            raise HTTPException(422, problem)
        begun = snooze(
            connection,
            row.room,
            category=wanted,
            length=timedelta(days=int(days)),
            by=visit.user.name,
            now=visit.now,
        )
    return go(visit, f"/cases/{row.id}", **{UNDO_FIELD: f"snooze-{begun.id}"})


def end(console: Console, visit: Visit) -> Response:
    """It counts no more; one that is over already stays so."""
    snooze_id: int = visit.request.path_params["snooze_id"]
    if snooze_id > ID_MAX:
        raise NotFound("snooze", snooze_id)
    with console.database.begin() as connection:
        end_snooze(connection, snooze_id, by=visit.user.name, now=visit.now)
    case_id = visit.form.get("case", "")
    return go(visit, f"/cases/{case_id}" if is_id(case_id) else "/snoozes", said="snooze_ended")
