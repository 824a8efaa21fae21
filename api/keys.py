"""API keys, for those who keep the doors: which there are, and the end of one."""

from __future__ import annotations

from api.answers import Json, KeyOut, KeysOut, key_answer
from api.cases import RowId
from api.door import Caller, new_router, opened_by
from api.errors import refusals
from api.parts import Inside
from store import keys
from store.errors import NotFound
from store.keys import KeyRow

router = new_router(tag="keys")


@router.get(
    "/v1/keys",
    dependencies=[opened_by("admin")],
    summary="API keys, oldest first",
    response_model=KeysOut,
)
async def list_keys(inside: Inside) -> Json:
    """Their names, scopes and last uses; never what opens."""

    def look_up() -> list[KeyRow]:
        with inside.database.read() as connection:
            return keys.list_keys(connection)

    rows = await inside.reading(look_up)
    return Json({"keys": [key_answer(row) for row in rows]})


@router.delete(
    "/v1/keys/{key_id}",
    dependencies=[opened_by("admin")],
    summary="Revoke an API key",
    response_model=KeyOut,
    responses=refusals(NotFound),
)
async def revoke(key_id: RowId, inside: Inside, caller: Caller) -> Json:
    """It opens nothing any more, after the few seconds for which servers remember it."""

    def act() -> KeyRow:
        with inside.database.begin() as connection:
            name = keys.name_of(connection, key_id)
            keys.revoke_key(connection, name=name, now=inside.now(), by=caller.actor)
            return next(row for row in keys.list_keys(connection) if row.id == key_id)

    return Json(key_answer(await inside.writing(act)))
