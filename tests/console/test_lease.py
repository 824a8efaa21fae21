"""One case, one moderator: signs of life, leases that run out, and who looks at what."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import APIResponse, Browser, Page, Route, expect

from config.settings import Settings
from store.viewings import FRESH
from tests.console.conftest import Clock, Marketplace, Moderator, Served, sign_in

LEASE = Settings.model_fields["claim_lease"].default
BEAT_MS = 15_000


def test_somebody_who_only_looks_keeps_nothing(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    case_id = marketplace.send()
    mona.post(f"/cases/{case_id}/claim")
    clock.advance(LEASE - timedelta(seconds=1))
    assert 'data-kind="yours"' in mona.post(f"/cases/{case_id}/beat", {"active": ""}).text
    clock.advance(timedelta(seconds=1))
    lost = mona.post(f"/cases/{case_id}/beat", {"active": "1", "had": "1"}).text
    assert "You lost this case" in lost
    assert "went back into the queue" in lost
    assert "Claim it again" in lost
    assert marketplace.case(case_id).row.state == "open"


def test_somebody_who_works_keeps_the_case_for_a_whole_lease_more(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    case_id = marketplace.send()
    mona.post(f"/cases/{case_id}/claim")
    for _ in range(3):
        clock.advance(LEASE - timedelta(seconds=1))
        answer = mona.post(f"/cases/{case_id}/beat", {"active": "1", "had": "1"}).text
        assert f'data-seconds="{int(LEASE.total_seconds())}"' in answer
    assert marketplace.case(case_id).row.claimed_by == "mona"


def test_lease_that_was_lost_to_a_colleague_names_them(
    mona: Moderator, nils: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    case_id = marketplace.send()
    mona.post(f"/cases/{case_id}/claim")
    clock.advance(LEASE)
    nils.post(f"/cases/{case_id}/claim")
    lost = mona.post(f"/cases/{case_id}/beat", {"active": "1", "had": "1"}).text
    assert "You lost this case" in lost
    assert "<bdi>nils</bdi> is on this case." in lost
    nils.post(f"/cases/{case_id}/decision", {"action": "refuse"})
    assert "<strong>Refused</strong> by <bdi>nils</bdi>" in mona.post(f"/cases/{case_id}/beat").text


def test_beat_claims_nothing(mona: Moderator, marketplace: Marketplace) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    assert 'data-kind="free"' in mona.post(f"/cases/{case_id}/beat", {"active": "1"}).text
    assert marketplace.case(case_id).row.state == "open"
    assert mona.post("/cases/4711/beat", {"active": "1"}).status_code == 404
    mona.csrf = "guess"
    assert mona.post(f"/cases/{case_id}/beat").status_code == 403


def test_colleagues_see_who_looks_and_when_they_leave(
    mona: Moderator, nils: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    case_id, other = marketplace.send(), marketplace.send()
    nils.get(f"/cases/{case_id}")
    nils.post(f"/cases/{case_id}/beat")
    assert "<bdi>nils</bdi> looks at it too." in mona.get(f"/cases/{case_id}").text
    assert "looks at it" not in mona.get(f"/cases/{other}").text
    assert "looks at it" not in nils.get(f"/cases/{case_id}").text
    assert "nils looks" in mona.get("/").text
    nils.post(f"/cases/{case_id}/leave")
    assert "looks at it" not in mona.get(f"/cases/{case_id}").text
    nils.get(f"/cases/{case_id}")
    nils.post(f"/cases/{case_id}/beat")
    clock.advance(FRESH)
    assert "looks at it" not in mona.get(f"/cases/{case_id}").text


def test_two_moderators_at_one_case_see_each_other_and_the_lease_goes_over(
    served: Served, chromium: Browser, clock: Clock
) -> None:
    """Mona claims, both look, Mona falls asleep, Nils takes it; Mona's words stay."""
    case_id = served.marketplace.send()
    desks = [chromium.new_context(), chromium.new_context()]
    mona, nils = (desk.new_page() for desk in desks)
    mona.clock.install()
    for page, name in ((mona, "mona"), (nils, "nils")):
        sign_in(page, served, name)
        page.goto(f"{served.address}/cases/{case_id}")
    mona.keyboard.press("c")
    expect(mona.locator("#hold")).to_have_attribute("data-kind", "yours")
    expect(mona.locator("#hold")).to_contain_text("nils looks at it too.")
    mona.keyboard.press("/")
    mona.keyboard.type("half a thought")
    nils.get_by_role("link", name="Look again").or_(nils.get_by_text("Nobody's")).first.wait_for()
    clock.advance(LEASE)
    nils.reload()
    nils.keyboard.press("c")
    expect(nils.locator("#hold")).to_have_attribute("data-kind", "yours")
    mona.clock.fast_forward(BEAT_MS)
    expect(mona.get_by_text("You lost this case")).to_be_visible()
    expect(mona.locator("#hold")).to_contain_text("nils is on this case.")
    expect(mona.get_by_label("Note")).to_have_value("half a thought")
    expect(mona.get_by_role("button", name="Submit and next")).to_be_hidden()
    for desk in desks:
        desk.close()


