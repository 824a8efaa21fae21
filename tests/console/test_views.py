"""Saved views: made, used, called otherwise, removed, and every step taken back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.cast import verdict_on
from tests.console.conftest import Moderator, Served, sign_in


def test_view_is_made_used_renamed_and_removed_and_each_can_be_undone(
    served: Served, page: Page
) -> None:
    served.marketplace.send()
    served.marketplace.send(verdict=verdict_on("x", "flag", "spam"))
    sign_in(page, served)
    page.goto(f"{served.address}/?decision=flag")
    page.get_by_label("Name of the view").fill("Flagged")
    page.get_by_role("button", name="Save view").click()
    expect(page.get_by_text("Saved. The view stands beside “All”")).to_be_visible()
    views = page.get_by_role("navigation", name="Saved views")
    views.get_by_role("link", name="All").click()
    expect(page.get_by_role("button", name="Save view")).to_have_count(0)
    views.get_by_role("link", name="Flagged").click()
    page.wait_for_url("**decision=flag")
    expect(page.locator("#rows .row")).to_have_count(1)
    page.get_by_label("Name of the view").fill("To look at")
    page.get_by_role("button", name="Rename view").click()
    expect(page.locator("#undo")).to_contain_text("View To look at: called Flagged before.")
    expect(views.get_by_role("link", name="To look at")).to_have_attribute("aria-current", "page")
    expect(views.get_by_role("link", name="Flagged")).to_have_count(0)
    page.locator("h1").click()
    page.keyboard.press("u")
    expect(views.get_by_role("link", name="Flagged")).to_be_visible()
    page.get_by_role("button", name="Forget the view Flagged").click()
    expect(views.get_by_role("link", name="Flagged")).to_have_count(0)
    page.locator("h1").click()
    page.keyboard.press("u")
    expect(views.get_by_role("link", name="Flagged")).to_be_visible()


def test_name_that_is_taken_is_said_on_the_queue_and_stays_to_be_changed(
    served: Served, page: Page
) -> None:
    sign_in(page, served)
    for decision in ("hold", "flag"):
        page.goto(f"{served.address}/?decision={decision}")
        page.get_by_label("Name of the view").fill("Mine")
        page.get_by_role("button", name="Save view").click()
    problem = page.get_by_role("alert").filter(has_text="you have a view called Mine already")
    expect(problem).to_be_visible()
    expect(page.get_by_label("Decision")).to_have_value("flag")
    expect(page.get_by_label("Name of the view")).to_have_value("Mine")
    page.get_by_label("Name of the view").fill("Mine too")
    page.get_by_role("button", name="Save view").click()
    for name in ("Mine", "Mine too"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    page.get_by_label("Name of the view").fill("Mine")
    page.get_by_role("button", name="Rename view").click()
    expect(problem).to_be_visible()
    expect(page.get_by_role("link", name="Mine too")).to_be_visible()


def test_view_of_another_is_not_renamed(mona: Moderator, nils: Moderator) -> None:
    mona.post("/views?decision=hold", {"name": "Held"})
    assert nils.post("/views/1/rename", {"name": "Stolen"}).status_code == 404
    assert mona.post("/views/1/rename?decision=hold", {"name": "\n"}).status_code == 422
    assert "Held" in mona.get("/").text


def test_long_name_of_a_view_leaves_room_for_the_rest(served: Served, page: Page) -> None:
    sign_in(page, served)
    page.goto(f"{served.address}/?decision=hold")
    page.get_by_label("Name of the view").fill("x" * 100)
    page.get_by_role("button", name="Save view").click()
    box = page.get_by_role("link", name="x" * 100).bounding_box()
    assert box is not None
    assert box["width"] < 300
