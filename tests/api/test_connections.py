"""Nobody keeps a connection for nothing, and every answer says what may be done with it."""

from __future__ import annotations

import contextlib
import gzip
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from api.connections import HEAD_MAX_SIZE
from api.headers import HEADERS
from console.security import SESSION_COOKIE
from store.sessions import open_session
from store.users import create_user
from tests.api.conftest import OFFER, Hasty, Market, Serving

GET = b"GET /livez HTTP/1.1\r\nHost: test\r\n"
PATIENCE_SECONDS = 20.0


@pytest.fixture
def caller(served: tuple[str, int]) -> Iterator[socket.socket]:
    with socket.create_connection(served, timeout=PATIENCE_SECONDS) as connection:
        yield connection


def all_of(caller: socket.socket) -> bytes:
    """Everything until the server closes the connection; the test fails when it does not."""
    said = b""
    while chunk := caller.recv(65_536):
        said += chunk
    return said


def post(door: Market, length: int) -> bytes:
    key = door.headers["authorization"]
    head = f"POST /v1/previews HTTP/1.1\r\nHost: test\r\nAuthorization: {key}\r\n"
    return f"{head}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n".encode()


def trickle(caller: socket.socket, sign: bytes) -> None:
    """One sign now and then, until nobody listens any more."""
    try:
        while True:
            caller.sendall(sign)
            caller.settimeout(0.2)
            try:
                if not caller.recv(1, socket.MSG_PEEK):
                    return
                caller.settimeout(PATIENCE_SECONDS)
            except TimeoutError:
                continue
            else:
                return
    except OSError:
        return
    finally:
        caller.settimeout(PATIENCE_SECONDS)


def test_connection_that_says_nothing_is_closed(caller: socket.socket) -> None:
    assert all_of(caller) == b""


def test_head_that_trickles_is_refused(caller: socket.socket) -> None:
    caller.sendall(GET)
    trickle(caller, b"X")
    said = all_of(caller)
    assert said.startswith(b"HTTP/1.1 408 ")
    assert b"urn:inbounds:problem:too-slow" in said


def test_body_that_trickles_is_refused(caller: socket.socket, door: Market) -> None:
    caller.sendall(post(door, 1_000))
    trickle(caller, b" ")
    said = all_of(caller)
    assert said.startswith(b"HTTP/1.1 408 ")
    assert said.count(b"HTTP/1.1") == 1


def test_head_of_a_second_request_has_to_come_as_well(caller: socket.socket) -> None:
    caller.sendall(GET + b"\r\n")
    said = b""
    while not said.endswith(b"}"):
        said += caller.recv(65_536)
    assert said.startswith(b"HTTP/1.1 200 ")
    caller.sendall(GET)
    trickle(caller, b"X")
    assert b"HTTP/1.1 408 " in all_of(caller)


@pytest.mark.parametrize(
    "sent",
    [
        GET + b"X: " + b"a" * (HEAD_MAX_SIZE * 8),
        GET + b"X: a\r\n" * HEAD_MAX_SIZE,
        b"GET /" + b"a" * (HEAD_MAX_SIZE * 8),
    ],
    ids=["one header", "many headers", "the line"],
)
def test_head_is_read_no_further_than_allowed(caller: socket.socket, sent: bytes) -> None:
    try:
        caller.sendall(sent)
        said = all_of(caller)
    except ConnectionError:  # closed while we still wrote
        return
    assert said.startswith(b"HTTP/1.1 431 ")
    assert b"urn:inbounds:problem:head-too-large" in said


def test_what_is_no_http_is_refused_as_a_problem(caller: socket.socket) -> None:
    caller.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n")
    said = all_of(caller)
    assert said.startswith(b"HTTP/1.1 400 ")
    assert b"urn:inbounds:problem:malformed" in said
    assert b"x-content-type-options: nosniff" in said


def ask_until(caller: socket.socket, deadline: float) -> None:
    while time.monotonic() < deadline:
        with contextlib.suppress(TimeoutError):
            caller.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: test\r\n\r\n")


