"""Single sign-on in a real browser, from one site to another and back, with strict cookies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from store import accounts
from store.database import Database
from tests.cast import NOON
from tests.console.conftest import PASSWORD, Clock, Served, add_user, mounted, serving
from tests.console.test_accessibility import faults
from tests.services.provider import CLIENT_ID, CLIENT_SECRET, Provider, providing


@pytest.fixture
def elsewhere(clock: Clock) -> Iterator[Provider]:
    """A provider on another site than the desk's: to a browser, localhost is not 127.0.0.1."""
    with providing(clock, host="localhost") as listening:
        yield listening


@pytest.fixture
def desk(
    served_database: Database, tmp_path: Path, clock: Clock, elsewhere: Provider
) -> Iterator[Served]:
    application = mounted(
        served_database,
        clock,
        tmp_path,
        oidc_issuer=elsewhere.issuer,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=CLIENT_SECRET,
        oidc_name="Shop account",
        oidc_new_people=True,
        oidc_role="moderator",
    )
    with serving(application, served_database, clock) as listening:
        yield listening


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_somebody_comes_in_from_another_site_to_the_page_they_asked_for(
    desk: Served, elsewhere: Provider, page: Page, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{desk.address}/snoozes")
    assert faults(page) == []
    elsewhere.refuses = "access_denied"
    page.get_by_role("link", name="Log in with Shop account").click()
    expect(page.get_by_role("heading", name="Not logged in")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name="To the login").click()
    elsewhere.refuses = None
    page.goto(f"{desk.address}/snoozes")
    page.get_by_role("link", name="Log in with Shop account").click()
    page.wait_for_url("**/console/snoozes")
    expect(page.get_by_role("link", name="mona")).to_be_visible()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    page.goto(f"{desk.address}/")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()


def test_login_with_a_password_is_linked_and_then_opened_without_it(
    desk: Served, elsewhere: Provider, page: Page
) -> None:
    add_user(desk.database, "olga", "lead")
    page.goto(f"{desk.address}/account")
    page.get_by_label("Name").fill("olga")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    page.get_by_role("button", name="Link it").click()
    expect(page.get_by_text("It opens your login from now on.")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("link", name="Log in with Shop account").click()
    expect(page.get_by_role("heading", name="Queue")).to_be_visible()
    expect(page.get_by_role("link", name="olga")).to_be_visible()
    with desk.database.read() as connection:
        assert [one.name for one in accounts.list_accounts(connection, now=NOON)] == ["olga"]
