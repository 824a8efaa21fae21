"""Every error is a problem that says what to do, and none tells what is inside."""

from __future__ import annotations

import inspect
import io
import logging
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import InterfaceError, OperationalError, TimeoutError

from api import app as api_app
from api import errors, refusals
from api.errors import KINDS, TYPE_PREFIX
from config import logs
from config.settings import ROOT, Settings
from models import ModelError
from scanner.message import Message
from scanner.road import INSTALLATION, Scanner
from scanner.verdict import Verdict, Versions
from store import errors as store_errors
from tests.api.conftest import Market, Open

SECRET = "jane.roe@gmail.com"
CALLS = [
    ("GET", "/v1/nothing"),
    ("GET", "/"),
    ("GET", "/v1/scans"),
    ("DELETE", "/v1/messages/m-1"),
    ("PUT", "/v1/cases"),
    ("POST", "/livez"),
    ("GET", "/v1/scans/"),
    ("BREW", "/v1/scans"),
    ("GET", "/v1/messages/m-1"),
    ("GET", "/v1/cases/7"),
    ("GET", "/v1/cases?limit=none"),
    ("POST", "/v1/scans"),
]


class Bursting:
    """An engine that breaks with the message in its exception."""

    versions = Versions(rulebook="r", policy="p", models="m", views="v")

    def scan(self, message: Message) -> Verdict:
        raise RuntimeError(message.text)

    influences = scan


def classes_of(module: Any) -> set[type[Exception]]:
    return {
        cls
        for _, cls in inspect.getmembers(module, inspect.isclass)
        if issubclass(cls, Exception) and cls.__module__ == module.__name__
    }


@pytest.mark.parametrize("module", [store_errors, refusals], ids=lambda module: module.__name__)
def test_every_exception_is_mapped(module: Any) -> None:
    roots = {store_errors.StoreError, refusals.RefusalError}
    assert classes_of(module) - roots - set(KINDS) == set()


def test_kinds_of_problems_are_told_apart_and_documented() -> None:
    by_slug: dict[str, set[HTTPStatus]] = {}
    for kind in KINDS.values():
        by_slug.setdefault(kind.slug, set()).add(kind.status)
    assert all(len(statuses) == 1 for statuses in by_slug.values())
    told = (ROOT / "docs" / "api.md").read_text()
    assert [slug for slug in [*by_slug, "broken"] if f"`{slug}`" not in told] == []


def test_statuses_stand_in_one_file() -> None:
    for path in (ROOT / "api").glob("*.py"):
        if path.name != "errors.py":
            text = path.read_text()
            assert "HTTPStatus" not in text, path.name
            assert "HTTP_" not in text, path.name


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_every_refusal_is_a_problem(door: Market, method: str, path: str) -> None:
    answer = door.request(method, path)
    problem = answer.json()
    assert answer.status_code >= 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == answer.status_code
    assert problem["type"].startswith(TYPE_PREFIX)
    assert problem["title"]
    assert problem["detail"]
    assert set(problem) <= {"type", "title", "status", "detail", "errors"}


def test_wrong_method_is_answered_with_the_right_ones(door: Market) -> None:
    answer = door.get("/v1/scans")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert "POST" in answer.json()["detail"]


@pytest.fixture
def log_lines() -> Iterator[io.StringIO]:
    """What the process writes to its log meanwhile, set up as in deployment."""
    root = logging.getLogger()
    before, level = root.handlers, root.level
    logs.configure(level="debug", format="json")
    written = io.StringIO()
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    yield written
    root.handlers = before
    root.setLevel(level)


@pytest.mark.parametrize("path", ["/v1/scans", "/v1/previews"])
def test_what_breaks_is_logged_without_the_message_and_answered_without_the_cause(
    open_market: Open, sqlite_url: str, redis_url: str, log_lines: io.StringIO, path: str
) -> None:
    market = open_market(sqlite_url, redis_url, scanner=Bursting())
    answer = market.tell(path, {"text": SECRET})
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == f"{TYPE_PREFIX}broken"
    assert "RuntimeError" not in answer.text
    assert SECRET not in answer.text
    assert '"error": "RuntimeError"' in log_lines.getvalue()
    assert f'"route": "{path}"' in log_lines.getvalue()
    assert SECRET not in log_lines.getvalue()
    assert market.get("/livez").is_success


def test_no_log_line_holds_what_was_sent(
    open_market: Open, sqlite_url: str, redis_url: str, log_lines: io.StringIO
) -> None:
    market = open_market(sqlite_url, redis_url)
    market.tell("/v1/scans", {"id": "m-1", "text": f"mail {SECRET}"})
    market.tell("/v1/messages", {"id": "m-1", "text": SECRET})
    market.tell("/v1/messages", {"id": SECRET, "text": SECRET, SECRET: SECRET})
    market.get(f"/v1/messages/{SECRET}")
    market.judge_waiting()
    assert SECRET not in log_lines.getvalue()


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_database_that_does_not_answer_is_a_reason_to_try_again(
    error: type[OperationalError],
) -> None:
    kind = errors.kind_of(error("SELECT 1", {}, Exception(SECRET)))
    assert (kind.status, kind.slug) == (HTTPStatus.SERVICE_UNAVAILABLE, "unavailable")
    assert errors.kind_of(TimeoutError()) is kind


def test_calls_say_that_the_database_is_away_and_nothing_of_it(
    open_market: Open, sqlite_url: str, redis_url: str, tmp_path: Path
) -> None:
    market = open_market(sqlite_url, redis_url)
    market.parts.database.close()
    Path(sqlite_url.removeprefix("sqlite:///")).unlink()
    (tmp_path / "door.db").mkdir()  # now it cannot even be made anew
    answer = market.tell("/v1/scans", {"text": "hello"})
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"
    assert "sqlite" not in answer.text.lower()
    assert str(tmp_path) not in answer.text


def test_altered_model_is_refused_at_the_start_with_file_and_hash(
    monkeypatch: pytest.MonkeyPatch, sqlite_url: str, tmp_path: Path
) -> None:
    import shutil

    folder = tmp_path / "artefacts"
    shutil.copytree(INSTALLATION / "models" / "artefacts", folder)
    altered = max((path for path in folder.rglob("*") if path.is_file()), key=size)
    altered.write_bytes(altered.read_bytes()[:-1] + b"?")
    load = Scanner.load
    monkeypatch.setattr(Scanner, "load", lambda **_: load(artefacts=folder))
    with pytest.raises(ModelError, match=rf"(?s){altered.name}.*[0-9a-f]{{8}}"):
        api_app.create_app(Settings(var_dir=tmp_path, database_url=sqlite_url))


def size(path: Path) -> int:
    return path.stat().st_size
