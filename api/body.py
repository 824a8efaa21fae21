"""The body of a request: read no further than allowed, and read as JSON that means one thing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NoReturn

from starlette.requests import ClientDisconnect, Request

from api.refusals import (
    BODY_MAX_SIZE,
    BodyTooLargeError,
    NotJsonError,
    UnfinishedError,
    UnsupportedMediaError,
    quoted,
)


class JsonRequest(Request):
    """A request whose body is JSON. Both methods read it once and keep what they read."""

    async def body(self) -> bytes:
        """All bytes that came.

        Counted as they come, since a Content-Length may be missing or lie. Raises
        BodyTooLargeError or UnfinishedError.
        """
        if not hasattr(self, "_body"):
            declared = self.headers.get("content-length", "")
            if declared.isdecimal() and int(declared[:20]) > BODY_MAX_SIZE:
                raise BodyTooLargeError
            size, chunks = 0, []
            try:
                async for chunk in self.stream():
                    size += len(chunk)
                    if size > BODY_MAX_SIZE:
                        raise BodyTooLargeError
                    chunks.append(chunk)
            except ClientDisconnect:
                raise UnfinishedError from None
            self._body = b"".join(chunks)
        return self._body

    async def json(self) -> Any:
        """What the body says. Raises the same, UnsupportedMediaError or NotJsonError."""
        if not hasattr(self, "_json"):
            _refuse_other_media(self)
            self._json = read_json(await self.body())
        return self._json


def read_json(raw: bytes) -> Any:
    """The value that the bytes stand for. Raises NotJsonError, which says where and why not.

    Stricter than Python's own reader: a key that comes twice means two things, and NaN and
    Infinity are no JSON. Lone surrogates are let through, since a message may hold them.
    """
    try:
        return _READER.decode(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise NotJsonError(f"byte {error.start:,} is not UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno:,}, column {error.colno:,}"
        raise NotJsonError(f"{error.msg} at {place}") from None
    except RecursionError:
        raise NotJsonError("it is nested too deep") from None
    except ValueError:  # Python turns only numbers of up to 4,300 digits
        raise NotJsonError("a number has too many digits") from None


def _refuse_other_media(request: Request) -> None:
    kind, _, parameters = request.headers.get("content-type", "").lower().partition(";")
    if kind.strip() != "application/json":
        raise UnsupportedMediaError("send the body with `Content-Type: application/json`")
    charset = parameters.replace(" ", "").replace('"', "")
    if charset not in ("", "charset=utf-8"):
        raise UnsupportedMediaError("send the body in UTF-8, and name no other charset")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise UnsupportedMediaError("send the body as it is, without Content-Encoding")


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise NotJsonError(f"the key {quoted(name)} comes twice in one object")
            seen.add(name)
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise NotJsonError(f"{name} is not a number that JSON knows")


_READER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant)
