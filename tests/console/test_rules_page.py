"""The rules at the desk: as they are written, what they found, and a text tried on them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from cli.engine import load_scanner
from console.installed import Installed
from console.pages import rules
from scanner.message import Message
from scanner.verdict import Excuse, Finding, Span
from store import cases, decisions, labels
from store.database import Database
from tests.cast import franks_message, verdict_on
from tests.console.conftest import Clock, Marketplace, Moderator
from tests.console.hostile import TEXTS
from worker.judge import Judge

Hire = Callable[..., Moderator]
RULE = "en.request.detail"
EXCUSE = "mul.access.unclear"
TEXT = "do you have whatsapp? frank.lance@posteo.de"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def tess(hire: Hire, database: Database) -> Moderator:
    """Tess tunes."""
    person = hire("tess", "ts")
    person.sit_down(database)
    return person


def words_of(page: str) -> str:
    """What the page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def row_of(page: str, rule: str) -> list[str]:
    """The cells of the rule's line, after its name."""
    found = next(one for one in re.findall(r"(?s)<tr>.*?</tr>", page) if f">{rule}<" in one)
    return [words_of(cell) for cell in re.findall(r"(?s)<td>(.*?)</td>", found)]


def found_by(market: Marketplace, action: str | None = None) -> int:
    """A case that the rule opened, and an excuse of another rule's spoke in."""
    given = verdict_on(TEXT)
    finding = Finding(
        category="contact.request", source=RULE, spans=(Span(0, 0, 20),), confidence=0.85
    )
    excuse = Excuse(finding=finding, reason="system_access", source=EXCUSE, weight=0.5)
    told = replace(given, findings=(*given.findings, finding, finding), excuses=(excuse,))
    case_id = market.send(franks_message(id=f"r-{market.sent}", text=TEXT), told)
    if action is not None:
        with market.database.begin() as connection:
            now = market.clock()
            cases.claim(connection, case_id, by="mona", lease=MINUTE, now=now)
            decisions.decide(connection, case_id, action=action, by="mona", now=now)  # type: ignore[arg-type]
    return case_id


def test_every_rule_is_listed_and_leads_to_its_page(tess: Moderator) -> None:
    page = tess.get("/rules").text
    for rule in Installed().rulebook().rules:
        assert f'href="/console/rules/{rule.id}"' in page
    assert "0 messages in which something was found were looked at" in page


def test_list_is_narrowed_by_category_and_language(tess: Moderator) -> None:
    page = tess.get("/rules?category=contact.request&language=en").text
    assert f">{RULE}<" in page
    assert ">en.spam.accounts<" not in page
    assert ">id.request.detail<" not in page
    assert "No rule is like that." in tess.get("/rules?language=eo").text
    assert tess.get("/rules?category=x").status_code == 400


def test_hits_are_counted_with_what_moderators_said(
    tess: Moderator, marketplace: Marketplace, database: Database, clock: Clock
) -> None:
    first = found_by(marketplace, "refuse")
    found_by(marketplace, "allow")
    found_by(marketplace)
    with database.begin() as connection:
        pk = marketplace.case(first).row.message_pk
        for by, is_right in (("mona", True), ("nils", False), ("olga", True)):
            labels.label(connection, pk, 1, is_right=is_right, by=by, now=clock())
    page = tess.get("/rules").text
    assert row_of(page, RULE) == ["3", "1", "1", "1", "50.0 % (9–91)", "2", "1"]
    assert row_of(page, EXCUSE) == ["3", "1", "1", "1", "50.0 % (9–91)", "0", "0"]
    one = words_of(tess.get(f"/rules/{RULE}").text)
    assert "Right by decisions 50.0 % (9–91)" in one
    assert "Right by labels 66.7 % (21–94)" in one


