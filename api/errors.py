"""Every error as application/problem+json (RFC 9457). HTTP statuses stand here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import Request

from api.answers import Json
from api.headers import HEADERS
from api.refusals import (
    FAULTS_SHOWN,
    BodyTooLargeError,
    Fault,
    ForbiddenError,
    HeadTooLargeError,
    InvalidInputError,
    MalformedError,
    NotJsonError,
    QueueFullError,
    RateLimitedError,
    RefusalError,
    TooSlowError,
    UnauthorizedError,
    UnfinishedError,
    UnsupportedMediaError,
    faults_of,
)
from api.schemas import DELIVERY_TAGS
from store import errors as store

ACCEPTED = HTTPStatus.ACCEPTED
READY = HTTPStatus.OK
NOT_READY = HTTPStatus.SERVICE_UNAVAILABLE

# What a database raises that is away, too slow, or takes no changes.
UNAVAILABLE = (OperationalError, InterfaceError, InternalError, PoolTimeout, TimeoutError)
TYPE_PREFIX = "urn:inbounds:problem:"
RETRY_AFTER = "1"  # seconds; most of what passes, passes that soon


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem, as callers tell them apart. ``slug`` ends its ``type``."""

    status: HTTPStatus
    slug: str
    title: str
    headers: Mapping[str, str] | None = None


_RETRY = {"Retry-After": RETRY_AFTER}
_UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY

KINDS: dict[type[Exception], Kind] = {
    NotJsonError: Kind(HTTPStatus.BAD_REQUEST, "not-json", "The body is not JSON"),
    UnfinishedError: Kind(HTTPStatus.BAD_REQUEST, "unfinished", "The body did not come whole"),
    MalformedError: Kind(HTTPStatus.BAD_REQUEST, "malformed", "The request is not HTTP"),
    TooSlowError: Kind(HTTPStatus.REQUEST_TIMEOUT, "too-slow", "The request took too long"),
    HeadTooLargeError: Kind(
        HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "head-too-large", "The headers are too large"
    ),
    UnauthorizedError: Kind(
        HTTPStatus.UNAUTHORIZED,
        "unauthorized",
        "No valid API key came",
        {"WWW-Authenticate": 'Bearer realm="inbounds"'},
    ),
    ForbiddenError: Kind(HTTPStatus.FORBIDDEN, "forbidden", "The key does not open this"),
    RateLimitedError: Kind(
        HTTPStatus.TOO_MANY_REQUESTS, "rate-limited", "The key asks too fast", _RETRY
    ),
    QueueFullError: Kind(
        HTTPStatus.TOO_MANY_REQUESTS, "queue-full", "Too many messages wait", _RETRY
    ),
    BodyTooLargeError: Kind(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body-too-large", "The body is too large"
    ),
    UnsupportedMediaError: Kind(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media", "The body is of another kind"
    ),
    InvalidInputError: Kind(_UNPROCESSABLE, "invalid-input", "Something in the request is wrong"),
    store.Outdated: Kind(
        HTTPStatus.SERVICE_UNAVAILABLE, "outdated", "The database has to be upgraded first"
    ),
    **dict.fromkeys(
        (store.KeyMissing, store.KeyWrong),
        Kind(HTTPStatus.SERVICE_UNAVAILABLE, "unreadable", "The texts cannot be decrypted here"),
    ),
    store.NotFound: Kind(HTTPStatus.NOT_FOUND, "not-found", "There is no such thing"),
    store.InvalidId: Kind(_UNPROCESSABLE, "invalid-input", "Something in the request is wrong"),
    store.IdempotencyConflict: Kind(
        _UNPROCESSABLE, "idempotency-key-reused", "The idempotency key is another request's"
    ),
    store.MessageConflict: Kind(
        HTTPStatus.CONFLICT, "message-conflict", "The id is another message's"
    ),
    store.NameTaken: Kind(HTTPStatus.CONFLICT, "name-taken", "The name is taken"),
    store.TooMany: Kind(HTTPStatus.CONFLICT, "too-many", "There are too many of them"),
    store.ClaimedByOther: Kind(
        HTTPStatus.CONFLICT, "claimed-by-other", "Somebody else works on the case"
    ),
    store.NotClaimed: Kind(HTTPStatus.CONFLICT, "not-claimed", "The case is not yours"),
    store.AlreadyDecided: Kind(
        HTTPStatus.CONFLICT, "already-decided", "The case was decided before"
    ),
    store.DecidedFirst: Kind(
        HTTPStatus.CONFLICT, "decided-first", "Who decided first does not answer the appeal"
    ),
    store.Unanswered: Kind(HTTPStatus.CONFLICT, "unanswered", "An appeal has to be answered"),
    store.NotTheirs: Kind(HTTPStatus.CONFLICT, "not-theirs", "The message is somebody else's"),
    store.NothingToAppeal: Kind(
        HTTPStatus.CONFLICT, "nothing-to-appeal", "Nothing was decided against the sender"
    ),
    store.AppealTooLate: Kind(
        HTTPStatus.CONFLICT, "appeal-too-late", "The decision stands for too long"
    ),
    store.NothingToTeach: Kind(
        HTTPStatus.CONFLICT, "nothing-to-teach", "The case can teach nothing yet"
    ),
    store.LinkedElsewhere: Kind(
        HTTPStatus.CONFLICT, "linked-elsewhere", "The account opens somebody else's login"
    ),
    store.LastAdmin: Kind(HTTPStatus.CONFLICT, "last-admin", "Nobody else is an admin"),
    store.TextGone: Kind(HTTPStatus.CONFLICT, "text-gone", "The text is not kept any more"),
    store.PreviewOld: Kind(HTTPStatus.CONFLICT, "preview-old", "There are more cases by now"),
    store.NothingToUndo: Kind(
        HTTPStatus.CONFLICT, "nothing-to-undo", "There is no decision to take back"
    ),
    store.UndoTooLate: Kind(
        HTTPStatus.CONFLICT, "undo-too-late", "The decision stands for too long"
    ),
    **dict.fromkeys(
        UNAVAILABLE,
        Kind(HTTPStatus.SERVICE_UNAVAILABLE, "unavailable", "The database does not answer", _RETRY),
    ),
}

