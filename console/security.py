"""Who may see a page, and what a browser may do with it."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Mapping
from typing import Final
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from console.powers import MEANS, Power
from console.tongues import gettext, speak
from console.visit import Console, Visit, address
from store.sessions import Session, find_session

SESSION_COOKIE = "inbounds_session"
ACCOUNT = "/account"  # where people look after their own login
CSRF_FIELD = "csrf"
FORM_MAX_SIZE = 65_536  # bytes; a note of 2,000 characters, percent-encoded, is under 25,000

ON_EVERY_ANSWER: Final = {  # of the console as of the API
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
HEADERS: Final = {
    **ON_EVERY_ANSWER,
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
}

Page = Callable[[Console, Visit], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


class Headers:
    """Every answer carries the headers; pages are kept nowhere, files are asked for again."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                is_file = headers.get("content-type", "").startswith(
                    ("text/css", "text/javascript")
                )
                headers["cache-control"] = "no-cache" if is_file else "no-store"
            await send(message)

        await self._app(scope, receive, send_with_headers)


def guarded(console: Console, page: Page, *, opens: Power) -> Endpoint:
    """The page for those whose role ``opens`` it; what is posted has to come from one of our forms.

    1. The form is read. 2. Without a session the way leads to the login. 3. From here on they hear
    the language of their choice. 4. A form without the session's token, or from elsewhere, is
    refused. 5. Whoever came with a one-time secret chooses a password first. 6. A role without the
    power is refused. 7. The page answers, in a thread of its own.
    """

    async def endpoint(request: Request) -> Response:
        form = await read_form(request) if request.method == "POST" else {}
        return await run_in_threadpool(answer, request, form)

    def answer(request: Request, form: Mapping[str, str]) -> Response:
        now = console.clock()
        session = session_of(console, request)
        if session is None:
            ended = "ended=1&" if SESSION_COOKIE in request.cookies else ""
            way = f"/login?{ended}next={_way_back(request)}"
            return RedirectResponse(address(request, way), 303)
        speak_to(console, session)
        if request.method == "POST":
            refuse_foreign(request, form, token=session.csrf_token)
        visit = Visit(
            request=request, user=session.user, csrf=session.csrf_token, now=now, form=form
        )
        if session.user.must_choose and opens != "own":
            place = _way_back(request)
            way = ACCOUNT if place == "/" else f"{ACCOUNT}?next={place}"
            return RedirectResponse(address(request, way), 303)
        if not visit.may(opens):
            problem = gettext(
                "Your role does not let you %(deed)s. Ask an admin.", deed=MEANS[opens]
            )
            raise HTTPException(403, problem)
        return page(console, visit)

    return endpoint


def session_of(console: Console, request: Request) -> Session | None:
    """The session that the cookie opens; None for nobody."""
    token = request.cookies.get(SESSION_COOKIE)
    if token is None:
        return None
    with console.database.read() as connection:
        return find_session(connection, token, now=console.clock())


def speak_to(console: Console, session: Session) -> None:
    """The rest of the request is answered in the language of their choice, if they made one."""
    chosen = console.tongues.get(session.user.language or "")
    if chosen is not None:
        speak(chosen)


def caller_of(request: Request) -> str:
    """The address that a request comes from; a proxy has told it where one stands before us."""
    return request.client.host if request.client else "unknown"


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a small form; of a field that came twice, the last."""
    declared = request.headers.get("content-length", "")
    if not declared.isdigit():
        raise HTTPException(411, gettext("The form came without its length."))
    if int(declared) > FORM_MAX_SIZE:
        raise HTTPException(
            413, gettext("A form may have %(size)s bytes; shorten the note.", size=FORM_MAX_SIZE)
        )
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise HTTPException(415, gettext("A form of this console comes as a plain form."))
    async with request.form() as form:
        return {name: value for name, value in form.multi_items() if isinstance(value, str)}


def refuse_foreign(request: Request, form: Mapping[str, str], *, token: str | None) -> None:
    """Raises a 403 unless the form is one of ours: by its token, and by what the browser says."""
    given = form.get(CSRF_FIELD, "").encode("utf-8", "surrogatepass")
    if not _comes_from_us(request) or not token or not hmac.compare_digest(given, token.encode()):
        raise HTTPException(
            403,
            gettext(
                "This form is not one that we gave you, or it is too old. Load the page again."
            ),
        )


def _comes_from_us(request: Request) -> bool:
    """Browsers tell where a form stood by Sec-Fetch-Site on https and on this machine.

    Elsewhere only Origin is left, which reads "null" since our pages give no referrer away: then
    the token alone has to do.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin", "null")
    return origin == "null" or urlsplit(origin).netloc == request.headers.get("host")


def _way_back(request: Request) -> str:
    """Where to go on after the login, percent-encoded: this page, or the one that held the form."""
    if request.method != "GET":
        case_id = request.path_params.get("case_id")
        return "/" if case_id is None else f"/cases/{case_id}"
    place = request.url.path.removeprefix(request.scope.get("root_path", ""))
    return quote(f"{place}?{request.url.query}" if request.url.query else place, safe="/")
