"""The door: before a call is answered it is known who calls, and what they sent."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.routing import APIRoute
from fastapi.security import HTTPBearer
from starlette.requests import Request
from starlette.responses import Response

from api.body import JsonRequest
from api.callers import KEY_MAX_LENGTH
from api.errors import refusals
from api.parts import Parts
from api.refusals import (
    BodyTooLargeError,
    InvalidInputError,
    NotJsonError,
    UnauthorizedError,
    UnsupportedMediaError,
)
from store.keys import ApiKey

_UNSAFE = frozenset({"POST", "PUT", "PATCH"})


class Door(APIRoute):
    """A route that nobody passes without a key, nor with a body that is not JSON.

    1. The key is looked up; an unknown caller's body is not even read. 2. The body is read. 3. The
    rest is FastAPI's.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's own handler with the door before it."""
        enter = super().get_route_handler()
        has_body = not _UNSAFE.isdisjoint(self.methods or ())

        async def answer(request: Request) -> Response:
            caller = await _identify(request)
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
    if scheme.lower() != "bearer" or not key or len(key) > KEY_MAX_LENGTH:
        raise UnauthorizedError
    parts: Parts = request.app.state.parts

    caller = parts.callers.recall(key)
    if caller is None:
        caller = await parts.reading(lambda: parts.callers.look_up(key))
    if caller is None:
        raise UnauthorizedError
    return caller


async def _caller(request: Request) -> ApiKey:
    caller: ApiKey = request.state.caller
    return caller


Caller = Annotated[ApiKey, Depends(_caller)]

_SCHEME = HTTPBearer(
    scheme_name="API key", description="`inbounds keys create NAME` makes one.", auto_error=False
)


def new_router(*, tag: str) -> APIRouter:
    """A router of which every route is a Door, described so in the OpenAPI document."""
    return APIRouter(
        tags=[tag],
        route_class=Door,
        dependencies=[Depends(_SCHEME)],
        responses=refusals(UnauthorizedError, InvalidInputError),
    )


BODY_REFUSALS = (NotJsonError, BodyTooLargeError, UnsupportedMediaError)
