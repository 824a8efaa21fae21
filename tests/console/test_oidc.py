"""A provider whose word does not prove true lets nobody in, and neither does a stranger's.

The provider really listens here, and misbehaves when it is told to.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from joserfc.jwk import RSAKey

from config import single_sign_on
from config.roles import Role
from config.settings import Settings, SettingsError
from console import provider as asked
from console.throttle import TRIES_PER_ADDRESS
from store import accounts
from store.database import Database
from tests.cast import NOON
from tests.console.conftest import Moderator, add_user
from tests.console.trips import WELCOMING, Desk, come_back, go_there, is_nobody, link, rows, through
from tests.services.provider import CLIENT_ID, Provider, signed_by_public_key, unsigned


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another-desk"},
        {"aud": ["another-desk", "a-third"]},
        {"aud": None},
        {"aud": [CLIENT_ID, "another-desk"]},  # and nobody says which of them it is for
        {"azp": "another-desk"},
        {"iss": "http://127.0.0.1:1"},
        {"iss": None},
        {"exp": int((NOON - timedelta(minutes=1)).timestamp())},
        {"exp": None},
        {"exp": "tomorrow"},
        {"iat": int((NOON + timedelta(minutes=5)).timestamp())},
        {"nbf": int((NOON + timedelta(minutes=5)).timestamp())},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"sub": "x" * 256},
        {"sub": "a\u2028b"},
        {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    ],
    ids=str,
)
def test_word_that_does_not_prove_true_lets_nobody_in(
    desk: Desk, provider: Provider, database: Database, wrong: dict[str, Any]
) -> None:
    mona = desk(**WELCOMING)
    provider.wrong = wrong
    answer = through(mona)
    assert answer.status_code == 400
    assert "did not prove true" in answer.text
    assert is_nobody(mona)
    assert rows(database) == []


def test_signature_of_anybody_else_lets_nobody_in(desk: Desk, provider: Provider) -> None:
    mona = desk(**WELCOMING)
    stranger = RSAKey.generate_key(2048, {"kid": provider.key.kid})
    real = provider.key

    def forged(claims: dict[str, Any]) -> str:
        provider.key, provider.signs = stranger, None
        token = provider.sign(claims)
        provider.key = real
        return token

    provider.signs = forged
    assert through(mona).status_code == 400
    for forger in (unsigned, signed_by_public_key(provider), lambda _: "a.b.c", lambda _: ""):
        provider.signs = forger
        answer = through(mona)
        assert answer.status_code == 400
        assert "did not prove true" in answer.text
    assert is_nobody(mona)


def test_answer_to_another_trip_lets_nobody_in(desk: Desk, provider: Provider) -> None:
    """Login CSRF: Sam has Mona's browser finish what he began."""
    mona, sam = desk(**WELCOMING), desk("sam", **WELCOMING)
    his = go_there(sam)
    assert "Begin again" in come_back(mona, his).text
    go_there(mona)
    assert "Begin again" in come_back(mona, his).text
    assert is_nobody(mona)


def test_answer_works_once(desk: Desk, provider: Provider) -> None:
    mona = desk(**WELCOMING)
    address = go_there(mona)
    assert "Queue" in come_back(mona, address).text
    mona.post("/logout")
    assert "Begin again" in come_back(mona, address).text
    assert is_nobody(mona)


def test_answer_of_another_issuer_is_refused(desk: Desk, provider: Provider) -> None:
    mona = desk(**WELCOMING)
    address = go_there(mona).replace(f"{provider.port}", "1")
    assert "did not prove true" in come_back(mona, address).text
    assert "/token" not in provider.asked


@pytest.mark.parametrize(
    "wrong",
    [
        {"issuer": "http://127.0.0.1:1"},
        {"token_endpoint": "http://evil.test/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": None},
    ],
    ids=str,
)
def test_provider_whose_description_is_wrong_is_not_gone_to(
    desk: Desk, provider: Provider, wrong: dict[str, Any]
) -> None:
    mona = desk(**WELCOMING)
    provider.metadata = wrong
    answer = mona.get("/login/oidc")
    assert answer.status_code == 502
    assert "not set up for each other" in answer.text


def test_provider_that_sends_us_on_is_not_followed(desk: Desk, provider: Provider) -> None:
    mona = desk(**WELCOMING)
    provider.leads_to = f"{provider.issuer}/elsewhere"
    assert mona.get("/login/oidc").status_code == 502
    assert "/elsewhere" not in provider.asked


def test_provider_that_is_away_or_slow_is_said_to_be(
    desk: Desk, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asked, "OIDC_CALL_SECONDS", 0.2)
    mona = desk(**WELCOMING)
    provider.slow = 1
    slow = mona.get("/login/oidc")
    provider.slow, provider.status = 0, 503
    broken = mona.get("/login/oidc")
    gone = desk(**WELCOMING, oidc_issuer="http://127.0.0.1:1").get("/login/oidc")
    for answer in (slow, broken, gone):
        assert answer.status_code == 503
        assert "Shop account does not answer" in answer.text
        assert "with your password" in answer.text


