"""A share of the decisions is decided once more, by somebody who does not see the first."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from starlette.applications import Starlette

from config.settings import Settings
from store import appeals, reports
from store.database import Database
from store.decisions import UNDO_WINDOW
from store.reviews import lot
from store.schema import users
from store.schema_after import reviews
from tests.cast import franks_message
from tests.console.conftest import Clock, Marketplace, Moderator, mounted

SECOND = timedelta(seconds=1)
LEASE = Settings.model_fields["claim_lease"].default


@pytest.fixture
def share() -> float:
    """Every decision is drawn."""
    return 1.0


@pytest.fixture
def application(database: Database, clock: Clock, tmp_path: Path, share: float) -> Starlette:
    return mounted(database, clock, tmp_path, second_look_share=share)


@pytest.fixture
def case_id(mona: Moderator, marketplace: Marketplace) -> int:
    """Mona refused it, and it was drawn."""
    case_id = marketplace.send()
    decide(mona, case_id, "refuse", note="so clear")
    return case_id


def decide(person: Moderator, case_id: int, action: str, **form: str) -> str:
    person.get(f"/cases/{case_id}")
    given = {"action": action, "reason": "contact", **form}
    return person.post(f"/cases/{case_id}/decision", given).text


def states(database: Database) -> list[str]:
    with database.read() as connection:
        return list(connection.execute(select(reviews.c.state).order_by(reviews.c.id)).scalars())


def promote(database: Database, name: str) -> None:
    with database.begin() as connection:
        connection.execute(update(users).where(users.c.name == name).values(role="lead"))


# What must not be


def test_nobody_looks_at_their_own_decision_a_second_time(mona: Moderator, case_id: int) -> None:
    assert "second look" not in mona.get("/").text.partition("</header>")[0]
    assert "Nothing more waits here." in mona.post("/next").text


def test_second_look_shows_nothing_of_the_first_decision(nils: Moderator, case_id: int) -> None:
    page = nils.post("/next").text
    assert f"Case {case_id} · inbounds" in page
    assert "<strong>Yours</strong>" in page
    assert "mona" not in page
    assert "so clear" not in page
    assert "Refused" not in page
    assert "taken back" not in page
    assert 'aria-label="step 0 of 5"' in page
    assert 'id="undo"' not in page


def test_second_look_changes_nothing_for_the_marketplace(
    nils: Moderator, marketplace: Marketplace, case_id: int
) -> None:
    nils.post("/next")
    decide(nils, case_id, "allow")
    case = marketplace.case(case_id)
    assert (case.row.action, len(case.decisions)) == ("refuse", 1)
    assert case.strikes[0].ended_at is None


@pytest.mark.parametrize("deed", ["undone", "reported", "appealed"])
def test_second_look_at_what_does_not_stand_any_more_is_not_asked_for(
    mona: Moderator,
    nils: Moderator,
    marketplace: Marketplace,
    database: Database,
    clock: Clock,
    case_id: int,
    deed: str,
) -> None:
    if deed == "undone":
        mona.post(f"/cases/{case_id}/undo")
        mona.post(f"/cases/{case_id}/release")
    else:
        with database.begin() as connection:
            if deed == "reported":
                reports.report(connection, "m-1", reporter="c", reason="scam", now=clock())
            else:
                appeals.appeal(connection, "m-1", sender="frank", text=None, now=clock())
    assert states(database) == ["void"]
    nils.post("/next")
    decide(nils, case_id, "allow")
    assert marketplace.case(case_id).row.action == "allow"


@pytest.mark.parametrize("share", [0.0])
def test_share_of_nothing_draws_nothing(case_id: int, database: Database) -> None:
    assert states(database) == []


def test_escalating_is_no_decision_to_compare(
    mona: Moderator, marketplace: Marketplace, database: Database
) -> None:
    decide(mona, marketplace.send(), "escalate")
    assert states(database) == []


def test_second_look_fits_the_filters(nils: Moderator, case_id: int) -> None:
    assert "Nothing more waits here." in nils.post("/next?language=fr").text
    assert "Nothing more waits here." in nils.post("/next?mine=1").text
    assert f"Case {case_id} · inbounds" in nils.post("/next?language=en").text


def test_agreement_is_for_leads(mona: Moderator) -> None:
    page = mona.get("/quality")
    assert page.status_code == 403
    assert "for leads" in page.text
    assert "/quality" not in mona.get("/").text


# What is


@pytest.mark.parametrize("share", [0.3])
def test_lot_falls_by_the_case_and_not_by_who_decides(
    mona: Moderator, marketplace: Marketplace, database: Database, share: float
) -> None:
    cases = [marketplace.send() for _ in range(12)]
    for case_id in cases:
        decide(mona, case_id, "allow")
    with database.read() as connection:
        drawn = set(connection.execute(select(reviews.c.case_id)).scalars())
    assert drawn == {id for id in cases if lot("inbounds", id) < share}
    assert 0 < len(drawn) < len(cases)


def test_answer_is_undone_and_given_anew_and_stays_blind_meanwhile(
    nils: Moderator, database: Database, clock: Clock, case_id: int
) -> None:
    nils.post("/next")
    decide(nils, case_id, "allow")
    page = nils.get(f"/cases/{case_id}?undo={case_id}").text
    assert "<strong>Allowed</strong> by you" in page
    assert "mona" not in page
    assert "<strong>allowed</strong>" in page
    assert "The case is yours again" in nils.post(f"/cases/{case_id}/undo").text
    decide(nils, case_id, "refuse")
    assert states(database) == ["done"]
    clock.advance(UNDO_WINDOW + SECOND)
    assert "mona" in nils.get(f"/cases/{case_id}").text
    assert nils.post(f"/cases/{case_id}/undo").status_code == 409


def test_second_look_is_one_persons_at_a_time_and_goes_back_when_it_is_left(
    nils: Moderator,
    hire: Callable[[str], Moderator],
    database: Database,
    clock: Clock,
    case_id: int,
) -> None:
    olga = hire("olga")
    olga.sit_down(database)
    nils.post("/next")
    assert "Nothing more waits here." in olga.post("/next").text
    clock.advance(LEASE - SECOND)
    assert "<strong>Yours</strong>" in nils.post(f"/cases/{case_id}/beat", {"active": "1"}).text
    clock.advance(LEASE - SECOND)
    assert "Nothing more waits here." in olga.post("/next").text
    nils.post(f"/cases/{case_id}/release")
    assert f"Case {case_id} · inbounds" in olga.post("/next").text
    clock.advance(LEASE + SECOND)
    lost = decide(olga, case_id, "allow")
    assert "Not done: this case was decided in the meantime." in lost
    assert states(database) == ["claimed"]
    assert f"Case {case_id} · inbounds" in nils.post("/next").text


def test_second_looks_come_among_the_others_by_submit_and_next(
    mona: Moderator, nils: Moderator, marketplace: Marketplace, case_id: int
) -> None:
    other = marketplace.send(franks_message(id="by-sam", sender="sam"))
    nils.get(f"/cases/{other}")
    page = nils.post(f"/cases/{other}/decision", {"action": "allow", "then": "next"}).text
    assert f"Case {case_id} · inbounds" in page
    assert f"Case {other}: <strong>allowed</strong>" in page


def test_many_at_once_are_drawn_a_few(
    mona: Moderator, marketplace: Marketplace, database: Database
) -> None:
    for number in range(12):
        marketplace.send(franks_message(id=f"s-{number}", sender="sam"))
    page = mona.get("/together?sender=sam").text
    fields = dict(re.findall(r'name="(as_of|previewed|last_id)" value="([^"]+)"', page))
    mona.post("/together?sender=sam", {**fields, "action": "refuse", "sure": "1"})
    assert states(database) == ["open"] * 10


def test_lead_sees_agreement_kappa_and_where_people_differed(
    mona: Moderator, nils: Moderator, marketplace: Marketplace, database: Database
) -> None:
    promote(database, "mona")
    assert "Nothing was looked at twice yet" in mona.get("/quality").text
    for number, (first, second) in enumerate(
        [("refuse", "refuse"), ("allow", "allow"), ("refuse", "refuse"), ("allow", "refuse")]
    ):
        case_id = marketplace.send(franks_message(id=f"q-{number}"))
        decide(mona, case_id, first)
        nils.post("/next")
        decide(nils, case_id, second)
    page = mona.get("/quality").text
    numbers = dict(re.findall(r"<dt>(?:<abbr[^>]*>)?([^<]+).*?<dd>([^<]+)</dd>", page))
    assert numbers == {"Compared": "4", "Agree": "75 %", "Cohen's κ": "0.50", "Waiting": "0"}
    assert f'href="/console/cases/{case_id}">{case_id}</a>' in page
    assert '<a href="/console/quality">' in mona.get("/").text
