"""The numbers of the desk for leads, and everybody's own: right, safe to export, and drawn."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from console.charts import columns
from store import appeals, days, reviews
from store.batches import decide_all
from store.database import Database
from store.days import SETTLED
from store.decisions import Action
from store.narrowing import Filter
from store.numbers import PERIODS, Numbers, PeriodName, numbers_of
from store.schema_after import days as table
from tests.cast import NOON, franks_message, verdict_on
from tests.console.conftest import Clock, Marketplace, Moderator, Served, sign_in

Hire = Callable[..., Moderator]
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def lena(hire: Hire, database: Database) -> Moderator:
    """Lena leads."""
    person = hire("lena", "lead")
    person.sit_down(database)
    return person


def decide(person: Moderator, case_id: int, action: str = "refuse") -> None:
    person.get(f"/cases/{case_id}")
    assert person.post(f"/cases/{case_id}/decision", {"action": action}).status_code == 200


def numbers(
    database: Database, clock: Clock, period: PeriodName = "1d", by: str | None = None
) -> Numbers:
    with database.read() as connection:
        return numbers_of(connection, period=period, now=clock(), by=by)


def test_empty_desk_has_numbers_too(lena: Moderator) -> None:
    for place in ("/numbers", "/pace", "/numbers?period=1d", "/numbers?period=30d"):
        assert lena.get(place).status_code == 200
        assert "Nothing was decided in this time." in lena.get(place).text


@pytest.mark.parametrize("place", ["/numbers?period=2d", "/pace?period=x", "/numbers.csv?table=x"])
def test_period_or_table_that_is_not_known_is_refused(lena: Moderator, place: str) -> None:
    assert lena.get(place).status_code == 422


def test_what_came_went_and_waited_adds_up(
    lena: Moderator, mona: Moderator, marketplace: Marketplace, clock: Clock, database: Database
) -> None:
    first = [marketplace.send() for _ in range(3)]
    clock.advance(10 * MINUTE)
    decide(mona, first[0])  # in time
    clock.advance(60 * MINUTE)
    decide(mona, first[1], "allow")  # 55 minutes late
    marketplace.send(verdict=verdict_on("x", "flag", "scam"), language="fr")
    found = numbers(database, clock)
    assert [(one.opened, one.decided, one.waiting) for one in found.steps[-2:]] == [
        (3, 1, 2),
        (1, 1, 2),
    ]
    assert all((one.opened, one.decided, one.waiting) == (0, 0, 0) for one in found.steps[:-2])
    assert (found.total.decided, found.total.in_time, found.waiting) == (2, 1, 2)
    assert found.total.actions == {"refuse": 1, "allow": 1}
    (line,) = found.tables["category"]
    assert (line.name, line.decided) == ("contact.email", 2)
    assert [line.name for line in found.tables["language"]] == ["en"]
    assert [(one.name, one.decided) for one in found.tables["people"]] == [("mona", 2)]
    week = numbers(database, clock, "7d")
    assert (week.steps[-1].opened, week.steps[-1].decided, week.steps[-1].waiting) == (4, 2, 2)
    page = lena.get("/numbers?period=1d").text
    assert "50.0 %" in page
    assert page.count('<svg class="chart"') == 3


def test_decision_that_was_undone_does_not_count(
    mona: Moderator, marketplace: Marketplace, clock: Clock, database: Database
) -> None:
    case_id = marketplace.send()
    decide(mona, case_id)
    mona.post(f"/cases/{case_id}/undo")
    found = numbers(database, clock)
    assert (found.total.decided, found.waiting) == (0, 1)


def test_time_in_hand_begins_with_the_claim_or_the_decision_before(
    mona: Moderator, marketplace: Marketplace, clock: Clock, database: Database
) -> None:
    one, two, three = (marketplace.send() for _ in range(3))
    mona.post(f"/cases/{one}/claim")
    mona.post(f"/cases/{two}/claim")  # kept ready while the first is read
    clock.advance(2 * MINUTE)
    mona.post(f"/cases/{one}/claim")  # renewed, not begun anew
    clock.advance(MINUTE)
    decide(mona, one)
    clock.advance(MINUTE)
    decide(mona, two)
    decide(mona, three)  # never claimed
    with database.read() as connection:
        told = connection.exec_driver_sql("SELECT handling_ms FROM cases ORDER BY id").all()
    assert [row[0] for row in told] == [180_000, 60_000, None]
    assert numbers(database, clock).total.handling == timedelta(seconds=120)


def test_cases_decided_together_count_and_have_no_time_in_hand(
    marketplace: Marketplace, clock: Clock, database: Database
) -> None:
    marketplace.send()
    marketplace.send()
    with database.begin() as connection:
        decide_all(
            connection,
            narrowed=Filter(),
            as_of=clock(),
            previewed=2,
            action="refuse",
            reasons={"contact.email": "contact"},
            by="mona",
            now=clock(),
        )
    found = numbers(database, clock)
    assert (found.total.decided, found.total.handling) == (2, None)


def test_own_pace_shows_nobody_elses(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    one, two = marketplace.send(), marketplace.send()
    decide(mona, one)
    decide(nils, two)
    page = mona.get("/pace?period=1d").text
    assert "nils" not in page
    assert "<dd>1</dd>" in page
    assert 'href="/console/numbers' not in page


def test_tables_are_exported_and_no_name_becomes_a_formula(
    hire: Hire, database: Database, marketplace: Marketplace, lena: Moderator
) -> None:
    evil = hire('=HYPERLINK("http://evil.test")')
    evil.sit_down(database)
    decide(evil, marketplace.send())
    answer = lena.get("/numbers.csv?table=people&period=1d")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"]
    (row,) = csv.DictReader(StringIO(answer.text))
    assert row["name"] == '\'=HYPERLINK("http://evil.test")'
    assert (row["decided"], row["refuse"], row["allow"]) == ("1", "1", "0")
    flow = list(csv.DictReader(StringIO(lena.get("/numbers.csv?table=flow&period=1d").text)))
    assert len(flow) == 24
    assert (flow[-1]["opened"], flow[-1]["decided"], flow[-1]["waiting"]) == ("1", "1", "0")
    for name in ("category", "language"):
        assert lena.get(f"/numbers.csv?table={name}").status_code == 200, name
    assert "contact.email" in lena.get("/numbers.csv?table=category").text


@pytest.mark.parametrize("values", [[0], [0, 0], [1], [3, 40_000, 7]])
def test_chart_is_one_picture_with_a_name_and_nothing_the_policy_forbids(
    values: list[int],
) -> None:
    drawn = columns("<b>Came</b> in", [(str(n), value) for n, value in enumerate(values)])
    svg = ElementTree.fromstring(drawn)
    assert svg.attrib["aria-label"] == "<b>Came</b> in"
    assert svg.attrib["role"] == "img"
    for forbidden in ("<style", "<script", "style=", "href", " on"):
        assert forbidden not in drawn.replace("&lt;b&gt;Came&lt;/b&gt; in", "")


def test_numbers_read_right_in_a_browser(served: Served, page: Page) -> None:
    """A lead sees the charts in the colours of the page, and takes a table home."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for period in PERIODS:
        served.marketplace.send(franks_message(id=f"of-{period}"))
    sign_in(page, served, "lena", "lead")
    page.get_by_role("link", name="Numbers").click()
    page.get_by_role("link", name="24 hours").click()
    chart = page.get_by_role("img", name="Came in each hour")
    expect(chart).to_be_visible()
    bar = chart.locator(".series rect").last
    accent = page.evaluate("getComputedStyle(document.querySelector('.places a')).color")
    assert bar.evaluate("(one) => getComputedStyle(one).fill") == accent
    height = bar.bounding_box()
    assert height is not None
    assert height["height"] > 20
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV: what came and went").click()
    assert download.value.suggested_filename.startswith("inbounds-flow-1d-")
    assert said == []


