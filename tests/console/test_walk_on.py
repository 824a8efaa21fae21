"""What those who work there all day stumble over: how to go on, what a key does, what is cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from console.words import REASON
from scanner.verdict import Finding, Span
from tests.cast import franks_message, verdict_on
from tests.console.conftest import Marketplace, Moderator, Served, sign_in

PLACES = ("/snoozes", "/pace", "/numbers", "/quality", "/account", "/users", "/users/1")


def claimed(page: Page) -> str:
    """The case that "next" brings, as the end of its address."""
    page.keyboard.press("n")
    page.wait_for_url("**/cases/*")
    expect(page.locator("#hold")).to_have_attribute("data-kind", "yours")
    return page.url.rpartition("/")[2].partition("?")[0]


def test_what_was_given_back_comes_after_the_others(served: Served, page: Page) -> None:
    ids = [str(served.marketplace.send()) for _ in range(4)]
    sign_in(page, served)
    brought = []
    for _ in range(6):
        brought.append(claimed(page))
        page.get_by_role("button", name="Give it back").click()
        expect(page.locator("#undo")).to_contain_text("given back")
    assert brought == [*ids, *ids[:2]]


def test_what_was_given_back_is_passed_over_only_by_who_did(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    first, second = marketplace.send(), marketplace.send()
    mona.post("/next")
    mona.post(f"/cases/{first}/release")
    mona.post("/next")
    nils.post("/next")
    assert marketplace.case(first).row.claimed_by == "nils"
    assert marketplace.case(second).row.claimed_by == "mona"


@pytest.mark.parametrize("place", PLACES)
def test_every_page_says_what_its_keys_do(served: Served, page: Page, place: str) -> None:
    sign_in(page, served, role="admin")
    page.goto(f"{served.address}{place}")
    page.locator("h1").click()
    page.keyboard.press("?")
    keys = page.get_by_role("region", name="Keys").or_(page.locator("#keys"))
    expect(keys).to_be_in_viewport()
    expect(keys).to_contain_text("to the queue")
    expect(keys.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.keyboard.press("q")
    expect(page.get_by_role("heading", name="Queue", level=1)).to_be_visible()


def test_keys_of_deciding_together_are_said_there(served: Served, page: Page) -> None:
    for place in range(2):
        served.marketplace.send(franks_message(id=f"many-{place}", sender="u-many"))
    sign_in(page, served)
    page.goto(f"{served.address}/together?sender=u-many")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("decide them all")
    page.keyboard.press("Escape")
    page.keyboard.press("q")
    page.wait_for_url("**/console/?sender=u-many")


def test_nothing_left_to_decide_together_says_so_and_leads_on(served: Served, page: Page) -> None:
    ids = [
        served.marketplace.send(franks_message(id=f"many-{place}", sender="u-many"))
        for place in range(2)
    ]
    left = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/together?sender=u-many")
    page.get_by_label("Refuse").check()
    page.get_by_label("Note").fill("the same again")
    page.get_by_label("I have looked at what this does").check()
    for case_id in ids:
        served.decided(case_id)
    page.get_by_role("button", name="Decide 2 cases").click()
    expect(page.get_by_text("colleagues were quicker")).to_be_visible()
    expect(page.get_by_text("2 cases of this kind are decided already.")).to_be_visible()
    expect(page.get_by_label("What you had written")).to_have_value("the same again")
    page.get_by_role("link", name="See them").click()
    expect(page.get_by_role("link", name=f"Case {ids[0]}")).to_be_visible()
    page.goto(f"{served.address}/together?sender=u-many")
    page.keyboard.press("n")
    page.wait_for_url(f"**/cases/{left}")


def test_preview_counts_as_held_only_what_it_decides(served: Served, page: Page) -> None:
    first, _, _ = (
        served.marketplace.send(franks_message(id=f"many-{n}", sender="u-many")) for n in range(3)
    )
    sign_in(page, served, "nils")
    page.route("**/ahead*", lambda route: route.abort())  # nothing is kept ready
    page.goto(f"{served.address}/cases/{first}")
    page.keyboard.press("c")
    expect(page.locator("#hold")).to_have_attribute("data-kind", "yours")
    page.goto(f"{served.address}/together?sender=u-many")
    expect(page.get_by_text("3 of them are held")).to_be_visible()
    page.context.clear_cookies()
    sign_in(page, served)
    page.goto(f"{served.address}/together?sender=u-many")
    expect(page.get_by_text("2 of them are held")).to_be_visible()


def test_bar_after_a_label_names_the_finding_and_what_was_said(served: Served, page: Page) -> None:
    message = franks_message()
    verdict = verdict_on(message.text)
    phone = Finding(
        category="contact.phone", source="phone", spans=(Span(0, 20, 25),), confidence=0.9
    )
    verdict = replace(verdict, findings=(phone, *verdict.findings))
    case_id = served.marketplace.send(message, verdict)
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    for key, told in (
        ("x", "Finding 2, phone number: said to be wrong."),
        ("o", "Finding 2, phone number: said to be right."),
        ("o", "Finding 2, phone number: nothing said of it any more."),
    ):
        if key == "x":
            page.keyboard.press("]")
            page.keyboard.press("]")
        page.keyboard.press(key)
        expect(page.locator("#undo")).to_contain_text(told)


@pytest.mark.parametrize("locale", ["en", "fr-FR"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_of_a_reason_is_cut(
    served: Served, chromium: Browser, width: int, locale: str
) -> None:
    case_id = served.marketplace.send(franks_message(sender="u-many"))
    context = chromium.new_context(viewport={"width": width, "height": 700}, locale=locale)
    page = context.new_page()
    sign_in(page, served)
    for place in ("/together?sender=u-many", f"/cases/{case_id}"):
        page.goto(f"{served.address}{place}")
        needed, given = page.locator("#reason").evaluate(
            """(select) => {
              const free = select.cloneNode(true);
              free.style.cssText = "width: max-content; max-width: none";
              select.after(free);
              const both = [free.offsetWidth, select.offsetWidth];
              free.remove();
              return both;
            }"""
        )
        assert needed <= given
        assert page.locator("#reason option").count() == len(REASON) + 1
    context.close()


@pytest.mark.parametrize("place", ["/numbers?period=7d", "/quality", "/users"])
def test_tables_keep_their_words_whole_on_a_small_screen(
    served: Served, chromium: Browser, place: str
) -> None:
    case_id = served.marketplace.send()
    served.decided(case_id)
    context = chromium.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    sign_in(page, served, role="admin")
    page.goto(f"{served.address}{place}")
    heads = page.locator(".rows:visible tbody th")
    widths = heads.evaluate_all("(all) => all.map((one) => one.offsetWidth)")
    assert all(width > 110 for width in widths)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_figures_stand_below_each_other_and_apart_from_the_heading(
    served: Served, page: Page
) -> None:
    served.decided(served.marketplace.send())
    sign_in(page, served, role="lead")
    page.goto(f"{served.address}/numbers?period=7d")
    heading, table = page.locator("#category"), page.locator("[aria-labelledby=category]")
    above, below = heading.bounding_box(), table.bounding_box()
    assert above is not None
    assert below is not None
    assert below["y"] - above["y"] - above["height"] >= 8
    assert table.locator("td").first.evaluate("(one) => getComputedStyle(one).textAlign") == "end"
