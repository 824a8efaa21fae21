"""Who gets in, and who does not."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from console.pages.login import SESSION_LIFETIME
from console.throttle import TRIES_PER_ADDRESS, TRIES_PER_NAME, WINDOW, Throttle
from store.database import Database
from store.schema import sessions
from tests.cast import NOON
from tests.console.conftest import PASSWORD, Clock, Moderator, mounted

Hire = Callable[[str], Moderator]


@pytest.mark.parametrize("place", ["/", "/cases/1", "/?decision=hold"])
def test_pages_lead_those_who_are_not_logged_in_to_the_login(
    application: Starlette, place: str
) -> None:
    with TestClient(application, follow_redirects=False) as browser:
        answer = browser.get(f"/console{place}")
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/console/login?next=/")
        assert browser.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize("place", ["/next", "/cases/1/claim", "/cases/1/decision", "/logout"])
def test_deeds_of_those_who_are_not_logged_in_are_not_done(
    application: Starlette, place: str
) -> None:
    with TestClient(application, follow_redirects=False) as browser:
        answer = browser.post(f"/console{place}", data={"action": "allow"})
        assert answer.status_code == 303
        assert "/login" in answer.headers["location"]


@pytest.mark.parametrize("password", ["", "correct horse", PASSWORD + "\0", "x" * 5000])
def test_wrong_password_opens_nothing(hire: Hire, password: str) -> None:
    mona = hire("mona")
    answer = mona.log_in(password=password)
    assert answer.status_code == 401
    assert "do not fit together" in answer.text
    assert "inbounds_session" not in mona.browser.cookies


def test_unknown_name_reads_like_a_wrong_password(hire: Hire) -> None:
    mona = hire("mona")
    wrong = mona.log_in(password="wrong")
    mona.name = "nobody"
    unknown = mona.log_in(password="wrong")
    assert (wrong.status_code, unknown.status_code) == (401, 401)
    assert "do not fit together" in unknown.text


def test_login_leads_on_to_the_page_that_was_asked_for(hire: Hire) -> None:
    mona = hire("mona")
    mona.browser.follow_redirects = False
    answer = mona.log_in(next="/?decision=hold")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/console/?decision=hold"


@pytest.mark.parametrize(
    "next", ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)", "", "/\n"]
)
def test_login_never_leads_elsewhere(hire: Hire, next: str) -> None:
    mona = hire("mona")
    mona.browser.follow_redirects = False
    assert mona.log_in(next=next).headers["location"] == "/console/"


def test_cookie_is_kept_from_scripts_and_other_sites(hire: Hire) -> None:
    mona = hire("mona")
    mona.browser.follow_redirects = False
    cookie = mona.log_in().headers["set-cookie"].lower()
    assert "inbounds_session=" in cookie
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/console" in cookie
    assert "secure" not in cookie  # over plain http the browser would not send it back


def test_cookie_is_for_https_alone_where_there_is_https(hire: Hire) -> None:
    mona = hire("mona")
    mona.browser.base_url = "https://desk.test"
    mona.browser.follow_redirects = False
    assert "secure" in mona.log_in().headers["set-cookie"].lower()


def test_token_is_not_in_the_database(mona: Moderator, database: Database) -> None:
    token = mona.browser.cookies["inbounds_session"]
    with database.read() as connection:
        (row,) = connection.execute(sessions.select())
    assert token not in str(tuple(row))
    assert token.encode() not in b"".join(value for value in row if isinstance(value, bytes))


def test_session_ends_with_the_shift(mona: Moderator, clock: Clock) -> None:
    assert "Queue" in mona.get("/").text
    clock.advance(SESSION_LIFETIME)
    assert "Log in" in mona.get("/").text


def test_log_out_ends_the_session_wherever_its_cookie_is(mona: Moderator) -> None:
    stolen = mona.browser.cookies["inbounds_session"]
    mona.post("/logout")
    mona.browser.cookies.set("inbounds_session", stolen, domain="desk.test", path="/console")
    assert "Log in" in mona.get("/").text


def test_guessing_is_slowed_down_and_then_heard_again(hire: Hire, clock: Clock) -> None:
    mona = hire("mona")
    for _ in range(TRIES_PER_NAME):
        assert mona.log_in(password="guess").status_code == 401
    answer = mona.log_in()
    assert answer.status_code == 429
    assert "Try again in 15 min" in answer.text
    clock.advance(WINDOW)
    assert mona.log_in().status_code == 200


def test_guessing_one_name_does_not_lock_out_another(hire: Hire) -> None:
    mona, nils = hire("mona"), hire("nils")
    for _ in range(TRIES_PER_NAME):
        mona.log_in(password="guess")
    assert nils.log_in().status_code == 200


def test_guessing_many_names_from_one_address_is_slowed_down() -> None:
    throttle = Throttle()
    for number in range(TRIES_PER_ADDRESS):
        assert throttle.begin("192.0.2.7", f"name-{number}", now=NOON) is None
    assert throttle.begin("192.0.2.7", "another", now=NOON) == WINDOW
    assert throttle.begin("192.0.2.8", "another", now=NOON) is None


def test_household_with_many_addresses_is_one_caller() -> None:
    throttle = Throttle()
    for number in range(TRIES_PER_NAME):
        assert throttle.begin(f"2001:db8:1:2::{number}", "mona", now=NOON) is None
    assert throttle.begin("2001:db8:1:2:ffff::1", "mona", now=NOON) == WINDOW
    assert throttle.begin("2001:db8:1:3::1", "mona", now=NOON) is None
    for address in ("192.0.2.7", "::ffff:192.0.2.7") * TRIES_PER_NAME:
        throttle.begin(address, "mona", now=NOON)
    assert throttle.begin("192.0.2.7", "mona", now=NOON) == WINDOW


def test_right_password_forgives_the_wrong_ones_before() -> None:
    throttle = Throttle()
    for _ in range(TRIES_PER_NAME):
        throttle.begin("192.0.2.7", "mona", now=NOON)
    throttle.note_right("192.0.2.7", "mona")
    assert throttle.begin("192.0.2.7", "mona", now=NOON + timedelta(minutes=1)) is None


def test_right_passwords_of_a_whole_office_do_not_add_up() -> None:
    throttle = Throttle()
    for number in range(2 * TRIES_PER_ADDRESS):
        assert throttle.begin("192.0.2.7", f"name-{number}", now=NOON) is None
        throttle.note_right("192.0.2.7", f"name-{number}")


def test_guesses_made_at_once_are_no_more_than_one_by_one(hire: Hire, clock: Clock) -> None:
    """The password takes long to check; nobody gets more tries by not waiting for the answers."""
    mona = hire("mona")
    mona.get("/login")
    with ThreadPoolExecutor(4 * TRIES_PER_NAME) as threads:
        given = {"name": "mona", "password": "guess"}
        statuses = [
            one.result().status_code
            for one in [
                threads.submit(mona.post, "/login", given) for _ in range(4 * TRIES_PER_NAME)
            ]
        ]
    assert statuses.count(401) <= TRIES_PER_NAME
    assert set(statuses) <= {401, 403, 429}


def test_form_of_the_login_works_only_where_it_was_given(hire: Hire) -> None:
    mona, sam = hire("mona"), hire("sam")
    mona.get("/login")
    sam.csrf = mona.csrf
    answer = sam.post("/login", {"name": "sam", "password": PASSWORD})
    assert answer.status_code == 403
    assert "inbounds_session" not in sam.browser.cookies


def test_database_that_does_not_answer_is_a_page_that_says_so(clock: Clock, tmp_path: Path) -> None:
    database = Database.open(f"sqlite:///{tmp_path / 'no such folder' / 'inbounds.db'}")
    with TestClient(mounted(database, clock, tmp_path)) as browser:
        browser.cookies.set("inbounds_session", "any")
        answer = browser.get("/console/")
    database.close()
    assert answer.status_code == 503
    assert "Nothing was lost" in answer.text