def test_day_that_is_over_is_counted_once_and_reads_the_same(
    lena: Moderator, mona: Moderator, marketplace: Marketplace, clock: Clock, database: Database
) -> None:
    first = [marketplace.send() for _ in range(3)]
    decide(mona, first[0], "allow")
    decide(lena, first[1])
    clock.advance(12 * HOUR + SETTLED)  # an hour after midnight
    marketplace.send(language=None)
    before = numbers(database, clock, "7d")
    assert [one.waiting for one in before.steps[-2:]] == [1, 2]
    write_days(database, clock)
    written = numbers(database, clock, "7d")
    assert (written.steps, written.total) == (before.steps, before.total)
    assert written.tables == before.tables
    with database.begin() as connection:
        connection.exec_driver_sql("UPDATE cases SET action = NULL")  # what a count would find
    assert numbers(database, clock, "7d") == written
    assert write_days(database, clock) == 0


def test_day_is_not_written_while_it_can_change(
    mona: Moderator, marketplace: Marketplace, clock: Clock, database: Database
) -> None:
    decide(mona, marketplace.send())
    clock.advance(12 * HOUR + SETTLED - MINUTE)
    with database.read() as connection:
        assert days.midnight(NOON) not in days.unwritten(connection, now=clock())
    clock.advance(MINUTE)
    with database.read() as connection:
        assert days.unwritten(connection, now=clock())[-1] == days.midnight(NOON)


