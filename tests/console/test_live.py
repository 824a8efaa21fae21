"""Open pages hear what happens to the cases, and keep what is selected."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from sqlalchemy import text

from store.database import Database
from tests.cast import verdict_on
from tests.console.conftest import Clock, Moderator, Served, sign_in


def test_nobody_listens_without_a_login(mona: Moderator) -> None:
    mona.browser.cookies.clear()
    assert mona.get("/events").url.path == "/console/login"


def test_stream_ends_without_a_word_when_the_database_does_not_answer(
    mona: Moderator, database: Database
) -> None:
    with database.begin() as connection:
        connection.execute(text("DROP TABLE log_head"))
    told = mona.get("/events?after=0")
    assert told.status_code == 200
    assert "event: changed" not in told.text


def test_new_and_decided_cases_come_and_go_while_the_selection_stays(
    served: Served, page: Page
) -> None:
    first, second = served.marketplace.send(), served.marketplace.send()
    sign_in(page, served)
    page.keyboard.press("j")
    page.keyboard.press("j")
    focused = page.locator(f'[data-case="{second}"] .cover')
    expect(focused).to_be_focused()
    page.get_by_role("textbox", name="Sender").evaluate("(field) => { field.value = 'half a na'; }")
    scam = served.marketplace.send(verdict=verdict_on("x", "hold", "scam"))
    expect(page.locator(f'[data-case="{scam}"]')).to_be_visible(timeout=10_000)
    expect(focused).to_be_focused()
    expect(page.locator("#tally")).to_contain_text("3 open")
    served.decided(first)
    expect(page.locator(f'[data-case="{first}"]')).to_have_count(0, timeout=10_000)
    expect(focused).to_be_focused()
    expect(page.get_by_role("textbox", name="Sender")).to_have_value("half a na")
    third = served.marketplace.send()
    expect(page.locator(f'[data-case="{third}"]')).to_be_visible(timeout=10_000)
    served.decided(second)
    expect(page.locator(f'[data-case="{second}"]')).to_have_count(0, timeout=10_000)
    expect(page.locator(f'[data-case="{third}"] .cover')).to_be_focused()
    expect(page.locator("#tell")).to_contain_text("waits no more")


def test_case_that_a_colleague_decides_says_so_at_once_and_keeps_what_was_typed(
    served: Served, page: Page, clock: Clock
) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.get_by_label("Note").fill("half a thought")
    served.decided(case_id)
    expect(page.locator("#hold")).to_contain_text("Refused by nils", timeout=8_000)
    expect(page.get_by_label("Note")).to_have_value("half a thought")
    expect(page.get_by_role("button", name="Submit and next")).to_be_hidden()


def test_empty_queue_fills_by_itself(served: Served, page: Page) -> None:
    sign_in(page, served)
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    page.wait_for_timeout(1_200)
    case_id = served.marketplace.send()
    expect(page.locator(f'[data-case="{case_id}"]')).to_be_visible(timeout=10_000)
