"""Logging in and out."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from console import words
from console.coming_in import SESSION_LIFETIME, let_in, place_of, set_cookie
from console.security import (
    SESSION_COOKIE,
    caller_of,
    guarded,
    read_form,
    refuse_foreign,
    session_of,
)
from console.tongues import N_, gettext
from console.visit import Console, Visit, address
from store.sessions import close_session, open_session
from store.users import check_password, renew_hash

LOGIN_COOKIE = "inbounds_login"  # ties the form to the browser that asked for it
TOKEN = re.compile(r"[\w-]{43}", re.A)  # as secrets.token_urlsafe makes it
WRONG = N_("Name and password do not fit together.")


def routes(console: Console) -> list[Route]:
    """Where people come in and leave."""

    async def show(request: Request) -> Response:
        return await run_in_threadpool(show_login, console, request)

    async def post(request: Request) -> Response:
        return await run_in_threadpool(log_in, console, request, await read_form(request))

    return [
        Route("/login", show, methods=["GET"]),
        Route("/login", post, methods=["POST"]),
        Route("/logout", guarded(console, log_out, opens="own"), methods=["POST"]),
    ]


def show_login(console: Console, request: Request) -> Response:
    """The form; who is logged in already goes on."""
    if session_of(console, request) is not None:
        return RedirectResponse(address(request), 303)
    asked = request.query_params
    has_ended = "ended" in asked
    return _form(console, request, {"next": asked.get("next", "/")}, has_ended=has_ended)


def log_in(console: Console, request: Request, form: Mapping[str, str]) -> Response:
    """A session, when name and password fit.

    1. The form is one that we gave this browser. 2. Guessing is slowed down before any hash is
    computed. 3. Name and password, while nobody has to wait for us to write. 4. A new session with
    a token of its own.
    """
    refuse_foreign(request, form, token=request.cookies.get(LOGIN_COOKIE))
    if not console.settings.password_login:
        provider = console.provider_name
        problem = gettext(
            "Passwords open nothing here. Log in with %(provider)s.", provider=provider
        )
        raise HTTPException(403, problem)
    now = console.clock()
    name, password = form.get("name", ""), form.get("password", "")
    caller = caller_of(request)
    wait = console.throttle.begin(caller, name, now=now)
    if wait is not None:
        time = words.duration(wait)
        problem = gettext("Too many wrong passwords. Try again in %(time)s.", time=time)
        return _form(console, request, form, problem=problem, status=429)
    with console.database.read() as connection:
        user = check_password(connection, name=name, password=password, now=now)
    if user is None:
        return _form(console, request, form, problem=gettext(WRONG), status=401)
    console.throttle.note_right(caller, name)
    with console.database.begin() as connection:
        renew_hash(connection, user, password=password)
        token, _ = open_session(connection, user, lifetime=SESSION_LIFETIME, now=now)
    response = let_in(request, token, next=form.get("next", "/"))
    response.delete_cookie(LOGIN_COOKIE, path=address(request))
    return response


def log_out(console: Console, visit: Visit) -> Response:
    """The session opens nothing any more, here or in a copy of its cookie."""
    with console.database.begin() as connection:
        close_session(connection, visit.request.cookies[SESSION_COOKIE])
    response = RedirectResponse(address(visit.request, "/login"), 303)
    response.delete_cookie(SESSION_COOKIE, path=address(visit.request))
    return response


def _form(
    console: Console,
    request: Request,
    form: Mapping[str, str],
    *,
    problem: str | None = None,
    has_ended: bool = False,
    status: int = 200,
) -> Response:
    token = _token_of(request)
    response = console.render(
        request,
        "login.html",
        status=status,
        csrf=token,
        name=form.get("name", ""),
        next=place_of(form.get("next", "/")),
        problem=problem,
        has_ended=has_ended,
        has_passwords=console.settings.password_login,
        provider=console.provider_name if console.provider else None,
    )
    set_cookie(response, request, LOGIN_COOKIE, token, lifetime=SESSION_LIFETIME)
    return response


def _token_of(request: Request) -> str:
    """What ties the form to this browser: what it has already, so that all its forms hold."""
    given = request.cookies.get(LOGIN_COOKIE, "")
    return given if TOKEN.fullmatch(given) else secrets.token_urlsafe()
