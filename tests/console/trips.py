"""The way to a provider and back, as a browser goes it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any, Final

import httpx

from store import accounts, log
from store.database import Database
from tests.cast import NOON
from tests.console.conftest import Moderator

Desk = Callable[..., Moderator]

WELCOMING: Final[dict[str, Any]] = {"oidc_new_people": True, "oidc_role": "moderator"}


def through(person: Moderator, place: str = "/login/oidc") -> httpx.Response:
    """The way to the provider and back, as a browser goes it."""
    return come_back(person, go_there(person, place))


def go_there(person: Moderator, place: str = "/login/oidc") -> str:
    """Where the provider sends the browser back to."""
    left = person.browser.get(f"/console{place}", follow_redirects=False)
    assert left.status_code == 303, left.text
    sent = httpx.get(left.headers["location"], follow_redirects=False)
    return str(sent.headers["location"])


def come_back(person: Moderator, address: str) -> httpx.Response:
    """Through the page that leads on, which is where strict cookies are sent again."""
    hop = person.browser.get(address.replace("http://desk.test", ""))
    assert hop.status_code == 200
    found = re.search(r'content="0; url=([^"]+)"', hop.text)
    assert found is not None
    return person._keep(person.browser.get(html.unescape(found[1])))


def rows(database: Database) -> list[tuple[str, str, str, str]]:
    with database.read() as connection:
        return [(row.actor, row.event, row.subject, row.details) for row in log.read(connection)]


def role_of(database: Database, name: str) -> str:
    with database.read() as connection:
        return accounts.find_by_name(connection, name, now=NOON).role


def is_nobody(person: Moderator) -> bool:
    return "Log in" in person.get("/").text and "inbounds_session" not in person.browser.cookies


def link(person: Moderator) -> httpx.Response:
    """The button under one's name, and the way from there."""
    person.get("/account")
    page = person.post("/account/link")
    found = re.search(r'content="0; url=([^"]+)"', page.text)
    assert found is not None, page.text
    sent = httpx.get(html.unescape(found[1]), follow_redirects=False)
    return come_back(person, str(sent.headers["location"]))
