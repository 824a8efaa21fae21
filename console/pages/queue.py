"""The queue: what waits, the most urgent first, or the groups that it falls into."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.responses import Response
from starlette.routing import Route

from console.excerpts import listed
from console.filters import AGES, DUES, STATES, read_filters
from console.groups import grouped
from console.lesson import find_lesson
from console.looks import note_list
from console.security import guarded
from console.tongues import gettext
from console.undoable import Undoable, find_undoable
from console.visit import Console, Visit, said
from store.desk import list_cases
from store.narrowing import Cursor
from store.reviews import count_reviews
from store.schema import is_id
from store.tallies import holders, sizes, tally
from store.viewings import viewers_of
from store.views import View, views_of

PAGE_LENGTH = 50  # cases; more than anybody decides before looking again


def routes(console: Console) -> list[Route]:
    """The first page."""
    return [Route("/", guarded(console, show, opens="read"), methods=["GET"], name="queue")]


def show(console: Console, visit: Visit) -> Response:
    """One page of cases as the address asks for them, with the counts of all that it asks for."""
    return _render(console, visit)


def refused(console: Console, visit: Visit, problem: str, *, name: str, status: int) -> Response:
    """The queue as it stands, why the view has not got the name, and the name."""
    return _render(console, visit, problem=problem, name=name, status=status)


def _render(
    console: Console,
    visit: Visit,
    *,
    problem: str | None = None,
    name: str | None = None,
    status: int = 200,
) -> Response:
    asked = read_filters(visit.request.query_params)
    narrowed = asked.narrow(user=visit.user.name, now=visit.now)
    with console.database.read() as connection:
        counts = tally(connection, now=visit.now, narrowed=narrowed)
        rows = (
            []
            if asked.group
            else list_cases(
                connection,
                now=visit.now,
                narrowed=narrowed,
                after=asked.after,
                limit=PAGE_LENGTH + 1,
            )
        )
        page = rows[:PAGE_LENGTH]
        groups = grouped(connection, visit, asked)
        viewers = viewers_of(
            connection, [row.id for row in page], apart_from=visit.user.name, now=visit.now
        )
        alike = sizes(connection, by="alike", values={row.alike for row in page})
        senders = sizes(connection, by="sender", values={row.sender for row in page if row.sender})
        views = views_of(connection, visit.user.name)
        lesson = find_lesson(connection, console, visit)
        undoable = (
            find_undoable(connection, visit)
            or _renamed(visit, views)
            or _forgotten(visit, asked.query())
        )
        at_work = holders(connection, now=visit.now)
        second_looks = count_reviews(connection, now=visit.now, open_to=visit.user.name)
    current = next((view for view in views if f"?{view.query}" == asked.query()), None)
    shown = (*page, *(entry.first.row for entry in groups))
    note_list(console, visit, [row.id for row in shown])
    has_more = len(rows) > PAGE_LENGTH
    last = page[-1] if has_more else None
    return console.render(
        visit.request,
        "queue.html",
        status=status,
        problem=problem,
        visit=visit,
        asked=asked,
        rows=listed(page),
        groups=groups,
        viewers=viewers,
        alike=alike,
        senders=senders,
        counts=counts,
        second_looks=second_looks,
        views=views,
        current=current,
        name=name,
        languages=_with(asked.language, counts.facets["language"]),
        at_work=_with(asked.holder, at_work),
        ages=tuple(AGES),
        dues=DUES,
        states=STATES,
        here=asked.query(),
        following=None if last is None else asked.query(Cursor(last.counts_from, last.id)),
        undoable=undoable,
        lesson=lesson,
        said=said(visit),
    )


def _with(chosen: str | None, known: Iterable[str]) -> list[str]:
    """What a list offers; what was chosen stays in it when nothing of it waits any more."""
    return list(dict.fromkeys([*known, *([chosen] if chosen else [])]))


def _forgotten(visit: Visit, here: str) -> Undoable | None:
    """A view that was forgotten just now is saved again by the same form that saved it."""
    name = visit.request.query_params.get("forgotten", "")
    if not is_id(name):
        return None
    what = gettext("View %(name)s", name=name)
    return Undoable(what, gettext("forgotten"), f"/views{here}", fields={"name": name})


def _renamed(visit: Visit, views: Iterable[View]) -> Undoable | None:
    """A view that was renamed just now is called as before by the same form."""
    name, query = visit.request.query_params.get("renamed", ""), visit.request.url.query
    if not is_id(name):
        return None
    view = next((one for one in views if query.startswith(f"{one.query}&renamed=")), None)
    if view is None or view.name == name:
        return None
    text = gettext("called %(name)s before", name=name)
    what = gettext("View %(name)s", name=view.name)
    return Undoable(what, text, f"/views/{view.id}/rename", fields={"name": name})
