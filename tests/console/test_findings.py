"""Findings are labelled, rows of the policy snoozed, and each deed can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from store.database import Database
from store.labels import labels_on
from store.snoozes import active_snoozes
from tests.cast import NOON, franks_message, verdict_on
from tests.console.conftest import Marketplace, Moderator, Served, sign_in


def said(database: Database, marketplace: Marketplace, case_id: int) -> list[tuple[str, bool]]:
    with database.read() as connection:
        found = labels_on(connection, marketplace.case(case_id).row.message_pk)
    return [(one.by, one.is_right) for one in found]


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"finding": "1", "is": "right"}, 404),
        ({"finding": "-1", "is": "right"}, 422),
        ({"finding": "9" * 30, "is": "right"}, 422),
        ({"finding": "0", "is": "perhaps"}, 422),
        ({"is": "right"}, 422),
    ],
)
def test_label_that_says_nothing_we_know_is_not_kept(
    mona: Moderator,
    marketplace: Marketplace,
    database: Database,
    form: dict[str, str],
    status: int,
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    assert mona.post(f"/cases/{case_id}/labels", form).status_code == status
    assert said(database, marketplace, case_id) == []


def test_label_is_kept_pressed_again_withdrawn_and_undone(
    mona: Moderator, nils: Moderator, marketplace: Marketplace, database: Database
) -> None:
    case_id = marketplace.send()
    place = f"/cases/{case_id}/labels"
    mona.get(f"/cases/{case_id}")
    page = mona.post(place, {"finding": "0", "is": "wrong"}).text
    assert 'value="wrong" aria-pressed="true"' in page
    assert said(database, marketplace, case_id) == [("mona", False)]
    assert "<bdi>mona</bdi>: wrong" in nils.get(f"/cases/{case_id}").text
    mona.post(place, {"finding": "0", "is": "wrong"})
    assert said(database, marketplace, case_id) == []
    mona.post(place, {"finding": "0", "is": "right"})
    mona.post(place, {"finding": "0", "is": "wrong"})
    mona.post(place, {"finding": "0", "is": "right", "undoing": "1"})
    assert said(database, marketplace, case_id) == [("mona", True)]
    mona.post(place, {"finding": "0", "is": "none", "undoing": "1"})
    assert said(database, marketplace, case_id) == []


def test_snooze_lets_the_next_message_of_the_room_through_and_can_be_ended(
    mona: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    form = {"category": "contact.email", "days": "7"}
    page = mona.post(f"/cases/{case_id}/snoozes", form).text
    assert "Email address: <strong>snoozed until 9 Nov 2026, 12:00 UTC</strong>" in page
    assert "Snoozed for these two until" in page
    assert marketplace.send() == 0
    assert marketplace.send(franks_message(id="elsewhere", room="room-8")) > 0
    listed = mona.get("/snoozes").text
    assert "room-7" in listed
    assert "Ended." in mona.post("/snoozes/1/end").text
    assert "Nothing is snoozed" in mona.get("/snoozes").text
    assert marketplace.send() > 0
    assert mona.post("/snoozes/1/end").status_code == 404


@pytest.mark.parametrize(
    "form", [{"category": "scam", "days": "1"}, {"category": "contact.email", "days": "31"}, {}]
)
def test_what_cannot_be_snoozed_is_told(
    mona: Moderator, marketplace: Marketplace, form: dict[str, str]
) -> None:
    case_id = marketplace.send(verdict=replace(verdict_on("x"), failures=()))
    mona.get(f"/cases/{case_id}")
    assert mona.post(f"/cases/{case_id}/snoozes", form).status_code == 422


def test_findings_are_labelled_and_deeds_undone_by_keys(served: Served, page: Page) -> None:
    text = "mail me: frank.lance@posteo.de, or not"
    both = verdict_on(text)
    other = replace(both.findings[0], spans=(replace(both.findings[0].spans[0], start=0, end=4),))
    case_id = served.marketplace.send(
        franks_message(text=text), replace(both, findings=(*both.findings, other))
    )
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.get_by_label("Note").fill("typed before")
    page.keyboard.press("Escape")
    page.keyboard.press("]")
    page.keyboard.press("]")
    expect(page.locator("#finding-2")).to_be_focused()
    expect(page.locator("mark.lit")).to_have_count(1)
    page.keyboard.press("x")
    wrong = page.get_by_role("button", name="Finding 2 is wrong")
    expect(wrong).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#finding-2")).to_be_focused()
    expect(page.get_by_label("Note")).to_have_value("typed before")
    with served.database.read() as connection:
        (label,) = labels_on(connection, served.marketplace.case(case_id).row.message_pk)
    assert (label.finding, label.is_right) == (0, False)
    page.keyboard.press("u")
    expect(wrong).to_have_attribute("aria-pressed", "false")
    page.get_by_text("Snooze for these two").click()
    page.get_by_role("button", name="Snooze", exact=True).click()
    expect(page.locator("#undo")).to_contain_text("Email address: snoozed until")
    page.keyboard.press("u")
    expect(page.get_by_text("Ended. The row")).to_be_visible()
    with served.database.read() as connection:
        assert active_snoozes(connection, now=NOON) == []


def test_case_that_was_given_back_is_taken_again_by_undo(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("c")
    page.get_by_role("button", name="Give it back").click()
    expect(page.locator("#undo")).to_contain_text(
        f"Case {case_id}: given back, and open to all again."
    )
    page.keyboard.press("u")
    expect(page.locator("#hold")).to_have_attribute("data-kind", "yours")
    assert served.marketplace.case(case_id).row.claimed_by == "mona"
