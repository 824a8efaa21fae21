"""A moderator's work in a real browser: with keys, by mouse, without scripts, large and dark."""

from __future__ import annotations

import re
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from console.app import STATIC
from tests.cast import verdict_on
from tests.console.conftest import PASSWORD, Served, add_user, sign_in


def test_from_the_login_to_a_decision_and_back(served: Served, page: Page) -> None:
    """Log in, open the worst case, refuse it, see the next one, undo."""
    email = served.marketplace.send()
    scam = served.marketplace.send(verdict=verdict_on("x", "hold", "scam"))
    add_user(served.database, "mona")
    page.goto(f"{served.address}/")
    page.get_by_label("Name").fill("mona")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name=f"Case {scam}").click()
    expect(page.get_by_role("heading", name="Scam", level=1)).to_be_visible()
    page.get_by_label("Refuse").check()
    page.get_by_label("Note").fill("known sender")
    page.get_by_role("button", name="Submit and next").click()
    expect(page.get_by_role("heading", name="Email address", level=1)).to_be_visible()
    assert page.url.startswith(f"{served.address}/cases/{email}")
    bar = page.locator("#undo")
    expect(bar).to_contain_text(f"Case {scam}: refused.")
    expect(bar).to_contain_text(re.compile(r"Can be undone for \d:\d\d"))
    assert served.marketplace.case(scam).row.action == "refuse"
    bar.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone. The case is yours again.")).to_be_visible()
    assert served.marketplace.case(scam).row.state == "claimed"
    assert [one.note for one in served.marketplace.case(scam).decisions] == ["known sender", None]


def test_plain_case_takes_two_keys_and_undoing_it_one(served: Served, page: Page) -> None:
    first, second = served.marketplace.send(), served.marketplace.send()
    sign_in(page, served)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{first}")
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{second}?*")
    assert served.marketplace.case(first).row.action == "refuse"
    page.keyboard.press("u")
    page.wait_for_url(f"**/cases/{first}?*")
    assert served.marketplace.case(first).row.state == "claimed"


@pytest.mark.parametrize(
    ("key", "action"),
    [("a", "allow"), ("m", "mask"), ("b", "bounce"), ("r", "refuse"), ("e", "escalate")],
)
def test_every_decision_has_its_key(served: Served, page: Page, key: str, action: str) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press(key)
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    page.get_by_text("Nothing waits").wait_for()
    (decision,) = served.marketplace.case(case_id).decisions
    assert (decision.action, decision.reason) == (action, "scam")


def test_keys_are_letters_while_somebody_types(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("/")
    page.keyboard.type("ambre jkunc 123\n?")
    assert page.get_by_label("Note").input_value() == "ambre jkunc 123\n?"
    assert page.locator("#decide input:checked").count() == 0
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    assert page.get_by_label("Allow").is_checked()
    page.keyboard.press("Control+r")
    assert served.marketplace.case(case_id).row.state == "open"


def test_enter_decides_nothing_before_something_is_chosen(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Submit and next").click()
    assert page.url == f"{served.address}/cases/{case_id}"
    assert served.marketplace.case(case_id).row.state == "open"


def test_everything_works_without_scripts(served: Served, chromium: Browser) -> None:
    case_id = served.marketplace.send()
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, served)
    page.get_by_role("button", name="Take the next case").click()
    expect(page.get_by_text("Yours", exact=True)).to_be_visible()
    page.get_by_role("button", name="Give it back").click()
    page.get_by_role("link", name=f"Case {case_id}").click()
    page.get_by_label("Bounce").check()
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.locator("#undo")).to_contain_text("Can be undone for 5 min")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undone.")).to_be_visible()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    context.close()


def test_everything_can_be_reached_with_the_tab_key_and_shows_its_focus(
    served: Served, page: Page
) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim().split('\\n')[0]"))
        outline = page.evaluate(
            "(() => { const one = document.activeElement;"
            " const style = getComputedStyle(one.closest('.action') ?? one);"
            " return one === document.body || parseFloat(style.outlineWidth) >= 2; })()"
        )
        assert outline, reached
    assert {"Skip to content", "Queue", "Log out", "Claim c", "Submit"} <= reached


@pytest.mark.parametrize("width", [720, 320], ids=["200 %", "400 %"])
def test_large_type_needs_no_scrolling_sideways(served: Served, page: Page, width: int) -> None:
    """A window of 1,440 or 1,280 pixels, zoomed, has this many left (WCAG 1.4.10)."""
    case_id = served.marketplace.send()
    page.set_viewport_size({"width": width, "height": 450})
    sign_in(page, served)
    for place in ("/", f"/cases/{case_id}"):
        page.goto(f"{served.address}{place}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        clipped = page.locator("#decide button, .filters button, .top button").all()
        for button in clipped:
            box = button.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width


def test_every_page_has_its_landmarks_and_labels(served: Served, page: Page) -> None:
    case_id = served.marketplace.send()
    sign_in(page, served)
    for place in ("/", f"/cases/{case_id}", "/nowhere"):
        page.goto(f"{served.address}{place}")
        assert page.locator("main").count() == page.locator("h1").count() == 1
        assert page.locator("html").get_attribute("lang") == "en"
        unnamed = page.evaluate(
            "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]"
            ".filter((one) => !one.labels.length).length"
        )
        assert unnamed == 0
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
        assert len(ids) == len(set(ids))


GROUNDS = ("ground", "surface", "sunken", "accent-soft")
TEXT_PAIRS = [
    *product(("ink", "quiet", "accent"), GROUNDS),
    *product(("ink", "quiet"), ("flag-soft", "allow-soft")),
    *product(("ink",), ("mark", "mark-deep")),
    *((name, f"{name}-soft") for name in ("hold", "flag", "allow", "unseen")),
    ("allow", "surface"),
    ("allow", "sunken"),
    ("surface", "ink"),
    ("accent-ink", "accent"),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_keep_their_contrast(scheme: str) -> None:
    """WCAG 2.2: text 4.5 : 1, borders of controls 3 : 1."""
    colours = palette(scheme)
    ratios = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT_PAIRS}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}
    assert contrast(colours["edge"], colours["surface"]) >= 3


def palette(scheme: str) -> dict[str, str]:
    light, _, dark = (
        (STATIC / "console.css").read_text().partition("@media (prefers-color-scheme: dark)")
    )
    rules = light if scheme == "light" else dark.partition("\n}\n")[0]
    lines = (line.strip() for line in rules.splitlines())
    pairs = (line[2:].partition(":") for line in lines if line.startswith("--"))
    return {name: value.strip()[:7] for name, _, value in pairs if value.strip().startswith("#")}


def contrast(one: str, other: str) -> float:
    """The ratio as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
