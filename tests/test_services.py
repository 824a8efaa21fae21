"""The parts that tests stand on are real, fresh, and leave nothing behind."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
import redis
import sqlalchemy
from playwright.sync_api import Page

from config import redis_server
from config.redis_server import RedisServerError


def test_second_redis_on_the_same_socket_is_refused(tmp_path: Path) -> None:
    socket = tmp_path / "redis.sock"
    with (
        redis_server.running(socket, log_path=tmp_path / "one.log"),
        pytest.raises(RedisServerError, match="already listens"),
        redis_server.running(socket, log_path=tmp_path / "two.log"),
    ):
        pass


def test_redis_that_cannot_start_says_why(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "redis.sock"
    with (
        pytest.raises(RedisServerError, match=r"(?s)did not start.*nowhere"),
        redis_server.running(nowhere, log_path=tmp_path / "redis.log"),
    ):
        pass


def test_missing_redis_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RedisServerError, match="INBOUNDS_REDIS_URL"):
        redis_server.find_server()


@pytest.mark.parametrize("name", ["redis.sock", "long" * 40])
def test_redis_answers_while_we_run_and_leaves_no_socket(tmp_path: Path, name: str) -> None:
    socket = tmp_path / name
    with redis_server.running(socket, log_path=tmp_path / "redis.log") as url:
        with redis.Redis.from_url(url) as client:
            assert client.set("a", "b")
        assert redis_server.address(socket) == url
        assert redis_server.answers(socket)
    assert not redis_server.answers(socket)
    assert [path.name for path in tmp_path.iterdir()] == ["redis.log"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of a killed parent")
def test_redis_ends_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    socket = tmp_path / "redis.sock"
    script = (
        "import sys, time; from pathlib import Path; from config import redis_server\n"
        "socket = Path(sys.argv[1])\n"
        "with redis_server.running(socket, log_path=socket.with_suffix('.log')):\n"
        "    print('up', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(socket)], stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"up\n"
        assert redis_server.answers(socket)
        parent.kill()
    deadline = time.monotonic() + 20
    while redis_server.answers(socket) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not redis_server.answers(socket)


def test_database_is_empty_and_real(empty_database_url: str) -> None:
    engine = sqlalchemy.create_engine(empty_database_url)
    assert sqlalchemy.inspect(engine).get_table_names() == []
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("CREATE TABLE kept (id INTEGER)"))
    assert sqlalchemy.inspect(engine).get_table_names() == ["kept"]
    engine.dispose()


def test_page_runs_scripts_in_a_real_browser(page: Page) -> None:
    page.set_content("<p id=p>before</p><script>p.textContent = navigator.userAgent</script>")
    assert "Chrome/" in (page.text_content("#p") or "")
