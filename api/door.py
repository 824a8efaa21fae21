"""The door: before a call is answered it is known who calls, and what they sent."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

import anyio
from fastapi import APIRouter, Depends, params
from fastapi.routing import APIRoute
from fastapi.security import HTTPBearer
from starlette.requests import Request
from starlette.responses import Response

from api.body import JsonRequest
from api.errors import UNAVAILABLE, refusals
from api.parts import Parts
from api.refusals import (
    BodyTooLargeError,
    ForbiddenError,
    InvalidInputError,
    NotJsonError,
    RateLimitedError,
    UnauthorizedError,
    UnsupportedMediaError,
)
from config.timeouts import SCAN_KEY_SECONDS
from store.keys import ApiKey, Scope


class Door(APIRoute):
    """A route that nobody passes without a key that opens it, nor with a body that is not JSON.

    1. The key is looked up; an unknown caller's body is not even read. 2. It has to have a scope
    that opens the route, and 3. to have used less than its rate. 4. The body is read. 5. The rest
    is FastAPI's. A route that names no scope is a mistake, and no app is made with it.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's own handler with the door before it."""
        enter = super().get_route_handler()
        has_body = self.body_field is not None
        scopes = scopes_of(self)
        if not scopes:
            raise TypeError(f"{self.path} names no scope; give it opened_by(…)")

        async def answer(request: Request) -> Response:
            caller = await _identify(request)
            if scopes.isdisjoint(caller.scopes):
                raise ForbiddenError(scopes)
            _hold_to_rate(request, caller)
            request = JsonRequest(request.scope, request.receive)
            request.state.caller = caller
            if has_body:
                await request.json()
            return await enter(request)

        return answer


async def _identify(request: Request) -> ApiKey:
    """Whose key came with the request. Raises UnauthorizedError."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    key = key.strip()
    if scheme.lower() != "bearer" or not key:
        raise UnauthorizedError
    parts: Parts = request.app.state.parts

    caller = parts.callers.recall(key) or await _look_up(parts, key)
    if caller is None:
        raise UnauthorizedError
    return caller


async def _look_up(parts: Parts, key: str) -> ApiKey | None:
    """Whose key it is by the store; by memory when the store is away or slow and the key known."""
    known, slow_store = parts.callers.recall_old(key), parts.modes.slow_store
    if known is None:
        return await parts.reading(lambda: parts.callers.look_up(key))
    if slow_store.is_left_alone:
        return known
    try:
        with anyio.fail_after(SCAN_KEY_SECONDS):
            return await parts.reading(lambda: parts.callers.look_up(key), is_left_behind=True)
    except UNAVAILABLE:
        slow_store.note()
        return known


def _hold_to_rate(request: Request, caller: ApiKey) -> None:
    parts: Parts = request.app.state.parts
    seconds = parts.rates.wait(caller)
    if seconds is not None:
        raise RateLimitedError(seconds)
    parts.callers.note_use(caller, now=parts.now())


async def _caller(request: Request) -> ApiKey:
    caller: ApiKey = request.state.caller
    return caller


Caller = Annotated[ApiKey, Depends(_caller)]

_SCHEME = HTTPBearer(
    scheme_name="API key", description="`inbounds keys create NAME` makes one.", auto_error=False
)


def opened_by(*scopes: Scope) -> params.Security:
    """The rule of a route: a key opens it that has any of these scopes."""
    return params.Security(_SCHEME, scopes=scopes)


def scopes_of(route: APIRoute) -> frozenset[str]:
    """The scopes any of which opens the route; none for a route without a rule."""
    rules = (rule for rule in route.dependencies if isinstance(rule, params.Security))
    return frozenset(scope for rule in rules for scope in rule.scopes or ())


def new_router(*, tag: str) -> APIRouter:
    """A router of which every route is a Door, described so in the OpenAPI document."""
    return APIRouter(
        tags=[tag],
        route_class=Door,
        responses=refusals(UnauthorizedError, ForbiddenError, RateLimitedError, InvalidInputError),
    )


BODY_REFUSALS = (NotJsonError, BodyTooLargeError, UnsupportedMediaError)
