"""Erasing goes on in batches, and meets workers that are at work."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scanner.message import Context, Earlier
from store import messages, verdicts
from store.database import Database
from store.erasure import erase_batch
from tests.verdicts import NOON, message, verdict
from tests.worker.test_retention import CANARY, House
from worker import erasure
from worker.erasure import erase


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


def test_message_that_a_worker_has_in_hand_stays_erased(house: House) -> None:
    pk = house.receive("m-1")
    with house.database.begin() as connection:
        messages.lease_waiting(
            connection, by="worker", limit=1, lease=timedelta(minutes=2), now=house.now
        )
    with house.database.read() as connection:
        assert messages.load(connection, [pk])[pk].text == CANARY
    assert erase(house.database, "frank").messages == 1
    with house.database.begin() as connection:
        told = {pk: verdict("hold", value=CANARY)}
        assert verdicts.record_all(connection, told, now=house.now, languages={pk: "en"}) == []
    assert house.holds("quokka") == set()


def test_many_messages_are_erased_in_small_batches(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "BATCH_SIZE", 2)
    monkeypatch.setattr(erasure, "PAGE_SIZE", 2)
    for number in range(5):
        house.judge(f"m-{number}", "hold" if number % 2 else "allow")
        copied = message(
            f"c-{number}",
            "a wallaby",
            sender="clara",
            room=None,
            history=(Earlier(text=CANARY), Earlier(text="what a wallaby said")),
        )
        with house.database.begin() as connection:
            messages.receive(connection, [copied], now=house.now)
    erased = erase(house.database, "frank")
    assert (erased.messages, erased.copies) == (5, 5)
    assert house.holds("quokka") == set()
    assert house.holds("frank") == set()
    kept = house.find("c-4").message.history
    assert [entry.text for entry in kept] == ["", "what a wallaby said"]


def test_erasing_that_died_half_way_is_done_to_its_end(house: House) -> None:
    for number in range(3):
        house.judge(f"m-{number}", "hold")
    with house.database.begin() as connection:
        erase_batch(connection, "frank", limit=1, now=house.now)
    assert house.holds("quokka") != set()
    assert erase(house.database, "frank").messages == 2
    assert house.holds("quokka") == set()


def test_other_side_of_a_room_keeps_what_it_said(house: House) -> None:
    house.judge("m-1")
    claras = message(
        "c-1",
        "a wallaby",
        sender="clara",
        context=Context(sender_role="client"),
        history=(
            Earlier(text="mine", sender_role="client"),
            Earlier(text="edited by the marketplace", sender_role="freelancer"),
            Earlier(text="of nobody knows whom"),
        ),
    )
    with house.database.begin() as connection:
        messages.receive(connection, [claras], now=NOON)
    assert erase(house.database, "frank").copies == 2
    kept = house.find("c-1").message
    assert (kept.text, kept.sender, kept.room) == ("a wallaby", "clara", "room-1")
    assert [entry.text for entry in kept.history] == ["mine", "", ""]


def test_who_never_wrote_leaves_no_trace_of_being_asked_about(house: House) -> None:
    assert erase(house.database, "nobody").subject is None
    assert house.holds("sender.erased") == set()
