"""Saving the filters of the queue under a name, and forgetting them."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from console.filters import read_filters
from console.security import guarded
from console.tongues import gettext
from console.visit import ID_MAX, Console, Visit, address
from store.errors import NameTaken, NotFound, TooMany
from store.schema import NAME_MAX_LENGTH, is_id
from store.views import forget_view, save_view


def routes(console: Console) -> list[Route]:
    """The forms beside the filters."""
    return [
        Route("/views", guarded(console, save, opens="read"), methods=["POST"]),
        Route(
            "/views/{view_id:int}/forget", guarded(console, forget, opens="read"), methods=["POST"]
        ),
    ]


def save(console: Console, visit: Visit) -> Response:
    """The filters of the address are kept under the name of the form."""
    name = visit.form.get("name", "").strip()
    if not is_id(name) or len(name) > NAME_MAX_LENGTH:
        problem = gettext("name: write 1 to %(most)s characters.", most=NAME_MAX_LENGTH)
        raise HTTPException(422, problem)
    query = read_filters(visit.request.query_params).query()
    try:
        with console.database.begin() as connection:
            save_view(connection, owner=visit.user.name, name=name, query=query[1:], now=visit.now)
    except NameTaken:
        problem = gettext("You have a view called %(name)s already.", name=name)
        raise HTTPException(409, problem) from None
    except TooMany as error:
        problem = gettext("You have %(size)s views; forget one first.", size=error.limit)
        raise HTTPException(409, problem) from None
    return _back(visit, query)


def forget(console: Console, visit: Visit) -> Response:
    """The view is gone; saving it again under its name is the way back, and is offered."""
    view_id: int = visit.request.path_params["view_id"]
    if view_id > ID_MAX:
        raise NotFound("view", view_id)
    with console.database.begin() as connection:
        forgotten = forget_view(connection, view_id, owner=visit.user.name)
    told = urlencode({"forgotten": forgotten.name})
    query = f"?{forgotten.query}&{told}" if forgotten.query else f"?{told}"
    return _back(visit, query)


def _back(visit: Visit, query: str) -> Response:
    return RedirectResponse(address(visit.request, f"/{query}"), 303)
