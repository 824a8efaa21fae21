"""Many cases are decided at once: those that were shown, and nobody else's; and taken back."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import select

from scanner.verdict import CATEGORIES
from store import batches, cases, decisions, desk, log, messages, outbox, senders, verdicts
from store.audit import verify
from store.database import Database
from store.errors import NotFound, NothingToUndo, PreviewOld, UndoTooLate
from store.narrowing import Filter
from store.schema import deliveries
from store.webhooks import add_webhook
from tests.verdicts import NOON, message, verdict

LEASE = timedelta(minutes=5)
SECOND = timedelta(seconds=1)
REASONS = dict.fromkeys((*CATEGORIES, None), "spam")


@pytest.fixture
def ids(database: Database) -> list[int]:
    """Four cases of Sam's and one of Frank's."""
    with database.begin() as connection:
        sent = [message(f"m-{n}", sender="sam") for n in range(4)] + [message("m-9")]
        kept = messages.receive(connection, sent, now=NOON)
        verdicts.record_all(connection, {one.pk: verdict("hold") for one in kept}, now=NOON)
        return [row.id for row in desk.list_cases(connection, now=NOON)]


def decide(
    database: Database, narrowed: Filter, *, previewed: int = 4, by: str = "mona"
) -> batches.Batch:
    with database.begin() as connection:
        return batches.decide_all(
            connection,
            narrowed=narrowed,
            as_of=NOON,
            previewed=previewed,
            action="refuse",
            reasons=REASONS,
            by=by,
            now=NOON + SECOND,
            note="a burst \x00 \ud800",
        )


def states(database: Database, ids: list[int]) -> list[str]:
    with database.read() as connection:
        return [desk.find_row(connection, id, now=NOON).state for id in ids]


def test_more_than_was_shown_is_not_decided(database: Database, ids: list[int]) -> None:
    with pytest.raises(PreviewOld) as caught:
        decide(database, Filter(sender="sam"), previewed=3)
    assert (caught.value.previewed, caught.value.found) == (3, 4)
    with pytest.raises(NotFound):
        decide(database, Filter(sender="nobody"))
    assert states(database, ids) == ["open"] * 5


def test_what_came_later_and_what_colleagues_have_stays_as_it_is(
    database: Database, ids: list[int]
) -> None:
    with database.begin() as connection:
        cases.claim(connection, ids[0], by="nils", lease=LEASE, now=NOON)
        cases.claim(connection, ids[1], by="mona", lease=LEASE, now=NOON)
    batch = decide(database, Filter(sender="sam", last_id=ids[2]))
    assert batch.size == 2
    assert states(database, ids) == ["claimed", "decided", "decided", "open", "open"]


def test_each_case_has_its_decision_and_the_log_one_row(database: Database, ids: list[int]) -> None:
    batch = decide(database, Filter(sender="sam"))
    with database.read() as connection:
        for id in ids[:4]:
            (decision,) = decisions.decisions_of(connection, id)
            assert (decision.action, decision.reason, decision.by) == ("refuse", "spam", "mona")
            assert decision.note == "a burst \x00 \ud800"
            assert decision.batch == batch.id
        (entry,) = log.read(connection, subject=f"batch:{batch.id}")
        told = f'{{"action":"refuse","cases":{ids[:4]},"strikes_made":[1]}}'
        assert entry.details == told.replace(", ", ",")
        assert verify(connection).breaks == ()
        assert batches.find_batch(connection, batch.id) == batch


def test_only_who_decided_takes_back_and_not_for_ever(database: Database, ids: list[int]) -> None:
    batch = decide(database, Filter(sender="sam"))
    until = batch.at + decisions.UNDO_WINDOW
    with database.begin() as connection:
        with pytest.raises(NotFound):
            batches.undo_all(connection, batch.id + 1, by="mona", now=NOON)
        with pytest.raises(NothingToUndo):
            batches.undo_all(connection, batch.id, by="nils", now=NOON)
        with pytest.raises(UndoTooLate):
            batches.undo_all(connection, batch.id, by="mona", now=until + SECOND)
        assert batches.undo_all(connection, batch.id, by="mona", now=until) == 4
        with pytest.raises(NothingToUndo):
            batches.undo_all(connection, batch.id, by="mona", now=until)
        assert verify(connection).breaks == ()
    assert states(database, ids) == ["open"] * 5


def test_webhooks_are_told_of_each_case_in_its_order_or_of_none(
    database: Database, ids: list[int]
) -> None:
    with database.begin() as connection:
        add_webhook(connection, name="desk", url="https://hooks.test/", now=NOON)
    batch = decide(database, Filter(sender="sam"))
    with pytest.raises(NotFound):
        decide(database, Filter(sender="sam"))
    with database.begin() as connection:
        batches.undo_all(connection, batch.id, by="mona", now=batch.at + SECOND)
        rows = connection.execute(select(deliveries).order_by(deliveries.c.id)).all()
        made = {id: decisions.decisions_of(connection, id) for id in ids[:4]}
        first = outbox.lease_due(connection, limit=100, lease=LEASE, now=batch.at + LEASE)
    for id, (decided, undone) in made.items():
        told = [(row.event, row.decision_id) for row in rows if row.case_id == id]
        assert told == [("case.decided", decided.id), ("case.undone", undone.id)]
    assert len(rows) == 8
    assert len({row.message_pk for row in rows}) == 4
    assert {one.event for one in first} == {"case.decided"}
    with suppress(InterruptedError), database.begin() as connection:
        batches.decide_all(
            connection,
            narrowed=Filter(sender="sam"),
            as_of=NOON,
            previewed=4,
            action="allow",
            reasons=REASONS,
            by="mona",
            now=batch.at + SECOND,
        )
        raise InterruptedError
    with database.read() as connection:
        assert len(connection.execute(select(deliveries)).all()) == 8


def test_case_that_was_undone_and_decided_anew_keeps_its_new_decision(
    database: Database, ids: list[int]
) -> None:
    batch = decide(database, Filter(sender="sam"))
    later = batch.at + SECOND
    with database.begin() as connection:
        decisions.undo(connection, ids[0], by="mona", lease=LEASE, now=later)
        decisions.decide(connection, ids[0], action="allow", by="mona", now=later)
        assert batches.undo_all(connection, batch.id, by="mona", now=later) == 3
        assert [one.action for one in decisions.decisions_of(connection, ids[0])] == [
            "refuse",
            "undo",
            "allow",
        ]
    assert states(database, ids[:2]) == ["decided", "open"]


def test_record_of_a_sender_counts_what_became_of_their_messages(
    database: Database, ids: list[int]
) -> None:
    with database.begin() as connection:
        assert senders.record_of(connection, "nobody", now=NOON) is None
        (fine,) = messages.receive(connection, [message("m-10", sender="sam")], now=NOON)
        verdicts.record(connection, fine.pk, verdict("allow"), now=NOON)
        decisions.decide(connection, ids[0], action="refuse", by="mona", now=NOON)
        decisions.decide(connection, ids[1], action="allow", by="mona", now=NOON + SECOND)
        record = senders.record_of(connection, "sam", now=NOON)
    assert record is not None
    assert (record.messages, record.waiting, record.passed) == (5, 2, 2)
    assert (record.decided, record.first_seen) == ({"refuse": 1, "allow": 1}, NOON)
    assert [(one.case_id, one.action) for one in record.past] == [
        (ids[1], "allow"),
        (ids[0], "refuse"),
    ]
