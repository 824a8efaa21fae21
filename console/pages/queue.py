"""The queue: what waits, the most urgent first."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from console.excerpts import listed
from console.filters import read_filters
from console.security import guarded
from console.undoable import find_undoable
from console.visit import Console, Visit, said
from store.desk import Cursor, count_cases, list_cases
from store.viewings import viewers_of

PAGE_LENGTH = 50  # cases; more than anybody decides before looking again


def routes(console: Console) -> list[Route]:
    """The first page."""
    return [Route("/", guarded(console, show), methods=["GET"], name="queue")]


def show(console: Console, visit: Visit) -> Response:
    """One page of cases as the address asks for them, with the counts of all that it asks for."""
    asked = read_filters(visit.request.query_params)
    narrowed = asked.narrow(user=visit.user.name)
    with console.database.read() as connection:
        rows = list_cases(
            connection, now=visit.now, narrowed=narrowed, after=asked.after, limit=PAGE_LENGTH + 1
        )
        counts = count_cases(connection, now=visit.now, narrowed=narrowed)
        undoable = find_undoable(connection, visit)
        page = rows[:PAGE_LENGTH]
        viewers = viewers_of(
            connection, [row.id for row in page], apart_from=visit.user.name, now=visit.now
        )
    has_more = len(rows) > PAGE_LENGTH
    return console.render(
        visit.request,
        "queue.html",
        visit=visit,
        asked=asked,
        rows=listed(page),
        viewers=viewers,
        counts=counts,
        here=asked.query(),
        first=asked.query(),
        following=asked.query(Cursor(page[-1].priority, page[-1].id)) if has_more else None,
        undoable=undoable,
        said=said(visit),
    )