def test_who_writes_while_the_claim_is_answered_goes_on_writing(
    served: Served, page: Page, clock: Clock
) -> None:
    case_id = served.marketplace.send()
    kept: list[Route] = []
    page.route("**/claim", lambda route: kept.append(route))  # noqa: PLW0108 (a builtin cannot be one)
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    with page.expect_request("**/claim"):
        page.keyboard.press("c")
    page.keyboard.press("/")
    page.keyboard.type("half a ")
    page.keyboard.press("ArrowLeft")
    kept[0].continue_()
    expect(page.locator("#hold")).to_have_attribute("data-kind", "yours")
    page.keyboard.type(" thought")
    expect(page.get_by_label("Note")).to_have_value("half a thought ")


def test_sign_of_life_while_a_deed_is_answered_leaves_its_notice_alone(
    served: Served, page: Page
) -> None:
    case_id = served.marketplace.send()
    page.clock.install()
    under_way: list[tuple[Route, APIResponse]] = []
    # Before the first page: a browser that learns of a route while it works lets a request slip by.
    page.route("**/undo*", lambda route: under_way.append((route, route.fetch(max_redirects=0))))
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("r")
    page.get_by_role("button", name="Submit", exact=True).click()
    page.locator("#undo").wait_for()
    page.keyboard.press("u")
    while not under_way:  # the server has undone it; a test that waits for good is ended
        page.wait_for_timeout(50)
    with page.expect_response("**/beat*"):  # the case is theirs by now, which this tells
        page.clock.fast_forward(BEAT_MS)
    (route, answer) = under_way[0]
    route.fulfill(response=answer)
    expect(page.locator("#decide")).to_be_visible()
    page.wait_for_timeout(1_000)  # nothing else takes the place of what came
    expect(page.get_by_text("Undone. The case is yours again.")).to_be_visible()
    expect(page.locator("#hold")).to_have_attribute("data-kind", "yours")


def test_count_down_warns_and_any_key_keeps_the_case(
    served: Served, page: Page, clock: Clock
) -> None:
    case_id = served.marketplace.send()
    page.clock.install()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("c")
    panel = page.locator("#hold")
    expect(panel).to_have_attribute("data-kind", "yours")
    with page.expect_response("**/beat"):  # the key that claimed was a sign of life, too
        page.clock.fast_forward(BEAT_MS)
    late = LEASE - timedelta(seconds=30)
    clock.advance(late)
    with page.expect_response("**/beat"):
        page.clock.fast_forward(int(late.total_seconds() * 1000))
    expect(panel.locator("span.lease")).to_have_text(re.compile(r"^0:(30|2\d)$"))
    expect(page.get_by_text("Any key keeps it yours.")).to_be_visible()
    page.keyboard.press("Shift")
    renewed = re.compile(r"^(5:00|4:5\d)$")  # the clock goes on
    expect(panel.locator("span.lease")).to_have_text(renewed)
    expect(page.get_by_text("Any key keeps it yours.")).to_be_hidden()
    assert served.marketplace.case(case_id).row.claim_expires_at == clock() + LEASE


def test_what_was_typed_survives_a_session_that_ended(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("b")
    page.get_by_label("Note").fill("ask for the contract first")
    cookies = page.context.cookies()
    page.context.clear_cookies()
    page.get_by_role("button", name="Submit", exact=True).click()
    page.wait_for_url(re.compile(r"/login\?next=/cases/"))
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
    page.goto(f"{served.address}/cases/{case_id}")
    expect(page.get_by_label("Note")).to_have_value("ask for the contract first")
    expect(page.get_by_label("Bounce")).to_be_checked()
    page.get_by_role("button", name="Submit", exact=True).click()
    page.locator("#undo").wait_for()
    (decision,) = served.marketplace.case(case_id).decisions
    assert (decision.action, decision.note) == ("bounce", "ask for the contract first")


def test_what_was_typed_survives_a_network_that_is_cut(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("r")
    page.get_by_label("Note").fill("the third time today")
    page.context.set_offline(True)
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("No connection.")).to_be_visible()
    expect(page.get_by_label("Note")).to_have_value("the third time today")
    page.context.set_offline(False)
    expect(page.get_by_text("No connection.")).to_be_hidden()
    page.get_by_role("button", name="Submit", exact=True).click()
    page.locator("#undo").wait_for()
    assert served.marketplace.case(case_id).decisions[0].note == "the third time today"
