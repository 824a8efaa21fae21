"""Logging in through a provider, and linking one's login to it.

The provider sends the browser back from elsewhere, and strict cookies are not sent along then. So
``/login/oidc/back`` is a page of ours that leads on to ``/login/oidc/done``, with the cookies.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

import anyio
import structlog
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from console import words
from console.coming_in import SESSION_LIFETIME, let_in, place_of, set_cookie
from console.no_entry import NoEntry, no_entry, reason_of
from console.provider import Provider, ProviderError, Trip
from console.role_claims import role_in
from console.security import ACCOUNT, caller_of, guarded, session_of, speak_to
from console.visit import Console, Visit, address
from store.errors import LastAdmin, LinkedElsewhere, NameTaken
from store.identities import Identity, link, linked_user, note_refused, take_role, welcome
from store.sessions import Session, open_session
from store.users import User

START = "/login/oidc"
BACK, DONE = f"{START}/back", f"{START}/done"
TRIP_COOKIE = "inbounds_oidc"
TRIP_LIFETIME = timedelta(minutes=10)  # for a password and a second factor at the provider
TRIP_SIZE = 32  # bytes of chance
ANSWERED = ("code", "state", "iss", "error")  # what a provider may tell by the browser
THROUGH = "oidc"  # in the log

_log = structlog.get_logger("console")


def routes(console: Console) -> list[Route]:
    """To the provider, back from it, and in."""

    async def start(request: Request) -> Response:
        return await begin(console, request)

    async def back(request: Request) -> Response:
        _provider(console)
        told = {name: request.query_params.get(name) for name in ANSWERED}
        query = urlencode({name: value for name, value in told.items() if value is not None})
        return console.render(request, "hop.html", to=address(request, f"{DONE}?{query}"))

    async def done(request: Request) -> Response:
        return await finish(console, request)

    return [
        Route(START, start, methods=["GET"]),
        Route(BACK, back, methods=["GET"]),
        Route(DONE, done, methods=["GET"]),
        Route(f"{ACCOUNT}/link", guarded(console, begin_link, opens="own"), methods=["POST"]),
    ]


async def begin(console: Console, request: Request) -> Response:
    """Off to the provider, with a cookie that knows the answer to this trip."""
    provider = _provider(console)
    trip = Trip(secrets.token_urlsafe(TRIP_SIZE))
    try:
        url = await provider.way_there(trip, way_back=_way_back(request), now=console.clock())
    except ProviderError as error:
        return _refuse(console, request, error)
    response = RedirectResponse(url, 303)
    _keep(response, request, trip, next=request.query_params.get("next") or "/")
    return response


def begin_link(console: Console, visit: Visit) -> Response:
    """The same for whoever is logged in, and only from our form: their login is to be linked.

    It is a page that leads there, since what a form leads to has to be ours.
    """
    provider = _provider(console)
    trip = Trip(secrets.token_urlsafe(TRIP_SIZE), purpose=visit.csrf)
    way = partial(provider.way_there, trip, way_back=_way_back(visit.request), now=visit.now)
    try:
        url = anyio.from_thread.run(way)
    except ProviderError as error:
        return _refuse(console, visit.request, error, way_out=ACCOUNT)
    response = console.render(visit.request, "hop.html", to=url)
    _keep(response, visit.request, trip, next="")
    return response


async def finish(console: Console, request: Request) -> Response:
    """A session, or a link, when the provider says who it is.

    1. The trip was begun in this browser, and a link by this session. 2. Whoever tries too often
    waits. 3. The provider's word is fetched and proved. 4. Somebody comes in, or is told why not.
    The trip ends with it in any case.
    """
    provider, now = _provider(console), console.clock()
    secret, _, kept = request.cookies.get(TRIP_COOKIE, "").partition(".")
    next = _decoded(kept)
    session = None
    if secret and not next:
        session = await run_in_threadpool(session_of, console, request)
        if session is not None:
            speak_to(console, session)
    way_out = "/login" if next or session is None else ACCOUNT
    try:
        if not secret or not (next or session):
            raise NoEntry("stale")
        trip = Trip(secret, purpose="" if session is None else session.csrf_token)
        caller = caller_of(request)
        wait = console.throttle.begin(caller, trip.state, now=now)
        if wait is not None:
            raise NoEntry("throttled", wait=words.duration(wait))
        answer = dict(request.query_params)
        claims = await provider.claims(trip, answer, way_back=_way_back(request), now=now)
        if session is None:
            response = await run_in_threadpool(_come_in, console, request, claims, next=next)
        else:
            response = await run_in_threadpool(_link, console, request, claims, session)
        console.throttle.note_right(caller, trip.state)
    except (ProviderError, NoEntry) as error:
        response = _refuse(console, request, error, way_out=way_out)
    response.delete_cookie(TRIP_COOKIE, path=address(request, START))
    return response


def _come_in(
    console: Console, request: Request, claims: Mapping[str, Any], *, next: str
) -> Response:
    """A session of whoever it is. Raises NoEntry, and the log says so."""
    now = console.clock()
    identity = _identity(claims)
    with console.database.read() as connection:
        found = linked_user(connection, identity)
    try:
        with console.database.begin() as connection:
            if found is None:
                user = _newcomer(console, connection, identity, claims)
            else:
                user = _known(console, connection, found, claims)
            token, _ = open_session(
                connection, user, lifetime=SESSION_LIFETIME, now=now, through=THROUGH
            )
    except NoEntry as refused:
        with console.database.begin() as connection:
            name = None if found is None else found[0].name
            note_refused(connection, why=refused.why, name=name, now=now)
        raise
    return let_in(request, token, next=next)


def _known(
    console: Console, connection: Any, found: tuple[User, bool], claims: Mapping[str, Any]
) -> User:
    user, is_shut = found
    if is_shut:
        raise NoEntry("shut")
    if console.settings.oidc_roles_claim is None:
        return user
    role = role_in(claims, console.settings)
    if role is None:
        raise NoEntry("no_role")
    try:
        return take_role(connection, user, role=role, now=console.clock())
    except LastAdmin:
        raise NoEntry("last_admin") from None


def _newcomer(
    console: Console, connection: Any, identity: Identity, claims: Mapping[str, Any]
) -> User:
    if not console.settings.oidc_new_people:
        raise NoEntry("unknown")
    role = role_in(claims, console.settings)
    if role is None:
        raise NoEntry("no_role")
    given = claims.get(console.settings.oidc_name_claim)
    name = given.strip() if isinstance(given, str) else ""
    try:
        return welcome(connection, identity, name=name, role=role, now=console.clock())
    except NameTaken:
        raise NoEntry("name_taken", name=name) from None
    except ValueError:
        raise NoEntry("no_name") from None


def _link(
    console: Console, request: Request, claims: Mapping[str, Any], session: Session
) -> Response:
    user = session.user
    try:
        with console.database.begin() as connection:
            link(connection, user.id, _identity(claims), by=user.name, now=console.clock())
    except LinkedElsewhere:
        raise NoEntry("linked_elsewhere") from None
    return RedirectResponse(address(request, f"{ACCOUNT}?said=linked"), 303)


def _identity(claims: Mapping[str, Any]) -> Identity:
    return Identity(claims["iss"], claims["sub"])


def _provider(console: Console) -> Provider:
    if console.provider is None:
        raise HTTPException(404)
    return console.provider


def _way_back(request: Request) -> str:
    """Where the provider sends the browser; it knows the places that it may send it to."""
    return str(request.url.replace(path=address(request, BACK), query="", fragment=""))


def _keep(response: Response, request: Request, trip: Trip, *, next: str) -> None:
    """The browser keeps the trip, and where it leads on to; nowhere, where it is for a link."""
    kept = urlsafe_b64encode(place_of(next).encode() if next else b"").decode()
    set_cookie(
        response,
        request,
        TRIP_COOKIE,
        f"{trip.secret}.{kept.rstrip('=')}",
        lifetime=TRIP_LIFETIME,
        place=START,
    )


def _decoded(kept: str) -> str:
    try:
        return urlsafe_b64decode(kept + "=" * (-len(kept) % 4)).decode()
    except ValueError:
        return ""


def _refuse(
    console: Console, request: Request, error: ProviderError | NoEntry, *, way_out: str = "/login"
) -> Response:
    """A page that says why nobody came in, and what to do."""
    why = reason_of(error)
    step = error.step if isinstance(error, ProviderError) else error.why
    _log.warning("oidc.refused", step=step, error=type(error).__name__)
    given = error.given if isinstance(error, NoEntry) else {}
    said = no_entry(why, provider=console.provider_name, **given)
    return console.render(
        request,
        "no_entry.html",
        status=said.status,
        heading=said.heading,
        text=said.text,
        advice=said.advice,
        way_out=way_out,
    )
