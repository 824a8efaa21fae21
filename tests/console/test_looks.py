"""Nobody sees what people wrote without a row in the log that says so."""

from __future__ import annotations

import json

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from store import log
from store.database import Database
from tests.cast import franks_message
from tests.console.conftest import Marketplace, Moderator

CANARY = "zanzibarquokka"


def seen_by(database: Database, name: str) -> list[log.Entry]:
    with database.read() as connection:
        entries = log.read(connection, actor=name)
    return [entry for entry in entries if entry.event.endswith(".read")]


@pytest.fixture
def case_id(marketplace: Marketplace) -> int:
    return marketplace.send(franks_message(text=CANARY))


def test_who_reads_a_case_or_a_list_stands_in_the_log(
    mona: Moderator, marketplace: Marketplace, case_id: int, database: Database
) -> None:
    other = marketplace.send(franks_message(id="m-9", text="another"))
    before = len(seen_by(database, "mona"))
    mona.get(f"/cases/{case_id}")
    mona.get("/")
    read, listed = seen_by(database, "mona")[before:]
    assert (read.event, read.subject) == ("case.read", f"case:{case_id}")
    assert json.loads(read.details) == {"beside": [other]}
    assert (listed.event, json.loads(listed.details)) == ("cases.read", {"cases": [case_id, other]})
    assert CANARY not in read.details + listed.details


def test_every_page_that_shows_a_text_has_said_so_first(
    mona: Moderator, application: Starlette, case_id: int, database: Database
) -> None:
    (mount,) = application.routes
    assert isinstance(mount, Mount)
    assert isinstance(mount.app, Starlette)
    showed = 0
    for route in mount.app.routes:
        if isinstance(route, Route) and "GET" in (route.methods or ()):
            before = len(seen_by(database, "mona"))
            page = mona.get(route.path.replace("{case_id:int}", str(case_id)))
            if CANARY in page.text:
                showed += 1
                assert len(seen_by(database, "mona")) > before, route.path
    assert showed >= 2
    assert len(seen_by(database, "mona")) >= 2


def test_login_stands_in_the_log(mona: Moderator, database: Database) -> None:
    with database.read() as connection:
        assert "user.came" in [entry.event for entry in log.read(connection, actor="mona")]
