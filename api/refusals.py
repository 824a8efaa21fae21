"""What the door refuses before anybody inside hears of it, as one tree.

RefusalError
├── UnauthorizedError        no API key, or one that opens nothing
├── ForbiddenError           the key is known, and does not open this
├── RateLimitedError         the key has used up its rate
├── QueueFullError           too many messages wait to be judged
├── NotJsonError             the body is not JSON
├── UnsupportedMediaError    the body says that it is something else, or is packed
├── BodyTooLargeError        the body is larger than any request has to be
├── InvalidInputError        the body is JSON, and says something that cannot be meant
├── UnfinishedError          the caller left before the body had come
├── TooSlowError             the request did not come in time
├── HeadTooLargeError        the head of the request is larger than any has to be
└── MalformedError           what came is no HTTP

No text of these quotes a message. What is quoted of a value is short, escaped, and goes to nobody
but the caller who sent it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

BODY_MAX_SIZE = 8 * 1024 * 1024  # bytes; a message and the fifty before it, 20,000 characters each,
# every one escaped as \uXXXX, are 6,120,000

FAULTS_SHOWN = 100  # of a batch in which everything is wrong; the answer says how many there are
QUOTED_MAX_LENGTH = 60  # characters of a value that are repeated in an answer

Source = str  # "body", "query", "path" or "header"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong: where it stands, what stands there, and what to write instead.

    ``place`` is a JSON Pointer into the body (RFC 6901), else the name of the parameter.
    """

    source: Source
    place: str
    value: str
    fix: str


class RefusalError(Exception):
    """The request was not let in, and nothing was changed."""


class UnauthorizedError(RefusalError):
    """Nobody is known by the key that came, if one came."""

    def __init__(self) -> None:
        super().__init__(
            "send an API key as `Authorization: Bearer <key>`; "
            "`inbounds keys create NAME` makes one"
        )


class ForbiddenError(RefusalError):
    """The key has none of the ``scopes`` that open the call."""

    def __init__(self, scopes: Collection[str]) -> None:
        wanted = " or ".join(sorted(scopes))
        super().__init__(f"the key lacks the scope for this; take one made with {wanted}")


class RateLimitedError(RefusalError):
    """The key has asked faster than it may; ``retry_after`` in seconds."""

    def __init__(self, seconds: float) -> None:
        self.retry_after = math.ceil(seconds)
        super().__init__(f"the key has used up its rate; try again in {self.retry_after} s")


class QueueFullError(RefusalError):
    """Too many messages wait to be judged; ``retry_after`` in seconds."""

    retry_after = 5  # a worker judges some thousand meanwhile

    def __init__(self) -> None:
        super().__init__(
            f"too many messages wait to be judged; nothing was kept, try again in "
            f"{self.retry_after} s"
        )


