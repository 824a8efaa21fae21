"""The console over a real database, mounted as the API mounts it, and the people who work at it."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import httpx
import pytest
import uvicorn
from playwright.sync_api import Page
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from config.settings import Settings
from console.app import create_console
from console.explained import Explain
from console.pages.login import SESSION_LIFETIME
from console.security import SESSION_COOKIE
from scanner.message import Message
from scanner.verdict import Verdict
from store import decisions, desk, messages, schema, sessions, users, verdicts
from store.database import Database
from tests.cast import NOON, franks_message, verdict_on
from tests.services.provider import CLIENT_ID, CLIENT_SECRET, Provider, providing

PASSWORD = "correct horse battery"


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


@dataclass
class Moderator:
    """Somebody at a browser without JavaScript, logged in or not."""

    name: str
    browser: TestClient
    csrf: str = ""

    def get(self, place: str) -> httpx.Response:
        return self._keep(self.browser.get(f"/console{place}"))

    def post(
        self, place: str, form: Mapping[str, str] | None = None, **headers: str
    ) -> httpx.Response:
        given = {"csrf": self.csrf, **(form or {})}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._keep(self.browser.post(f"/console{place}", data=given, headers=named))

    def log_in(self, password: str = PASSWORD, **form: str) -> httpx.Response:
        self.browser.cookies.clear()
        self.get("/login")
        return self.post("/login", {"name": self.name, "password": password, **form})

    def sit_down(self, database: Database) -> None:
        """Logged in without the work of hashing a password, which test_login.py does."""
        self.browser.cookies.set(SESSION_COOKIE, session_for(database, self.name))
        self.get("/")

    def reveal(self, case_id: int) -> httpx.Response:
        """The page of the case with its details in the clear."""
        return self.post(f"/cases/{case_id}/reveal")

    def _keep(self, page: httpx.Response) -> httpx.Response:
        """The page's token goes into the next form, as a browser would send it."""
        if found := re.search(r'name="csrf" value="([^"]+)"', page.text):
            self.csrf = found[1]
        return page


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def application(database: Database, clock: Clock, tmp_path: Path) -> Starlette:
    return mounted(database, clock, tmp_path)


def mounted(
    database: Database,
    clock: Clock,
    folder: Path,
    explain: Explain | None = None,
    wrong: Callable[[], Sequence[str]] = tuple,
    second_look_share: float = 0.0,
    golden_share: float = 0.0,
    **given: Any,
) -> Starlette:
    settings = Settings(
        var_dir=folder, second_look_share=second_look_share, golden_share=golden_share, **given
    )
    console = create_console(database, settings=settings, clock=clock, explain=explain, wrong=wrong)
    return Starlette(routes=[Mount("/console", console)])


def page_explained(
    database: Database, clock: Clock, folder: Path, case_id: int, explain: Explain
) -> str:
    """The page of a case as a moderator sees it where the scores are explained in this way."""
    add_user(database, "olga")
    application = mounted(database, clock, folder, explain)
    with TestClient(application, base_url="http://desk.test") as browser:
        olga = Moderator("olga", browser)
        olga.sit_down(database)
        return olga.get(f"/cases/{case_id}").text


@pytest.fixture
def hire(
    application: Starlette, database: Database, clock: Clock
) -> Iterator[Callable[..., Moderator]]:
    """Makes a user of a name and a role, at a browser of their own, not logged in."""
    opened: list[TestClient] = []

    def hire(name: str, role: users.Role = "moderator") -> Moderator:
        add_user(database, name, role)
        opened.append(TestClient(application, base_url="http://desk.test"))
        return Moderator(name, opened[-1])

    yield hire
    for browser in opened:
        browser.close()


def add_user(database: Database, name: str, role: users.Role = "moderator") -> None:
    with database.begin() as connection:
        users.create_user(connection, name=name, password=PASSWORD, role=role, now=NOON)


@pytest.fixture
def mona(hire: Callable[[str], Moderator], database: Database) -> Moderator:
    """Mona moderates, and is logged in."""
    person = hire("mona")
    person.sit_down(database)
    return person


