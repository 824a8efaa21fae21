"""Messages are kept once, as they came, and lent to one worker at a time."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scanner.message import HISTORY_MAX_LENGTH, Context, Earlier, Message
from store import log, messages, verdicts
from store.database import Database
from store.errors import InvalidId, MessageConflict, NotFound
from store.messages import Receipt
from tests.verdicts import NOON, message, verdict

LEASE = timedelta(minutes=2)
NUMBERS = count()


def receive(database: Database, *given: Message) -> list[Receipt]:
    with database.begin() as connection:
        return messages.receive(connection, given, now=NOON)


def lease(
    database: Database, *, by: str = "w-1", limit: int = 64, now: datetime = NOON
) -> list[int]:
    with database.begin() as connection:
        leased = messages.lease_waiting(connection, by=by, limit=limit, lease=LEASE, now=now)
    return [one.pk for one in leased]


def waiting(database: Database) -> int:
    with database.read() as connection:
        return messages.count_waiting(connection)


def test_same_id_with_another_text_is_refused_and_nothing_of_the_call_is_kept(
    database: Database,
) -> None:
    receive(database, message("a", "hello"))
    with pytest.raises(MessageConflict) as caught:
        receive(database, message("b", "new"), message("a", "other"))
    assert caught.value.ids == ("a",)
    assert "hello" not in str(caught.value)
    with database.read() as connection:
        assert messages.find(connection, "a").message.text == "hello"
        with pytest.raises(NotFound):
            messages.find(connection, "b")


@pytest.mark.parametrize(
    "other",
    [
        {"text": "hello "},
        {"room": "elsewhere"},
        {"sender": "sam"},
        {"sent_at": NOON},
        {"context": Context(contract="active")},
        {"history": (Earlier(text="hi"),)},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_every_field_counts_when_an_id_comes_again(
    database: Database, other: dict[str, object]
) -> None:
    first = message("a", "hello")
    receive(database, first)
    with pytest.raises(MessageConflict):
        receive(database, replace(first, **other))  # type: ignore[arg-type]


def test_conflict_within_one_call_is_refused(database: Database) -> None:
    with pytest.raises(MessageConflict):
        receive(database, message("a", "one"), message("a", "two"))
    assert waiting(database) == 0


@pytest.mark.parametrize("bad", ["", "a\x00b", "a\ud800", "a\nb", "x" * 201, "\u2028"])
@pytest.mark.parametrize("field", ["id", "room", "sender"])
def test_id_that_no_database_keeps_names_its_place(
    database: Database, field: str, bad: str
) -> None:
    with pytest.raises(InvalidId) as caught:
        receive(database, message("a"), replace(message("b"), **{field: bad}))
    assert (caught.value.index, caught.value.field) == (1, field)
    assert waiting(database) == 0


def test_looking_for_an_id_that_cannot_be_finds_nothing(database: Database) -> None:
    with database.read() as connection, pytest.raises(NotFound):
        messages.find(connection, "a\x00\ud800")


def test_same_message_again_gets_the_receipt_of_the_first(database: Database) -> None:
    (first,) = receive(database, message("a"))
    again = receive(database, message("a"), message("b"), message("b"))
    assert again[0] == Receipt(first.pk, "a", is_new=False)
    assert [one.is_new for one in again] == [False, True, False]
    assert again[1].pk == again[2].pk
    assert waiting(database) == 2


def test_pks_count_up_in_the_order_of_the_call(database: Database) -> None:
    receipts = receive(database, *(message(f"m-{n}") for n in reversed(range(1000))))
    assert [one.pk for one in receipts] == sorted({one.pk for one in receipts})
    assert [one.id for one in receipts] == [f"m-{n}" for n in reversed(range(1000))]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_comes_back_as_it_came(database: Database, text: str) -> None:
    came = message(
        f"m-{next(NUMBERS)}", text, history=(Earlier(text=text[::-1], sender_role="client"),)
    )
    (receipt,) = receive(database, came)
    with database.read() as connection:
        assert messages.load(connection, [receipt.pk]) == {receipt.pk: came}


def test_history_of_the_caller_is_not_mixed_with_the_room(database: Database) -> None:
    receive(database, message("a", "in the room"))
    told = message("b", history=(Earlier(text="told"),))
    (receipt,) = receive(database, told)
    with database.read() as connection:
        assert messages.load(connection, [receipt.pk])[receipt.pk].history == told.history


def test_room_is_the_latest_before_it_oldest_first_and_of_no_other_room(
    database: Database,
) -> None:
    receipts = receive(
        database,
        message("other", "another room", room="room-2"),
        message("none", "no room", room=None),
        *(message(f"m-{n}", str(n)) for n in range(60)),
    )
    pks = [one.pk for one in receipts]
    with database.read() as connection:
        loaded = messages.load(connection, pks)
        fresh = messages.with_room(connection, message("fresh", "next"))
    assert loaded[pks[0]].history == loaded[pks[1]].history == loaded[pks[2]].history == ()
    assert [entry.text for entry in loaded[pks[7]].history] == list("01234")
    expected = [str(n) for n in range(9, 59)]
    assert [entry.text for entry in loaded[pks[61]].history] == expected
    assert [entry.text for entry in fresh.history] == [str(n) for n in range(10, 60)]
    assert len(expected) == HISTORY_MAX_LENGTH


def test_side_that_was_not_told_is_that_of_the_same_sender_only(database: Database) -> None:
    unsaid = Context()
    receive(
        database,
        message("a", "mine", context=unsaid),
        message("b", "hers", sender="clara", context=unsaid),
        message("c", "whose", sender=None, context=unsaid),
    )
    with database.read() as connection:
        history = messages.with_room(connection, message("d")).history
    assert [entry.sender_role for entry in history] == ["freelancer", None, None]


def test_lease_keeps_to_its_limit_and_takes_the_oldest_first(database: Database) -> None:
    pks = [one.pk for one in receive(database, *(message(f"m-{n}") for n in range(150)))]
    assert lease(database, limit=64) == pks[:64]
    assert lease(database, by="w-2", limit=64) == pks[64:128]
    assert lease(database, limit=64) == pks[128:]
    assert lease(database) == []


def test_lease_that_ran_out_goes_to_another_and_counts(database: Database) -> None:
    (receipt,) = receive(database, message())
    lease(database)
    assert lease(database, by="w-2", now=NOON + LEASE - timedelta(seconds=1)) == []
    with database.begin() as connection:
        (again,) = messages.lease_waiting(
            connection, by="w-2", limit=1, lease=LEASE, now=NOON + LEASE
        )
    assert (again.pk, again.attempts) == (receipt.pk, 2)


def test_judged_messages_are_never_lent(database: Database) -> None:
    (receipt,) = receive(database, message())
    with database.begin() as connection:
        assert verdicts.record(connection, receipt.pk, verdict("allow"), now=NOON)
    assert lease(database, now=NOON + timedelta(days=1)) == []


def test_workers_at_once_never_share_a_message(database: Database) -> None:
    receive(database, *(message(f"m-{n}") for n in range(200)))
    taken: list[list[int]] = [[] for _ in range(4)]
    start = threading.Barrier(4)

    def work(number: int) -> None:
        start.wait()
        while pks := lease(database, by=f"w-{number}", limit=7):
            taken[number].extend(pks)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    every = [pk for pks in taken for pk in pks]
    assert len(every) == len(set(every)) == 200


def test_same_id_received_at_once_is_kept_once(database: Database) -> None:
    start, receipts = threading.Barrier(4), []

    def call() -> None:
        start.wait()
        receipts.extend(receive(database, *(message(f"m-{n}") for n in range(20))))

    threads = [threading.Thread(target=call) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(receipts) == 80
    assert sum(one.is_new for one in receipts) == len({one.pk for one in receipts}) == 20


def test_only_messages_left_long_enough_are_minded_by_the_sweep(database: Database) -> None:
    receive(database, message("a"))
    with database.read() as connection:
        for later, left in ((4, 0), (5, 1)):
            assert left == messages.count_left(
                connection,
                now=NOON + timedelta(seconds=later),
                older_than=timedelta(seconds=5),
            )


def test_receiving_is_logged_without_a_word_of_the_text(database: Database) -> None:
    receive(database, message("a", "the very text"))
    with database.read() as connection:
        (entry,) = log.read(connection)
    assert entry.event == "messages.received"
    assert "text" not in entry.details
