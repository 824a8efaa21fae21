"""Nobody sees what people wrote without a row in the log that says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from console.pages import live
from store import log
from store.database import Database
from tests.cast import franks_message
from tests.console.conftest import Clock, Marketplace, Moderator, add_user, mounted

CANARY = "zanzibarquokka"
QUERIES = ("", "?sender=frank", "?group=sender", "?group=alike", "?readings=1", "?state=claimed")


def seen_by(database: Database, name: str) -> list[log.Entry]:
    with database.read() as connection:
        entries = log.read(connection, actor=name)
    return [entry for entry in entries if entry.event.endswith(".read")]


def noted(entries: list[log.Entry]) -> set[int]:
    """The cases that these rows name."""
    named: set[int] = set()
    for entry in entries:
        details = json.loads(entry.details)
        named |= {*details.get("cases", ()), *details.get("beside", ())}
        if entry.subject.startswith("case:"):
            named.add(int(entry.subject.removeprefix("case:")))
    return named


def places(application: Starlette) -> Iterator[str]:
    """The paths of all pages that a browser may ask for."""
    (mount,) = application.routes
    assert isinstance(mount, Mount)
    assert isinstance(mount.app, Starlette)
    for route in mount.app.routes:
        if isinstance(route, Route) and "GET" in (route.methods or ()):
            yield route.path


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
    mona: Moderator,
    application: Starlette,
    marketplace: Marketplace,
    case_id: int,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = marketplace.send(franks_message(id="m-9", text=CANARY))
    monkeypatch.setattr(live, "LIFETIME", live.LOOK_EVERY)  # else the stream of events takes long
    showed = set()
    for place in places(application):
        for query in QUERIES:
            before = len(seen_by(database, "mona"))
            page = mona.get(place.replace("{case_id:int}", str(case_id)) + query)
            if CANARY in page.text:
                showed.add(place)
                assert noted(seen_by(database, "mona")[before:]) & {case_id, other}, place + query
    assert showed >= {"/", "/cases/{case_id:int}", "/together"}


def test_every_text_of_a_group_a_preview_or_beside_a_case_is_named(
    mona: Moderator, marketplace: Marketplace, case_id: int, database: Database
) -> None:
    ids = {case_id, marketplace.send(franks_message(id="m-9", text=CANARY))}
    for place, told in (
        ("/?group=alike", {case_id}),
        ("/?group=sender", {case_id}),
        (f"/together?alike={case_id}", ids),
        (f"/cases/{case_id}?decision=hold", ids),  # no neighbours; the same sender's, and alike
    ):
        before = len(seen_by(database, "mona"))
        assert mona.get(place).text.count(CANARY) >= len(told), place
        assert noted(seen_by(database, "mona")[before:]) == told, place


def test_preview_that_is_shown_again_and_the_case_kept_ready_are_looks_as_well(
    mona: Moderator, marketplace: Marketplace, case_id: int, database: Database
) -> None:
    other = marketplace.send(franks_message(id="m-9", text="another"))
    before = len(seen_by(database, "mona"))
    refused = mona.post("/together?sender=frank", {"action": "refuse"})
    assert (refused.status_code, CANARY in refused.text) == (422, True)
    assert noted(seen_by(database, "mona")[before:]) == {case_id, other}
    mona.post(f"/cases/{case_id}/claim")
    before = len(seen_by(database, "mona"))
    mona.post(f"/cases/{case_id}/ahead")
    (ahead,) = seen_by(database, "mona")[before:]
    assert (ahead.event, ahead.subject) == ("case.read", f"case:{other}")
    assert json.loads(ahead.details) == {"beside": [case_id]}


def test_events_tell_which_cases_changed_and_nothing_of_their_texts(
    mona: Moderator, case_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "LIFETIME", live.LOOK_EVERY)
    told = mona.get("/events?after=0").text
    assert f"event: changed\ndata: [{case_id}]" in told
    assert CANARY not in told


def test_every_page_says_what_is_done_without(
    marketplace: Marketplace, case_id: int, database: Database, clock: Clock, tmp_path: Path
) -> None:
    lines = ["redis: does not answer"]
    application = mounted(database, clock, tmp_path, wrong=lambda: lines)
    add_user(database, "nora")
    with TestClient(application, base_url="http://desk.test") as browser:
        nora = Moderator("nora", browser)
        nora.sit_down(database)
        for place in set(places(application)) - {"/events"}:
            page = nora.get(place.replace("{case_id:int}", str(case_id)))
            assert "redis: does not answer." in page.text, place
        lines.clear()
        assert "data-degraded" not in nora.get("/together").text


def test_login_stands_in_the_log(mona: Moderator, database: Database) -> None:
    with database.read() as connection:
        assert "user.came" in [entry.event for entry in log.read(connection, actor="mona")]
