"""The console as one application, to be mounted by the API."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

from sqlalchemy.exc import InternalError, OperationalError, SQLAlchemyError, TimeoutError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from config.settings import Settings
from console.explained import Explain, Explained
from console.filters import AddressError
from console.pages import (
    account,
    beat,
    case,
    claim,
    decide,
    golden,
    label,
    live,
    login,
    numbers,
    oidc,
    quality,
    queue,
    reveal,
    rules,
    snoozes,
    together,
    tuning,
    undo,
    users,
    views,
)
from console.provider import Provider
from console.security import Headers, session_of, speak_to
from console.tongues import LOCALES, N_, Speaks, Words, gettext, read_tongues
from console.visit import Console
from console.words import HEADING
from store.database import Database
from store.errors import NotFound

STATIC = Path(__file__).parent / "static"
HANDLED = (HTTPException, AddressError, NotFound, OperationalError, InternalError, TimeoutError)
PAGES = (
    *(login, oidc, account, queue, case, beat, claim, decide, undo, label, reveal, snoozes, views),
    *(together, golden, quality, numbers, live, users, tuning, rules),
)
NOT_FOUND = Words(
    {
        "case": N_("There is no such case. It may have been erased with its sender."),
        "finding": N_("There is no such finding in this case."),
        "snooze": N_("There is no such snooze. It may be over already."),
        "view": N_("There is no such view of yours."),
        "batch": N_("There are no such decisions."),
        "golden": N_("There is no such golden item."),
        "rule": N_("There is no such rule."),
        "user": N_("There is nobody with this number."),
    }
)


def _now() -> datetime:
    return datetime.now(UTC)


def create_console(
    database: Database,
    *,
    settings: Settings,
    explain: Explain | None = None,
    wrong: Callable[[], Sequence[str]] = tuple,
    clock: Callable[[], datetime] = _now,
    locales: Path = LOCALES,
) -> Starlette:
    """The pages over an open database.

    ``explain`` says what raised the scores of a message, as ``Scanner.influences`` does. ``wrong``
    gives a line for each part that is done without. ``clock`` gives the moment, aware and in UTC.
    ``locales`` is the folder of the catalogues.
    """
    explained = None if explain is None else Explained(explain)
    console = Console(
        database=database,
        settings=settings,
        clock=clock,
        explained=explained,
        wrong=wrong,
        tongues=read_tongues(locales),
        provider=None if settings.oidc_issuer is None else Provider(settings),
    )

    def refuse(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):  # of an address that no page looked at, perhaps
            with suppress(SQLAlchemyError):
                session = session_of(console, request)
                if session is not None:
                    speak_to(console, session)
        status, text = _explain(error)
        heading = HEADING.get(status) or HTTPStatus(status).phrase
        return console.render(
            request, "problem.html", status=status, code=status, heading=heading, text=text
        )

    return Starlette(
        routes=[
            *(route for page in PAGES for route in page.routes(console)),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ],
        middleware=[Middleware(Headers), Middleware(Speaks, tongues=console.tongues)],
        exception_handlers=dict.fromkeys(HANDLED, refuse),
    )


def _explain(error: Exception) -> tuple[int, str]:
    match error:
        case HTTPException(status_code=404):
            return 404, gettext("There is no such page.")
        case HTTPException(status_code=405):
            return 405, gettext("This page takes no such request.")
        case HTTPException():
            return error.status_code, error.detail
        case NotFound():
            return 404, NOT_FOUND.get(error.kind, NOT_FOUND["case"])
        case OperationalError() | InternalError() | TimeoutError():
            return 503, gettext(
                "The database does not answer, or takes no changes."
                " Nothing was lost; try again in a moment."
            )
    return 400, str(error)
