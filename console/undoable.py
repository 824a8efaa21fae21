"""The decision that a visitor has just made and may still take back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from console.visit import Visit
from store.decisions import UNDO, UNDO_WINDOW, decisions_of

UNDO_FIELD = "undo"  # in the address of the page after a decision: the id of its case


@dataclass(frozen=True, slots=True)
class Undoable:
    """A decision of the visitor, and until when it can be taken back."""

    case_id: int
    action: str
    until: datetime


def find_undoable(
    connection: Connection, visit: Visit, *, case_id: int | None = None
) -> Undoable | None:
    """What the bar offers: the decision the address tells of, else the one on ``case_id``."""
    told = visit.request.query_params.get(UNDO_FIELD, "")
    if told.isascii() and told.isdigit() and len(told) < 19:
        case_id = int(told)
    past = [] if case_id is None else decisions_of(connection, case_id)
    if not past or past[-1].action == UNDO or past[-1].by != visit.user.name:
        return None
    until = past[-1].at + UNDO_WINDOW
    return Undoable(past[-1].case_id, past[-1].action, until) if visit.now < until else None
