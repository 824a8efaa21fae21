"""Idempotency keys: what makes two requests the same one."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import Depends, Header
from starlette.requests import Request

from api.door import Caller
from store.idempotency import KEY_MAX_LENGTH
from worker import judge

Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=rf"^[\x21-\x7e]{{1,{KEY_MAX_LENGTH}}}$",
        description="The same key with the same body gets the same answer, and nothing is done "
        "twice; with another body it is refused. Any visible ASCII, best a fresh UUID.",
    ),
]


async def _repeatable(request: Request, caller: Caller, key: Key = None) -> judge.Request | None:
    """The request as the store knows it again; None when it came without a key."""
    if key is None:
        return None
    seal = hashlib.sha256(request.url.path.encode("utf-8", "surrogatepass"))
    seal.update(b"\n")
    seal.update(await request.body())
    return judge.Request(caller=caller, key=key, fingerprint=seal.hexdigest())


Repeatable = Annotated[judge.Request | None, Depends(_repeatable)]
