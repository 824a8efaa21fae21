"""A case is one moderator's at a time, decided once, and undone while it is fresh."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest

from store import audit, cases, decisions, desk, log, messages, reports, verdicts
from store.database import Database
from store.errors import (
    AlreadyDecided,
    ClaimedByOther,
    InvalidId,
    NotClaimed,
    NotFound,
    NothingToUndo,
    UndoTooLate,
)
from store.narrowing import Cursor, Filter
from store.reports import Report
from tests.verdicts import NOON, SECRET, message, verdict

LEASE = timedelta(minutes=15)
LATER = NOON + LEASE
SECOND = timedelta(seconds=1)


@pytest.fixture
def case_id(database: Database) -> int:
    """A held message of Frank's."""
    with database.begin() as connection:
        (receipt,) = messages.receive(connection, [message("m-1", f"mail {SECRET}")], now=NOON)
        verdicts.record(connection, receipt.pk, verdict("hold"), now=NOON)
        case_id = messages.find(connection, "m-1").case_id
    assert case_id is not None
    return case_id


@pytest.fixture
def log_holds(database: Database) -> Iterator[None]:
    yield
    with database.read() as connection:
        assert audit.verify(connection).breaks == ()


pytestmark = pytest.mark.usefixtures("log_holds")


def claim(database: Database, case_id: int, by: str = "mona", *, at: object = NOON) -> None:
    with database.begin() as connection:
        cases.claim(connection, case_id, by=by, lease=LEASE, now=at)  # type: ignore[arg-type]


def test_case_of_another_can_be_neither_claimed_nor_decided_nor_released(
    database: Database, case_id: int
) -> None:
    claim(database, case_id, "mona")
    with database.begin() as connection:
        with pytest.raises(ClaimedByOther) as caught:
            cases.claim(connection, case_id, by="max", lease=LEASE, now=LATER - SECOND)
        with pytest.raises(ClaimedByOther):
            decisions.decide(connection, case_id, action="allow", by="max", now=NOON)
        with pytest.raises(ClaimedByOther):
            cases.release(connection, case_id, by="max", now=NOON)
    assert (caught.value.by, caught.value.until) == ("mona", LATER)


def test_case_that_is_not_there_is_not_found(database: Database, case_id: int) -> None:
    missing = case_id + 1
    with database.begin() as connection:
        with pytest.raises(NotFound):
            cases.claim(connection, missing, by="mona", lease=LEASE, now=NOON)
        with pytest.raises(NotFound):
            decisions.decide(connection, missing, action="allow", by="mona", now=NOON)
        with pytest.raises(NotFound):
            decisions.undo(connection, missing, by="mona", lease=LEASE, now=NOON)
        with pytest.raises(NotFound):
            desk.find_case(connection, missing, now=NOON)


def test_nobody_releases_what_nobody_has(database: Database, case_id: int) -> None:
    with database.begin() as connection, pytest.raises(NotClaimed):
        cases.release(connection, case_id, by="mona", now=NOON)


def test_claim_that_ran_out_goes_to_the_next(database: Database, case_id: int) -> None:
    claim(database, case_id, "mona")
    claim(database, case_id, "max", at=LATER)
    with database.begin() as connection, pytest.raises(ClaimedByOther):
        decisions.decide(connection, case_id, action="allow", by="mona", now=LATER)


def test_claim_again_renews(database: Database, case_id: int) -> None:
    claim(database, case_id, "mona")
    claim(database, case_id, "mona", at=LATER - SECOND)
    with database.begin() as connection, pytest.raises(ClaimedByOther):
        cases.claim(connection, case_id, by="max", lease=LEASE, now=LATER)


def test_released_case_is_open_to_all(database: Database, case_id: int) -> None:
    claim(database, case_id, "mona")
    with database.begin() as connection:
        cases.release(connection, case_id, by="mona", now=NOON)
    claim(database, case_id, "max")


