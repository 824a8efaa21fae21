"""Who comes in through a provider, as whom and in which role, and how a login is linked to it."""

from __future__ import annotations

import html
import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc.jwk import RSAKey

from console.pages.login import SESSION_LIFETIME
from store import accounts
from store.database import Database
from tests.cast import NOON
from tests.console.conftest import Clock, add_user
from tests.console.trips import WELCOMING, Desk, come_back, link, role_of, rows, through
from tests.services.provider import CLIENT_SECRET, Provider


def test_somebody_new_comes_in_and_on_to_the_page_that_was_asked_for(
    desk: Desk, provider: Provider, database: Database
) -> None:
    mona = desk(**WELCOMING)
    assert 'href="/console/login/oidc?next=/%3Fdecision%3Dhold"' in mona.get("/?decision=hold").text
    mona.browser.follow_redirects = False
    answer = through(mona, "/login/oidc?next=/%3Fdecision%3Dhold")
    assert answer.headers["location"] == "/console/?decision=hold"
    cookies = [one.lower() for one in answer.headers.get_list("set-cookie")]
    (session,) = [one for one in cookies if one.startswith("inbounds_session=")]
    assert "httponly" in session
    assert "samesite=strict" in session
    assert "Queue" in mona.get("/").text
    assert rows(database) == [
        ("inbounds", "user.created", "user:mona", '{"role":"moderator"}'),
        ("inbounds", "user.linked", "user:mona", "{}"),
        ("mona", "user.came", "user:mona", '{"through":"oidc"}'),
    ]
    told = json.dumps(rows(database))
    assert "mona-1" not in told  # who they are at the provider


def test_who_came_before_has_the_same_login_under_another_name(
    desk: Desk, provider: Provider, database: Database
) -> None:
    mona = desk(**WELCOMING)
    through(mona)
    first = mona.browser.cookies["inbounds_session"]
    mona.post("/logout")
    provider.person["preferred_username"] = "mona.married"
    assert "Signed in as" in through(mona).text
    assert mona.browser.cookies["inbounds_session"] != first
    with database.read() as connection:
        assert [one.name for one in accounts.list_accounts(connection, now=NOON)] == ["mona"]


def test_session_ends_with_the_shift_and_with_logging_out(desk: Desk, clock: Clock) -> None:
    mona = desk(**WELCOMING)
    through(mona)
    stolen = mona.browser.cookies["inbounds_session"]
    mona.get("/")
    mona.post("/logout")
    mona.browser.cookies.set("inbounds_session", stolen, domain="desk.test", path="/console")
    assert "Log in" in mona.get("/").text
    through(mona)
    clock.advance(SESSION_LIFETIME)
    assert "Log in" in mona.get("/").text


def test_deed_needs_the_token_of_the_session(desk: Desk) -> None:
    mona = desk(**WELCOMING)
    through(mona)
    mona.csrf = "guessed"
    assert mona.post("/logout").status_code == 403
    assert mona.post("/account/link").status_code == 403


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        (["desk", "desk-leads", "canteen"], "lead"),
        (["desk"], "moderator"),
        ("desk-leads", "lead"),
        (["canteen"], None),
        (["admin"], None),  # the mapping is all there is
        ([], None),
        (None, None),
        ([7, {"a": 1}], None),
    ],
    ids=str,
)
def test_groups_give_the_role_and_silence_gives_none(
    desk: Desk, provider: Provider, database: Database, groups: Any, role: str | None
) -> None:
    mona = desk(
        oidc_new_people=True,
        oidc_roles_claim="groups",
        oidc_roles=(("desk", "moderator"), ("desk-leads", "lead")),
    )
    provider.person["groups"] = groups
    answer = through(mona)
    if role is None:
        assert answer.status_code == 403
        assert "No role here" in answer.text
    else:
        assert role_of(database, "mona") == role


def test_claim_within_a_claim_may_hold_the_roles_themselves(
    desk: Desk, provider: Provider, database: Database
) -> None:
    mona = desk(oidc_new_people=True, oidc_roles_claim="realm_access.roles")
    provider.person["realm_access"] = {"roles": ["offline_access", "ts"]}
    through(mona)
    assert role_of(database, "mona") == "ts"


def test_role_follows_the_provider_at_each_login_and_the_last_admin_stays(
    desk: Desk, provider: Provider, database: Database
) -> None:
    mona = desk(oidc_new_people=True, oidc_roles_claim="role")
    for role in ("moderator", "admin"):
        provider.person["role"] = role
        through(mona)
        assert role_of(database, "mona") == role
    provider.person["role"] = "lead"
    assert "Last admin" in through(mona).text
    add_user(database, "ada", "admin")
    through(mona)
    assert role_of(database, "mona") == "lead"
    assert [row[1] for row in rows(database)].count("user.role") == 2


