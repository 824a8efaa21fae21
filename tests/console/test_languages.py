"""No page and no answer says a word of its own that no catalogue could change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from api import modes
from config.settings import ROOT, Settings
from console import engine_words
from console.app import create_console
from scanner.message import Message
from scanner.verdict import Category, Excuse, Failure, Influence, Influences
from store import accounts, appeals, decisions, goldens, reports, snoozes
from store.database import Database
from store.identities import Identity, link
from store.removal import remove_texts
from tests.cast import ADDRESS, NOON, franks_message, verdict_on
from tests.console.catalogues import MARKED, Shown, outside_marks, write_marked
from tests.console.conftest import (
    PASSWORD,
    Clock,
    Marketplace,
    Moderator,
    mounted,
)
from tests.console.test_accessibility import LOGGED_IN, furnish

WORD = re.compile(r"[^\W\d_]{2,}")
DAY = timedelta(days=1)
AWAY = "http://127.0.0.1:1"  # a provider that does not answer
WRONG = [
    f"database: {modes.SLOW}",
    f"redis: {modes.AWAY}",
    f"database: {modes.READ_ONLY}",
    f"server: {modes.LEAVING}",
    "engine: broke in models: what could not be read is flagged",
]

DATES = {  # as Babel writes them
    word
    for names in (Locale(MARKED).months, Locale(MARKED).days)
    for told in names["format"]["abbreviated"].values()
    for word in WORD.findall(told)
}
NAMES = {  # of languages and scripts, as Babel calls them
    word
    for names in (Locale(MARKED).languages, Locale(MARKED).scripts)
    for told in names.values()
    for word in WORD.findall(told)
}
# What pages show of data outside of the elements that are made for it.
DATA = {
    *("inbounds", "UTC", "CSV", "English", "Français", "Esperanto", "mona", "nils", "frank", "sam"),
    *DATES,
    *("gives", "an", "email", "address", "before", "contract"),  # the policy's own words
    *("test", "data", "models", "TimeoutError", "en", "eo"),
    *("request", "detail", "refusal", "no"),  # ids of rules
    "aŭ",  # as Babel joins what may be done
    *NAMES,
}


CASE = {"action": "refuse", "reason": "contact", "note": ""}
DEEDS: list[tuple[str, dict[str, str]]] = [
    ("/cases/1/claim", {}),
    ("/rules", {"text": "are you on viber"}),
    ("/rules", {"text": "ok"}),
    ("/rules", {"text": "x" * 6_000}),
    ("/cases/1/decision", CASE),  # with a bar that takes it back
    ("/cases/1/undo", {}),
    ("/cases/1/release", {}),
    ("/cases/3/decision", {**CASE, "action": "allow"}),  # a colleague's
    ("/cases/4/decision", CASE),  # decided already
    ("/cases/6/decision", {**CASE, "action": "escalate"}),  # an appeal
    ("/cases/1/decision", {"action": "eat"}),
    ("/cases/1/decision", {**CASE, "reason": "hunger"}),
    ("/cases/1/decision", {**CASE, "note": "x" * 3_000}),
    ("/cases/1/undo", {}),
    ("/cases/1/beat", {"had": "1"}),
    ("/cases/3/beat", {"had": "1"}),
    ("/cases/1/reveal", {}),
    ("/cases/1/hide", {}),
    ("/cases/1/labels", {"finding": "0", "is": "wrong"}),
    ("/cases/1/labels", {"finding": "x", "is": "wrong"}),
    ("/cases/1/labels", {"finding": "0", "is": "maybe"}),
    ("/cases/1/snoozes", {"category": "contact.email", "days": "7"}),
    ("/cases/1/snoozes", {"category": "scam", "days": "7"}),
    ("/cases/1/snoozes", {"category": "contact.email", "days": "8"}),
    ("/cases/4/golden", {"why": "a deposit"}),
    ("/cases/4/golden", {"right-refuse": "1", "why": ""}),
    ("/cases/1/golden", {"right-refuse": "1", "why": "a deposit"}),  # not decided
    ("/cases/4/golden", {"right-refuse": "1", "right-bounce": "1", "why": "a deposit"}),
    ("/golden/2/retire", {"then": "queue"}),
    ("/golden/2/retire", {"then": "case"}),
    ("/golden/1/retire", {}),
    ("/golden/4711/retire", {}),
    ("/snoozes/1/end", {}),
    ("/snoozes/4711/end", {}),
    ("/views", {"name": ""}),
    ("/views/4711/forget", {}),
    ("/next", {}),
    ("/together?sender=frank", CASE),
    ("/together?sender=frank", {**CASE, "sure": "1"}),
    ("/together?state=decided", CASE),
    ("/batches/4711/undo", {}),
    ("/users", {"name": "nora", "role": "lead"}),
    ("/users", {"name": "nora", "role": "lead"}),
    ("/users", {"name": "inbounds", "role": "lead"}),
    ("/users", {"name": "olga", "role": "owner"}),
    ("/users/2", {"deed": "role", "role": "lead"}),
    ("/users/2", {"deed": "disable"}),
    ("/users/2", {"deed": "enable"}),
    ("/users/2", {"deed": "reset"}),
    ("/users/2", {"deed": "unlink"}),
    ("/users/2", {"deed": "erase"}),
    ("/users/4711", {"deed": "reset"}),
    ("/users/1", {"deed": "disable"}),  # the last admin
    ("/account", {"old": "wrong", "new": "x", "again": "x"}),
    ("/account", {"old": PASSWORD, "new": "x", "again": "y"}),
    ("/account", {"old": PASSWORD, "new": "x", "again": "x"}),
    ("/account", {"old": PASSWORD, "new": PASSWORD, "again": PASSWORD}),
    ("/account", {"deed": "sessions"}),
    ("/account", {"deed": "unlink"}),
    ("/account/link", {}),  # to a provider that does not answer
    ("/account", {"deed": "language", "language": "tlh"}),
    ("/account", {"deed": "language", "language": MARKED}),
]


def with_language(person: Moderator, header: str) -> Moderator:
    person.browser.headers["accept-language"] = header
    return person


def test_what_does_not_work_is_told_in_the_language(
    database: Database, clock: Clock, tmp_path: Path
) -> None:
    for line in WRONG:
        part, _, state = line.partition(": ")
        assert part in engine_words.PART
        assert state in engine_words.MODE or state.startswith("broke in ")
    with TestClient(mounted(database, clock, tmp_path, wrong=lambda: WRONG)) as browser:
        page = browser.get("/console/login", headers={"accept-language": "fr"}).text
    assert "base de données\u00a0: est trop lent" in page
    assert "moteur\u00a0: est en panne dans models" in page


def moved_by_the_room(message: Message, categories: Sequence[Category]) -> Influences:
    return {category: (Influence(span=None, weight=1.0),) for category in categories}


@pytest.fixture
def given() -> dict[str, Any]:
    """What else is set at the console all whose own words stand between marks."""
    return {}


@pytest.fixture
def marked(
    database: Database, clock: Clock, tmp_path: Path, given: dict[str, Any]
) -> Iterator[Moderator]:
    """Mona, admin, at a console all whose own words stand between marks."""
    write_marked(tmp_path)
    settings = Settings(
        var_dir=tmp_path,
        oidc_issuer=AWAY,
        oidc_client_id="inbounds",
        **{"golden_share": 0.0, **given},
    )
    console = create_console(
        database,
        settings=settings,
        clock=clock,
        locales=tmp_path,
        wrong=lambda: WRONG,
        explain=moved_by_the_room,
    )
    application = Starlette(routes=[Mount("/console", console)])
    with TestClient(application, base_url="http://desk.test") as browser:
        yield with_language(Moderator("mona", browser), MARKED)


def untold(page: str) -> list[str]:
    """The words that a page shows and that no catalogue could change."""
    shown = Shown(page)
    places = ["".join(shown.text), *shown.attributes]
    return sorted({word for place in places for word in WORD.findall(outside_marks(place))} - DATA)


def furnish_more(market: Marketplace) -> None:
    """What else there may be: an appeal, a report, a snooze, a broken step, a text that is gone."""
    clock, text = market.clock, f"by \u200b mail: {ADDRESS}"
    verdict = verdict_on(text)
    finding = verdict.findings[0]
    broken = replace(
        verdict,
        failures=(Failure(step="models", error="TimeoutError"),),
        excuses=(Excuse(finding=finding, reason="test_data", source="test", weight=0.0),),
    )
    market.send(franks_message(id="broken", text=text), broken)  # case 5
    for id in ("appealed", "gone"):  # cases 6 and 7
        market.send(franks_message(id=id))
    market.send(franks_message(id="plain"), replace(verdict, findings=(), excuses=()))  # case 8
    with market.database.begin() as connection:
        decisions.decide(connection, 6, action="refuse", by="nils", now=NOON, reason="contact")
        appeals.appeal(connection, "appealed", sender="frank", text="no", now=clock())
        reports.report(connection, "broken", reporter="clara", reason="spam", now=NOON)
        snoozes.snooze(
            connection, "room-7", category="contact.email", length=DAY, by="nils", now=NOON
        )
        mona = accounts.find_by_name(connection, "mona", now=NOON)
        link(connection, mona.id, Identity(AWAY, "m"), by="mona", now=NOON)
        removed = market.case(7).row.message_pk
        remove_texts(connection, [removed], by="retention", now=clock())


def test_no_page_shows_words_that_no_catalogue_holds(
    marked: Moderator, marketplace: Marketplace, database: Database
) -> None:
    login = marked.get("/login")
    assert f'<html lang="{MARKED}"' in login.text
    found = {"/login": untold(login.text)}
    for step in ("", "/back?code=x&state=x", "/done?code=x&state=x"):
        found[step] = untold(marked.get(f"/login/oidc{step}").text)
    furnish(marketplace)
    marked.sit_down(database)
    for place in LOGGED_IN:
        found[place] = untold(marked.get(place).text)
    furnish_more(marketplace)
    for case_id in (1, 5, 6, 7, 8):
        place = f"/cases/{case_id}?readings=1"
        found[place] = untold(marked.get(place).text)
    for place in (
        "/",
        "/?group=alike",
        "/snoozes",
        "/together?sender=frank",
        "/nowhere",
        "/account",
        "/users/1",
    ):
        found[f"{place}, later"] = untold(marked.get(place).text)
    assert {place: words for place, words in found.items() if words} == {}


def test_no_deed_is_answered_in_words_that_no_catalogue_holds(
    marked: Moderator, marketplace: Marketplace, database: Database
) -> None:
    furnish(marketplace)
    furnish_more(marketplace)
    marked.sit_down(database)
    found = {}
    for place, form in DEEDS:
        answer = marked.post(place, form)
        found[place, *form.values()] = untold(answer.text)
    assert {deed: words for deed, words in found.items() if words} == {}


@pytest.mark.parametrize("given", [{"password_login": False}])
def test_desk_without_passwords_says_nothing_that_no_catalogue_holds(
    marked: Moderator, marketplace: Marketplace, database: Database
) -> None:
    found = {"/login": untold(marked.get("/login").text)}
    found["login"] = untold(marked.post("/login", {"name": "mona"}).text)
    furnish(marketplace)
    furnish_more(marketplace)
    marked.sit_down(database)
    for place in ("/account", "/users", "/users/1"):
        found[place] = untold(marked.get(place).text)
    for place, form in (
        ("/account", {"deed": "unlink"}),
        ("/users", {"name": "nora", "role": "lead"}),
        ("/users/2", {"deed": "reset"}),
    ):
        answer = marked.post(place, form)
        assert answer.status_code == 409
        found[f"{place}, done"] = untold(answer.text)
    assert {place: words for place, words in found.items() if words} == {}


@pytest.mark.parametrize("given", [{"golden_share": 1.0}])
@pytest.mark.parametrize("action", ["refuse", "allow"])
def test_lesson_is_told_in_words_of_the_catalogue(
    marked: Moderator, marketplace: Marketplace, database: Database, action: str
) -> None:
    furnish(marketplace)
    furnish_more(marketplace)
    right: list[decisions.Action] = ["refuse", "bounce", "mask"]
    with database.begin() as connection:
        decisions.decide(connection, 3, action="refuse", by="nils", now=NOON)
        goldens.mark(connection, 3, actions=right, why="a deposit", by="nils", now=NOON)
    marked.sit_down(database)
    marked.post("/cases/2/release")
    assert "/cases/3" in str(marked.post("/next").url)
    answer = marked.post("/cases/3/decision", {**CASE, "action": action})
    assert "a deposit" in answer.text
    assert untold(answer.text) == []
    assert untold(marked.get("/pace").text) == []


def test_every_disguise_that_the_engine_lifts_has_a_name_on_the_pages() -> None:
    named = re.compile(r'^DISGUISE = "([^"]+)"|disguise="([^"]+)"', re.MULTILINE)
    sources = (ROOT / "scanner").rglob("*.py")
    lifted = {
        name for path in sources for pair in named.findall(path.read_text("utf-8")) for name in pair
    } - {""}
    assert len(lifted) > 10
    assert sorted(lifted - engine_words.DISGUISE.keys()) == []
