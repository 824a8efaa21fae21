"""Thresholds tried on what was judged: counted rightly, shown safely, and saved nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from cli.engine import load_scanner
from console import installed
from console.charts import Edge, histogram
from console.pages import tuning
from scanner.message import Context, Message
from store import cases, decisions
from store.database import Database
from store.schema import log
from tests.cast import ADDRESS, franks_message, verdict_on
from tests.console.conftest import Clock, Marketplace, Moderator, Served, sign_in
from tests.console.hostile import TEXTS
from worker.judge import Judge

Hire = Callable[..., Moderator]
DAY = timedelta(days=1)
EMAIL = "/tuning?category=contact.email&of=contact.email"
CONTEXT = Context(sender_role="freelancer")


@pytest.fixture(autouse=True)
def known_thresholds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The policy of today, but for addresses, whose thresholds the tests name."""
    shipped = installed.Installed().policy()
    email = replace(shipped.rows["contact.email"], flag_at=0.7, hold_at=0.8)
    policy = replace(shipped, rows={**shipped.rows, "contact.email": email})
    monkeypatch.setattr(installed, "_policy", lambda _: policy)


@pytest.fixture
def tess(hire: Hire, database: Database) -> Moderator:
    """Tess tunes."""
    person = hire("tess", "ts")
    person.sit_down(database)
    return person


def send(market: Marketplace, score: float, *, action: str | None = None, **rest: object) -> int:
    """A message whose address is found with this score, judged by the policy of today."""
    text = str(rest.pop("text", f"mail me: {ADDRESS}"))
    message = franks_message(id=f"s-{market.sent}", text=text, **rest)
    given = verdict_on(text)
    scores = given.scores | {"contact.email": score}
    ruling = installed.Installed().policy().decide(scores, message.context, ())
    told = replace(given, scores=scores, decision=ruling.decision, reasons=ruling.reasons)
    case_id = market.send(message, told)
    if action is not None:
        with market.database.begin() as connection:
            now = market.clock()
            cases.claim(connection, case_id, by="mona", lease=DAY, now=now)
            later = now + timedelta(minutes=2)
            decisions.decide(connection, case_id, action=action, by="mona", now=later)  # type: ignore[arg-type]
        market.clock.advance(timedelta(minutes=5))  # the time in hand begins with the one before
    return case_id


