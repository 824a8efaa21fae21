"""Decided cases with a known answer come up among the others, teach, and change nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select
from starlette.applications import Starlette

from config.settings import Settings
from store import decisions, goldens, log, outbox, removal, webhooks
from store.database import Database
from store.reviews import draw
from store.schema_after import goldens as table
from store.schema_after import reviews
from tests.cast import ADDRESS, NOON, franks_message
from tests.console.conftest import (
    Clock,
    Marketplace,
    Moderator,
    add_user,
    mounted,
    serving,
    sign_in,
)
from tests.console.test_accessibility import faults

Hire = Callable[..., Moderator]
LEASE = Settings.model_fields["claim_lease"].default
WHY = "A detail before a contract is never delivered."


@pytest.fixture
def share() -> float:
    """Every turn brings one."""
    return 1.0


@pytest.fixture
def application(database: Database, clock: Clock, tmp_path: Path, share: float) -> Starlette:
    return mounted(database, clock, tmp_path, golden_share=share)


@pytest.fixture
def lena(hire: Hire, database: Database) -> Moderator:
    """Lena leads."""
    person = hire("lena", "lead")
    person.sit_down(database)
    return person


@pytest.fixture
def case_id(mona: Moderator, lena: Moderator, marketplace: Marketplace) -> int:
    """Mona refused it, and Lena lets it teach that this, or to bounce it, was right."""
    case_id = marketplace.send()
    decide(mona, case_id, "refuse")
    mark(lena, case_id, "refuse", "bounce")
    return case_id


def decide(person: Moderator, case_id: int, action: str, **form: str) -> str:
    person.get(f"/cases/{case_id}")
    return person.post(f"/cases/{case_id}/decision", {"action": action, **form}).text


def mark(person: Moderator, case_id: int, *actions: str, why: str = WHY) -> str:
    person.get(f"/cases/{case_id}")
    given = {f"right-{action}": "1" for action in actions}
    return person.post(f"/cases/{case_id}/golden", {**given, "why": why}).text


def states(database: Database) -> list[str]:
    with database.read() as connection:
        return list(connection.execute(select(reviews.c.state).order_by(reviews.c.id)).scalars())


def results(database: Database) -> dict[str, tuple[int, int]]:
    with database.read() as connection:
        return goldens.results(connection, since=NOON - timedelta(days=1))


# What must not be


def test_moderator_marks_nothing(mona: Moderator, marketplace: Marketplace) -> None:
    case_id = marketplace.send()
    decide(mona, case_id, "refuse")
    assert "Let it teach" not in mona.get(f"/cases/{case_id}").text
    assert (
        mona.post(f"/cases/{case_id}/golden", {"right-refuse": "1", "why": WHY}).status_code == 403
    )


def test_case_that_is_not_decided_teaches_nothing(
    lena: Moderator, marketplace: Marketplace, database: Database
) -> None:
    assert "Not done: the case is not decided" in mark(lena, marketplace.send(), "refuse")
    with database.read() as connection:
        assert connection.execute(select(table)).all() == []


@pytest.mark.parametrize(
    ("actions", "why", "told"),
    [
        ((), WHY, "at least one"),
        (("refuse",), " ", "say why"),
        (("refuse",), "x" * 501, "say why"),
        (("erase",), WHY, "at least one"),
    ],
)
def test_item_without_an_answer_or_a_reason_is_none_and_keeps_what_was_written(
    mona: Moderator,
    lena: Moderator,
    marketplace: Marketplace,
    actions: tuple[str, ...],
    why: str,
    told: str,
) -> None:
    case_id = marketplace.send()
    decide(mona, case_id, "refuse")
    page = mark(lena, case_id, *actions, why=why)
    assert told in page
    assert f">{why.strip()}</textarea>" in page


def test_who_decided_or_marked_it_is_not_asked(
    mona: Moderator, lena: Moderator, case_id: int
) -> None:
    assert "Nothing more waits here." in mona.post("/next").text
    assert "Nothing more waits here." in lena.post("/next").text


@pytest.mark.parametrize("share", [0.0])
def test_share_of_nothing_brings_nothing(nils: Moderator, case_id: int) -> None:
    assert "Nothing more waits here." in nils.post("/next").text


def test_item_shows_nothing_of_its_answer(nils: Moderator, case_id: int) -> None:
    page = nils.post("/next").text
    assert f"Case {case_id} · inbounds" in page
    assert "<strong>Yours</strong>" in page
    for word in ("mona", "lena", "olden", "Refused", WHY):
        assert word not in page


def test_answer_changes_nothing_for_the_marketplace(
    mona: Moderator,
    nils: Moderator,
    marketplace: Marketplace,
    database: Database,
    clock: Clock,
    case_id: int,
) -> None:
    with database.begin() as connection:
        webhooks.add_webhook(connection, name="shop", url="https://shop.test/hook", now=clock())
    nils.post("/next")
    decide(nils, case_id, "allow")
    case = marketplace.case(case_id)
    assert (case.row.action, len(case.decisions)) == ("refuse", 1)
    assert case.strikes[0].ended_at is None
    with database.read() as connection:
        assert sum(outbox.count_deliveries(connection).values()) == 0
        told = [row.event for row in log.read(connection, actor="nils")]
    assert "case.decided" not in told
    assert "Decided</dt><dd>0" in nils.get("/pace").text


def test_who_was_told_cannot_take_the_answer_back(
    nils: Moderator, database: Database, case_id: int
) -> None:
    nils.post("/next")
    page = decide(nils, case_id, "allow")
    assert "Undo" not in page.partition('id="undo"')[2].partition("</div>")[0]
    assert nils.post(f"/cases/{case_id}/undo").status_code == 409
    assert results(database) == {"nils": (1, 0)}


@pytest.mark.parametrize("deed", ["released", "run out", "retired", "undone"])
def test_item_that_was_not_answered_does_not_come_again_to_them(
    nils: Moderator,
    lena: Moderator,
    mona: Moderator,
    database: Database,
    clock: Clock,
    case_id: int,
    deed: str,
) -> None:
    nils.post("/next")
    match deed:
        case "released":
            nils.post(f"/cases/{case_id}/release")
        case "run out":
            clock.advance(LEASE)
        case "retired":
            lena.post("/golden/1/retire")
        case "undone":
            mona.post(f"/cases/{case_id}/undo")
            mona.post(f"/cases/{case_id}/release")
    page = nils.post("/next").text
    assert ("Nothing more waits here." in page) is (deed != "undone")
    decide(nils, case_id, "allow")
    assert results(database) == {}


def test_item_is_no_second_look_for_anybody(
    nils: Moderator, hire: Hire, lena: Moderator, database: Database, clock: Clock, case_id: int
) -> None:
    nils.post("/next")
    clock.advance(LEASE)
    assert "second look" not in lena.get("/").text.partition("</header>")[0]
    nils.post("/next")
    assert "Compared</dt><dd>0" in lena.get("/quality").text


def test_who_was_taught_is_not_asked_for_a_second_look(
    nils: Moderator, database: Database, clock: Clock, tmp_path: Path, case_id: int
) -> None:
    nils.post("/next")
    decide(nils, case_id, "refuse")
    with database.begin() as connection:
        assert draw(connection, [case_id], share=1, seed="any", now=clock()) == [case_id]
    assert "second look" not in nils.get("/").text.partition("</header>")[0]
    assert "Nothing more waits here." in nils.post("/next").text


def test_item_fits_the_filters(nils: Moderator, case_id: int) -> None:
    assert "Nothing more waits here." in nils.post("/next?language=fr").text
    assert "Nothing more waits here." in nils.post("/next?mine=1").text
    assert f"Case {case_id} · inbounds" in nils.post("/next?language=en").text


# What is


@pytest.mark.parametrize(("action", "is_right"), [("bounce", True), ("allow", False)])
def test_answer_is_told_with_the_sentence(
    nils: Moderator, database: Database, case_id: int, action: str, is_right: bool
) -> None:
    nils.post("/next")
    page = decide(nils, case_id, action)
    assert ("Right." in page, "Not right." in page) == (is_right, not is_right)
    assert "right is sent back to the sender or refused" in page
    assert WHY in page
    assert results(database) == {"nils": (1, int(is_right))}


def test_answer_is_told_on_the_next_case_and_on_the_empty_queue(
    nils: Moderator, mona: Moderator, marketplace: Marketplace, case_id: int
) -> None:
    nils.post("/next")
    page = decide(nils, case_id, "refuse", then="next")
    assert "Nothing more waits here." in page
    assert WHY in page


def test_items_come_among_the_others_and_each_once(
    nils: Moderator, mona: Moderator, marketplace: Marketplace, case_id: int
) -> None:
    other = marketplace.send(franks_message(id="other", sender="sam"))
    nils.post("/next")
    assert f"Case {other} · inbounds" in decide(nils, case_id, "refuse", then="next")
    decide(nils, other, "refuse")
    assert "Nothing more waits here." in nils.post("/next").text


def test_details_in_the_sentence_are_covered(
    nils: Moderator, lena: Moderator, case_id: int
) -> None:
    mark(lena, case_id, "refuse", why=f"{ADDRESS} is theirs")
    nils.post("/next")
    page = decide(nils, case_id, "refuse")
    assert "is theirs" in page
    assert ADDRESS not in page
    assert ADDRESS not in lena.get("/quality").text


def test_leads_see_everybodys_results_and_each_their_own(
    nils: Moderator, lena: Moderator, mona: Moderator, case_id: int
) -> None:
    nils.post("/next")
    decide(nils, case_id, "allow")
    page = re.sub(r"\s+", " ", lena.get("/quality").text)
    assert "<bdi>nils</bdi></th><td>1</td><td>0" in page
    assert WHY in page
    assert "Golden items right</dt><dd>0 of 1" in nils.get("/pace").text
    assert "Golden items right</dt><dd>–" in mona.get("/pace").text


def test_item_is_retired_and_what_was_answered_stays(
    nils: Moderator, lena: Moderator, hire: Hire, database: Database, case_id: int
) -> None:
    nils.post("/next")
    decide(nils, case_id, "refuse")
    lena.get("/quality")
    assert "It comes up no more" in lena.post("/golden/1/retire").text
    olga = hire("olga")
    olga.sit_down(database)
    assert "Nothing more waits here." in olga.post("/next").text
    assert results(database) == {"nils": (1, 1)}
    assert lena.post("/golden/7/retire").status_code == 404
    with database.read() as connection:
        events = [row.event for row in log.read(connection, actor="lena")]
    assert [one for one in events if one.startswith("golden")] == [
        "golden.marked",
        "golden.retired",
    ]


def test_marking_anew_takes_the_place_of_what_was_marked(
    nils: Moderator, lena: Moderator, case_id: int
) -> None:
    mark(lena, case_id, "allow", why="It is the shop's own address.")
    nils.post("/next")
    page = decide(nils, case_id, "refuse")
    assert "Not right." in page
    assert "the shop&#39;s own address" in page
    assert WHY not in page


def test_item_goes_with_the_text_of_its_message(
    nils: Moderator, lena: Moderator, database: Database, clock: Clock, case_id: int
) -> None:
    nils.post("/next")
    decide(nils, case_id, "refuse")
    with database.begin() as connection:
        pk = connection.exec_driver_sql("SELECT message_pk FROM cases").scalar_one()
        removal.remove_texts(connection, [pk], by="erasure", now=clock())
        row = connection.execute(select(table)).one()
    assert (row.why, row.retired_at is not None) == (None, True)
    assert WHY not in lena.get("/quality").text
    assert "right is sent back to the sender or refused" in nils.get(f"/cases/{case_id}").text
    assert "Let it teach" not in lena.get(f"/cases/{case_id}").text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lead_marks_and_moderator_learns_in_a_browser(
    served_database: Database,
    clock: Clock,
    tmp_path: Path,
    page: Page,
    scheme: str,
) -> None:
    """The answer is told while the next case, kept ready, is on screen already."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    application = mounted(served_database, clock, tmp_path, golden_share=1.0)
    with serving(application, served_database, clock) as served:
        first, other = served.marketplace.send(), served.marketplace.send()
        add_user(served.database, "nils")
        with served.database.begin() as connection:
            decisions.decide(connection, first, action="refuse", by="nils", now=NOON)
        sign_in(page, served, "lena", "lead")
        page.goto(f"{served.address}/cases/{first}")
        page.get_by_text("Let it teach colleagues").click()
        expect(page.get_by_role("checkbox", name="Refuse")).to_be_checked()
        page.get_by_label("Why, in a sentence").fill(WHY)
        page.get_by_role("button", name="Mark as golden").click()
        expect(page.get_by_text("It comes up to colleagues now and then")).to_be_visible()
        assert faults(page) == []
        page.get_by_role("link", name="Second looks").click()
        expect(page.get_by_role("cell", name=WHY)).to_be_visible()
        page.context.clear_cookies()
        sign_in(page, served, "mona")
        page.keyboard.press("n")
        page.wait_for_url(f"**/cases/{first}*")
        expect(page.locator("#judged")).to_be_visible()
        page.keyboard.press("a")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/cases/{other}*")
        expect(page.locator("#undo")).to_contain_text("Not right.")
        expect(page.locator("#undo")).to_contain_text(WHY)
        expect(page.locator("#undo button")).to_have_count(0)
        assert faults(page) == []