@pytest.fixture
def nils(hire: Callable[[str], Moderator], database: Database) -> Moderator:
    """Nils moderates as well."""
    person = hire("nils")
    person.sit_down(database)
    return person


@pytest.fixture
def provider(clock: Clock) -> Iterator[Provider]:
    with providing(clock) as listening:
        yield listening


@pytest.fixture(name="desk")
def open_desk(
    database: Database, clock: Clock, tmp_path: Path, provider: Provider
) -> Iterator[Callable[..., Moderator]]:
    """A browser before a desk with these settings of single sign-on."""
    opened: list[TestClient] = []

    def make(name: str = "mona", **given: Any) -> Moderator:
        settings: dict[str, Any] = {
            "oidc_issuer": provider.issuer,
            "oidc_client_id": CLIENT_ID,
            "oidc_client_secret": CLIENT_SECRET,
            "oidc_name": "Shop account",
            **given,
        }
        application = mounted(database, clock, tmp_path, **settings)
        opened.append(TestClient(application, base_url="http://desk.test"))
        return Moderator(name, opened[-1])

    yield make
    for browser in opened:
        browser.close()


@dataclass
class Marketplace:
    """Sends messages that are judged at once, as the worker would have them stored."""

    database: Database
    clock: Clock
    sent: int = 0

    def send(
        self,
        message: Message | None = None,
        verdict: Verdict | None = None,
        *,
        language: str | None = "en",
    ) -> int:
        """The id of the case; 0 when none was opened."""
        self.sent += 1
        message = message or franks_message(id=f"m-{self.sent}")
        verdict = verdict or verdict_on(message.text)
        with self.database.begin() as connection:
            receipt = messages.receive(connection, [message], now=self.clock())[0]
            verdicts.record(connection, receipt.pk, verdict, now=self.clock(), language=language)
            return messages.find_by_pk(connection, receipt.pk).case_id or 0

    def case(self, case_id: int) -> desk.CaseView:
        with self.database.read() as connection:
            return desk.find_case(connection, case_id, now=self.clock())


@pytest.fixture
def marketplace(database: Database, clock: Clock) -> Marketplace:
    return Marketplace(database, clock)


@dataclass
class Served:
    """The console on a port of this machine, for real browsers."""

    address: str
    marketplace: Marketplace

    def decided(self, case_id: int, by: str = "nils") -> None:
        """A colleague refuses it."""
        with self.database.begin() as connection:
            now = self.marketplace.clock()
            decisions.decide(connection, case_id, action="refuse", by=by, now=now)

    @property
    def database(self) -> Database:
        return self.marketplace.database


@contextmanager
def serving(application: Starlette, database: Database, clock: Clock) -> Iterator[Served]:
    """The application on a free port of this machine."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(application, log_config=None, access_log=False, lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        port: Any = listening.getsockname()[1]
        yield Served(f"http://127.0.0.1:{port}/console", Marketplace(database, clock))
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture
def served_database(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    """A database for a console that really listens."""
    path = tmp_path / "served.db"
    copyfile(sqlite_template, path)
    database = Database.open(f"sqlite:///{path}")
    yield database
    database.close()


@pytest.fixture
def served(served_database: Database, tmp_path: Path, clock: Clock) -> Iterator[Served]:
    application = mounted(served_database, clock, tmp_path)
    with serving(application, served_database, clock) as listening:
        yield listening


def session_for(database: Database, name: str) -> str:
    """The token of a new session for somebody who is there already."""
    with database.begin() as connection:
        row = connection.execute(select(schema.users).where(schema.users.c.name == name)).one()
        user = users.User(row.id, row.name, row.role)
        return sessions.open_session(connection, user, lifetime=SESSION_LIFETIME, now=NOON)[0]


def sign_in(page: Page, served: Served, name: str = "mona", role: users.Role = "moderator") -> None:
    """The person is made, logged in at this browser, and sees the queue."""
    add_user(served.database, name, role)
    token = session_for(served.database, name)
    page.context.add_cookies(
        [{"name": SESSION_COOKIE, "value": token, "url": f"{served.address}/"}]
    )
    page.goto(f"{served.address}/")