def test_caller_that_never_reads_is_left(served: tuple[str, int]) -> None:
    with socket.socket() as caller:
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        caller.connect(served)
        deadline = time.monotonic() + PATIENCE_SECONDS
        caller.settimeout(0.5)
        with pytest.raises(ConnectionError):
            ask_until(caller, deadline)


def test_slow_but_steady_caller_is_answered(caller: socket.socket, door: Market) -> None:
    body = b'{"text": "hello"}'
    caller.sendall(post(door, len(body)))
    for sign in body:
        caller.sendall(bytes([sign]))
        time.sleep(0.05)
    assert caller.recv(65_536).startswith(b"HTTP/1.1 200 ")


# Live streams


@pytest.fixture
def token(door: Market) -> str:
    """Of a moderator's session; asked for before the caller, since a password takes its time."""
    now = datetime.now(UTC)
    with door.parts.database.begin() as connection:
        user = create_user(connection, name="mona", password="a" * 12, role="moderator", now=now)
        return open_session(connection, user, lifetime=timedelta(hours=1), now=now)[0]


def listen(caller: socket.socket, token: str) -> None:
    """The caller is logged in at the console, and hears what happens to the cases."""
    head = "GET /console/events HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n"
    caller.sendall(f"{head}Cookie: {SESSION_COOKIE}={token}\r\n\r\n".encode())
    hear(caller, b"event: here")


def hear(caller: socket.socket, told: bytes) -> None:
    """The test fails when the connection ends, or nothing comes, before it is told."""
    said = b""
    while told not in said:
        chunk = caller.recv(65_536)
        assert chunk, said
        said += chunk


def test_live_stream_is_no_slow_caller(
    token: str, caller: socket.socket, door: Market, serving: Serving
) -> None:
    listen(caller, token)
    time.sleep(Hasty.head_seconds + Hasty.body_seconds + Hasty.write_seconds)
    assert door.tell("/v1/scans", {"text": OFFER}).json()["case_id"] is not None
    hear(caller, b"event: changed")
    assert serving.stop()
    labels = 'le="5.0",method="GET",route="/console/events"'
    assert f"inbounds_http_request_seconds_bucket{{{labels}}} 1.0" in door.get("/metrics").text


def test_live_stream_ends_when_the_server_stops(
    token: str, caller: socket.socket, serving: Serving
) -> None:
    listen(caller, token)
    assert serving.stop(PATIENCE_SECONDS)  # less than a stream lives
    all_of(caller)


def test_what_is_being_answered_is_answered_when_the_server_stops(
    caller: socket.socket, door: Market, serving: Serving
) -> None:
    body = b'{"text": "hello"}'
    caller.sendall(post(door, len(body)))
    time.sleep(0.5)
    serving.server.should_exit = True
    time.sleep(0.5)
    caller.sendall(body)
    assert all_of(caller).startswith(b"HTTP/1.1 200 ")
    assert serving.stop()


# What answers carry


@pytest.mark.parametrize(
    "path",
    ["/livez", "/v1/cases", "/v1/cases/7", "/nothing", "/docs", "/openapi.json", "/console/login"],
)
def test_every_answer_carries_the_headers(door: Market, path: str) -> None:
    answer = door.get(path)
    assert set(HEADERS) <= set(answer.headers)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["referrer-policy"] == "no-referrer"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers.get_list("content-security-policy") == [policy]
    assert "strict-transport-security" not in answer.headers
    assert "server" not in answer.headers


def test_over_tls_browsers_are_told_to_stay_there_and_cookies_are_secure(door: Market) -> None:
    answer = door.get("https://testserver/console/login")
    assert answer.headers["strict-transport-security"].startswith("max-age=31536000")
    (cookie,) = answer.headers.get_list("set-cookie")
    told = {part.strip().lower() for part in cookie.split(";")}
    assert {"httponly", "secure", "samesite=strict"} <= told
    plain = door.get("http://testserver/console/login").headers["set-cookie"].lower()
    assert "httponly" in plain
    assert "secure" not in plain


def test_packed_body_is_not_unpacked(door: Market) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    for coding in ("gzip", "deflate", "br", "zstd", "gzip, gzip"):
        headers = {"content-type": "application/json", "content-encoding": coding}
        answer = door.post("/v1/scans", content=bomb, headers=headers)
        assert answer.status_code == 415, coding
