"""The age of the sender's account is kept as it was given, and nothing is judged by it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from store import messages
from store.senders import record_of
from tests.api.conftest import OFFER, Market

SINCE = "2024-05-01T10:00:00+02:00"
BODY = {"id": "m-1", "room": "r-1", "sender": "frank", "text": OFFER}


def given(market: Market) -> datetime | None:
    with market.parts.database.read() as connection:
        record = record_of(connection, "frank", now=datetime.now(UTC))
    assert record is not None
    return record.account_since


@pytest.mark.parametrize("value", ["2024-05-01", "yesterday", 1714550400, "2024-05-01T10:00:00"])
def test_time_that_cannot_be_meant_is_refused(door: Market, value: Any) -> None:
    answer = door.tell("/v1/messages", BODY | {"sender_since": value})
    assert answer.status_code == 422
    assert [fault["place"] for fault in answer.json()["errors"]] == ["/sender_since"]


def test_age_is_kept_with_the_message_and_the_last_one_counts(market: Market) -> None:
    market.tell("/v1/messages", BODY)
    assert given(market) is None
    market.tell("/v1/messages", BODY | {"id": "m-2", "sender_since": "2020-01-01T00:00:00Z"})
    market.tell("/v1/messages", BODY | {"id": "m-3", "sender_since": SINCE})
    market.tell("/v1/messages", BODY | {"id": "m-4"})
    assert given(market) == datetime(2024, 5, 1, 8, 0, tzinfo=UTC)
    with market.parts.database.read() as connection:
        assert messages.find(connection, "m-2").message.sender_since is not None


def test_same_message_with_an_age_is_the_same_message(market: Market) -> None:
    assert market.tell("/v1/messages", BODY).status_code == 202
    again = market.tell("/v1/messages", BODY | {"sender_since": SINCE})
    assert again.status_code == 202
    other = market.tell("/v1/messages", BODY | {"text": "something else"})
    assert other.status_code == 409
