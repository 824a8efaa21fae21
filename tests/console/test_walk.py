"""What somebody new to the desk stumbles over: where am I, what is mine, what does a key do."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, Route, expect

from console.pages.login import SESSION_LIFETIME
from tests.cast import franks_message, verdict_on
from tests.console.conftest import PASSWORD, Clock, Served, sign_in


def at_a_case(served: Served, page: Page) -> int:
    """Mona is logged in and looks at the only case; its id."""
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    return case_id


def test_list_beside_a_case_marks_it_and_drops_what_is_being_decided(
    served: Served, page: Page
) -> None:
    first, second, third = (served.marketplace.send() for _ in range(3))
    sign_in(page, served)
    with page.expect_response("**/ahead*"):  # the next one is kept ready
        page.keyboard.press("n")
    page.wait_for_url(f"**/cases/{first}")
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{second}*")
    entries = page.locator(".list [data-case]")
    assert entries.evaluate_all("all => all.map(one => one.dataset.case)") == [
        str(second),
        str(third),
    ]
    assert page.locator(".list .here").get_attribute("data-case") == str(second)


def test_a_case_outside_the_filters_stands_in_the_list_too(served: Served, page: Page) -> None:
    email = served.marketplace.send()
    scam = served.marketplace.send(verdict=verdict_on("x", "hold", "scam"))
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{scam}?category=contact.email")
    expect(page.locator(".list .here")).to_have_attribute("data-case", str(scam))
    expect(page.locator(".list [data-case]").first).to_have_attribute("data-case", str(email))


def test_next_goes_back_to_what_is_theirs(served: Served, page: Page) -> None:
    first, _ = served.marketplace.send(), served.marketplace.send()
    sign_in(page, served)
    with page.expect_response("**/ahead*"):  # the other one is theirs too now
        page.keyboard.press("n")
    page.wait_for_url(f"**/cases/{first}")
    page.goto(f"{served.address}/")
    page.keyboard.press("n")
    page.wait_for_url(f"**/cases/{first}")


def test_help_opens_and_is_in_sight(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.set_viewport_size({"width": 1280, "height": 700})
    for place, last in (("/", "look for a sender"), (f"/cases/{case_id}", "claim; write a note")):
        page.goto(f"{served.address}{place}")
        page.keyboard.press("?")
        expect(page.get_by_text(last)).to_be_in_viewport()


def test_decision_can_be_sent_without_scrolling(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.set_viewport_size({"width": 1280, "height": 640})
    page.goto(f"{served.address}/cases/{case_id}")
    expect(page.get_by_role("button", name="Submit and next")).to_be_in_viewport(ratio=1)


def test_filter_says_that_it_is_not_applied_and_n_applies_it(served: Served, page: Page) -> None:
    served.marketplace.send()
    sign_in(page, served)
    expect(page.get_by_text("Not applied yet")).to_be_hidden()
    page.get_by_label("Decision").select_option("flag")
    expect(page.get_by_text("Not applied yet")).to_be_visible()
    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_url("**decision=flag*")
    expect(page.get_by_text("Nothing fits these filters")).to_be_visible()
    expect(page.locator("#tally")).to_contain_text("In this view:")


def test_bulk_decision_leads_to_what_is_left(served: Served, page: Page) -> None:
    for place in range(3):
        served.marketplace.send(franks_message(id=f"many-{place}", sender="u-many"))
    left = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/together?sender=u-many&decision=hold")
    page.get_by_label("Refuse").check()
    page.get_by_label("I have looked at what this does").check()
    page.get_by_role("button", name="Decide 3 cases").click()
    expect(page.get_by_role("link", name=f"Case {left}")).to_be_visible()
    assert "sender" not in page.url
    assert "decision=hold" in page.url


def test_small_screen_has_a_way_to_the_decision(served: Served, chromium: Browser) -> None:
    case_id = served.marketplace.send()
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    sign_in(page, served)
    page.get_by_role("link", name="To the cases").click()
    expect(page.get_by_role("link", name=f"Case {case_id}")).to_be_in_viewport()
    page.get_by_role("link", name=f"Case {case_id}").click()
    page.get_by_role("link", name="Decide").click()
    expect(page.get_by_label("Allow")).to_be_in_viewport()
    context.close()


def test_session_that_ended_on_a_case_leads_back_to_it(
    served: Served, page: Page, clock: Clock
) -> None:
    case_id = at_a_case(served, page)
    page.keyboard.press("c")
    expect(page.locator("#hold")).to_have_attribute("data-kind", "yours")
    page.keyboard.press("r")
    page.keyboard.press("/")
    page.keyboard.type("half a thought")
    page.keyboard.press("Escape")
    clock.advance(SESSION_LIFETIME)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your session has ended.")).to_be_visible()
    page.get_by_label("Name").fill("mona")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"**/cases/{case_id}*")
    expect(page.get_by_label("Note")).to_have_value("half a thought")
    expect(page.get_by_label("Refuse")).to_be_checked()


def test_refused_form_leaves_an_address_that_can_be_loaded_again(
    served: Served, page: Page
) -> None:
    case_id = at_a_case(served, page)
    page.evaluate("document.querySelector('#hold').remove()")  # so that it hears of nothing
    served.decided(case_id)
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Not done")).to_be_visible()
    page.reload()
    expect(page.locator("#hold")).to_contain_text("Refused by nils")
    page.keyboard.press("n")
    expect(page.get_by_text("Nothing more waits here.")).to_be_visible()


def test_pressing_twice_while_the_answer_is_awaited_decides_once(
    served: Served, page: Page
) -> None:
    first, second = served.marketplace.send(), served.marketplace.send()
    page.route("**/ahead*", lambda route: route.abort())  # nothing is kept ready
    kept: list[Route] = []
    page.route("**/decision*", lambda route: kept.append(route))  # noqa: PLW0108 (a builtin cannot be one)
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{first}")
    with page.expect_request("**/decision*"):
        page.keyboard.press("r")
        page.keyboard.press("Enter")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    page.unroute("**/decision*")
    kept[0].continue_()
    page.wait_for_url(f"**/cases/{second}*")
    expect(page.locator("#undo")).to_contain_text("refused")
    assert served.marketplace.case(first).row.action == "refuse"
    assert served.marketplace.case(second).row.state == "claimed"
    assert len(kept) == 1


def test_decision_is_made_even_if_the_next_case_is_left_at_once(served: Served, page: Page) -> None:
    first, second = served.marketplace.send(), served.marketplace.send()
    sign_in(page, served)
    with page.expect_response("**/ahead*"):
        page.keyboard.press("n")
    page.wait_for_url(f"**/cases/{first}")
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{second}*")
    page.goto(f"{served.address}/login")
    for _ in range(50):
        if served.marketplace.case(first).row.action == "refuse":
            break
        page.wait_for_timeout(100)
    assert served.marketplace.case(first).row.action == "refuse"


def test_undo_brings_the_words_back_and_again_the_decision_before(
    served: Served, page: Page
) -> None:
    first, second, third = (served.marketplace.send() for _ in range(3))
    sign_in(page, served)
    page.keyboard.press("n")
    for case_id, following in ((first, second), (second, third)):
        page.wait_for_url(f"**/cases/{case_id}*")
        page.keyboard.press("b")
        page.keyboard.press("4")
        page.keyboard.press("/")
        page.keyboard.type(f"about {case_id}")
        page.keyboard.press("Escape")
        with page.expect_response("**/decision*"):
            page.keyboard.press("Enter")
        page.wait_for_url(f"**/cases/{following}*")
    page.goto(f"{served.address}/")
    expect(page.locator("#undo")).to_contain_text(f"Case {second}")
    for case_id in (second, first):
        page.keyboard.press("u")
        page.wait_for_url(f"**/cases/{case_id}")
        expect(page.get_by_label("Note")).to_have_value(f"about {case_id}")
        expect(page.get_by_label("Bounce")).to_be_checked()
        assert page.locator("#reason").evaluate("(select) => select.selectedIndex") == 4


def test_who_writes_when_the_case_is_lost_goes_on_writing(
    served: Served, page: Page, clock: Clock
) -> None:
    case_id, other = served.marketplace.send(), served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("/")
    page.keyboard.type("half")
    served.decided(case_id)
    expect(page.locator("#hold")).to_contain_text("Refused by nils", timeout=8_000)
    page.keyboard.type("jn")
    expect(page.get_by_label("Note")).to_be_focused()
    assert page.url.endswith(f"/cases/{case_id}")
    assert served.marketplace.case(other).row.state == "open"


def test_enter_without_a_decision_says_what_lacks(served: Served, page: Page) -> None:
    at_a_case(served, page)
    page.keyboard.press("Enter")
    assert page.locator("#decide :invalid").count() > 0
    expect(page.get_by_label("Allow")).to_be_focused()


def test_undo_bar_and_what_was_asked_for_are_in_sight(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("x")
    expect(page.get_by_role("button", name="Undo")).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("v")
    expect(page.locator("#readings .raw").first).to_be_in_viewport()


def test_group_is_decided_together_by_its_key(served: Served, page: Page) -> None:
    for place in range(2):
        served.marketplace.send(franks_message(id=f"many-{place}", sender="u-many"))
    sign_in(page, served)
    page.goto(f"{served.address}/?group=sender")
    page.keyboard.press("j")
    page.keyboard.press("g")
    page.wait_for_url("**/together?sender=u-many")


def test_what_undo_brought_back_stays_when_one_goes_elsewhere(served: Served, page: Page) -> None:
    case_id, other = served.marketplace.send(), served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("b")
    page.keyboard.press("/")
    page.keyboard.type("half a thought")
    page.get_by_role("button", name="Submit", exact=True).click()
    page.locator("#undo").wait_for()
    page.keyboard.press("u")
    expect(page.get_by_label("Note")).to_have_value("half a thought")
    expect(page).not_to_have_url(re.compile("said|undo"))
    page.goto(f"{served.address}/cases/{other}")
    page.goto(f"{served.address}/cases/{case_id}")
    expect(page.get_by_label("Note")).to_have_value("half a thought")
    expect(page.get_by_label("Bounce")).to_be_checked()


def test_keys_do_nothing_while_they_are_read(served: Served, page: Page) -> None:
    case_id = at_a_case(served, page)
    page.keyboard.press("r")
    page.keyboard.press("?")
    for key in ("a", "Enter", "Escape"):
        page.keyboard.press(key)
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.get_by_label("Refuse")).to_be_checked()
    assert served.marketplace.case(case_id).row.state == "open"


def test_undoing_a_label_or_a_snooze_stays_at_the_case(served: Served, page: Page) -> None:
    case_id = at_a_case(served, page)
    page.keyboard.press("x")
    wrong = page.get_by_role("button", name="Finding 1 is wrong")
    expect(wrong).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("u")
    expect(wrong).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#finding-1")).to_be_focused()
    page.locator("details.snooze summary").first.click()
    page.get_by_role("button", name="Snooze", exact=True).click()
    expect(page.locator("#undo")).to_contain_text("snoozed until")
    page.keyboard.press("u")
    expect(page.get_by_text("The row counts again for these two.")).to_be_visible()
    page.wait_for_url(f"**/cases/{case_id}")
