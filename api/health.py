"""Is it alive, is it ready, how is it doing: for those who keep it running. Without a key."""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import version
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import Field
from starlette.responses import Response

from api.answers import Json, Shape, VersionsOut
from api.errors import NOT_READY, READY
from api.modes import Status, status_of
from api.parts import Inside, Parts

PartState = Annotated[str, Field(examples=["ok"], description="`ok`, else what is wrong.")]

router = APIRouter(tags=["health"])


class LiveOut(Shape):
    """The process answers."""

    status: Literal["alive"]
    version: str


class PartsOut(Shape):
    """How the parts are."""

    database: PartState
    redis: PartState
    models: PartState
    engine: PartState
    server: PartState


class ReadyOut(Shape):
    """Whether calls are answered. `degraded`: they are, and `parts` says what is done without."""

    status: Status
    parts: PartsOut
    version: str
    versions: VersionsOut


@router.get("/livez", summary="The process answers", response_model=LiveOut)
async def live() -> Json:
    """Nothing else is looked at: a restart would not bring a database back."""
    return Json({"status": "alive", "version": version("inbounds")})


@router.get(
    "/readyz",
    summary="Calls are answered",
    response_model=ReadyOut,
    responses={int(NOT_READY): {"model": ReadyOut, "description": "Some part is missing"}},
)
async def ready(inside: Inside) -> Json:
    """503 when the database cannot be used, and when the server was told to stop.

    Without Redis, with a database that is slow or takes no changes, or an engine of which a step
    breaks, the service stays ready and says so.
    """
    answer = await inside.reading(lambda: _look(inside))
    return Json(answer, status_code=NOT_READY if answer["status"] == "not ready" else READY)


@router.get("/metrics", summary="Metrics for Prometheus", response_class=Response)
async def metrics(inside: Inside) -> Response:
    """Counts and durations; no ids, no text."""
    text = await inside.reading(lambda: generate_latest(inside.metrics.registry))
    return Response(text, media_type=CONTENT_TYPE_LATEST)


def _look(inside: Parts) -> dict[str, Any]:
    parts = inside.modes.look()
    return {
        "status": status_of(parts),
        "parts": parts,
        "version": version("inbounds"),
        "versions": asdict(inside.scanner.versions),
    }
