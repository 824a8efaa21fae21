"""Who may do what at the desk: every route of the console × every role × nobody.

The rules are written down here a second time. A route that is not among them fails the first test.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from config.roles import ROLES, Role
from console.pages import live
from console.powers import OPENED, POWERS
from console.security import guarded
from store.database import Database
from store.keys import SCOPES
from tests.api import test_authorisation as api
from tests.console.conftest import Marketplace, Moderator, add_user

ANYBODY = None  # nobody has to be logged in
DESK = frozenset(ROLES)
LEADS = DESK - {"moderator"}
TUNERS = LEADS - {"lead"}
ADMINS = frozenset({"admin"})

CASE = "/cases/{case_id:int}"
RULES: dict[tuple[str, str], frozenset[str] | None] = {
    ("GET", "/login"): ANYBODY,
    ("POST", "/login"): ANYBODY,
    ("GET", "/login/oidc"): ANYBODY,
    ("GET", "/login/oidc/back"): ANYBODY,
    ("GET", "/login/oidc/done"): ANYBODY,
    ("POST", "/logout"): DESK,
    ("GET", "/account"): DESK,
    ("POST", "/account"): DESK,
    ("POST", "/account/link"): DESK,
    ("GET", "/"): DESK,
    ("GET", "/events"): DESK,
    ("GET", "/snoozes"): DESK,
    ("GET", "/together"): DESK,
    ("POST", "/views"): DESK,
    ("POST", "/views/{view_id:int}/forget"): DESK,
    ("POST", "/views/{view_id:int}/rename"): DESK,
    ("GET", CASE): DESK,
    ("POST", f"{CASE}/beat"): DESK,
    ("POST", f"{CASE}/leave"): DESK,
    ("POST", f"{CASE}/reveal"): DESK,
    ("POST", f"{CASE}/hide"): DESK,
    ("POST", "/next"): DESK,
    ("POST", f"{CASE}/claim"): DESK,
    ("POST", f"{CASE}/release"): DESK,
    ("POST", f"{CASE}/ahead"): DESK,
    ("POST", f"{CASE}/decision"): DESK,
    ("POST", f"{CASE}/undo"): DESK,
    ("POST", f"{CASE}/labels"): DESK,
    ("POST", f"{CASE}/golden"): LEADS,
    ("POST", "/golden/{golden_id:int}/retire"): LEADS,
    ("POST", f"{CASE}/snoozes"): DESK,
    ("POST", "/snoozes/{snooze_id:int}/end"): DESK,
    ("POST", "/together"): DESK,
    ("POST", "/batches/{batch_id:int}/undo"): DESK,
    ("GET", "/quality"): LEADS,
    ("GET", "/pace"): DESK,
    ("GET", "/numbers"): LEADS,
    ("GET", "/numbers.csv"): LEADS,
    ("GET", "/tuning"): TUNERS,
    ("GET", "/rules"): TUNERS,
    ("POST", "/rules"): TUNERS,
    ("GET", "/rules/{rule_id}"): TUNERS,
    ("GET", "/users"): ADMINS,
    ("POST", "/users"): ADMINS,
    ("GET", "/users/{user_id:int}"): ADMINS,
    ("POST", "/users/{user_id:int}"): ADMINS,
}

# The same deed by a key of the API: whom its scope lets do it, the power of the same name does.
ALSO_BY_KEY = {
    ("GET", "/"): ("GET", "/v1/cases"),
    ("GET", CASE): ("GET", "/v1/cases/{case_id}"),
    ("POST", f"{CASE}/claim"): ("POST", "/v1/cases/{case_id}/claim"),
    ("POST", f"{CASE}/decision"): ("POST", "/v1/cases/{case_id}/decision"),
    ("POST", f"{CASE}/undo"): ("POST", "/v1/cases/{case_id}/undo"),
}


def routes(application: Starlette) -> Iterator[tuple[str, str]]:
    """Every route of the console but its files."""
    (mount,) = application.routes
    assert isinstance(mount, Mount)
    assert isinstance(mount.app, Starlette)
    for route in mount.app.routes:
        if isinstance(route, Route):
            for method in (route.methods or set()) - {"HEAD"}:
                yield method, route.path
        else:
            assert isinstance(route, Mount)
            assert route.path == "/static"


def test_every_route_has_a_rule_and_every_rule_a_route(application: Starlette) -> None:
    assert set(routes(application)) == set(RULES)


def test_page_that_names_no_power_cannot_be_made() -> None:
    with pytest.raises(TypeError, match="opens"):
        guarded(None, None)  # type: ignore[call-arg,arg-type]


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_routes_and_no_other(
    application: Starlette,
    database: Database,
    marketplace: Marketplace,
    monkeypatch: pytest.MonkeyPatch,
    role: Role,
) -> None:
    monkeypatch.setattr(live, "LIFETIME", live.LOOK_EVERY)  # else the stream of events takes long
    marketplace.send()
    add_user(database, "somebody", role)
    for method, path in sorted(RULES, key=lambda rule: rule[1] == "/logout"):
        allowed = RULES[method, path]
        with TestClient(
            application, base_url="http://desk.test", follow_redirects=False
        ) as browser:
            person = Moderator("somebody", browser)
            person.sit_down(database)
            filled = fill(path)
            answer = person.get(filled) if method == "GET" else person.post(filled)
            if allowed is not ANYBODY and role not in allowed:
                assert answer.status_code == 403, (role, method, path)
                assert "Your role does not let you" in answer.text
            elif path != "/login":  # whose form has a token of its own
                assert answer.status_code != 403, (role, method, path, answer.text)
                assert "/login" not in answer.headers.get("location", "") or path == "/logout"


def test_nobody_opens_nothing_but_the_login(application: Starlette) -> None:
    with TestClient(application, follow_redirects=False) as browser:
        for (method, path), allowed in RULES.items():
            filled = fill(path)
            answer = browser.request(method, f"/console{filled}", data={"a": "b"})
            is_sent_away = "/console/login?" in answer.headers.get("location", "")
            assert is_sent_away is (allowed is not ANYBODY), (method, path)


def test_role_that_is_not_known_here_opens_nothing(mona: Moderator, database: Database) -> None:
    """Another version may know more roles than this one."""
    with database.begin() as connection:
        connection.exec_driver_sql("UPDATE users SET role = 'owner' WHERE name = 'mona'")
    assert mona.get("/").status_code == 403
    assert mona.get("/users").status_code == 403


def test_powers_are_called_what_the_scope_of_the_same_deed_is_called() -> None:
    for here, there in ALSO_BY_KEY.items():
        allowed = RULES[here]
        assert allowed is not None
        power = "read" if here[0] == "GET" else "moderate"
        assert {role for role in ROLES if power in OPENED[role]} == allowed
        scopes = api.RULES[there]
        assert scopes is not None
        assert power in scopes
    assert {"read", "moderate", "admin"} <= set(POWERS) & set(SCOPES)


def test_menu_offers_what_the_role_opens(
    application: Starlette, database: Database, mona: Moderator
) -> None:
    assert 'href="/console/users"' not in mona.get("/").text
    add_user(database, "ada", "admin")
    with TestClient(application, base_url="http://desk.test") as browser:
        ada = Moderator("ada", browser)
        ada.sit_down(database)
        assert 'href="/console/users"' in ada.get("/").text


def fill(path: str) -> str:
    """The path with numbers in place of its parameters; that of the case which there is."""
    return re.sub(r"\{(\w+):int\}", lambda name: "1" if name[1] == "case_id" else "7", path)
