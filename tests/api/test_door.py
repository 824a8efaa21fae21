"""Nothing gets in without a key, nor as anything but the JSON that is meant."""

from __future__ import annotations

import json
import socket
import string
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.body import read_json
from api.callers import REMEMBERED_FOR, Callers
from api.refusals import BODY_MAX_SIZE, NotJsonError
from scanner.message import HISTORY_MAX_LENGTH, TEXT_MAX_LENGTH
from store.keys import SCOPES, create_key, revoke_key
from tests.api.conftest import INNOCENT, Market, stored_messages

JSON = {"content-type": "application/json"}
SECRET = "thissecretiswhatsamwrote"


def only_fault(answer: Any) -> dict[str, str]:
    assert answer.status_code == 422, answer.text
    (fault,) = answer.json()["errors"]
    return fault


# Who calls


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer inb_wrong",
        "Basic aW5iOng=",
        "Bearer " + "x" * 100_000,
        "Bearer \xff\xfe",
    ],
)
def test_nobody_enters_without_a_key_that_is_known(door: Market, authorization: str | None) -> None:
    del door.headers["authorization"]
    headers = {**JSON, **({} if authorization is None else {"authorization": authorization})}
    raw = {name: value.encode("latin-1") for name, value in headers.items()}
    answer = door.post("/v1/scans", content=b'{"text": "hello"}', headers=raw)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.headers["content-type"] == "application/problem+json"
    assert stored_messages(door.parts.database) == 0


def test_unknown_callers_do_not_learn_what_is_wrong_with_their_body(door: Market) -> None:
    door.headers["authorization"] = "Bearer inb_wrong"
    assert door.post("/v1/scans", content=b"{", headers=JSON).status_code == 401
    assert door.get("/v1/cases/1").status_code == 401
    assert door.get("/v1/messages/m-1").status_code == 401


def test_revoked_key_opens_nothing_once_it_is_forgotten(door: Market) -> None:
    database = door.parts.database
    clock = [0.0]
    callers = Callers(database, clock=lambda: clock[0])
    with database.begin() as connection:
        key = create_key(connection, name="old", scopes=SCOPES, now=datetime.now(UTC))
    assert callers.recall(key) is None
    assert callers.look_up(key) == callers.recall(key)
    with database.begin() as connection:
        revoke_key(connection, name="old", now=datetime.now(UTC))
    clock[0] = (REMEMBERED_FOR + timedelta(microseconds=1)).total_seconds()
    assert callers.recall(key) is None
    assert callers.look_up(key) is None
    assert callers.recall(key) is None


def test_scheme_is_read_in_any_case(door: Market) -> None:
    door.headers["authorization"] = door.headers["authorization"].replace("Bearer", "bearer")
    assert door.tell("/v1/previews", {"text": INNOCENT}).status_code == 200


# What they send


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "Expecting value at line 1, column 1"),
        (b"{", "line 1, column 2"),
        (b"text=hello", "Expecting value"),
        (b'{"text": "a"} {}', "Extra data"),
        (b'{"text": NaN}', "NaN"),
        (b'{"text": -Infinity}', "-Infinity"),
        (b'{"text": "a", "text": "b"}', 'the key "text" comes twice'),
        (b'{"text": "caf\xe9"}', "byte 13 is not UTF-8"),
        (b'{"text": "\xed\xa0\x80"}', "is not UTF-8"),
        (b'{"text": "a\nb"}', "control character"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b"[" + b"9" * 5_000 + b"]", "too many digits"),
    ],
)
def test_what_is_not_json_is_refused_and_it_is_said_where(
    door: Market, body: bytes, why: str
) -> None:
    answer = door.post("/v1/scans", content=body, headers=JSON)
    assert answer.status_code == 400
    assert answer.json()["type"] == "urn:inbounds:problem:not-json"
    assert why in answer.json()["detail"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "text/plain"},
        {"content-type": "application/json; charset=latin-1"},
        {"content-type": "application/json", "content-encoding": "gzip"},
    ],
)
def test_other_media_are_refused_with_the_header_to_send(
    door: Market, headers: dict[str, str]
) -> None:
    answer = door.post("/v1/scans", content=b'{"text": "hello"}', headers=headers)
    assert answer.status_code == 415
    assert answer.json()["detail"].startswith("send the body")


