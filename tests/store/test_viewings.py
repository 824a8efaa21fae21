"""Who looks at which case, and claims that are renewed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store import cases, decisions, desk, log, messages, verdicts, viewings
from store.database import Database
from store.errors import AlreadyDecided, ClaimedByOther, NotClaimed, NotFound
from tests.verdicts import NOON, message, verdict

LEASE = timedelta(minutes=5)


@pytest.fixture
def case_id(database: Database) -> int:
    with database.begin() as connection:
        (receipt,) = messages.receive(connection, [message("m-1")], now=NOON)
        verdicts.record(connection, receipt.pk, verdict("hold"), now=NOON)
        case_id = messages.find(connection, "m-1").case_id
    assert case_id is not None
    return case_id


def test_only_a_claim_that_is_theirs_and_runs_is_renewed(database: Database, case_id: int) -> None:
    with database.begin() as connection:
        with pytest.raises(NotFound):
            cases.renew(connection, case_id + 1, by="mona", lease=LEASE, now=NOON)
        with pytest.raises(NotClaimed):
            cases.renew(connection, case_id, by="mona", lease=LEASE, now=NOON)
        cases.claim(connection, case_id, by="mona", lease=LEASE, now=NOON)
        with pytest.raises(ClaimedByOther):
            cases.renew(connection, case_id, by="max", lease=LEASE, now=NOON)
        with pytest.raises(NotClaimed):
            cases.renew(connection, case_id, by="mona", lease=LEASE, now=NOON + LEASE)
        decisions.decide(connection, case_id, action="allow", by="mona", now=NOON)
        with pytest.raises(AlreadyDecided):
            cases.renew(connection, case_id, by="mona", lease=LEASE, now=NOON)


def test_renewing_is_no_news_for_the_log(database: Database, case_id: int) -> None:
    with database.begin() as connection:
        cases.claim(connection, case_id, by="mona", lease=LEASE, now=NOON)
        before = len(log.read(connection))
        until = cases.renew(connection, case_id, by="mona", lease=LEASE, now=NOON + LEASE / 2)
        assert len(log.read(connection)) == before
        assert desk.find_row(connection, case_id, now=NOON).claim_expires_at == until


def test_who_looks_is_seen_by_others_until_they_leave_or_fall_silent(
    database: Database, case_id: int
) -> None:
    def others(of: str, at: timedelta = timedelta()) -> object:
        with database.read() as connection:
            return viewings.viewers_of(connection, [case_id], apart_from=of, now=NOON + at)

    with database.begin() as connection:
        for name in ("nils", "mona", "nils"):
            viewings.see(connection, case_id, by=name, now=NOON)
    assert others("olga") == {case_id: ("mona", "nils")}
    assert others("mona") == {case_id: ("nils",)}
    assert others("mona", viewings.FRESH) == {}
    with database.begin() as connection:
        viewings.leave(connection, case_id, by="nils")
    assert others("mona") == {}