def test_what_an_appeal_opens_again_stays_counted_where_it_was_decided(
    mona: Moderator, marketplace: Marketplace, clock: Clock, database: Database
) -> None:
    decide(mona, marketplace.send())
    clock.advance(24 * HOUR)
    write_days(database, clock)
    with database.begin() as connection:
        appeals.appeal(connection, "m-1", sender="frank", text=None, now=clock())
    found = numbers(database, clock, "7d")
    assert (found.total.decided, found.waiting) == (1, 1)


def test_days_that_nobody_asks_for_are_gone(
    mona: Moderator, marketplace: Marketplace, clock: Clock, database: Database
) -> None:
    decide(mona, marketplace.send())
    clock.advance(24 * HOUR)
    assert write_days(database, clock) == days.KEPT - 1
    clock.advance(days.DAY)
    assert write_days(database, clock) == 1
    with database.read() as connection:
        kept = set(connection.execute(select(table.c.day)).scalars())
    assert len(kept) <= days.KEPT


@pytest.mark.parametrize("action", ["refuse", "allow"])
def test_own_pace_tells_how_far_second_looks_agree(
    mona: Moderator,
    nils: Moderator,
    lena: Moderator,
    marketplace: Marketplace,
    database: Database,
    clock: Clock,
    action: Action,
) -> None:
    case_id = marketplace.send()
    decide(mona, case_id)
    with database.begin() as connection:
        reviews.draw(connection, [case_id], share=1, seed="any", now=clock())
        decided = Filter(states=("decided",))
        reviews.claim_review(connection, narrowed=decided, by="nils", lease=HOUR, now=clock())
        mine = reviews.review_of(connection, case_id, by="nils", now=clock())
        assert mine is not None
        reviews.answer(connection, mine, action=action, reason=None, note=None, now=clock())
    told = f"<dd>{1 if action == 'refuse' else 0} of 1</dd>"
    assert told in mona.get("/pace?period=1d").text
    assert " of 1</dd>" not in nils.get("/pace?period=1d").text
    assert told in lena.get("/numbers?period=7d").text


def write_days(database: Database, clock: Clock) -> int:
    """As the worker does; how many were written."""
    with database.begin() as connection:
        left = days.unwritten(connection, now=clock())
        for day in left:
            days.write(connection, day, now=clock())
    return len(left)
