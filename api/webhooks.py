"""Webhooks that could not be delivered, and the way to have them sent again."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from api.answers import DeadOut, DeadsOut, Json, ResentOut
from api.cases import LARGEST_ID, RowId
from api.door import Caller, new_router, opened_by
from api.errors import refusals
from api.parts import Inside
from store import outbox
from store.errors import NotFound
from store.outbox import DeadRow

PAGE_MAX_LENGTH = 200  # deliveries

router = new_router(tag="webhooks")


class DeadQuery(BaseModel):
    """Which page of the list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: int = Field(default=50, ge=1, le=PAGE_MAX_LENGTH)
    after: int = Field(default=0, ge=0, le=LARGEST_ID, description="The last page's `next`.")


@router.get(
    "/v1/webhooks/dead",
    dependencies=[opened_by("admin")],
    summary="Deliveries that were given up, oldest first",
    response_model=DeadsOut,
)
async def list_dead(query: Annotated[DeadQuery, Query()], inside: Inside) -> Json:
    """What was tried for a day and did not arrive."""

    def look_up() -> list[DeadRow]:
        with inside.database.read() as connection:
            return outbox.list_dead(connection, after=query.after, limit=query.limit)

    rows = await inside.reading(look_up)
    last = rows[-1] if len(rows) == query.limit else None
    return Json(
        {"deliveries": [_dead(row) for row in rows], "next": None if last is None else last.id}
    )


@router.post(
    "/v1/webhooks/dead/{delivery_id}/resend",
    dependencies=[opened_by("admin")],
    summary="Send a delivery again",
    response_model=ResentOut,
    responses=refusals(NotFound),
)
async def resend(delivery_id: RowId, inside: Inside, caller: Caller) -> Json:
    """It is tried for a day more, beginning now."""

    def act() -> None:
        with inside.database.begin() as connection:
            outbox.resend(connection, delivery_id, now=inside.now(), by=caller.actor)

    await inside.writing(act)
    return Json({"id": delivery_id, "state": "pending"})


def _dead(row: DeadRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in DeadOut.model_fields}