def test_token_that_comes_too_late_lets_nobody_in(
    desk: Desk, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    mona = desk(**WELCOMING)
    address = go_there(mona)
    monkeypatch.setattr(asked, "OIDC_CALL_SECONDS", 0.2)
    provider.slow = 1
    assert come_back(mona, address).status_code == 503
    assert is_nobody(mona)


def test_wrong_secret_of_the_desk_is_said_to_those_who_run_it(desk: Desk) -> None:
    mona = desk(**WELCOMING, oidc_client_secret="of yesterday")
    answer = through(mona)
    assert answer.status_code == 502
    assert "of yesterday" not in answer.text


@pytest.mark.parametrize(
    ("error", "status"), [("access_denied", 403), ("server_error", 503), ("invalid_scope", 502)]
)
def test_provider_that_refuses_is_told_as_a_page(
    desk: Desk, provider: Provider, error: str, status: int
) -> None:
    mona = desk(**WELCOMING)
    provider.refuses = error
    answer = through(mona)
    assert answer.status_code == status
    assert "What to do" in answer.text


def test_stranger_gets_no_login_unless_the_settings_say_so(desk: Desk, database: Database) -> None:
    answer = through(desk())
    assert answer.status_code == 403
    assert "has no login linked to you" in answer.text
    assert rows(database) == [("inbounds", "login.refused", "login", '{"why":"unknown"}')]


@pytest.mark.parametrize("new_people", [False, True])
def test_same_name_or_address_opens_nobodys_login(
    desk: Desk, provider: Provider, database: Database, new_people: bool
) -> None:
    add_user(database, "mona", "admin")
    mona = desk(**{**WELCOMING, "oidc_new_people": new_people})
    provider.person |= {"email": "mona@shop.test", "email_verified": True, "name": "mona"}
    assert through(mona).status_code in (403, 409)
    assert is_nobody(mona)


def test_shut_login_stays_shut(desk: Desk, database: Database) -> None:
    mona = desk(**WELCOMING)
    through(mona)
    with database.begin() as connection:
        found = accounts.find_by_name(connection, "mona", now=NOON)
        accounts.disable(connection, found.id, by="ada", now=NOON)
    answer = through(mona)
    assert answer.status_code == 403
    assert "Login shut" in answer.text
    assert "Log in" in mona.get("/").text
    assert rows(database)[-1][1:] == ("login.refused", "user:mona", '{"why":"shut"}')


@pytest.mark.parametrize("next", ["https://evil.test/", "//evil.test", "/\\evil.test", ""])
def test_way_through_the_provider_never_leads_elsewhere(desk: Desk, next: str) -> None:
    mona = desk(**WELCOMING)
    mona.browser.follow_redirects = False
    answer = through(mona, f"/login/oidc?next={next}")
    assert answer.headers["location"] == "/console/"


def test_trying_again_and_again_is_slowed_down(desk: Desk, provider: Provider) -> None:
    mona = desk(**WELCOMING)
    provider.wrong = {"aud": "another"}
    for _ in range(TRIES_PER_ADDRESS):
        assert through(mona).status_code == 400
    answer = through(mona)
    assert answer.status_code == 429
    assert "try again in 15 min" in answer.text


def test_way_through_a_provider_speaks_their_language(
    desk: Desk, provider: Provider, database: Database
) -> None:
    add_user(database, "mona")
    mona = desk()
    mona.browser.headers["accept-language"] = "fr"
    assert "Se connecter avec Shop account" in mona.get("/login").text
    assert "Vous êtes connu de Shop account" in through(mona).text
    mona.browser.headers["accept-language"] = "en"
    mona.log_in()
    mona.get("/account")
    mona.post("/account", {"deed": "language", "language": "fr"})
    provider.wrong = {"nonce": "another"}
    assert "La réponse de Shop account n’a pas pu être vérifiée." in link(mona).text
    provider.wrong = {}
    assert "C’est fait. Il ouvre désormais votre compte." in link(mona).text
    mona.post("/logout")
    assert '<html lang="fr"' in through(mona).text


def test_login_without_a_provider_has_no_such_way(mona: Moderator) -> None:
    assert mona.get("/login/oidc").status_code == 404
    assert mona.post("/account/link").status_code == 404
    assert "Link it" not in mona.get("/account").text


def test_password_opens_nothing_where_the_settings_say_so(desk: Desk, database: Database) -> None:
    add_user(database, "ada", "admin")
    ada = desk("ada", password_login=False)
    page = ada.get("/login").text
    assert "Password" not in page
    assert "Log in with Shop account" in page
    assert ada.post("/login", {"name": "ada"}).status_code == 403
    ada.sit_down(database)
    assert "Somebody new" not in ada.get("/users").text
    assert ada.post("/users", {"name": "nora", "role": "lead"}).status_code == 409
    assert ada.post("/users/1", {"deed": "reset"}).status_code == 409


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"OIDC_ISSUER": "http://login.example.com"}, "OIDC_ISSUER: "),
        ({"OIDC_ISSUER": "https://login.example.com"}, "OIDC_CLIENT_ID: "),
        ({"PASSWORD_LOGIN": "no"}, "PASSWORD_LOGIN: nobody could come in"),
        ({"OIDC_ROLES": "desk=boss"}, "OIDC_ROLES: "),
        ({"OIDC_ROLES": "desk"}, "parted by commas"),
        (
            {"OIDC_ISSUER": "https://a.test", "OIDC_CLIENT_ID": "x", "OIDC_NEW_PEOPLE": "yes"},
            "OIDC_NEW_PEOPLE: in which role?",
        ),
        (
            {"OIDC_ISSUER": "https://a.test", "OIDC_CLIENT_ID": "x", "OIDC_ROLES": "a=lead"},
            "OIDC_ROLES: says what no claim tells",
        ),
        (
            {"OIDC_ISSUER": "https://a.test", "OIDC_CLIENT_ID": "x", "OIDC_SCOPES": "profile"},
            "OIDC_SCOPES: openid is missing",
        ),
    ],
)
def test_settings_that_do_not_fit_together_are_refused(given: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(told)):
        Settings.read({f"INBOUNDS_{name}": value for name, value in given.items()})


def test_settings_know_the_roles_that_there_are() -> None:
    assert single_sign_on.Role == Role
