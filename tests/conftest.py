"""Real parts for every test: Redis, both databases, a browser. And no skip in CI."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
import redis
from playwright.sync_api import Browser, Page, sync_playwright

from config import redis_server
from store.database import Database
from tests.services import IN_CI, browser, missing, postgres


@pytest.fixture(scope="session")
def redis_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Redis for the whole run."""
    folder = tmp_path_factory.mktemp("redis")
    try:
        with redis_server.running(folder / "redis.sock", log_path=folder / "redis.log") as url:
            yield url
    except redis_server.RedisServerError as error:
        missing(str(error))


@pytest.fixture
def redis_url(redis_process: str) -> str:
    """A real Redis with nothing in it."""
    with redis.Redis.from_url(redis_process) as client:
        client.flushall()
    return redis_process


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Postgres]:
    """One PostgreSQL for the whole run."""
    try:
        with postgres.running() as server:
            yield server
    except postgres.PostgresMissingError as error:
        missing(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables; the test runs once on each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    server: postgres.Postgres = request.getfixturevalue("postgres_server")
    name = server.create_database()
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: postgres.Postgres) -> str:
    """The name of a PostgreSQL database that has our tables; copying it is quick."""
    name = postgres_server.create_database()
    _upgrade(postgres_server.url(name))
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that has our tables."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    _upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with our tables and nothing in them; the test runs once on each kind."""
    if request.param == "sqlite":
        path = tmp_path / "inbounds.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server: postgres.Postgres = request.getfixturevalue("postgres_server")
    name = server.create_database(request.getfixturevalue("postgres_template"))
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The same, opened."""
    opened = Database.open(database_url)
    yield opened
    opened.close()


def _upgrade(url: str) -> None:
    database = Database.open(url)
    database.upgrade()
    database.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One real browser for a file; while it is open, its event loop holds the tests' thread."""
    program = browser.find()
    if program is None:
        missing("no Chromium; apt install chromium, or .venv/bin/playwright install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=browser.arguments(), headless=True
        )
        yield started
        started.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh page with its own cookies; what its scripts throw fails the test."""
    context = chromium.new_context(locale="en-GB", timezone_id="UTC")
    opened = context.new_page()
    thrown: list[str] = []
    opened.on("pageerror", lambda error: thrown.append(str(error)))
    yield opened
    context.close()
    assert thrown == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skip is a failure: what was not run was not checked."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for whole files."""
    report = yield
    _refuse_skip(report)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {report.longrepr}"
