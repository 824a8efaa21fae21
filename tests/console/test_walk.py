"""What somebody new to the desk stumbles over: where am I, what is mine, what does a key do."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.cast import franks_message, verdict_on
from tests.console.conftest import Served, sign_in


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
