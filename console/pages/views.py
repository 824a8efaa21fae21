"""Saving the filters of the queue under a name, giving them another, and forgetting them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from console.filters import read_filters
from console.pages import queue
from console.security import guarded
from console.tongues import gettext
from console.visit import ID_MAX, Console, Visit, address, go
from store.errors import NameTaken, NotFound, TooMany
from store.schema import NAME_MAX_LENGTH, is_id
from store.views import forget_view, rename_view, save_view


def routes(console: Console) -> list[Route]:
    """The forms beside the filters."""
    return [
        Route("/views", guarded(console, save, opens="read"), methods=["POST"]),
        Route(
            "/views/{view_id:int}/rename", guarded(console, rename, opens="read"), methods=["POST"]
        ),
        Route(
            "/views/{view_id:int}/forget", guarded(console, forget, opens="read"), methods=["POST"]
        ),
    ]


def save(console: Console, visit: Visit) -> Response:
    """The filters of the address are kept under the name of the form."""
    name = visit.form.get("name", "").strip()
    if (doubt := _doubt(name)) is not None:
        return queue.refused(console, visit, doubt, name=name, status=422)
    query = read_filters(visit.request.query_params).query()
    try:
        with console.database.begin() as connection:
            save_view(connection, owner=visit.user.name, name=name, query=query[1:], now=visit.now)
    except NameTaken:
        problem = _taken(name)
    except TooMany as error:
        problem = gettext("You have %(size)s views; forget one first.", size=error.limit)
    else:
        return go(visit, "/", said="view_saved")
    return queue.refused(console, visit, problem, name=name, status=409)


def rename(console: Console, visit: Visit) -> Response:
    """The view is called otherwise; the name of before is the way back, and is offered."""
    name = visit.form.get("name", "").strip()
    if (doubt := _doubt(name)) is not None:
        return queue.refused(console, visit, doubt, name=name, status=422)
    try:
        with console.database.begin() as connection:
            before = rename_view(connection, _id(visit), owner=visit.user.name, name=name)
    except NameTaken:
        return queue.refused(console, visit, _taken(name), name=name, status=409)
    told = {} if before.name == name else {"renamed": before.name}
    return _back(visit, before.query, told)


def forget(console: Console, visit: Visit) -> Response:
    """The view is gone; saving it again under its name is the way back, and is offered."""
    with console.database.begin() as connection:
        forgotten = forget_view(connection, _id(visit), owner=visit.user.name)
    return _back(visit, forgotten.query, {"forgotten": forgotten.name})


def _id(visit: Visit) -> int:
    view_id: int = visit.request.path_params["view_id"]
    if view_id > ID_MAX:
        raise NotFound("view", view_id)
    return view_id


def _doubt(name: str) -> str | None:
    """Why a view cannot be called that."""
    if is_id(name) and len(name) <= NAME_MAX_LENGTH:
        return None
    return gettext(
        "Not done: the name of a view has 1 to %(most)s characters.", most=NAME_MAX_LENGTH
    )


def _taken(name: str) -> str:
    return gettext("Not done: you have a view called %(name)s already.", name=name)


def _back(visit: Visit, query: str, told: Mapping[str, str]) -> Response:
    """To the queue as the view shows it, and what is to be told there."""
    parts = (query, urlencode(told))
    place = address(visit.request, f"/?{'&'.join(part for part in parts if part)}")
    return RedirectResponse(place, 303)
