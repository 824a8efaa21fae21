"""What could not be delivered is listed, and sent again when somebody asks for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from store import log, outbox
from store.database import Database
from store.webhooks import add_webhook
from tests.api.conftest import OFFER, Market


def kill_deliveries(database: Database) -> None:
    """A day of failures, at once."""
    now = datetime.now(UTC)
    while True:
        with database.begin() as connection:
            due = outbox.lease_due(connection, limit=100, lease=timedelta(minutes=1), now=now)
            for delivery in due:
                day = timedelta(days=1)
                outbox.note_failed(connection, delivery, failure="503", wait=day, now=now)
        if not due:
            return


@pytest.fixture
def dead(market: Market) -> list[int]:
    """The numbers of two dead deliveries of one message."""
    database = market.parts.database
    with database.begin() as connection:
        add_webhook(connection, name="shop", url="https://x.example/", now=datetime.now(UTC))
    market.tell("/v1/scans", {"id": "m-1", "text": OFFER})
    kill_deliveries(database)
    return [row["id"] for row in market.get("/v1/webhooks/dead").json()["deliveries"]]


def test_dead_deliveries_are_listed_page_by_page(market: Market, dead: list[int]) -> None:
    first = market.get("/v1/webhooks/dead?limit=1").json()
    (row,) = first["deliveries"]
    told = (row["webhook"], row["event"], row["message_id"], row["attempts"], row["failure"])
    assert told == ("shop", "message.judged", "m-1", 1, "503")
    second = market.get(f"/v1/webhooks/dead?limit=1&after={first['next']}").json()
    assert [row["event"] for row in second["deliveries"]] == ["case.opened"]
    last = market.get(f"/v1/webhooks/dead?after={second['next']}").json()
    assert last == {"deliveries": [], "next": None}


def test_dead_delivery_is_sent_again_once_and_the_log_says_by_whom(
    market: Market, dead: list[int]
) -> None:
    path = f"/v1/webhooks/dead/{dead[0]}/resend"
    assert market.post(path).json() == {"id": dead[0], "state": "pending"}
    assert market.post(path).status_code == 404
    left = market.get("/v1/webhooks/dead").json()["deliveries"]
    assert [row["id"] for row in left] == dead[1:]
    with market.parts.database.read() as connection:
        (entry,) = log.read(connection, subject=f"delivery:{dead[0]}")
    assert (entry.event, entry.actor) == ("delivery.resent", "key:marketplace")


def test_number_that_no_delivery_has_is_not_found(market: Market) -> None:
    assert market.post("/v1/webhooks/dead/7/resend").status_code == 404
    assert market.post("/v1/webhooks/dead/x/resend").status_code == 422
