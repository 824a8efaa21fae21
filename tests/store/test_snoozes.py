"""A row of the policy keeps silent between two people, and nowhere and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scanner.verdict import Reason, Verdict
from store import log, messages, snoozes, verdicts
from store.database import Database
from store.errors import NotFound
from store.snoozes import SNOOZE_MAX
from tests.verdicts import NOON, message, verdict

DAY = timedelta(days=1)


def judge(
    database: Database, given: Verdict, *, room: str | None = "room-1", after: timedelta = DAY / 2
) -> messages.Stored:
    """A message of the room, judged half a day after noon."""
    with database.begin() as connection:
        id = f"m-{len(log.read(connection))}"
        (receipt,) = messages.receive(connection, [message(id, room=room)], now=NOON)
        verdicts.record(connection, receipt.pk, given, now=NOON + after)
        return messages.find(connection, id)


@pytest.fixture
def snooze(database: Database) -> snoozes.Snooze:
    with database.begin() as connection:
        return snoozes.snooze(
            connection, "room-1", category="contact.email", length=DAY, by="mona", now=NOON
        )


@pytest.mark.parametrize(
    ("category", "length"),
    [("scam", DAY), ("contact.email", SNOOZE_MAX + DAY), ("contact.email", timedelta())],
)
def test_scams_and_for_ever_cannot_be_snoozed(
    database: Database, category: str, length: timedelta
) -> None:
    with database.begin() as connection, pytest.raises(ValueError, match="cannot be snoozed"):
        snoozes.snooze(
            connection,
            "room-1",
            category=category,  # type: ignore[arg-type]
            length=length,
            by="mona",
            now=NOON,
        )


@pytest.mark.usefixtures("snooze")
def test_other_rooms_other_rows_and_later_messages_are_stopped_as_ever(database: Database) -> None:
    held = replace(verdict("hold"), failures=())
    scam = replace(held, reasons=(replace(held.reasons[0], category="scam"),))
    for stored in (
        judge(database, held, room="room-2"),
        judge(database, held, room=None),
        judge(database, scam),
        judge(database, held, after=DAY),
    ):
        assert stored.verdict is not None
        assert stored.verdict.decision == "hold"
        assert stored.case_id is not None


@pytest.mark.usefixtures("snooze")
def test_message_that_was_not_read_whole_is_stopped_all_the_same(database: Database) -> None:
    stored = judge(database, verdict("hold"))
    assert stored.verdict == verdict("hold")
    assert stored.case_id is not None


def test_snoozed_row_stops_nothing_and_leaves_its_trace(
    database: Database, snooze: snoozes.Snooze
) -> None:
    stored = judge(database, replace(verdict("hold"), failures=()))
    assert stored.verdict is not None
    assert stored.verdict.decision == "allow"
    assert stored.verdict.reasons == ()
    assert stored.case_id is None
    excuse = stored.verdict.excuses[-1]
    assert (excuse.reason, excuse.source) == ("snoozed between these two", f"snooze:{snooze.id}")
    with database.read() as connection:
        assert f'"snoozed":[{stored.pk}]' in log.read(connection)[-1].details


@pytest.mark.usefixtures("snooze")
def test_what_else_speaks_against_the_message_decides(database: Database) -> None:
    held = replace(verdict("hold"), failures=())
    request = Reason(
        category="contact.request", score=0.7, decision="flag", threshold=0.5, text="asks"
    )
    stored = judge(database, replace(held, reasons=(*held.reasons, request)))
    assert stored.verdict is not None
    assert stored.verdict.decision == "flag"
    assert stored.verdict.reasons == (request,)
    assert stored.case_id is not None


def test_ended_snooze_counts_no_more(database: Database, snooze: snoozes.Snooze) -> None:
    with database.begin() as connection:
        snoozes.end_snooze(connection, snooze.id, by="nils", now=NOON)
        with pytest.raises(NotFound):
            snoozes.end_snooze(connection, snooze.id, by="nils", now=NOON)
        assert snoozes.active_snoozes(connection, now=NOON) == []
    stored = judge(database, replace(verdict("hold"), failures=()))
    assert stored.case_id is not None
