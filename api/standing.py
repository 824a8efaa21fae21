"""Where a sender stands: which strikes count against them, and what another would bring."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import Field

from api.answers import Json, Shape
from api.case_answers import StrikeOut, strike_answer
from api.door import new_router, opened_by
from api.parts import Inside
from api.schemas import Id
from scanner.ladders import LadderName, Step
from store.strikes import Standing, standing_of

router = new_router(tag="senders")


class LadderOut(Shape):
    """Where they stand on a ladder. `step` 0 is below the first step, where `current` is null.

    `strikes` are the `violations` that count now, without those that only taught.
    """

    ladder: LadderName
    strikes: int = Field(ge=0)
    step: int = Field(ge=0)
    current: Step | None
    next: Step
    next_expiry: datetime | None
    violations: list[StrikeOut]


class StandingOut(Shape):
    """Where a sender stands on each ladder. Of somebody who never wrote, too."""

    sender: str
    ladders: list[LadderOut]


@router.get(
    "/v1/senders/{id}/strikes",
    dependencies=[opened_by("scan", "read", "moderate")],
    summary="Where a sender stands",
    response_model=StandingOut,
)
async def find(id: Id, inside: Inside) -> Json:
    """Their strikes that count now, on each ladder: none that expired or was taken back."""

    def look_up() -> tuple[Standing, ...]:
        with inside.database.read() as connection:
            return standing_of(connection, id, now=inside.now())

    standings = await inside.reading(look_up)
    return Json({"sender": id, "ladders": [_answer(one) for one in standings]})


def _answer(standing: Standing) -> dict[str, Any]:
    return {
        "ladder": standing.ladder.name,
        "strikes": standing.strikes,
        "step": standing.place,
        "current": standing.current,
        "next": standing.following,
        "next_expiry": standing.next_expiry,
        "violations": [strike_answer(one) for one in standing.violations],
    }