def test_older_hits_do_not_count_and_others_stand_in_their_week(
    tess: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    for days in (40, 10, 8, 1):
        clock.advance(timedelta(days=-days))
        found_by(marketplace)
        clock.advance(timedelta(days=days))
    page = words_of(tess.get(f"/rules/{RULE}").text)
    assert "Week Messages −4 0 −3 0 −2 2 −1 1" in page


def test_page_of_a_rule_has_its_patterns_and_examples(tess: Moderator) -> None:
    rule = next(one for one in Installed().rulebook().rules if one.id == RULE)
    told = tess.get(f"/rules/{RULE}").text
    page = words_of(told)
    assert "(are|r) (you|u) on {app}" in page
    assert '<mark class="" data-findings="1">do you have whatsapp?</mark>' in told
    for example in (*rule.passes, *rule.misses):
        assert example.text.split("'")[0] in page
    excuse = words_of(tess.get(f"/rules/{EXCUSE}").text)
    assert "Reach" in excuse


def test_latest_cases_are_masked_and_the_log_says_who_saw_them(
    tess: Moderator, marketplace: Marketplace, database: Database
) -> None:
    case_id = found_by(marketplace)
    page = tess.get(f"/rules/{RULE}").text
    assert f'href="/console/cases/{case_id}"' in page
    assert "frank.lance" not in page
    with database.read() as connection:
        seen = connection.exec_driver_sql("SELECT actor FROM log WHERE event = 'cases.read'")
        assert [row[0] for row in seen] == ["tess"]


@pytest.mark.parametrize("rule", ["en.nothing", "%3Cb%3E", "en'", "..%2F..%2Fpolicy.toml"])
def test_rule_that_is_not_there_has_no_page(tess: Moderator, rule: str) -> None:
    answer = tess.get(f"/rules/{rule}")
    assert answer.status_code == 404
    assert "<b>" not in answer.text


def test_text_is_tried_on_all_rules_and_kept_nowhere(tess: Moderator, database: Database) -> None:
    tess.get("/rules")
    page = tess.post("/rules", {"text": "Hello. Are you on Viber?"}).text
    assert re.search(r"<mark[^>]*>.*?Are you on Viber\?</mark>", page)
    assert re.search(rf'<li id="finding-1">.*?href="/console/rules/{RULE}"', page)
    assert "No rule finds anything." in tess.post("/rules", {"text": "The draft is done."}).text
    with database.read() as connection:
        for table in ("messages", "contents"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0


def test_form_without_its_token_is_refused(tess: Moderator) -> None:
    tess.get("/rules")
    assert tess.post("/rules", {"text": "x", "csrf": "y"}).status_code == 403


def test_text_that_is_too_long_is_refused(tess: Moderator) -> None:
    tess.get("/rules")
    answer = tess.post("/rules", {"text": "x" * (rules.TEXT_MAX_LENGTH + 1)})
    assert answer.status_code == 422


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_are_inert(tess: Moderator, name: str) -> None:
    tess.get("/rules")
    hostile = TEXTS[name].encode("utf-8", "replace").decode()[: rules.TEXT_MAX_LENGTH - 50]
    answer = tess.post("/rules", {"text": f"{hostile} are you on viber?"})
    assert answer.status_code == 200
    text = answer.content.decode("utf-8")
    assert re.findall(r"<style|<script(?! type=\"module\" src=)|<img src=x", text) == []
    assert re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", text) is None


def test_what_the_real_engine_finds_by_a_rule_is_a_hit(
    tess: Moderator, database: Database, clock: Clock
) -> None:
    judge = Judge(database, load_scanner(), name="test", now=clock)
    judge.judge_now(Message(id="m-1", text="Can you give me your whatsapp number please?"))
    page = tess.get("/rules").text
    assert row_of(page, RULE)[0] == "1"
    assert "Give" in tess.get(f"/rules/{RULE}").text


def test_pages_are_for_those_who_tune(hire: Hire, database: Database) -> None:
    lena = hire("lena", "lead")
    lena.sit_down(database)
    assert lena.get("/rules").status_code == 403
    assert lena.get(f"/rules/{RULE}").status_code == 403
