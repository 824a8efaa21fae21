"""Contact details are covered until somebody asks for them, and the log tells who did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from console.masking import COVER, Covered, cover, cover_value, details_in
from scanner.message import Earlier, Message
from scanner.verdict import Category, Influence, Influences, Span
from store import appeals, log, messages, reports
from store.database import Database
from store.removal import remove_texts
from store.reveals import SHOWN_FOR
from tests.cast import ADDRESS, NOON, franks_message, verdict_on
from tests.console.conftest import (
    Clock,
    Marketplace,
    Moderator,
    Served,
    page_explained,
    sign_in,
)

TEXT = f"so pay me there: {ADDRESS}, or not"
HIDDEN = "•••••.•••••@••••••.••"
NUMBER = "+1 415 555 2671"
PLACES = ("/", "/?group=sender", "/?group=alike", "/together?sender=frank")


def hides(text: str) -> bool:
    """Nothing of the address is to be seen, and its place is."""
    return not any(part in text for part in (ADDRESS, "frank.lance", "posteo")) and COVER in text


@pytest.fixture
def case_id(marketplace: Marketplace) -> int:
    marketplace.send(franks_message(id="before", text=TEXT), verdict_on(TEXT))
    earlier = (
        Earlier(text=f"call {NUMBER}", sender_role="client"),
        Earlier(text="jane dot roe at posteo dot de", sender_role="freelancer"),
    )
    return marketplace.send(franks_message(text=TEXT, history=earlier), verdict_on(TEXT))


def revealed(database: Database) -> list[tuple[str, str]]:
    with database.read() as connection:
        rows = log.read(connection)
    return [(row.actor, row.subject) for row in rows if row.event == "case.revealed"]


@pytest.mark.parametrize("place", PLACES)
def test_no_list_shows_a_detail(mona: Moderator, case_id: int, place: str) -> None:
    mona.reveal(case_id)
    text = mona.get(place).text
    assert hides(text)
    assert "so pay me there" in text


def test_page_of_a_case_shows_no_detail_before_it_is_asked_for(
    mona: Moderator, case_id: int, database: Database
) -> None:
    text = mona.get(f"/cases/{case_id}?readings=1").text
    assert hides(text)
    assert "roe" not in text.partition("How it was read")[0]
    assert "415" not in text
    assert f"{HIDDEN}</mark>, or not" in text
    assert "<bdi>f•••@p•••</bdi>" in text
    assert revealed(database) == []


def test_details_are_shown_to_who_asked_and_the_log_says_so(
    mona: Moderator, nils: Moderator, case_id: int, database: Database
) -> None:
    mona.get(f"/cases/{case_id}")
    text = mona.reveal(case_id).text
    judged = text.partition('class="pane message"')[2]
    assert f"{ADDRESS}</mark>, or not" in judged
    assert NUMBER in judged
    assert f"<bdi>{ADDRESS}</bdi>" in judged
    assert revealed(database) == [("mona", f"case:{case_id}")]
    assert hides(text.partition('class="pane message"')[0])  # the list beside it
    assert hides(nils.get(f"/cases/{case_id}").text)


def test_details_are_covered_again_after_a_while_or_at_once(
    mona: Moderator, case_id: int, clock: Clock
) -> None:
    mona.get(f"/cases/{case_id}")
    assert not hides(mona.reveal(case_id).text)
    assert not hides(mona.get(f"/cases/{case_id}").text)
    assert hides(mona.post(f"/cases/{case_id}/hide").text)
    mona.reveal(case_id)
    clock.advance(SHOWN_FOR + timedelta(seconds=1))
    assert hides(mona.get(f"/cases/{case_id}").text)


def test_case_without_details_offers_nothing_to_show(
    mona: Moderator, marketplace: Marketplace
) -> None:
    plain = marketplace.send(franks_message(text="nothing here"), verdict_on("nothing here"))
    assert "Show the details" not in mona.get(f"/cases/{plain}").text


def test_case_that_is_not_there_reveals_nothing(mona: Moderator, database: Database) -> None:
    mona.get("/")
    assert mona.reveal(4711).status_code == 404
    assert revealed(database) == []


def test_message_that_only_a_report_brought_and_nobody_judged_is_covered_too(
    mona: Moderator, database: Database, clock: Clock
) -> None:
    text = f"call me: {NUMBER}"
    with database.begin() as connection:
        messages.receive(connection, [franks_message(text=text)], now=clock())
        case = reports.report(connection, "m-1", reporter="clara", reason="spam", now=clock())
    for place in ("/", f"/cases/{case}"):
        page = mona.get(place).text
        assert "call me: +• ••• ••• ••••" in page
        assert NUMBER not in page


def test_what_raised_a_score_is_told_without_the_detail(
    database: Database, clock: Clock, marketplace: Marketplace, case_id: int, tmp_path: Path
) -> None:
    seen: list[str] = []

    def explain(message: Message, categories: Sequence[Category]) -> Influences:
        seen.append(message.text)
        start = message.text.index("there")
        return dict.fromkeys(categories, (Influence(Span(0, start, start + 28), 2.0),))

    page = page_explained(database, clock, tmp_path, case_id, explain)
    assert seen == [TEXT]  # the models read what was written
    assert f'<q class="moved" dir="auto">there: {HIDDEN}</q>' in page


def test_details_are_shown_and_covered_by_one_key(served: Served, page: Page) -> None:
    case = served.marketplace.send(franks_message(text=TEXT), verdict_on(TEXT))
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case}")
    judged = page.locator("#judged")
    expect(judged).to_contain_text(HIDDEN)
    button = page.get_by_role("button", name="Show the details")
    expect(button).to_have_accessible_description(
        "Contact details are covered. Showing them is logged."
    )
    page.keyboard.press("p")
    expect(judged).to_contain_text(ADDRESS)
    assert revealed(served.database) == [("mona", f"case:{case}")]
    page.keyboard.press("p")
    expect(judged).to_contain_text(HIDDEN)
    page.get_by_label("Note").fill("p p p")
    assert len(revealed(served.database)) == 1


def test_note_that_was_begun_is_there_when_the_details_are_shown(
    served: Served, page: Page
) -> None:
    case = served.marketplace.send(franks_message(text=TEXT), verdict_on(TEXT))
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case}")
    page.get_by_label("Note").fill("half a thought")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    expect(page.locator("#judged")).to_contain_text(ADDRESS)
    expect(page.get_by_label("Note")).to_have_value("half a thought")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70))))
def test_covered_text_is_as_long_and_loses_no_letter_outside(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    covered = cover(text, ranges)
    inside = {place for low, high in ranges for place in range(max(0, low), high)}
    assert len(covered) == len(text)
    for place, (before, after) in enumerate(zip(text, covered, strict=True)):
        if place not in inside:
            assert after == before
        elif before.isalnum():
            assert after == COVER


def test_detail_written_in_signs_is_covered() -> None:
    assert cover("at ..-. .-. tonight", [(3, 11)]) == "at •••• ••• tonight"


@pytest.mark.parametrize(
    ("value", "type", "told"),
    [
        ("jane.roe@gmail.com", "email", "j•••@g•••"),
        ("+14155552671", "phone", "+1••• ••• 2671"),
        ("12345", "phone", "•••"),
        ("jane_roe", "handle", "j•••"),
        ("t.me/jane_roe", "url", "t.me/•••"),
        ("janeroe.com", "url", "j•••"),
        ("DE89370400440532013000", "payment_account", "••• ••• 3000"),
        ("", "email", "•••@•••"),
    ],
)
def test_value_keeps_what_tells_it_from_others(value: str, type: str, told: str) -> None:
    assert cover_value(value, type) == told  # type: ignore[arg-type]


def test_text_that_breaks_a_finder_is_covered_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(message: Message) -> None:
        raise RuntimeError

    monkeypatch.setattr("console.masking.views.read", broken)
    assert cover("all of it", details_in("all of it")) == "••• •• ••"


def test_excused_detail_is_covered_as_well(mona: Moderator, marketplace: Marketplace) -> None:
    told = verdict_on(TEXT)
    dropped = replace(told, excuses=tuple(replace(one, weight=0.0) for one in told.excuses))
    case = marketplace.send(franks_message(text=TEXT), dropped)
    assert hides(mona.get(f"/cases/{case}").text)
    assert marketplace.case(case).row.opened_at == NOON


def test_appeal_and_notes_are_covered_like_the_message(
    mona: Moderator, nils: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    case = marketplace.send(franks_message(id="m-9", text="no detail"), verdict_on("no detail"))
    mona.get(f"/cases/{case}")
    note = f"gave {NUMBER} before"
    mona.post(f"/cases/{case}/decision", {"action": "refuse", "note": note, "then": "stay"})
    assert "gave +• ••• ••• •••• before" in mona.get(f"/cases/{case}").text
    told = f"but {ADDRESS} is the shop's"
    with marketplace.database.begin() as connection:
        appeals.appeal(connection, "m-9", sender="frank", text=told, now=clock())
    page = nils.get(f"/cases/{case}").text
    assert hides(page)
    assert f"but {HIDDEN} is the shop" in page
    assert NUMBER not in page
    page = nils.reveal(case).text
    assert f"but {ADDRESS} is the shop" in page
    assert note in page
    beat = nils.post(f"/cases/{case}/beat").text
    assert NUMBER not in beat  # the panel has no note while the appeal waits


def test_panel_that_is_drawn_again_by_itself_covers_the_note_as_the_page_does(
    mona: Moderator, nils: Moderator, case_id: int
) -> None:
    mona.get(f"/cases/{case_id}")
    form = {"action": "refuse", "note": f"gave {NUMBER}", "then": "stay"}
    mona.post(f"/cases/{case_id}/decision", form)
    nils.get(f"/cases/{case_id}")
    assert NUMBER not in nils.post(f"/cases/{case_id}/beat").text
    nils.reveal(case_id)
    assert NUMBER in nils.post(f"/cases/{case_id}/beat").text


def test_case_whose_text_was_removed_has_nothing_to_show(
    mona: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send(franks_message(text=TEXT, room="room-8"), verdict_on(TEXT))
    mona.get(f"/cases/{case_id}")
    mona.reveal(case_id)
    pk = marketplace.case(case_id).row.message_pk
    with marketplace.database.begin() as connection:
        remove_texts(connection, [pk], by="retention", now=marketplace.clock())
    page = mona.get(f"/cases/{case_id}?readings=1").text
    assert "The text was removed" in page
    assert "Show the details" not in page
    assert "Details are shown to you" not in page
    judged = page.partition('class="pane message"')[2]
    assert ADDRESS not in judged
    assert COVER not in judged.partition("Why</h2>")[0]


def test_text_that_changed_in_the_room_is_read_anew() -> None:
    covered = Covered()
    for text, told in (("call me there", "call me there"), (f"on {NUMBER}", "on +• ••• ••• ••••")):
        message = franks_message(text="hi", history=(Earlier(text=text),))
        assert covered.of(message, None).history[0].text == told
