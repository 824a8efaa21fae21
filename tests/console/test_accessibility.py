"""Every page of the console against WCAG 2.2 AA, by axe-core in a real browser, light and dark.

What a machine can check is checked on each page and state; what it cannot is walked through with
the keyboard, enlarged, and without motion.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from config.settings import Settings
from console.security import SESSION_COOKIE
from scanner.message import Earlier
from store import cases, decisions, goldens
from tests.cast import ADDRESS, NOON, franks_message, verdict_on
from tests.console.conftest import PASSWORD, Marketplace, Served, add_user, session_for
from tests.console.hostile import RIGHT_TO_LEFT, ZALGO
from tests.console.test_roles import RULES

CLAIM_LEASE = Settings.model_fields["claim_lease"].default
CHECKED = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2; off unless asked for
    "resultTypes": ["violations"],
}
TEXT = f"so pay me there: {ADDRESS}, or not"

# Every page that a browser may ask for, in each state that looks otherwise.
PLACES = {
    "/login": ("/login",),
    "/account": ("/account",),
    "/": (
        "/",
        "/?decision=hold&category=contact.email",
        "/?group=sender",
        "/?group=alike",
        "/?sender=nobody",
        "/?state=decided",
        "/?said=released&undo=back-1&state=open",
    ),
    "/cases/{case_id:int}": (
        "/cases/1?readings=1",  # nobody's
        "/cases/2",  # theirs
        "/cases/3",  # a colleague's
        "/cases/4",  # decided, and can be undone
        "/cases/4711",
    ),
    "/snoozes": ("/snoozes",),
    "/together": ("/together?sender=frank", "/together?sender=nobody"),
    "/numbers": ("/numbers?period=1d", "/numbers?period=30d"),
    "/pace": ("/pace",),
    "/quality": ("/quality",),
    "/tuning": (
        "/tuning?period=30d",
        "/tuning?category=contact.email&of=contact.email&flag_at=0.99&hold_at=0.98",
    ),
    "/rules": ("/rules", "/rules?category=scam&language=en"),
    "/rules/{rule_id}": ("/rules/en.request.detail", "/rules/en.refusal.no", "/rules/en.nothing"),
    "/users": ("/users",),
    "/users/{user_id:int}": ("/users/1", "/users/2"),
}
NO_PAGES = {"/events", "/numbers.csv"}
ELSEWHERE = {"/login/oidc", "/login/oidc/back", "/login/oidc/done"}  # in test_oidc_browser.py
LOGGED_IN = [place for states in PLACES.values() for place in states if place != "/login"]


@pytest.fixture
def furnished(served: Served) -> Served:
    furnish(served.marketplace)
    return served


def furnish(market: Marketplace) -> None:
    """A desk with something of everything on it."""
    history = (
        Earlier(text="call +1 415 555 2671", sender_role="client"),
        Earlier(text=RIGHT_TO_LEFT, sender_role="freelancer"),
    )
    market.send(franks_message(text=TEXT, history=history), verdict_on(TEXT))
    market.send(franks_message(id="rtl", text=RIGHT_TO_LEFT), verdict_on(RIGHT_TO_LEFT, "flag"))
    for id, text in (("zalgo", ZALGO), ("scam", "send the deposit first")):
        market.send(
            franks_message(id=id, text=text, sender="sam"), verdict_on(text, "hold", "scam")
        )
    for name in ("mona", "nils"):
        add_user(market.database, name, "admin")
    with market.database.begin() as connection:
        for case_id, name in ((2, "mona"), (3, "nils")):
            cases.claim(connection, case_id, by=name, lease=CLAIM_LEASE, now=NOON)
        decisions.decide(connection, 4, action="refuse", by="mona", now=NOON, note="known <b>")
        goldens.mark(connection, 4, actions=["refuse"], why="a deposit", by="mona", now=NOON)


def sit_down(page: Page, served: Served) -> None:
    token = session_for(served.database, "mona")
    page.context.add_cookies(
        [{"name": SESSION_COOKIE, "value": token, "url": f"{served.address}/"}]
    )


def faults(page: Page) -> list[str]:
    """What axe-core holds against the page, a line for each rule and place, once all is loaded."""
    page.wait_for_load_state()  # before its style sheet is there, colours are the browser's
    found = Axe().run(page, options=CHECKED).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary'][:300]}"
        for one in found
        for node in one["nodes"]
    ]


def test_every_page_is_among_those_that_are_checked() -> None:
    assert {path for method, path in RULES if method == "GET"} - NO_PAGES - ELSEWHERE == set(PLACES)


def test_checker_finds_what_is_wrong(page: Page) -> None:
    """Else a page without faults would say nothing."""
    page.set_content("<p style='color: #999'>grey</p><img src=x><button></button>")
    told = " ".join(faults(page))
    for rule in ("color-contrast", "image-alt", "button-name", "html-has-lang"):
        assert rule in told


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_that_a_machine_can_check(
    furnished: Served, page: Page, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{furnished.address}/login")
    found = {"/login": faults(page)}
    sit_down(page, furnished)
    for place in LOGGED_IN:
        page.goto(f"{furnished.address}{place}")
        found[place] = faults(page)
    assert {place: told for place, told in found.items() if told} == {}


@pytest.mark.parametrize("width", [720, 320], ids=["200 %", "400 %"])
def test_no_page_scrolls_sideways_when_it_is_enlarged(
    furnished: Served, page: Page, width: int
) -> None:
    """A window of 1,440 or 1,280 pixels, zoomed, has this many left (WCAG 1.4.4, 1.4.10)."""
    page.set_viewport_size({"width": width, "height": 450})
    sit_down(page, furnished)
    wide = {}
    for place in LOGGED_IN:
        page.goto(f"{furnished.address}{place}")
        wide[place] = page.evaluate("document.documentElement.scrollWidth")
    assert {place: found for place, found in wide.items() if found > width} == {}


def test_text_can_be_spaced_without_being_cut(furnished: Served, page: Page) -> None:
    """WCAG 1.4.12, with the spacing that it names; boxes that scroll lose nothing."""
    sit_down(page, furnished)
    spaced = "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    for place in ("/", "/cases/1", "/users"):
        page.goto(f"{furnished.address}{place}")
        page.evaluate(
            "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
            " document.adoptedStyleSheets = [sheet]; }",
            f"{spaced} word-spacing: .16em !important; }} p {{ margin-bottom: 2em !important; }}",
        )
        cut = page.evaluate(
            "[...document.querySelectorAll('button, .button, label, h1, h2, h3, dt, dd, th')]"
            ".filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1"
            " && getComputedStyle(one).overflowX !== 'visible').map((one) => one.textContent)"
        )
        assert cut == [], place
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place


def test_nothing_moves_for_those_who_asked_for_no_motion(furnished: Served, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    sit_down(page, furnished)
    for place in LOGGED_IN:
        page.goto(f"{furnished.address}{place}")
        moving = page.evaluate(
            "[...document.querySelectorAll('*')].filter((one) => {"
            " const style = getComputedStyle(one);"
            " return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0"
            " || style.scrollBehavior === 'smooth'; }).length"
        )
        assert moving == 0, place


def test_message_from_right_to_left_stands_so_in_a_page_from_left_to_right(
    furnished: Served, page: Page
) -> None:
    sit_down(page, furnished)
    page.goto(f"{furnished.address}/cases/2")
    for one in (page.locator("#judged"), page.locator(".list .here .excerpt")):
        assert one.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    box = page.locator("#judged").bounding_box()
    first = page.evaluate(
        "(() => { const range = document.createRange();"
        " const walk = document.createTreeWalker(document.querySelector('#judged'), 4);"
        " range.setStart(walk.nextNode(), 0); range.setEnd(range.startContainer, 1);"
        " return range.getBoundingClientRect().right; })()"
    )
    assert box is not None
    assert box["x"] + box["width"] - first < 40  # the first letter is at the right edge
    page.goto(f"{furnished.address}/cases/1")
    directions = page.locator(".room .raw").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).direction)"
    )
    assert directions == ["ltr", "rtl", "ltr"]


def test_whole_shift_can_be_worked_with_the_keyboard_alone(
    furnished: Served, chromium: Browser, page: Page
) -> None:
    """Log in, filter, take a case, show the details, decide, undo, log out; no pointer is there."""
    page.goto(f"{furnished.address}/")
    page.keyboard.type("mona")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Queue")).to_be_visible()
    reach(page, "select[name=decision]")
    page.keyboard.type("Held")
    reach(page, ".filters button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?decision=hold*")
    page.keyboard.press("n")
    page.wait_for_url("**/cases/1?*")
    page.keyboard.press("p")
    expect(page.locator("#judged")).to_contain_text(ADDRESS)
    reach(page, "#decide input[name=action]")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Mask and deliver")).to_be_checked()
    reach(page, "#note")
    page.keyboard.type("by keyboard")
    reach(page, "#decide button[value=stay]")
    page.keyboard.press("Enter")
    expect(page.locator("#undo")).to_contain_text("Case 1: masked and delivered.")
    reach(page, "#undo button")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Undone. The case is yours again.")).to_be_visible()
    reach(page, ".who form button")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


def reach(page: Page, selector: str) -> None:
    """The first such thing has the focus, by the Tab key, which passes by nothing for ever."""
    for _ in range(120):
        if page.evaluate("(one) => document.activeElement.matches(one)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by Tab")
