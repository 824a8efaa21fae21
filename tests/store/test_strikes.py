"""A violation brings one strike, on its own ladder, and only while the decision stands."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from store import audit, batches, decisions, log, messages, reports, verdicts
from store.database import Database
from store.decisions import Action, Decision
from store.narrowing import Filter
from store.strikes import Standing, standing_of, strikes_on
from tests.verdicts import NOON, message, verdict

LEASE = timedelta(minutes=15)
HOUR = timedelta(hours=1)
KINDS = ("contact.email", None)


@dataclass
class Desk:
    """Frank writes, one message an hour, and moderators decide them at once."""

    database: Database
    now: datetime = NOON
    sent: int = 0

    def send(self, sender: str | None = "frank") -> int:
        self.sent += 1
        with self.database.begin() as connection:
            given = [message(f"m-{self.sent}", "mail me", sender=sender)]
            (receipt,) = messages.receive(connection, given, now=self.now)
            verdicts.record(connection, receipt.pk, verdict("hold"), now=self.now)
            return messages.find_by_pk(connection, receipt.pk).case_id or 0

    def decide(
        self, case_id: int, action: Action = "refuse", reason: str | None = "contact", **rest: Any
    ) -> Decision:
        with self.database.begin() as connection:
            return decisions.decide(
                connection,
                case_id,
                **{"action": action, "reason": reason, "by": "mona", "now": self.now, **rest},
            )

    def undo(self, case_id: int) -> None:
        with self.database.begin() as connection:
            decisions.undo(connection, case_id, by="mona", lease=LEASE, now=self.now)

    def violate(self, reason: str | None = "contact") -> int:
        """A message comes, is refused, and an hour goes by."""
        case_id = self.send()
        self.decide(case_id, reason=reason)
        self.now += HOUR
        return case_id

    def standing(self, sender: str = "frank") -> dict[str, Standing]:
        with self.database.read() as connection:
            return {one.ladder.name: one for one in standing_of(connection, sender, now=self.now)}

    def places(self, sender: str = "frank") -> tuple[int, int]:
        """The steps on the ladders of circumvention and of scam."""
        standing = self.standing(sender)
        return standing["circumvention"].place, standing["scam"].place


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    yield Desk(database)
    with database.read() as connection:
        assert audit.verify(connection).breaks == ()


# What brings none


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        ("allow", "contact"),
        ("mask", "contact"),
        ("escalate", "contact"),
        ("refuse", "innocent"),
        ("refuse", "unclear"),
        ("bounce", "inappropriate"),
    ],
)
def test_decision_that_says_no_violation_brings_no_strike(
    desk: Desk, action: Action, reason: str
) -> None:
    desk.decide(desk.send(), action, reason)
    assert desk.places() == (0, 0)


def test_message_of_nobody_brings_no_strike(desk: Desk) -> None:
    case_id = desk.send(sender=None)
    desk.decide(case_id)
    with desk.database.read() as connection:
        assert strikes_on(connection, case_id) == ()


def test_messages_that_came_before_the_sender_was_told_bring_one_strike(desk: Desk) -> None:
    first, second = desk.send(), desk.send()
    desk.decide(first)
    desk.now += HOUR
    desk.decide(second)
    assert desk.places() == (1, 0)
    desk.decide(desk.send("sam"))
    assert desk.places("sam") == (1, 0)


def test_case_that_a_report_opens_again_brings_no_second_strike(desk: Desk) -> None:
    case_id = desk.violate()
    with desk.database.begin() as connection:
        reports.report(connection, "m-1", reporter="clara", reason="scam", now=desk.now)
    desk.decide(case_id)
    assert desk.places() == (1, 0)


# What brings one


@pytest.mark.parametrize("action", ["refuse", "bounce"])
@pytest.mark.parametrize(
    ("reason", "places"),
    [
        ("contact", (1, 0)),
        ("payment", (1, 0)),
        ("spam", (1, 0)),
        ("scam", (0, 1)),
        ("contact.phone", (1, 0)),
        (None, (1, 0)),
    ],
)
def test_violation_counts_on_the_ladder_of_its_reason(
    desk: Desk, action: Action, reason: str | None, places: tuple[int, int]
) -> None:
    desk.decide(desk.send(), action, reason)
    assert desk.places() == places


def test_circumvention_climbs_from_teaching_and_scam_does_not_wait(desk: Desk) -> None:
    desk.violate("contact")
    first = desk.standing()["circumvention"]
    assert (first.strikes, first.current, first.following) == (0, "teach", "warn")
    desk.violate("payment")
    second = desk.standing()["circumvention"]
    assert (second.strikes, second.current) == (1, "warn")
    desk.violate("scam")
    scam = desk.standing()["scam"]
    assert (scam.strikes, scam.current, scam.following) == (1, "suspend", "close")
    assert desk.places() == (2, 1)


def test_strikes_expire_by_themselves(desk: Desk) -> None:
    desk.violate("contact")
    desk.violate("contact")
    standing = desk.standing()["circumvention"]
    assert standing.next_expiry == NOON + standing.ladder.expires_after
    desk.now = NOON + standing.ladder.expires_after
    assert desk.places() == (1, 0)
    desk.now += HOUR
    assert desk.places() == (0, 0)


# What takes one back


def test_undoing_takes_the_strike_back(desk: Desk) -> None:
    case_id = desk.send()
    desk.decide(case_id)
    desk.undo(case_id)
    assert desk.places() == (0, 0)
    with desk.database.read() as connection:
        (strike,) = strikes_on(connection, case_id)
        assert strike.ended_at == desk.now
        last = log.read(connection)[-1]
    assert (last.event, f'"strikes_ended":[{strike.id}]' in last.details) == ("case.undone", True)


def test_strike_made_for_two_messages_passes_to_the_one_that_still_stands(desk: Desk) -> None:
    first, second = desk.send(), desk.send()
    desk.decide(first)
    desk.decide(second)
    desk.undo(first)
    assert desk.places() == (1, 0)
    with desk.database.read() as connection:
        (strike,) = strikes_on(connection, second)
    desk.undo(second)
    assert desk.places() == (0, 0)
    assert strike.case_id == second


def test_another_decision_on_the_case_takes_its_strike_along(desk: Desk) -> None:
    case_id = desk.violate("contact")
    for number, (action, reason, places) in enumerate(
        [("refuse", "scam", (0, 1)), ("allow", "innocent", (0, 0)), ("bounce", "spam", (1, 0))]
    ):
        with desk.database.begin() as connection:
            reports.report(connection, "m-1", reporter=f"r{number}", reason="scam", now=desk.now)
        desk.decide(case_id, action, reason)  # type: ignore[arg-type]
        assert desk.places() == places
        desk.now += HOUR


# Many at once


def decide_all(desk: Desk, action: Action = "refuse") -> int:
    with desk.database.begin() as connection:
        return batches.decide_all(
            connection,
            narrowed=Filter(),
            as_of=desk.now,
            previewed=99,
            action=action,
            reasons=dict.fromkeys(KINDS, "contact"),  # type: ignore[arg-type]
            by="mona",
            now=desk.now,
        ).id


def test_many_decided_together_bring_each_sender_one_strike(desk: Desk) -> None:
    desk.violate()
    cases = [desk.send(), desk.send(), desk.send("sam"), desk.send("sam"), desk.send(None)]
    batch = decide_all(desk)
    assert (desk.places("frank"), desk.places("sam")) == ((2, 0), (1, 0))
    desk.undo(cases[0])
    assert desk.places("frank") == (2, 0)
    with desk.database.begin() as connection:
        batches.undo_all(connection, batch, by="mona", now=desk.now)
    assert (desk.places("frank"), desk.places("sam")) == ((1, 0), (0, 0))


def test_two_moderators_at_once_bring_a_sender_one_strike(desk: Desk) -> None:
    cases = [desk.send() for _ in range(6)]
    threads = [
        threading.Thread(target=desk.decide, args=(case_id,), kwargs={"by": f"m{case_id}"})
        for case_id in cases
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert desk.places() == (1, 0)