def test_claims_at_once_have_one_winner(database: Database, case_id: int) -> None:
    start, won, lost = threading.Barrier(4), [], []

    def work(by: str) -> None:
        start.wait()
        try:
            claim(database, case_id, by)
            won.append(by)
        except ClaimedByOther as error:
            lost.append(error.by)

    threads = [threading.Thread(target=work, args=(f"m-{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert lost == won * 3


def test_decisions_at_once_leave_one(database: Database, case_id: int) -> None:
    start, refused = threading.Barrier(3), []

    def work(by: str) -> None:
        start.wait()
        try:
            with database.begin() as connection:
                decisions.decide(connection, case_id, action="refuse", by=by, now=NOON)
        except AlreadyDecided:
            refused.append(by)

    threads = [threading.Thread(target=work, args=(f"m-{n}",)) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 2
    with database.read() as connection:
        assert len(decisions.decisions_of(connection, case_id)) == 1


def test_decided_case_is_not_decided_or_claimed_again(database: Database, case_id: int) -> None:
    with database.begin() as connection:
        decisions.decide(connection, case_id, action="refuse", by="mona", now=NOON)
        with pytest.raises(AlreadyDecided):
            decisions.decide(connection, case_id, action="allow", by="mona", now=NOON)
        with pytest.raises(AlreadyDecided):
            cases.claim(connection, case_id, by="mona", lease=LEASE, now=NOON)
        assert desk.list_cases(connection, now=NOON) == []


def test_only_the_one_who_decided_may_undo(database: Database, case_id: int) -> None:
    with database.begin() as connection:
        with pytest.raises(NothingToUndo):
            decisions.undo(connection, case_id, by="mona", lease=LEASE, now=NOON)
        decisions.decide(connection, case_id, action="refuse", by="mona", now=NOON)
        with pytest.raises(NothingToUndo):
            decisions.undo(connection, case_id, by="max", lease=LEASE, now=NOON)


def test_undo_comes_too_late_after_its_window(database: Database, case_id: int) -> None:
    with database.begin() as connection:
        decisions.decide(connection, case_id, action="refuse", by="mona", now=NOON)
        late = NOON + decisions.UNDO_WINDOW + SECOND
        with pytest.raises(UndoTooLate):
            decisions.undo(connection, case_id, by="mona", lease=LEASE, now=late)


def test_undone_case_is_theirs_again_and_nothing_is_forgotten(
    database: Database, case_id: int
) -> None:
    until = NOON + decisions.UNDO_WINDOW
    with database.begin() as connection:
        made = decisions.decide(
            connection, case_id, action="refuse", by="mona", now=NOON, reason="scam", note="x"
        )
        undone = decisions.undo(connection, case_id, by="mona", lease=LEASE, now=until)
        with pytest.raises(NothingToUndo):
            decisions.undo(connection, case_id, by="mona", lease=LEASE, now=until)
        decisions.decide(connection, case_id, action="allow", by="mona", now=until)
        rows = decisions.decisions_of(connection, case_id)
    assert undone.undoes == made.id
    assert [row.action for row in rows] == ["refuse", "undo", "allow"]


def test_most_urgent_come_first_and_pages_lose_and_repeat_none(database: Database) -> None:
    kinds = ["hold", "flag", "allow"]
    with database.begin() as connection:
        kept = messages.receive(connection, [message(f"m-{n}") for n in range(30)], now=NOON)
        given = {one.pk: verdict(kinds[n % 3]) for n, one in enumerate(kept)}  # type: ignore[arg-type]
        verdicts.record_all(connection, given, now=NOON)
    seen: list[desk.CaseRow] = []
    after = None
    with database.read() as connection:
        while page := desk.list_cases(connection, now=NOON, after=after, limit=3):
            seen += page
            after = Cursor(page[-1].counts_from, page[-1].id)
    assert len({row.id for row in seen}) == len(seen) == 20
    assert [row.decision for row in seen] == ["hold"] * 10 + ["flag"] * 10
    assert [row.id for row in seen[:10]] == sorted(row.id for row in seen[:10])


def test_filters_narrow_to_what_they_say(database: Database, case_id: int) -> None:
    claim(database, case_id, "mona")

    def found(now: object = NOON, **narrowed: object) -> int:
        with database.read() as connection:
            rows = desk.list_cases(connection, now=now, narrowed=Filter(**narrowed))  # type: ignore[arg-type]
        return len(rows)

    assert found(states=("open",)) == found(states=("decided",)) == 0
    assert found(decision="flag") == found(category="scam") == found(claimed_by="max") == 0
    assert found(contract="active") == found(surface="proposal") == found(sender="clara") == 0
    assert found(decision="hold", category="contact.email", claimed_by="mona") == 1
    assert found(states=("claimed",)) == found(sender="frank") == found() == 1
    assert found(now=LATER, states=("claimed",)) == 0
    assert found(now=LATER, states=("open",)) == 1


def test_one_case_shows_message_verdict_room_and_what_was_done(
    database: Database, case_id: int
) -> None:
    with database.begin() as connection:
        reports.report(connection, "m-1", reporter="clara", reason="scam", now=NOON)
        decisions.decide(connection, case_id, action="mask", by="mona", now=NOON)
    with database.read() as connection:
        view = desk.find_case(connection, case_id, now=NOON)
    assert view.row.text == view.stored.message.text == f"mail {SECRET}"
    assert view.stored.verdict == verdict("hold")
    assert view.reports == (Report("clara", "scam", NOON),)
    assert [decision.action for decision in view.decisions] == ["mask"]


def test_report_on_an_unknown_message_is_refused(database: Database) -> None:
    with database.begin() as connection, pytest.raises(NotFound):
        reports.report(connection, "nothing", reporter="clara", reason="spam", now=NOON)


@pytest.mark.parametrize("bad", ["", "\x00", "\ud800", "x" * 201])
def test_report_with_ids_that_cannot_be_is_refused(database: Database, bad: str) -> None:
    with database.begin() as connection:
        with pytest.raises(NotFound):
            reports.report(connection, bad, reporter="clara", reason="spam", now=NOON)
        with pytest.raises(InvalidId):
            reports.report(connection, "m-1", reporter=bad, reason="spam", now=NOON)


def test_note_comes_back_as_it_was_written(database: Database, case_id: int) -> None:
    note = "said \x00 \ud800 \u202e twice"
    with database.begin() as connection:
        decisions.decide(connection, case_id, action="mask", by="mona", now=NOON, note=note)
    with database.read() as connection:
        (row,) = decisions.decisions_of(connection, case_id)
        assert note not in str(log.read(connection))
    assert row.note == note


def test_reported_message_reaches_the_desk_whatever_its_verdict(database: Database) -> None:
    with database.begin() as connection:
        (receipt,) = messages.receive(connection, [message("m-9")], now=NOON)
        verdicts.record(connection, receipt.pk, verdict("allow"), now=NOON)
        reports.report(connection, "m-9", reporter="clara", reason="spam", now=NOON)
        reports.report(connection, "m-9", reporter="clara", reason="scam", now=NOON)
        (row,) = desk.list_cases(connection, now=NOON)
        assert row.opened_by == "report"
        assert len(reports.reports_on(connection, receipt.pk)) == 1


def test_report_before_the_verdict_leaves_one_case_that_takes_it_on(database: Database) -> None:
    with database.begin() as connection:
        (receipt,) = messages.receive(connection, [message("m-9")], now=NOON)
        case_id = reports.report(connection, "m-9", reporter="clara", reason="spam", now=NOON)
        verdicts.record(connection, receipt.pk, verdict("hold"), now=NOON)
        (row,) = desk.list_cases(connection, now=NOON)
    assert (row.id, row.decision, row.opened_by) == (case_id, "hold", "report")


def test_new_reporter_opens_a_decided_case_again(database: Database, case_id: int) -> None:
    with database.begin() as connection:
        decisions.decide(connection, case_id, action="allow", by="mona", now=NOON)
        reports.report(connection, "m-1", reporter="clara", reason="scam", now=NOON)
        (row,) = desk.list_cases(connection, now=NOON)
    assert (row.id, row.state) == (case_id, "open")
