"""Messages are attackers' text: in a real browser nothing of it runs, hides, bends or breaks."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest
from playwright.sync_api import Dialog, Page, Request

from console.security import HEADERS
from scanner.message import Earlier
from scanner.verdict import Finding, Span
from store.reveals import reveal
from tests.cast import NOON, franks_message, verdict_on
from tests.console.conftest import Marketplace, Moderator, Served, sign_in
from tests.console.hostile import SCRIPT, TEXTS

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
INLINE = re.compile(r"<style|<script(?! type=\"module\" src=)|\sstyle=|\son\w+=")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def send_hostile(marketplace: Marketplace, text: str) -> int:
    """Everything that a sender can write is hostile: text, names, the room and the talk before."""
    message = franks_message(
        text=text,
        sender="sam</bdi><script>alert('sender')</script>\u202e",
        room="\u2067<img src=x onerror=alert('room')>",
        history=(Earlier(text=text, sender_role="client"), Earlier(text=text)),
    )
    found = Finding(
        category="scam",
        source="<b>",
        spans=(Span(-1, 1, 9), Span(0, 2, 40), Span(0, 10, 90), Span(0, 19_990, 20_000)),
        confidence=0.9,
        type="handle",
        value=text[:80],
    )
    verdict = verdict_on("x", "hold", "scam")
    return marketplace.send(message, replace(verdict, findings=(found,), excuses=()))


@pytest.mark.parametrize("place", ["/login", "/", "/cases/1", "/nowhere", "/static/console.css"])
def test_every_answer_carries_the_headers(mona: Moderator, place: str) -> None:
    headers = mona.get(place).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == ("no-cache" if "static" in place else "no-store")
    assert all(headers[name] == value for name, value in HEADERS.items())


def test_no_page_has_a_script_or_a_style_of_its_own(
    mona: Moderator, marketplace: Marketplace
) -> None:
    for page in (mona.get("/"), mona.get(f"/cases/{marketplace.send()}"), mona.get("/nowhere")):
        assert (
            re.findall(r"<style|<script(?! type=\"module\" src=)|\sstyle=|\son\w+=", page.text)
            == []
        )


@pytest.mark.parametrize("name", TEXTS)
def test_page_of_any_message_can_be_sent_as_utf_8(
    mona: Moderator, marketplace: Marketplace, name: str
) -> None:
    case_id = send_hostile(marketplace, TEXTS[name])
    for page in (mona.get("/"), mona.get(f"/cases/{case_id}")):
        assert page.status_code == 200
        text = page.content.decode("utf-8")
        assert (
            re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
            is None
        )
        assert "<script>alert" not in text
        assert "<img src=x" not in text


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_runs_and_the_page_stays_whole_in_a_browser(
    served: Served, page: Page, name: str
) -> None:
    case_id = send_hostile(served.marketplace, TEXTS[name])
    happened: list[str] = []

    def refuse(dialog: Dialog) -> None:
        happened.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def look(request: Request) -> None:
        if not request.url.startswith(served.address):
            happened.append(f"request {request.url}")

    page.on("dialog", refuse)
    page.on("request", look)
    page.on("console", lambda said: happened.append(f"console {said.text}"))
    sign_in(page, served)
    for place, width in product(("/", f"/cases/{case_id}", f"/cases/{case_id}?"), (1440, 360)):
        page.set_viewport_size({"width": width, "height": 800})
        if place.endswith("?"):
            with served.database.begin() as connection:
                reveal(connection, case_id, by="mona", now=NOON)
        page.goto(f"{served.address}{place}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("main script, main img, main iframe, main style").count() == 0
        assert page.locator("main a:not([href^='/console/']):not([href^='#'])").count() == 0
        assert page.locator("main").is_visible()
    assert page.locator("#judged mark").count() > 0
    assert page.locator("#decide button.primary").is_visible()
    assert happened == []


def test_direction_of_a_message_ends_with_it(served: Served, page: Page) -> None:
    case_id = send_hostile(served.marketplace, "\u202e\u2067abc")
    sign_in(page, served)
    with served.database.begin() as connection:
        reveal(connection, case_id, by="mona", now=NOON)
    page.goto(f"{served.address}/cases/{case_id}")
    assert page.locator("#judged .unseen").first.inner_text() == "RLO RLI"
    facts = page.locator(".message header .facts dt").all_inner_texts()
    assert facts[:3] == ["Stage", "Place", "Sender"]
    left, right = (page.locator(f".message header dt >> nth={n}").bounding_box() for n in (0, 1))
    assert left is not None
    assert right is not None
    assert left["x"] < right["x"]


def test_raw_text_reads_in_the_browser_as_it_was_written(served: Served, page: Page) -> None:
    case_id = send_hostile(served.marketplace, SCRIPT)
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{case_id}")
    page.get_by_role("button", name="Show the details").click()
    page.get_by_role("button", name="Cover the details").wait_for()
    page.evaluate("document.querySelectorAll('#judged .number').forEach((one) => one.remove())")
    assert page.locator("#judged").text_content() == SCRIPT
