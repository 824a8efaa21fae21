"""What is done without a part is chosen, and told by /readyz, the metrics and the console."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

import models
from api import modes, scans
from api.callers import OLD_FOR, REMEMBERED_FOR
from api.modes import BrokenSteps, SlowStore
from models import ModelError
from scanner.detectors import DETECTORS
from scanner.detectors.hit import Hit
from scanner.message import Message
from scanner.policy import Policy
from scanner.road import INSTALLATION, Scanner
from scanner.rulebook import Rulebook
from scanner.views.view import View
from store.database import Database
from tests.api.conftest import INNOCENT, OFFER, Market, Open, stored_messages

RULES = INSTALLATION / "rules"
QUEUED = {"id": "q-1", "text": INNOCENT}


class Breaking:
    """A detector that breaks on every text."""

    id = "breaking"

    def find(self, view: View, message: Message) -> Iterable[Hit]:
        raise ZeroDivisionError(view.text)


def engine(**given: Any) -> Scanner:
    return Scanner(
        rulebook=Rulebook.load(RULES),
        policy=Policy.load(RULES / "policy.toml"),
        models=models.load(INSTALLATION / "models" / "artefacts"),
        **given,
    )


def told(market: Market, part: str) -> str:
    """What /readyz says of a part that is not as it should be; metrics and console say so, too."""
    ready = market.get("/readyz")
    assert (ready.status_code, ready.json()["status"]) == (200, "degraded")
    state = str(ready.json()["parts"][part])
    assert f'inbounds_degraded{{part="{part}"}} 1.0' in market.get("/metrics").text
    page = market.get("/console/login").text
    assert "Not everything works now" in page
    assert f"{part}: " in page
    return state


@contextmanager
def read_only(database: Database) -> Iterator[None]:
    """The database answers, and takes no changes."""
    if database.engine.dialect.name == "postgresql":
        name = database.engine.url.database
        for state in ("on", None):
            with database.begin() as connection:
                connection.execute(text("SET TRANSACTION READ WRITE"))
                value = f"SET default_transaction_read_only = {state}" if state else ""
                value = value or "RESET default_transaction_read_only"
                connection.execute(text(f'ALTER DATABASE "{name}" {value}'))
            database.close()
            if state:
                yield
        return

    def protect(connection: Any, _: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    event.listen(database.engine, "connect", protect)
    database.close()
    yield
    event.remove(database.engine, "connect", protect)
    database.close()


@contextmanager
def slow(market: Market, url: str) -> Iterator[None]:
    """Somebody else keeps every writer waiting."""
    other = Database.open(url)
    with other.begin() as connection:
        if other.engine.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE messages IN ACCESS EXCLUSIVE MODE"))
        yield
    other.close()


# The database


def test_read_only_database_stores_nothing_and_scans_are_judged_all_the_same(
    market: Market,
) -> None:
    with read_only(market.parts.database):
        answer = market.tell("/v1/scans", {"id": "m-1", "text": OFFER})
        assert answer.status_code == 200, answer.text
        assert (answer.json()["decision"], answer.json()["stored"]) == ("hold", False)
        assert answer.json()["case_id"] is None
        assert market.tell("/v1/previews", {"text": OFFER}).json()["decision"] == "hold"
        refused = market.tell("/v1/messages", QUEUED)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
        market.parts.modes.slow_store.clock = lambda: time.monotonic() + 60
        assert told(market, "database").startswith("takes no changes")
        assert "inbounds_scans_unstored_total 1.0" in market.get("/metrics").text
        assert market.get("/v1/cases").json()["cases"] == []
    stored = market.tell("/v1/scans", {"id": "m-1", "text": OFFER}).json()
    assert stored["stored"] is True
    assert market.get("/readyz").json()["status"] == "ready"


def test_database_that_is_slow_does_not_take_scans_down(
    market: Market, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "SCAN_STORE_SECONDS", 0.5)
    monkeypatch.setattr(modes, "STORE_PAUSE_SECONDS", 60)
    market.tell("/v1/scans", {"id": "m-0", "text": OFFER, "room": "r-1"})
    with slow(market, database_url):
        for number in range(5):
            body = {"id": f"m-{number + 1}", "text": OFFER}
            answer = market.tell("/v1/scans", body).json()
            assert (answer["decision"], answer["stored"]) == ("hold", False)
        assert told(market, "database").startswith("is too slow")
        unread = market.tell("/v1/scans", {"text": INNOCENT, "room": "r-1"}).json()
        assert (unread["decision"], unread["stored"]) == ("flag", False)
        assert unread["failures"] == [{"step": "room", "error": "Unavailable"}]
        given = {"text": INNOCENT, "room": "r-1", "history": [{"text": "hello"}]}
        assert market.tell("/v1/scans", given).json()["decision"] == "allow"
    market.parts.modes.slow_store.clock = lambda: time.monotonic() + 120
    again = market.tell("/v1/scans", {"id": "m-1", "text": OFFER}).json()
    assert (again["stored"], again["decision"]) == (True, "hold")
    assert market.get(f"/v1/cases/{again['case_id']}").json()["message_id"] == "m-1"


def test_database_is_asked_again_after_a_pause() -> None:
    clock = [0.0]
    slow_store = SlowStore(clock=lambda: clock[0])
    assert not slow_store.is_left_alone
    slow_store.note()
    assert slow_store.is_left_alone
    clock[0] += 2.0
    assert not slow_store.is_left_alone


def test_known_key_opens_while_the_database_is_away_and_no_other_does(
    open_market: Open, sqlite_url: str, redis_url: str, tmp_path: Path
) -> None:
    market = open_market(sqlite_url, redis_url)
    assert market.tell("/v1/scans", {"text": INNOCENT}).json()["stored"] is True
    market.parts.database.close()
    Path(sqlite_url.removeprefix("sqlite:///")).unlink()
    (tmp_path / "door.db").mkdir()
    callers = market.parts.callers
    later = [REMEMBERED_FOR.total_seconds() + 1]
    callers._clock = lambda: time.monotonic() + later[0]
    assert market.tell("/v1/scans", {"text": OFFER}).json()["stored"] is False
    stranger = {"authorization": "Bearer inb_" + "x" * 43}
    assert market.tell("/v1/scans", {"text": OFFER}, **stranger).status_code == 503
    later[0] = OLD_FOR.total_seconds() + 60
    assert market.tell("/v1/scans", {"text": OFFER}).status_code == 503
    assert market.get("/readyz").status_code == 503


# Redis, the queue


def test_without_redis_messages_are_accepted_and_judged_later(
    open_market: Open, database_url: str, tmp_path: Path
) -> None:
    market = open_market(database_url, f"unix://{tmp_path / 'nobody.sock'}")
    assert market.tell("/v1/messages", QUEUED).status_code == 202
    assert market.tell("/v1/scans", {"text": OFFER}).json()["stored"] is True
    assert told(market, "redis") == "does not answer"
    market.judge_waiting()
    assert market.get("/v1/messages/q-1").json()["state"] == "judged"


def test_full_queue_refuses_messages_and_not_scans(
    open_market: Open, database_url: str, redis_url: str
) -> None:
    market = open_market(database_url, redis_url, settings={"queue_limit": 3})
    batch = [{"id": f"m-{number}", "text": INNOCENT} for number in range(3)]
    assert market.tell("/v1/messages", batch).status_code == 202
    market.parts.pressure._clock = lambda: time.monotonic() + 1
    refused = market.tell("/v1/messages", QUEUED)
    assert refused.status_code == 429
    assert refused.json()["type"] == "urn:inbounds:problem:queue-full"
    assert int(refused.headers["retry-after"]) > 0
    assert stored_messages(market.parts.database) == 3
    assert market.tell("/v1/scans", {"text": OFFER}).json()["stored"] is True
    market.judge_waiting()
    market.parts.pressure._clock = lambda: time.monotonic() + 2
    assert market.tell("/v1/messages", QUEUED).status_code == 202


# The engine


def test_detector_that_breaks_flags_and_is_told(
    open_market: Open, sqlite_url: str, redis_url: str
) -> None:
    broken = engine(detectors=(*DETECTORS, Breaking()))
    market = open_market(sqlite_url, redis_url, scanner=broken)
    answer = market.tell("/v1/scans", {"text": INNOCENT}).json()
    assert (answer["decision"], answer["stored"]) == ("flag", True)
    assert told(market, "engine").startswith("broke in detect breaking")
    assert market.tell("/v1/scans", {"text": OFFER}).json()["decision"] == "hold"


def test_detectors_that_take_too_long_are_left_out_and_the_message_is_flagged(
    open_market: Open, sqlite_url: str, redis_url: str
) -> None:
    moments = iter(range(0, 10**15, 10**9))  # every look at the clock is a second later
    late = engine(budget_ms=1_500, clock=lambda: next(moments))
    market = open_market(sqlite_url, redis_url, scanner=late)
    answer = market.tell("/v1/scans", {"text": INNOCENT}).json()
    assert answer["decision"] == "flag"
    (failure,) = answer["failures"]
    assert failure["error"] == "OverBudget"
    assert failure["step"] in told(market, "engine")


def test_budget_that_is_kept_changes_no_verdict() -> None:
    generous, free = engine(budget_ms=60_000), engine()
    for written in (OFFER, INNOCENT):
        one, other = (it.scan(Message(text=written)) for it in (generous, free))
        assert (one.decision, one.findings) == (other.decision, other.findings)
        assert one.failures == ()


def test_step_that_broke_is_told_of_for_a_while() -> None:
    clock = [0.0]
    steps = BrokenSteps(clock=lambda: clock[0])
    steps.note(engine(detectors=(Breaking(),)).scan(Message(text="hello")))
    assert steps.recent() == ["detect breaking"]
    clock[0] += 301
    assert steps.recent() == []


def test_installation_without_its_models_does_not_start(tmp_path: Path) -> None:
    shutil.copytree(INSTALLATION / "models" / "artefacts", tmp_path / "artefacts")
    (tmp_path / "artefacts" / "classifier.npz").unlink()
    with pytest.raises(ModelError, match=r"classifier\.npz"):
        Scanner.load(artefacts=tmp_path / "artefacts")
