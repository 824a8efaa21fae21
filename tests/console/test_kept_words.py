"""What somebody was writing when the case, the session or the network went: seen, and not lost."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, Route, expect

from console.pages.login import SESSION_LIFETIME
from store import accounts, users
from tests.console.conftest import PASSWORD, Clock, Served, sign_in
from tests.console.test_lease import BEAT_MS, LEASE

NOTE = "half a thought"


def writing(served: Served, page: Page) -> int:
    """Mona has a case and writes a note on it; the page's clock stands still for the test."""
    case_id = served.marketplace.send()
    page.clock.install()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("c")
    expect(page.locator("#hold")).to_have_attribute("data-kind", "yours")
    page.keyboard.press("/")
    page.keyboard.type(NOTE)
    with page.expect_response("**/beat"):  # the keys were a sign of life
        page.clock.fast_forward(BEAT_MS)
    return case_id


def taken_by_nils(served: Served, chromium: Browser, case_id: int) -> None:
    """A colleague claims the case at a desk of his own, and keeps it."""
    desk = chromium.new_context()
    nils = desk.new_page()
    sign_in(nils, served, "nils")
    nils.goto(f"{served.address}/cases/{case_id}")
    nils.keyboard.press("c")
    expect(nils.locator("#hold")).to_have_attribute("data-kind", "yours")
    desk.close()


def test_reload_after_a_refused_decision_still_shows_what_was_written(
    served: Served, page: Page, chromium: Browser
) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("/")
    page.keyboard.type(NOTE)
    page.evaluate("document.querySelector('#hold').remove()")  # so that it hears of nothing
    taken_by_nils(served, chromium, case_id)
    page.get_by_label("Refuse").check()
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_role("alert").filter(has_text="Not done")).to_be_visible()
    for _ in range(2):
        expect(page.get_by_label("What you had written")).to_have_value(NOTE)
        page.reload()
    page.get_by_label("What you had written").press("x")  # read and copied, not changed
    expect(page.get_by_label("What you had written")).to_have_value(NOTE)


def test_nobody_who_wrote_nothing_is_shown_an_empty_field(
    served: Served, page: Page, chromium: Browser
) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    taken_by_nils(served, chromium, case_id)
    page.goto(f"{served.address}/cases/{case_id}")
    expect(page.locator("#hold")).to_contain_text("nils is on this case.")
    expect(page.get_by_label("What you had written")).to_be_hidden()


def test_who_writes_when_a_colleague_takes_over_sees_who_has_it_and_the_words(
    served: Served, page: Page, chromium: Browser, clock: Clock
) -> None:
    page.set_viewport_size({"width": 1280, "height": 640})
    case_id = writing(served, page)
    clock.advance(LEASE)
    taken_by_nils(served, chromium, case_id)
    page.clock.fast_forward(BEAT_MS)
    expect(page.get_by_text("You lost this case")).to_be_in_viewport()
    expect(page.get_by_text("nils is on this case.")).to_be_in_viewport()
    expect(page.get_by_label("Note")).to_be_in_viewport(ratio=0.9)
    expect(page.get_by_label("Note")).to_be_focused()
    expect(page.get_by_role("button", name="Submit and next")).to_be_hidden()
    expect(page.get_by_label("Refuse")).to_be_hidden()
    page.keyboard.type(" r")  # neither written nor a key
    expect(page.get_by_label("Note")).to_have_value(NOTE)


def test_who_writes_on_a_small_screen_is_told_that_the_time_ran_out(
    served: Served, chromium: Browser, clock: Clock
) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    case_id = writing(served, page)
    clock.advance(LEASE)
    page.clock.fast_forward(BEAT_MS)
    told = page.get_by_text("Your time ran out, and the case is nobody's now.")
    expect(told).to_be_in_viewport(ratio=1)
    told.click()
    expect(told).not_to_be_in_viewport(ratio=0.1)
    expect(page.get_by_label("Note")).to_have_value(NOTE)
    page.get_by_role("button", name="Claim it again").click()
    expect(page.locator("#hold")).to_have_attribute("data-kind", "yours")
    expect(page.get_by_label("Note")).to_have_value(NOTE)
    assert served.marketplace.case(case_id).row.claimed_by == "mona"
    context.close()


def test_session_that_ends_while_one_writes_is_seen_and_leads_to_the_login_and_back(
    served: Served, page: Page, clock: Clock
) -> None:
    case_id = writing(served, page)
    clock.advance(SESSION_LIFETIME)
    page.clock.fast_forward(BEAT_MS)
    ended = page.get_by_role("alert").filter(has_text="Your session has ended.")
    expect(ended).to_be_in_viewport(ratio=1)
    expect(page.get_by_label("Note")).to_have_value(NOTE)
    ended.get_by_role("link", name="Log in").click()
    page.get_by_label("Name").fill("mona")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"**/cases/{case_id}")
    expect(page.get_by_label("Note")).to_have_value(NOTE)


def test_session_that_ended_is_seen_on_the_queue_too(
    served: Served, page: Page, clock: Clock
) -> None:
    served.marketplace.send()
    page.clock.install()
    sign_in(page, served)
    clock.advance(SESSION_LIFETIME)
    page.clock.fast_forward(70_000)  # the look at what ran out
    expect(page.get_by_role("link", name="Log in")).to_be_visible()


def test_password_that_was_reset_in_the_middle_of_a_case_leads_back_to_it(
    served: Served, page: Page
) -> None:
    case_id = writing(served, page)
    with served.database.begin() as connection:
        now = served.marketplace.clock()
        mona = users.check_password(connection, name="mona", password=PASSWORD, now=now)
        assert mona is not None
        secret = accounts.reset_password(connection, mona.id, by="anna", now=now)
    page.clock.fast_forward(BEAT_MS)
    page.get_by_role("link", name="Log in").click()
    page.get_by_label("Name").fill("mona")
    page.get_by_label("Password").fill(secret)
    page.get_by_role("button", name="Log in").click()
    expect(page.locator("#new")).to_be_focused()
    page.locator("#new").fill("another good one")
    page.get_by_label("The same again").fill("another bad one")
    page.get_by_role("button", name="Keep the new password").click()
    expect(page.get_by_text("The two new passwords differ.")).to_be_visible()
    page.locator("#new").fill("another good one")
    page.get_by_label("The same again").fill("another good one")
    page.get_by_role("button", name="Keep the new password").click()
    page.wait_for_url(f"**/cases/{case_id}*")
    expect(page.get_by_text("Your password is the new one.")).to_be_visible()
    expect(page.get_by_label("Note")).to_have_value(NOTE)


def test_page_that_takes_long_shows_that_it_is_on_its_way(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    kept: list[Route] = []
    page.route("**/next*", lambda route: kept.append(route))  # noqa: PLW0108 (a builtin cannot be one)
    sign_in(page, served)
    page.keyboard.press("n")
    expect(page.locator("main.waits")).to_be_visible()
    (asked,) = kept
    asked.continue_()
    page.wait_for_url(f"**/cases/{case_id}")
    expect(page.locator("main.waits")).to_have_count(0)