def test_charset_utf8_may_be_named(door: Market) -> None:
    headers = {"content-type": 'Application/JSON; charset="UTF-8"'}
    assert door.post("/v1/previews", content=b'{"text": "x"}', headers=headers).is_success


def test_body_that_is_too_large_is_refused_by_its_declared_length(door: Market) -> None:
    answer = door.post("/v1/scans", content=b" " * (BODY_MAX_SIZE + 1), headers=JSON)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert f"{BODY_MAX_SIZE:,}" in answer.json()["detail"]


def test_body_without_a_length_is_read_no_further_than_allowed(
    door: Market, served: tuple[str, int]
) -> None:
    chunk = b" " * 65_536
    with socket.create_connection(served, timeout=20) as caller:
        caller.sendall(
            b"POST /v1/scans HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\nAuthorization: "
            + door.headers["authorization"].encode()
            + b"\r\n\r\n"
        )
        sent = 0
        caller.setblocking(True)
        try:
            while sent < 4 * BODY_MAX_SIZE:
                caller.sendall(b"%x\r\n%b\r\n" % (len(chunk), chunk))
                sent += len(chunk)
        except OSError:
            pass  # the server closed the door
        head = caller.recv(4096)
    assert b" 413 " in head.partition(b"\r\n")[0]


def test_largest_message_that_is_allowed_fits(door: Market) -> None:
    text = "Ж" * TEXT_MAX_LENGTH  # six bytes each, escaped
    body = {"text": text, "history": [{"text": text}] * HISTORY_MAX_LENGTH}
    assert door.tell("/v1/previews", body).status_code == 200


# What is in it


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"text": ""}, "/text"),
        ({"text": "a" * (TEXT_MAX_LENGTH + 1)}, "/text"),
        ({}, "/text"),
        ({"text": None}, "/text"),
        ({"text": 7}, "/text"),
        ({"text": ["hello"]}, "/text"),
        ({"text": "a", "colour": "red"}, "/colour"),
        ({"text": "a", "a/b~c": 1}, "/a~1b~0c"),
        ({"text": "a", "id": ""}, "/id"),
        ({"text": "a", "id": ".."}, "/id"),
        ({"text": "a", "id": "a/b"}, "/id"),
        ({"text": "a", "id": "a\x00"}, "/id"),
        ({"text": "a", "id": "a\n"}, "/id"),
        ({"text": "a", "id": "\ud800"}, "/id"),
        ({"text": "a", "id": "x" * 201}, "/id"),
        ({"text": "a", "id": 12}, "/id"),
        ({"text": "a", "sent_at": "yesterday"}, "/sent_at"),
        ({"text": "a", "sent_at": "2026-03-01"}, "/sent_at"),
        ({"text": "a", "sent_at": "2026-03-01T10:00:00"}, "/sent_at"),
        ({"text": "a", "sent_at": "2026-13-01T10:00:00Z"}, "/sent_at"),
        ({"text": "a", "sent_at": "0001-01-01T00:00:00+23:00"}, "/sent_at"),
        ({"text": "a", "sent_at": 1_700_000_000}, "/sent_at"),
        ({"text": "a", "context": {"contract": "maybe"}}, "/context/contract"),
        ({"text": "a", "context": {"surface": "Message"}}, "/context/surface"),
        ({"text": "a", "context": {"sender_role": "admin"}}, "/context/sender_role"),
        ({"text": "a", "context": {"relationship": "friends"}}, "/context/relationship"),
        ({"text": "a", "context": {"conversion_fee_paid": "no"}}, "/context/conversion_fee_paid"),
        ({"text": "a", "context": {"conversion_fee_paid": 1}}, "/context/conversion_fee_paid"),
        ({"text": "a", "context": {"contracts": "none"}}, "/context/contracts"),
        ({"text": "a", "context": "none"}, "/context"),
        ({"text": "a", "history": "none"}, "/history"),
        ({"text": "a", "history": [{"text": "a"}] * (HISTORY_MAX_LENGTH + 1)}, "/history"),
        ({"text": "a", "history": [{"text": "a"}, {}]}, "/history/1/text"),
        ({"text": "a", "history": [{"text": "a" * 20_001}]}, "/history/0/text"),
        ({"text": "a", "history": [{"text": "a", "role": "x"}]}, "/history/0/role"),
        ([], ""),
        ("hello", ""),
        (None, ""),
        (12, ""),
    ],
    ids=lambda given: str(given)[:40].encode("ascii", "backslashreplace").decode(),
)
@pytest.mark.parametrize("path", ["/v1/scans", "/v1/previews"])
def test_bad_input_names_place_value_and_fix(
    door: Market, path: str, body: object, place: str
) -> None:
    fault = only_fault(door.tell(path, body))
    assert (fault["in"], fault["place"]) == ("body", place)
    assert fault["value"]
    assert fault["fix"]
    assert stored_messages(door.parts.database) == 0