_BROKEN = Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "broken", "Something broke on our side")
_BROKEN_DETAIL = "nothing is known to have been changed; it was logged, and may be tried again"
_INSIDE = (
    store.Outdated,
    store.KeyMissing,
    store.KeyWrong,
    SQLAlchemyError,
    TimeoutError,
)  # their texts speak of our own parts


class FaultOut(BaseModel):
    """One thing that is wrong. `place` is a JSON Pointer into the body, or a parameter's name."""

    source: str = Field(serialization_alias="in", examples=["body"])
    place: str = Field(examples=["/messages/3/text"])
    value: str = Field(examples=["a text of 20,001 characters"])
    fix: str = Field(examples=["write at most 20,000 characters, or send it in parts"])


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(examples=[f"{TYPE_PREFIX}invalid-input"])
    title: str
    status: int
    detail: str
    errors: list[FaultOut] = []


def install(app: FastAPI) -> None:
    """Whatever is raised on the way is answered as a problem."""
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_http)
    for known in KINDS:
        app.add_exception_handler(known, _answer_known)


def kind_of(error: Exception) -> Kind:
    """The kind of the exception's nearest class that has one; an unknown one is our fault."""
    for cls in type(error).__mro__:
        if cls in KINDS:
            return KINDS[cls]
    return _BROKEN


def broken() -> Json:
    """The answer when something of ours broke. It says nothing of what, since that quotes input."""
    return _problem(_BROKEN, _BROKEN_DETAIL)


def raw_answer(error: RefusalError) -> bytes:
    """The answer as it goes over the wire, for a request that never became one."""
    kind = kind_of(error)
    answer = _problem(kind, str(error))
    headers = {**HEADERS, **answer.headers, "connection": "close"}
    head = [f"HTTP/1.1 {kind.status} {kind.status.phrase}"]
    head += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*head, "", ""]).encode("latin-1") + bytes(answer.body)


def refusals(*errors: type[Exception]) -> dict[int | str, dict[str, Any]]:
    """What a call may be refused with, for the OpenAPI document."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    told: dict[int, list[str]] = {}
    for error in errors:
        kind = KINDS[error]
        told.setdefault(kind.status, []).append(kind.title)
    return {
        status: {"description": "; ".join(dict.fromkeys(titles)), "content": content}
        for status, titles in sorted(told.items())
    }


async def _answer_known(_: Request, error: Exception) -> Json:
    kind = kind_of(error)
    if isinstance(error, _INSIDE) or kind is _BROKEN:
        return _problem(kind, _BROKEN_DETAIL if kind is _BROKEN else "try again in a moment")
    faults: tuple[Fault, ...] = ()
    if isinstance(error, InvalidInputError):
        faults = error.faults
    elif isinstance(error, store.InvalidId):
        place = f"/messages/{error.index}/{error.field}"
        faults = (Fault(source="body", place=place, value="unfit", fix=str(error)),)
    if isinstance(error, RateLimitedError | QueueFullError):
        kind = replace(kind, headers={"Retry-After": str(error.retry_after)})
    return _problem(kind, str(error), faults)


async def _answer_invalid(request: Request, error: Exception) -> Json:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    faults = faults_of(found[:FAULTS_SHOWN], tags=DELIVERY_TAGS)
    return await _answer_known(request, InvalidInputError(faults, count=len(found)))


async def _answer_http(_: Request, error: Exception) -> Json:
    """What Starlette refuses by itself: no such path, no such method."""
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    details = {
        HTTPStatus.NOT_FOUND: "there is nothing at this path; /openapi.json tells what there is",
        HTTPStatus.METHOD_NOT_ALLOWED: f"ask with {(error.headers or {}).get('Allow')} instead",
    }
    slug = status.phrase.lower().replace(" ", "-")
    kind = Kind(status, slug, status.phrase, error.headers)
    return _problem(kind, details.get(status, status.description or status.phrase))


def _problem(kind: Kind, detail: str, faults: tuple[Fault, ...] = ()) -> Json:
    content: dict[str, Any] = {
        "type": TYPE_PREFIX + kind.slug,
        "title": kind.title,
        "status": int(kind.status),
        "detail": detail,
    }
    if faults:
        content["errors"] = [_fault(fault) for fault in faults]
    return Json(
        content,
        status_code=kind.status,
        headers=dict(kind.headers or {}),
        media_type="application/problem+json",
    )


def _fault(fault: Fault) -> dict[str, str]:
    fields = asdict(fault)
    return {"in": fields.pop("source"), **fields}