class NotJsonError(RefusalError):
    """The body is not JSON as RFC 8259 and I-JSON have it; ``why`` says where."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the body is not JSON: {why}")


class UnsupportedMediaError(RefusalError):
    """The body is declared as something that is not read here."""

    def __init__(self, fix: str) -> None:
        super().__init__(fix)


class BodyTooLargeError(RefusalError):
    """The body is larger than ``BODY_MAX_SIZE``."""

    def __init__(self) -> None:
        super().__init__(
            f"a body may have {BODY_MAX_SIZE:,} bytes; send fewer messages in one call"
        )


class InvalidInputError(RefusalError):
    """All that is wrong with a request; ``faults`` are at most ``FAULTS_SHOWN`` of them."""

    def __init__(self, faults: Sequence[Fault], *, count: int | None = None) -> None:
        self.faults = tuple(faults[:FAULTS_SHOWN])
        count = len(faults) if count is None else count
        first = self.faults[0]
        more = f" (and {count - 1:,} more)" if count > 1 else ""
        super().__init__(f"{first.source} {first.place or '/'}: {first.value}; {first.fix}{more}")


class UnfinishedError(RefusalError):
    """The connection ended before the body did."""

    def __init__(self) -> None:
        super().__init__("the body ended before it was complete; send it again")


class TooSlowError(RefusalError):
    """The head or the body of a request took longer than it may."""

    def __init__(self) -> None:
        super().__init__("the request did not come in time; send it again")


class HeadTooLargeError(RefusalError):
    """Line and headers of a request together are too large."""

    def __init__(self) -> None:
        super().__init__("line and headers of the request are too large; send less in them")


class MalformedError(RefusalError):
    """What came cannot be read as HTTP."""

    def __init__(self) -> None:
        super().__init__("what came is no HTTP request")


FIXES: Mapping[str, str] = {  # pydantic's name of a fault, and what to do about it
    "missing": "add it",
    "extra_forbidden": "leave it out, it is not known here",
    "literal_error": "write one of {expected}",
    "string_type": "write a string",
    "string_unicode": "write Unicode without lone surrogates",
    "string_too_short": "write at least {min_length} character(s)",
    "string_too_long": "write at most {max_length} characters",
    "string_pattern_mismatch": "write something that matches {pattern}",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "int_parsing_size": "write a smaller number",
    "int_from_float": "write a whole number",
    "greater_than_equal": "write at least {ge}",
    "less_than_equal": "write at most {le}",
    "list_type": "write a list",
    "tuple_type": "write a list",
    "too_long": "write at most {max_length} of them",
    "too_short": "write at least {min_length} of them",
    "model_type": "write an object",
    "model_attributes_type": "write an object",
    "dict_type": "write an object",
}
_ANY_OTHER = "write what /openapi.json says"


def faults_of(errors: Sequence[Mapping[str, Any]], *, tags: frozenset[str]) -> list[Fault]:
    """The faults that pydantic found, told in our words.

    ``tags`` are names that pydantic puts into the path of a union, which are not in the body.
    """
    return [_fault(error, tags) for error in errors[:FAULTS_SHOWN]]


def quoted(value: object) -> str:
    """A short form of a JSON value: escaped; of long strings, lists and objects only the size."""
    if isinstance(value, str):
        if len(value) > QUOTED_MAX_LENGTH:
            return f"a string of {len(value):,} characters"
        return json.dumps(value)
    if isinstance(value, (bool, int, float)) or value is None:
        written = json.dumps(value)
        return written if len(written) <= QUOTED_MAX_LENGTH else "a long number"
    if isinstance(value, Mapping):
        return "an object"
    return f"a list of {len(value):,}" if isinstance(value, Sequence) else "something else"


def _fault(error: Mapping[str, Any], tags: frozenset[str]) -> Fault:
    source, *path = error["loc"]
    if path and path[0] in tags:
        path = path[1:]
    kind = error["type"]
    if kind == "missing":
        value = "missing"
    elif path and path[-1] == "text" and isinstance(error["input"], str):
        value = f"a text of {len(error['input']):,} characters"
    else:
        value = quoted(error["input"])
    is_body = source == "body"
    return Fault(
        source=str(source),
        place=_pointer(path) if is_body else ".".join(map(_name, path)),
        value=value,
        fix=_fix(error),
    )


def _fix(error: Mapping[str, Any]) -> str:
    if error["type"] == "refused":  # by a check of ours, whose message is the fix
        return str(error["msg"])
    return FIXES.get(error["type"], _ANY_OTHER).format_map(error.get("ctx") or {})


def _pointer(path: Sequence[object]) -> str:
    return "".join("/" + _name(step).replace("~", "~0").replace("/", "~1") for step in path)


def _name(step: object) -> str:
    """A field's name as it came, when it is short and harmless; else that it is not."""
    name = json.dumps(str(step))[1:-1]
    return name if len(name) <= QUOTED_MAX_LENGTH else f"(a name of {len(str(step)):,} characters)"
