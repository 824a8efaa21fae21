"""Golden items: a lead marks a decided case as one that teaches, and retires it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from console.pages import case
from console.security import guarded
from console.tongues import gettext
from console.visit import ID_MAX, Console, Visit, go
from store import goldens
from store.decisions import ACTIONS
from store.errors import NotFound, NothingToTeach


def routes(console: Console) -> list[Route]:
    """The form beside a decided case, and the button beside an item."""
    return [
        Route(
            "/cases/{case_id:int}/golden", guarded(console, mark, opens="train"), methods=["POST"]
        ),
        Route(
            "/golden/{golden_id:int}/retire",
            guarded(console, retire, opens="train"),
            methods=["POST"],
        ),
    ]


def mark(console: Console, visit: Visit) -> Response:
    """The case comes up to others, to teach what the form says. Raises NotFound."""
    case_id = visit.case_id
    actions = [action for action in ACTIONS if visit.form.get(f"right-{action}")]
    why = visit.form.get("why", "").replace("\r\n", "\n").strip()
    try:
        with console.database.begin() as connection:
            goldens.mark(
                connection, case_id, actions=actions, why=why, by=visit.user.name, now=visit.now
            )
    except (NothingToTeach, ValueError) as error:
        return case.not_golden(console, visit, error, case.Teaching(tuple(actions), why))
    return go(visit, f"/cases/{case_id}", said="golden")


def retire(console: Console, visit: Visit) -> Response:
    """The item comes up no more. Raises NotFound."""
    golden_id: int = visit.request.path_params["golden_id"]
    if golden_id > ID_MAX:
        raise NotFound("golden", golden_id)
    place = visit.form.get("then", "")
    if place not in ("", "case"):
        raise HTTPException(422, gettext("then: case, or nothing."))
    with console.database.begin() as connection:
        golden = goldens.retire(connection, golden_id, by=visit.user.name, now=visit.now)
    return go(
        visit, f"/cases/{golden.case_id}" if place == "case" else "/quality", said="golden_retired"
    )
