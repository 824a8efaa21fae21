"""Admins look after logins: make, change, shut, reset. People look after their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Page, expect
from sqlalchemy import select, update

from store import accounts, log, users
from store.accounts import ONE_TIME_FOR, Account
from store.database import Database
from store.schema import users as table
from tests.cast import NOON
from tests.console.conftest import PASSWORD, Clock, Moderator, Served, sign_in

Hire = Callable[..., Moderator]
NEW = "a password of my own"


@pytest.fixture
def ada(hire: Hire, database: Database) -> Moderator:
    """Ada is the admin."""
    person = hire("ada", "admin")
    person.sit_down(database)
    return person


def account(database: Database, name: str) -> Account:
    with database.read() as connection:
        return accounts.find_by_name(connection, name, now=NOON)


def done(database: Database, name: str) -> list[tuple[str, str]]:
    """What the log tells of a login, and who did it."""
    with database.read() as connection:
        rows = log.read(connection, subject=f"user:{name}")
    return [(row.actor, row.event) for row in rows if row.event != "user.came"]


def secret_in(text: str) -> str:
    found = re.search(r'<code id="secret">([\w-]{20})</code>', text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    "form",
    [
        {"name": "", "role": "lead"},
        {"name": "x" * 101, "role": "lead"},
        {"name": "a\u2028b", "role": "lead"},
        {"name": "inbounds", "role": "lead"},
        {"name": "key:shop", "role": "lead"},
        {"name": "ada", "role": "lead"},
        {"name": "nora", "role": "owner"},
        {"name": "nora"},
    ],
)
def test_login_that_cannot_be_is_not_made(
    ada: Moderator, database: Database, form: dict[str, str]
) -> None:
    ada.get("/users")
    assert ada.post("/users", form).status_code == 422
    with database.read() as connection:
        assert [one.name for one in accounts.list_accounts(connection, now=NOON)] == ["ada"]


def test_new_login_is_opened_once_by_its_secret_which_is_shown_once(
    ada: Moderator, hire: Hire, database: Database
) -> None:
    ada.get("/users")
    secret = secret_in(ada.post("/users", {"name": "nora", "role": "lead"}).text)
    assert secret not in ada.get("/users").text
    assert done(database, "nora") == [("ada", "user.created")]
    nora = hire("somebody else")
    nora.name = "nora"
    assert "Choose a password" in nora.log_in(secret).text
    for place in ("/", "/cases/1", "/users", "/events"):
        assert "Choose a password" in nora.get(place).text
    assert "Queue" in nora.post("/account", {"new": NEW, "again": NEW}).text
    nora.post("/logout")
    assert nora.log_in(secret).status_code == 401
    assert "Queue" in nora.log_in(NEW).text


def test_secret_runs_out(ada: Moderator, hire: Hire, clock: Clock) -> None:
    ada.get("/users")
    secret = secret_in(ada.post("/users", {"name": "nora", "role": "lead"}).text)
    clock.advance(ONE_TIME_FOR)
    nora = hire("somebody else")
    nora.name = "nora"
    assert nora.log_in(secret).status_code == 401


def test_role_changes_what_opens_at_once_and_can_be_undone(
    ada: Moderator, mona: Moderator, database: Database
) -> None:
    place = f"/users/{account(database, 'mona').id}"
    ada.get(place)
    assert mona.get("/users").status_code == 403
    page = ada.post(place, {"deed": "role", "role": "admin"}).text
    assert "Admin now, moderator before" in page
    assert mona.get("/users").status_code == 200
    bar = page.partition('id="undo"')[2].partition("</form>")[0]
    ada.post(place, dict(re.findall(r'name="(deed|role)" value="(\w+)"', bar)))
    assert mona.get("/users").status_code == 403
    assert done(database, "mona")[1:] == [("ada", "user.role")] * 2


def test_disabled_login_ends_at_once_and_can_be_let_in_again(
    ada: Moderator, mona: Moderator, database: Database
) -> None:
    place = f"/users/{account(database, 'mona').id}"
    ada.get(place)
    assert "Disabled" in ada.post(place, {"deed": "disable"}).text
    assert "Log in" in mona.get("/").text
    assert mona.log_in().status_code == 401
    ada.post(place, {"deed": "enable"})
    assert "Queue" in mona.log_in().text
    assert [deed for _, deed in done(database, "mona")] == [
        "user.created",
        "user.disabled",
        "user.enabled",
    ]


def test_reset_ends_the_password_and_the_sessions_of_before(
    ada: Moderator, mona: Moderator, database: Database
) -> None:
    place = f"/users/{account(database, 'mona').id}"
    ada.get(place)
    secret = secret_in(ada.post(place, {"deed": "reset"}).text)
    assert secret not in ada.get(place).text
    assert "Log in" in mona.get("/").text
    assert mona.log_in().status_code == 401
    assert "Choose a password" in mona.log_in(secret).text
    with database.read() as connection:
        told = "".join(row.details for row in log.read(connection))
    assert secret not in told


def test_sessions_of_somebody_are_ended(
    ada: Moderator, mona: Moderator, database: Database
) -> None:
    place = f"/users/{account(database, 'mona').id}"
    ada.get(place)
    ada.post(place, {"deed": "sessions"})
    assert "Log in" in mona.get("/").text
    assert "Queue" in mona.log_in().text


@pytest.mark.parametrize("form", [{"deed": "disable"}, {"deed": "role", "role": "lead"}])
def test_last_admin_stays(ada: Moderator, database: Database, form: dict[str, str]) -> None:
    place = f"/users/{account(database, 'ada').id}"
    ada.get(place)
    answer = ada.post(place, form)
    assert answer.status_code == 409
    assert "Make somebody else an admin first" in answer.text
    assert ada.get("/users").status_code == 200


@pytest.mark.parametrize("form", [{}, {"deed": "erase"}, {"deed": "role", "role": "owner"}])
def test_deed_that_is_not_known_is_refused(
    ada: Moderator, database: Database, form: dict[str, str]
) -> None:
    place = f"/users/{account(database, 'ada').id}"
    ada.get(place)
    assert ada.post(place, form).status_code == 422
    assert ada.post("/users/4711", {"deed": "reset"}).status_code == 404
    assert ada.get("/users/" + "9" * 30).status_code == 404


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"old": "wrong", "new": NEW, "again": NEW}, "The password of before is another."),
        ({"old": PASSWORD, "new": NEW, "again": "other"}, "differ"),
        ({"old": PASSWORD, "new": "short", "again": "short"}, "12 to 1,024"),
        ({"old": PASSWORD, "new": PASSWORD, "again": PASSWORD}, "password of before"),
    ],
)
def test_password_that_is_not_changed_says_why(
    mona: Moderator, form: dict[str, str], told: str
) -> None:
    mona.get("/account")
    answer = mona.post("/account", form)
    assert answer.status_code == 422
    assert told in answer.text
    mona.post("/logout")
    assert "Queue" in mona.log_in().text


def test_screen_that_was_left_open_does_not_help_to_guess(mona: Moderator) -> None:
    mona.get("/account")
    for _ in range(5):
        mona.post("/account", {"old": "guess", "new": NEW, "again": NEW})
    answer = mona.post("/account", {"old": PASSWORD, "new": NEW, "again": NEW})
    assert "Too many wrong passwords" in answer.text


def test_own_new_password_ends_the_sessions_elsewhere(
    mona: Moderator, database: Database, hire: Hire
) -> None:
    elsewhere = hire("another screen")
    elsewhere.name = "mona"
    elsewhere.log_in()
    mona.get("/account")
    page = mona.post("/account", {"old": PASSWORD, "new": NEW, "again": NEW})
    assert "Your password is the new one." in page.text
    assert "Log in" in elsewhere.get("/").text
    assert "Queue" in mona.get("/").text


def test_own_sessions_elsewhere_are_ended(mona: Moderator, hire: Hire) -> None:
    elsewhere = hire("another screen")
    elsewhere.name = "mona"
    elsewhere.log_in()
    assert "2 sessions are open" in mona.get("/account").text
    mona.post("/account", {"deed": "sessions"})
    assert "Log in" in elsewhere.get("/").text
    assert "1 session is open" in mona.get("/account").text


def test_hash_of_an_older_time_is_renewed_at_the_login(hire: Hire, database: Database) -> None:
    mona = hire("mona")
    weak = PasswordHasher(time_cost=1, memory_cost=1024).hash(PASSWORD)
    with database.begin() as connection:
        connection.execute(update(table).values(password_hash=weak))
    assert "Queue" in mona.log_in().text
    with database.read() as connection:
        kept = connection.execute(select(table.c.password_hash)).scalar_one()
        assert kept != weak
        assert users.check_password(connection, name="mona", password=PASSWORD, now=NOON)


def test_admin_makes_a_login_and_its_owner_comes_in(served: Served, page: Page) -> None:
    """In a real browser, with the keyboard, to the end."""
    sign_in(page, served, "ada", "admin")
    page.get_by_role("link", name="People").click()
    page.get_by_label("Name", exact=True).fill("nora")
    page.get_by_label("Role", exact=True).select_option("lead")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Make the login").click()
    secret = page.locator("#secret").inner_text()
    page.get_by_role("button", name="Log out").click()
    page.get_by_label("Name").fill("nora")
    page.get_by_label("Password").fill(secret)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Choose a password")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)  # nothing else opens yet
    page.get_by_role("textbox", name="New password").fill(NEW)
    page.get_by_label("The same again").fill(NEW)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Queue")).to_be_visible()
    page.get_by_role("link", name="nora").click()
    expect(page.get_by_text("see the numbers of the whole desk")).to_be_visible()
    assert account(served.database, "nora").role == "lead"
    assert timedelta(hours=1) < ONE_TIME_FOR
