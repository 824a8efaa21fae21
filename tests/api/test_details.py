"""The same detail on several accounts is seen, and is kept nowhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from config.keys import new_key, parse_keys
from config.settings import Settings
from store.details import fingerprint_of
from store.schema_privacy import details
from tests.api.conftest import Market, Open
from tests.cli.test_secrets import inbounds
from worker.retention import Retention, keep_of

KEY, OTHER_KEY = new_key("a"), new_key("b")
EMAILS = (
    "write me at wombat.jones@posteo.de",
    "Reach me at wombat dot jones at posteo dot de",
    "mail me: WOMBAT.JONES@posteo.de please",
)


@pytest.fixture
def keyed(open_market: Open, database_url: str, redis_url: str) -> Market:
    return open_market(database_url, redis_url, settings={"fingerprint_keys": KEY})


def gives(market: Market, sender: str, text: str, **context: Any) -> int | None:
    """The id of the case that the message brought its sender."""
    body = {"sender": sender, "text": text, "context": {"contract": "none", **context}}
    case_id: int | None = market.tell("/v1/scans", body).json()["case_id"]
    return case_id


def seen(market: Market, case_id: int | None) -> list[int]:
    """On how many other accounts the details of a case were found."""
    answer = market.get(f"/v1/cases/{case_id}")
    assert answer.status_code == 200, answer.text
    return [one["accounts"] for one in answer.json()["seen_elsewhere"]]


def rows(market: Market) -> list[Any]:
    with market.parts.database.read() as connection:
        return list(connection.execute(select(details).order_by(details.c.message_pk)))


# What is not seen


def test_detail_of_one_account_was_seen_nowhere_else(keyed: Market) -> None:
    gives(keyed, "one", EMAILS[0])
    assert seen(keyed, gives(keyed, "one", EMAILS[1])) == []


def test_allowed_message_leaves_no_fingerprint(keyed: Market) -> None:
    assert gives(keyed, "one", EMAILS[0], contract="active") is None
    assert rows(keyed) == []


def test_without_a_key_nothing_is_fingerprinted(market: Market) -> None:
    case_id = [gives(market, sender, EMAILS[0]) for sender in ("one", "two")][-1]
    assert rows(market) == []
    assert seen(market, case_id) == []


def test_no_detail_stands_in_a_fingerprint_and_the_key_decides_it(keyed: Market) -> None:
    gives(keyed, "one", EMAILS[0])
    (row,) = rows(keyed)
    assert "wombat" not in str(tuple(row))
    (key,) = parse_keys(KEY)
    (other,) = parse_keys(OTHER_KEY)
    value = "wombat.jones@posteo.de"
    assert row.fingerprint == fingerprint_of(key, "email", value)
    assert row.fingerprint != fingerprint_of(other, "email", value)
    assert row.fingerprint != fingerprint_of(key, "handle", value)


# What is seen


def test_same_address_in_three_disguises_is_seen_on_the_other_accounts(keyed: Market) -> None:
    cases = [gives(keyed, f"u-{n}", text) for n, text in enumerate(EMAILS)]
    assert [seen(keyed, case_id) for case_id in cases] == [[2], [2], [2]]


def test_it_is_seen_when_the_texts_are_gone_until_its_own_time_is_over(keyed: Market) -> None:
    cases = [gives(keyed, f"u-{n}", text) for n, text in enumerate(EMAILS)]

    def after(days: int) -> None:
        then = datetime.now(UTC) + timedelta(days=days)
        keep = keep_of(Settings())
        Retention(keyed.parts.database, keep, now=lambda: then).run_once()

    after(200)
    assert "wombat" not in keyed.get(f"/v1/cases/{cases[0]}").text
    assert seen(keyed, cases[0]) == [2]
    after(366)
    assert seen(keyed, cases[0]) == []
    assert rows(keyed) == []


def test_who_is_erased_is_not_seen_any_more(keyed: Market) -> None:
    cases = [gives(keyed, f"u-{n}", text) for n, text in enumerate(EMAILS)]
    keyed.delete("/v1/senders/u-1")
    assert seen(keyed, cases[0]) == [1]
    assert seen(keyed, cases[1]) == []
    assert {row.sender for row in rows(keyed)} == {"u-0", "u-2"}


def test_new_key_finds_what_the_old_one_kept_and_takes_it_along(
    keyed: Market, open_market: Open, database_url: str, redis_url: str, tmp_path: Path
) -> None:
    gives(keyed, "u-0", EMAILS[0])
    both = f"{OTHER_KEY},{KEY}"
    later = open_market(database_url, redis_url, settings={"fingerprint_keys": both}, name="later")
    case_id = gives(later, "u-1", EMAILS[1])
    assert seen(later, case_id) == [1]
    assert {row.key for row in rows(later)} == {"a", "b"}
    ran = inbounds(
        "secrets", "rotate", url=database_url, var_dir=tmp_path, INBOUNDS_FINGERPRINT_KEYS=both
    )
    assert ran.returncode == 0, ran.stderr
    assert {row.key for row in rows(later)} == {"b"}
    assert seen(later, case_id) == [1]


def test_same_phone_written_in_two_ways_by_two_senders_is_seen_on_another_account(
    keyed: Market,
) -> None:
    national = gives(keyed, "one", "call me on 07911 123456")
    international = gives(keyed, "two", "call me on +44 7911 123456")
    assert seen(keyed, national) == [1]
    assert seen(keyed, international) == [1]
    stranger = gives(keyed, "three", "call me on +44 7911 123457")
    assert seen(keyed, stranger) == []


def test_short_number_of_another_country_is_another_one(keyed: Market) -> None:
    (key,) = parse_keys(KEY)
    denmark, norway = (fingerprint_of(key, "phone", f"+{code}20123456") for code in (45, 47))
    assert denmark != norway
    assert fingerprint_of(key, "phone", "no number") != fingerprint_of(key, "email", "no number")
