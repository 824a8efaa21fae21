"""Which key opens which call: every call of the OpenAPI document × every scope × no key.

The rules are written down here a second time. A call that is not among them fails the first test.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi import APIRouter
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from api.door import Door
from store.keys import SCOPES, Scope, create_key
from tests.api.conftest import Market

ALL = frozenset(SCOPES)
ANYBODY = None  # a call that needs no key

RULES: dict[tuple[str, str], frozenset[str] | None] = {
    ("POST", "/v1/scans"): frozenset({"scan"}),
    ("POST", "/v1/previews"): frozenset({"scan"}),
    ("POST", "/v1/messages"): frozenset({"scan"}),
    ("GET", "/v1/messages/{id}"): frozenset({"scan", "read", "moderate"}),
    ("POST", "/v1/messages/{id}/reports"): frozenset({"scan"}),
    ("POST", "/v1/messages/{id}/appeals"): frozenset({"scan"}),
    ("GET", "/v1/cases"): frozenset({"read", "moderate"}),
    ("GET", "/v1/cases/{case_id}"): frozenset({"read", "moderate"}),
    ("POST", "/v1/cases/{case_id}/claim"): frozenset({"moderate"}),
    ("POST", "/v1/cases/{case_id}/decision"): frozenset({"moderate"}),
    ("POST", "/v1/cases/{case_id}/undo"): frozenset({"moderate"}),
    ("GET", "/v1/senders/{id}/strikes"): frozenset({"scan", "read", "moderate"}),
    ("GET", "/v1/senders/{id}"): frozenset({"admin"}),
    ("DELETE", "/v1/senders/{id}"): frozenset({"admin"}),
    ("GET", "/v1/keys"): frozenset({"admin"}),
    ("DELETE", "/v1/keys/{key_id}"): frozenset({"admin"}),
    ("GET", "/v1/webhooks/dead"): frozenset({"admin"}),
    ("POST", "/v1/webhooks/dead/{delivery_id}/resend"): frozenset({"admin"}),
    ("GET", "/livez"): ANYBODY,
    ("GET", "/readyz"): ANYBODY,
    ("GET", "/metrics"): ANYBODY,
}

UNDOCUMENTED = {"/openapi.json", "/docs", "/console"}  # pages; below /console people log in
BEFORE_LOGIN = {"/login", "/static"}
# Without a provider in the settings its pages are not there; tests/console/test_oidc.py has them.
AT_THE_PROVIDER = "/login/oidc"

REFUSED_BY_KEY = (401, 403)


def calls(market: Market) -> Iterator[tuple[str, str]]:
    """Every call that the OpenAPI document knows."""
    app: Any = market.app
    for path, methods in app.openapi()["paths"].items():
        for method in methods:
            yield method.upper(), path


def ask(market: Market, method: str, path: str, key: str | None) -> int:
    """The status of the call with ids that nothing has, and a body that nobody can mean."""
    headers = {"content-type": "application/json"}
    if key is not None:
        headers["authorization"] = f"Bearer {key}"
    filled = path.format(id="nobodys", case_id=2**62, key_id=2**62, delivery_id=2**62)
    return market.request(method, filled, content=b"{}", headers=headers).status_code


@pytest.fixture
def stranger(door: Market) -> Market:
    """Nobody's key is sent unless one is given."""
    del door.headers["authorization"]
    return door


def keys(market: Market) -> dict[Scope, str]:
    """A key with each scope alone."""
    with market.parts.database.begin() as connection:
        now = datetime.now(UTC)
        return {
            scope: create_key(connection, name=scope, scopes=[scope], now=now) for scope in SCOPES
        }


def test_every_call_has_a_rule_and_every_rule_a_call(door: Market) -> None:
    assert set(calls(door)) == set(RULES)


def test_nothing_enters_without_a_key_but_what_is_for_anybody(stranger: Market) -> None:
    for method, path in calls(stranger):
        for key in (None, "inb_" + "x" * 43):
            status = ask(stranger, method, path, key)
            expected = RULES[method, path] is not ANYBODY
            assert (status == 401) is expected, (method, path, key, status)


def test_each_scope_opens_its_calls_and_no_other(stranger: Market) -> None:
    for scope, key in keys(stranger).items():
        for method, path in calls(stranger):
            allowed = RULES[method, path]
            status = ask(stranger, method, path, key)
            if allowed is ANYBODY or scope in allowed:
                assert status not in REFUSED_BY_KEY, (scope, method, path, status)
            else:
                assert status == 403, (scope, method, path, status)


def test_key_without_scopes_opens_nothing(stranger: Market) -> None:
    with stranger.parts.database.begin() as connection:
        key = create_key(connection, name="empty", scopes=[], now=datetime.now(UTC))
    for method, path in calls(stranger):
        if RULES[method, path] is not ANYBODY:
            assert ask(stranger, method, path, key) == 403


def test_document_says_what_opens_a_call(door: Market) -> None:
    app: Any = door.app
    for path, methods in app.openapi()["paths"].items():
        for method, call in methods.items():
            told = {scope for rule in call.get("security", ()) for scope in rule["API key"]}
            assert told == set(RULES[method.upper(), path] or ()), (method, path)


def test_call_that_names_no_scope_cannot_be_made() -> None:
    router = APIRouter(route_class=Door)
    with pytest.raises(TypeError, match="names no scope"):
        router.add_api_route("/v1/forgotten", lambda: None)


def test_nothing_is_served_that_the_document_does_not_know(door: Market) -> None:
    served = {route.path for route in every_route(door.app)}
    assert served - {path for _, path in RULES} == UNDOCUMENTED


def test_console_shows_strangers_nothing_but_the_login(stranger: Market) -> None:
    console = next(route for route in every_route(stranger.app) if isinstance(route, Mount))
    assert isinstance(console.app, Starlette)
    for route in console.app.routes:
        assert isinstance(route, Route | Mount)
        if route.path in BEFORE_LOGIN:
            continue
        assert isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}:
            path = "/console" + route.path_format.format_map(_Anything())
            answer = stranger.request(method, path, data={"a": "b"}, follow_redirects=False)
            if route.path.startswith(AT_THE_PROVIDER):
                assert answer.status_code == 404, (method, path)
                continue
            assert answer.status_code == 303, (method, path)
            assert "/console/login?" in answer.headers["location"]


class _Anything(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "7"


def every_route(app: Any) -> list[Any]:
    """The routes of the app; those of a router that was included stand in it."""
    found: list[Any] = []
    left = list(app.routes)
    while left:
        route = left.pop()
        inner = getattr(route, "original_router", None)
        if inner is not None:
            left.extend(inner.routes)
        else:
            found.append(route)
    return found
