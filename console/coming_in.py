"""What all ways in have in common: the cookies, and where the way leads on to."""

from __future__ import annotations

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from console.security import SESSION_COOKIE
from console.visit import address

SESSION_LIFETIME = timedelta(hours=12)  # a shift with room


def let_in(request: Request, token: str, *, next: str) -> Response:
    """On to the page that was asked for, with the session's cookie."""
    response = RedirectResponse(address(request, place_of(next)), 303)
    set_cookie(response, request, SESSION_COOKIE, token, lifetime=SESSION_LIFETIME)
    return response


def place_of(wanted: str) -> str:
    """A place of this console; its first page when the address would lead anywhere else."""
    is_ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if is_ours and wanted.isascii() and wanted.isprintable() else "/"


def set_cookie(
    response: Response,
    request: Request,
    name: str,
    value: str,
    *,
    lifetime: timedelta,
    place: str = "",
) -> None:
    """The browser brings it back to the console, or one place of it, and nobody else sees it."""
    response.set_cookie(
        name,
        value,
        max_age=int(lifetime.total_seconds()),
        path=address(request, place) if place else address(request),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
