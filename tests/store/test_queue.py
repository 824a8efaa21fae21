"""What the queue is ordered, counted and grouped by."""

from __future__ import annotations

from datetime import timedelta

import pytest

from scanner.message import Context
from store import cases, desk, messages, tallies, urgency, verdicts, views
from store.database import Database
from store.errors import NameTaken, NotFound, TooMany
from store.likeness import ALIKE, sketch
from store.narrowing import Cursor, Filter
from tests.verdicts import NOON, message, verdict

HOUR = timedelta(hours=1)
OFFER = (
    "Hello dear {}, we are hiring for a simple typing job and pay 90 dollars an hour, write to"
    " our manager at {} to begin today, no experience is needed and you work when you like"
)


def send(database: Database, id: str, text: str = "the logo is ready", **fields: object) -> int:
    with database.begin() as connection:
        (receipt,) = messages.receive(connection, [message(id, text, **fields)], now=NOON)
        verdicts.record(connection, receipt.pk, verdict("hold"), now=NOON, language="en")
        case_id = messages.find(connection, id).case_id
    assert case_id is not None
    return case_id


def alike(database: Database, case_id: int) -> int:
    with database.read() as connection:
        return desk.find_row(connection, case_id, now=NOON).alike


def test_urgency_keeps_its_order_while_time_goes_by() -> None:
    """Priority × 2 ** (waiting / DOUBLING), compared at three moments."""
    held = [(4.0, NOON), (1.0, NOON - urgency.DOUBLING), (1.0, NOON - 3 * urgency.DOUBLING)]
    expected = sorted(held, key=lambda one: urgency.counts_from(*one))
    for now in (NOON, NOON + HOUR, NOON + 10 * HOUR):
        at_that_time = sorted(
            held, key=lambda one: -one[0] * 2 ** ((now - one[1]) / urgency.DOUBLING)
        )
        assert at_that_time == expected


def test_before_a_contract_and_held_is_more_urgent() -> None:
    offered, active = Context(contract="offered"), Context(contract="active")
    assert urgency.priority(verdict("hold"), offered) == 1.5 * urgency.priority(
        verdict("hold"), active
    )
    assert urgency.priority(verdict("hold"), active) == 2 * urgency.priority(
        verdict("flag"), active
    )


@pytest.mark.parametrize("text", ["", "1_", "_1", "-1_1", "1_1_1", "1" * 18 + "_1", "1.5_2"])
def test_text_that_is_no_cursor_is_none(text: str) -> None:
    assert Cursor.read(text) is None


def test_cursor_comes_back_from_its_text() -> None:
    cursor = Cursor(NOON + timedelta(microseconds=7), 12)
    assert Cursor.read(str(cursor)) == cursor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("short", "short"),
        ("415 555 2671", "415 555 2671"),
        ("the logo is ready, have a look", "could we talk about the price of the second page"),
        (
            OFFER.format("Clara", "x"),
            "We need a logo for a bakery and pay 90 dollars for three drafts",
        ),
    ],
)
def test_texts_that_say_little_or_something_else_are_not_alike(
    database: Database, one: str, other: str
) -> None:
    first, second = send(database, "m-1", one), send(database, "m-2", other)
    assert (alike(database, first), alike(database, second)) == (first, second)


@pytest.mark.parametrize(
    "again",
    [
        OFFER.format("Anna", "t.me/jobs_now"),
        OFFER.format("Clara", "boss@work.example").upper(),
        OFFER.format("Clara", "hr@x.example").replace("90", "120").replace(",", " —"),
        OFFER.format("Ｃｌａｒａ", "hr@x.example").replace("today", "right now"),
    ],
)
def test_burst_with_other_names_numbers_and_links_is_one_kind(
    database: Database, again: str
) -> None:
    first = send(database, "m-1", OFFER.format("Clara", "hr@work.example"))
    assert alike(database, send(database, "m-2", again)) == first
    assert alike(database, send(database, "m-3", again)) == first


def test_sketch_takes_hostile_text() -> None:
    for text in ("\ud800" * 50, "a" * 20_000, "\0" * 100, "é" * 5_000, "@" * 20_000):
        assert len(sketch(text)) in (0, 16)
    assert ALIKE <= 16


def test_counts_are_taken_by_kind_and_by_what_is_due(database: Database) -> None:
    first = send(database, "m-1")
    send(database, "m-2", context=Context(contract="active"))
    with database.begin() as connection:
        cases.claim(connection, first, by="mona", lease=HOUR, now=NOON)
        counted = tallies.tally(connection, now=NOON)
        assert (counted.open, counted.claimed, counted.oldest) == (1, 1, NOON)
        assert (counted.due_soon, counted.late) == (0, 0)
        assert counted.facets["contract"] == {"none": 1, "active": 1}
        assert counted.facets["language"] == {"en": 2}
        assert tallies.tally(connection, now=NOON + HOUR).claimed == 0
        due = urgency.DUE_WITHIN["hold"]
        assert tallies.tally(connection, now=NOON + due - tallies.DUE_SOON).due_soon == 2
        assert tallies.tally(connection, now=NOON + due).late == 2
        assert tallies.holders(connection, now=NOON) == ["mona"]
        mine = tallies.tally(connection, now=NOON, narrowed=Filter(claimed_by="mona"))
        nobody = tallies.tally(connection, now=NOON, narrowed=Filter(claimed_by="max"))
    assert mine.all == 1
    assert (nobody.all, nobody.oldest, nobody.late) == (0, None, 0)


def test_groups_are_the_largest_first_with_their_most_urgent_case(database: Database) -> None:
    burst = [
        send(database, f"m-{n}", OFFER.format(f"no {n}", "x"), sender=f"sam-{n % 2}")
        for n in range(4)
    ]
    send(database, "m-9", sender="frank")
    with database.read() as connection:
        (first,) = tallies.groups(connection, by="alike", now=NOON)
        senders = tallies.groups(connection, by="sender", now=NOON)
        assert tallies.sizes(connection, by="sender", values=["sam-0", "nobody"]) == {"sam-0": 2}
        senders_of = Filter(alike=burst[0])
        assert tallies.count_senders(connection, now=NOON, narrowed=senders_of) == 2
    assert first == tallies.Group(str(burst[0]), 4, burst[0])
    assert [(one.value, one.size) for one in senders] == [("sam-0", 2), ("sam-1", 2)]


def test_views_belong_to_who_saved_them(database: Database) -> None:
    with database.begin() as connection:
        kept = views.save_view(connection, owner="mona", name="scams", query="a=1", now=NOON)
        with pytest.raises(NameTaken):
            views.save_view(connection, owner="mona", name="scams", query="a=2", now=NOON)
        views.save_view(connection, owner="nils", name="scams", query="a=3", now=NOON)
        assert views.views_of(connection, "mona") == [kept]
        with pytest.raises(NotFound):
            views.forget_view(connection, kept.id, owner="nils")
        assert views.forget_view(connection, kept.id, owner="mona") == kept
        for number in range(views.VIEWS_MAX):
            views.save_view(connection, owner="mona", name=str(number), query="", now=NOON)
        with pytest.raises(TooMany):
            views.save_view(connection, owner="mona", name="more", query="", now=NOON)