@pytest.mark.parametrize("name", [None, "", "x" * 101, "inbounds", "key:shop", "a\nb", 7])
def test_name_that_cannot_be_kept_is_told(desk: Desk, provider: Provider, name: Any) -> None:
    provider.person["preferred_username"] = name
    answer = through(desk(**WELCOMING))
    assert answer.status_code == 502
    assert "No name" in answer.text


def test_login_with_a_password_is_linked_by_its_owner_and_unlinked(
    desk: Desk, database: Database
) -> None:
    add_user(database, "olga", "lead")
    olga = desk("olga")
    olga.log_in()
    assert "It opens your login from now on." in link(olga).text
    olga.post("/logout")
    assert "Signed in as" in through(olga).text
    assert role_of(database, "olga") == "lead"
    olga.get("/account")
    assert (
        "Only your password opens your login now." in olga.post("/account", {"deed": "unlink"}).text
    )
    olga.post("/logout")
    assert through(olga).status_code == 403
    events = [row[1] for row in rows(database)]
    assert events[2] == "user.linked"
    assert "user.unlinked" in events


def test_account_at_the_provider_opens_one_login(desk: Desk, database: Database) -> None:
    for name in ("olga", "nils"):
        add_user(database, name)
        person = desk(name)
        person.log_in()
        answer = link(person)
    assert answer.status_code == 409
    assert "opens another login" in answer.text


def test_link_is_begun_and_finished_by_the_same_session(desk: Desk, database: Database) -> None:
    """Sam plants the cookie and the answer of his own trip in Mona's browser."""
    for name in ("olga", "sam"):
        add_user(database, name)
    olga, sam = desk("olga"), desk("sam")
    olga.log_in()
    sam.log_in()
    sam.get("/account")
    found = re.search(r'content="0; url=([^"]+)"', sam.post("/account/link").text)
    assert found is not None
    sent = httpx.get(html.unescape(found[1]), follow_redirects=False)
    cookie = next(one for one in sam.browser.cookies.jar if one.name == "inbounds_oidc")
    olga.browser.cookies.set(
        "inbounds_oidc", str(cookie.value), domain="desk.test", path="/console/login/oidc"
    )
    assert "Begin again" in come_back(olga, str(sent.headers["location"])).text
    assert "user.linked" not in [row[1] for row in rows(database)]


def test_admin_ends_a_link(desk: Desk, database: Database) -> None:
    mona = desk(**WELCOMING)
    through(mona)
    add_user(database, "ada", "admin")
    ada = desk("ada")
    ada.sit_down(database)
    assert "End the link to Shop account" in ada.get("/users/1").text
    ada.post("/users/1", {"deed": "unlink"})
    mona.post("/logout")
    assert through(desk()).status_code == 403
    assert rows(database)[-2][:3] == ("ada", "user.unlinked", "user:mona")


def test_keys_that_the_provider_has_changed_are_asked_for_anew(
    desk: Desk, provider: Provider
) -> None:
    mona = desk(**WELCOMING)
    through(mona)
    assert provider.asked.count("/keys") == 1
    through(mona)
    assert provider.asked.count("/keys") == 1
    provider.key = RSAKey.generate_key(2048, {"kid": "two"})
    assert "Signed in as" in through(mona).text
    assert provider.asked.count("/keys") == 2


def test_desk_says_who_it_is_as_the_provider_asks(desk: Desk, provider: Provider) -> None:
    through(desk(**WELCOMING))
    assert provider.shown[-1].startswith("Basic ")
    provider.metadata = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert "Signed in as" in through(desk(**WELCOMING)).text
    assert provider.shown[-1] == CLIENT_SECRET
    provider.secret = None
    assert "Signed in as" in through(desk(**WELCOMING, oidc_client_secret=None)).text
    assert provider.shown[-1] == ""


def test_address_at_the_provider_says_nothing_that_is_kept(desk: Desk) -> None:
    mona = desk(**WELCOMING)
    left = mona.browser.get("/console/login/oidc", follow_redirects=False)
    told = parse_qs(urlsplit(left.headers["location"]).query)
    secret = mona.browser.cookies["inbounds_oidc"].partition(".")[0]
    assert len(told["state"][0]) == len(told["nonce"][0]) == 43
    assert len({told["state"][0], told["nonce"][0], told["code_challenge"][0], secret}) == 4
    assert "samesite=strict" in left.headers["set-cookie"].lower()
    assert told["redirect_uri"] == ["http://desk.test/console/login/oidc/back"]