def words_of(page: str) -> str:
    """What the page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_empty_desk_says_that_nothing_is_known(tess: Moderator) -> None:
    page = words_of(tess.get("/tuning").text)
    assert "0 messages were looked at" in page
    assert "nobody can say what would pass" in page
    assert "These are the thresholds of today." in page


@pytest.mark.parametrize(
    "query",
    [
        "category=x",
        "period=1d",
        "contract=x",
        "language=%3Cb%3E",
        "flag_at=x",
        "flag_at=2",
        "flag_at=0.01",
        "flag_at=nan",
        "hold_at=0.6251",
        "hold_at=inf",
    ],
)
def test_what_cannot_be_tried_is_refused(tess: Moderator, query: str) -> None:
    answer = tess.get(f"/tuning?{query}")
    assert answer.status_code == 400
    assert query.partition("=")[0] in answer.text


def test_thresholds_of_another_category_do_not_count(tess: Moderator) -> None:
    page = tess.get("/tuning?category=scam&of=contact.email&flag_at=0.11&hold_at=0.12").text
    assert "0.11" not in page


def test_upper_threshold_is_never_below_the_lower(tess: Moderator) -> None:
    page = tess.get(f"{EMAIL}&flag_at=0.9&hold_at=0.8").text
    assert "raised to the lower one" in page
    assert "hold_at = 0.9" in page


def test_sentence_counts_items_work_and_what_would_pass(
    tess: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    clock.advance(-2 * DAY)
    for score in (0.72, 0.92, 0.95, 0.97):
        send(marketplace, score, action="refuse")
    send(marketplace, 0.85, action="allow")
    send(marketplace, 0.99)
    send(marketplace, 0.3)
    clock.advance(2 * DAY)
    today = words_of(tess.get("/tuning?category=contact.email").text)
    assert "At 0.7 and 0.8: 3.0 items a day, about 6 min of work." in today
    assert "0.0 % would pass" in today
    tried = words_of(tess.get(f"{EMAIL}&flag_at=0.9&hold_at=0.94").text)
    assert "At 0.9 and 0.94: 2.0 items a day, about 4 min of work." in tried
    assert "25.0 % would pass (± 32.7)" in tried  # Wilson: 4.6 to 69.9
    assert "Tried 0.9 0.94 2.0 4 min 3 100.0 % (44–100) 75.0 % (30–95)" in tried
    assert "Today 0.7 0.8 3.0 6 min 5 80.0 % (38–96) 100.0 % (51–100)" in tried
    assert '[category."contact.email"] flag_at = 0.9 hold_at = 0.94' in tried.replace("&#34;", '"')
    assert "inbounds policy check rules/policy.toml" in tried


def test_what_would_be_decided_otherwise_is_shown_with_its_case(
    tess: Moderator, marketplace: Marketplace, database: Database
) -> None:
    case_id = send(marketplace, 0.72, action="refuse")
    send(marketplace, 0.6)
    send(marketplace, 0.6, context=Context(contract="active"))  # where addresses are allowed
    page = tess.get(f"{EMAIL}&flag_at=0.5&hold_at=0.5").text
    told = words_of(page)
    assert "Allowed → Held 1 0 0 1" in told
    assert "Flagged → Held 1 1 0 0" in told
    assert f'href="/console/cases/{case_id}"' in page
    assert "no case" in told
    assert ADDRESS not in page
    assert "•" in page
    with database.read() as connection:
        row = connection.execute(select(log).where(log.c.event == "messages.read")).one()
    assert (row.actor, json.loads(row.details)) == ("tess", {"messages": [1, 2]})


def test_what_another_category_holds_does_not_move(
    tess: Moderator, marketplace: Marketplace
) -> None:
    text = f"mail me: {ADDRESS}"
    given = verdict_on(text, "hold", "scam")
    both = given.scores | {"contact.email": 0.9}
    marketplace.send(franks_message(text=text), replace(given, scores=both))
    page = words_of(tess.get(f"{EMAIL}&flag_at=1&hold_at=1").text)
    assert "every message is decided as it is today" in page


def test_stage_and_language_narrow_what_is_counted(
    tess: Moderator, marketplace: Marketplace
) -> None:
    send(marketplace, 0.9)
    send(marketplace, 0.9, context=Context(contract="offered"))
    assert "2 messages were" in tess.get("/tuning").text
    assert "1 message was" in tess.get("/tuning?contract=offered").text
    assert "2 messages were" in tess.get("/tuning?language=en").text
    assert "0 messages were" in tess.get("/tuning?language=fr").text
    few = words_of(tess.get(f"{EMAIL}&contract=offered&flag_at=1&hold_at=1").text)
    assert "Held → Allowed 1 0 0 1" in few


def test_older_messages_count_in_the_longer_time_only(
    tess: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    clock.advance(-10 * DAY)
    send(marketplace, 0.9)
    clock.advance(10 * DAY)
    send(marketplace, 0.9)
    assert "1 message was" in tess.get("/tuning?period=7d").text
    assert "2 messages were" in tess.get("/tuning?period=30d").text


def test_only_so_many_are_looked_at_and_the_page_says_so(
    tess: Moderator, marketplace: Marketplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        send(marketplace, 0.9)
    assert "There were more" not in tess.get("/tuning").text
    monkeypatch.setattr(tuning, "LOOKED_AT_MAX", 2)
    assert "There were more; these are among the newest 2." in tess.get("/tuning").text


def test_what_was_judged_by_the_real_engine_is_decided_as_it_was(
    tmp_path: Path, database: Database, clock: Clock, tess: Moderator
) -> None:
    scanner = load_scanner()
    judge = Judge(database, scanner, name="test", now=clock)
    texts = ("The second draft is done.", f"write to {ADDRESS} and we save the fee", "call me?")
    for id, text in enumerate(texts):
        judge.judge_now(Message(id=f"m-{id}", text=text, context=CONTEXT, sender="frank"))
    page = tess.get(f"{EMAIL}&flag_at=1&hold_at=1").text
    assert ADDRESS not in page
    assert "3 messages were looked at" in page


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_are_inert(tess: Moderator, marketplace: Marketplace, name: str) -> None:
    send(marketplace, 0.9, text=f"{TEXTS[name]} {ADDRESS}"[-19_000:])
    page = tess.get(f"{EMAIL}&flag_at=1&hold_at=1")
    text = page.content.decode("utf-8")
    assert "<script>alert" not in text
    assert re.findall(r"<style|<script(?! type=\"module\" src=)|<img src=x", text) == []
    assert (
        re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text) is None
    )


def test_page_is_for_those_who_tune(application: object, hire: Hire, database: Database) -> None:
    lena = hire("lena", "lead")
    lena.sit_down(database)
    assert lena.get("/tuning").status_code == 403
    assert 'href="/console/tuning"' not in lena.get("/").text


def test_histogram_cuts_what_is_too_high_and_is_well_formed() -> None:
    bars = [{"a": 500, "b": 0}, {"a": 1, "b": 2}, {"a": 0, "b": 0}, {"a": 4, "b": 0}]
    drawn = histogram("x <b>", bars, {"a": "", "b": ""}, [Edge("f", "flag", 0.5)], lowest=0.25)
    tree = ElementTree.fromstring(drawn.replace("data-", "x-"))
    rects = [one for one in tree.iter("rect") if one.get("class") in ("a", "b")]
    assert len(rects) == 4
    assert drawn.count('class="cut"') == 1
    assert max(float(one.get("height", "0")) for one in rects) <= 220
    assert tree.get("aria-label") == "x <b>"


def test_thresholds_are_stepped_by_keys_and_dragged(served: Served, page: Page) -> None:
    sign_in(page, served, "tess", "ts")
    send(served.marketplace, 0.72)
    page.goto(f"{served.address}/tuning?category=contact.email")
    sentence = page.locator("#tried .sentence")
    expect(sentence).to_contain_text("At 0.7 and 0.8")
    page.get_by_label("Flagged from").press("ArrowUp")
    expect(sentence).to_contain_text("At 0.71 and 0.8")
    expect(page.get_by_label("Flagged from")).to_be_focused()
    assert "flag_at=0.71" in page.url
    box = page.locator('[data-moves="hold_at"] .grip').bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y, steps=4)
    page.mouse.up()
    expect(sentence).not_to_contain_text("and 0.8:")
    assert page.get_by_label("Held from").input_value() > "0.8"
    page.get_by_label("Category").select_option("scam")
    page.wait_for_url("**/tuning?*category=scam*")
    expect(page.get_by_label("Flagged from")).not_to_have_value("0.71")