def test_a_megabyte_of_combining_marks_is_refused(door: Market) -> None:
    marks = '{"text": "e' + "\u0301" * 500_000 + '"}'
    answer = door.post("/v1/scans", content=marks.encode(), headers=JSON)
    assert only_fault(answer)["value"] == "a text of 500,001 characters"
    escaped = door.tell("/v1/scans", {"text": "e" + "\u0301" * 2_000_000})
    assert escaped.status_code == 413


def test_everything_that_is_wrong_is_told_at_once(door: Market) -> None:
    answer = door.tell("/v1/scans", {"id": 1, "text": "", "contxt": {}, "room": "a b"})
    places = {fault["place"] for fault in answer.json()["errors"]}
    assert places == {"/id", "/text", "/contxt", "/room"}


def test_message_text_is_never_repeated(door: Market) -> None:
    bodies: list[object] = [
        {"text": SECRET * 2_000},
        {"text": SECRET, "history": [{"text": SECRET * 2_000}]},
        {"text": [SECRET]},
        {"text": {"a": SECRET}},
        {"id": SECRET + "/" * 60, "text": SECRET},
        {"text": SECRET, SECRET * 10: 1},
    ]
    for body in bodies:
        answer = door.tell("/v1/scans", body)
        assert answer.status_code == 422
        assert SECRET not in answer.text
    for raw in (f'{{"text": "{SECRET}', f'{{"text": "{SECRET}", "text": NaN}}', SECRET):
        answer = door.post("/v1/scans", content=raw, headers=JSON)
        assert answer.status_code == 400
        assert SECRET not in answer.text


def test_a_flood_of_faults_gets_a_short_answer(door: Market) -> None:
    answer = door.tell("/v1/messages", [{"text": ""}] * 1_000)
    assert len(answer.json()["errors"]) == 100
    assert "and 1,999 more" in answer.json()["detail"]
    answer = door.post("/v1/messages", content=b"[" + b"{}," * 1_000_000 + b"{}]", headers=JSON)
    assert only_fault(answer)["value"] == "a list of 1,000,001"


@pytest.mark.parametrize(
    "text",
    [
        "a lone surrogate \ud83d in the middle",
        "\udc00\ud800",
        "nulls \x00 and more \x00\x00",
        "\u202egro.elpmaxe@nhoj\u202c",
        "e" + "\u0301" * (TEXT_MAX_LENGTH - 1),
        "\ufeff\u200b\u2028\u2029\x85",
        "<script>alert(1)</script>{{7*7}}' OR 1=1 --",
        " ",
    ],
    ids=ascii,
)
def test_whatever_people_type_is_judged_kept_and_given_back(market: Market, text: str) -> None:
    answer = market.tell("/v1/scans", {"id": "m-1", "room": "r", "text": text})
    assert answer.status_code == 200, answer.text
    assert answer.json()["failures"] == []
    market.tell("/v1/messages/m-1/reports", {"reporter": "clara", "reason": "spam"})
    case = market.get(f"/v1/cases/{market.get('/v1/cases').json()['cases'][0]['id']}")
    assert case.json()["text"] == text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(), max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.text(st.characters(), max_size=8), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_json_is_read_as_it_was_written(value: object) -> None:
    assert read_json(json.dumps(value).encode()) == value


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60) | st.text(string.printable, max_size=60).map(str.encode))
def test_no_bytes_do_more_than_be_refused(raw: bytes) -> None:
    refused = ""
    try:
        read_json(raw)
    except NotJsonError as refusal:
        refused = str(refusal)
    assert not refused or refused.startswith("the body is not JSON: ")
