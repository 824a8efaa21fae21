"""``inbounds scan`` as a shell runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

CASES = (
    {"id": "a", "text": "Invoice template attached, tell me if the columns fit."},
    {"id": "b", "text": "reach me under frank.lance@posteo.de", "context": {"contract": "none"}},
    {"id": "c", "text": "second draft is up", "history": [{"sender_role": "client", "text": "?"}]},
)


def scan(*arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cli.main", "scan", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=100, check=False)


def lines(*cases: dict[str, Any]) -> bytes:
    return b"".join(json.dumps(case).encode() + b"\n" for case in cases)


def records(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_one_answer_a_line_same_ids_same_order(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_bytes(lines(*CASES))
    done = scan(str(file))
    assert done.returncode == 0, done.stderr
    answers = records(done.stdout)
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert [answer["decision"] for answer in answers] == ["allow", "hold", "allow"]
    (span,) = answers[1]["findings"][0]["spans"]
    text = CASES[1]["text"]
    assert text[span["start"] : span["end"]] == "frank.lance@posteo.de"  # type: ignore[index]


def test_several_processes_keep_the_order_and_the_verdicts() -> None:
    stdin = lines(*({**CASES[i % 3], "id": f"m-{i}"} for i in range(3_000)))
    one, two = scan("-", stdin=stdin), scan("-", "--jobs", "2", stdin=stdin)
    assert one.returncode == two.returncode == 0
    without_time = [{**answer, "elapsed_ms": None} for answer in records(one.stdout)]
    assert without_time == [{**answer, "elapsed_ms": None} for answer in records(two.stdout)]
    assert [answer["id"] for answer in without_time] == [f"m-{i}" for i in range(3_000)]


BAD_LINES = (
    (b"{not json}", "not JSON"),
    (b'["a list"]', "object"),
    (b'{"id": "x", "text": 7}', "text"),
    (b'{"id": "x", "text": "hi", "colour": "red"}', "colour"),
    (b'{"id": "x", "text": "hi", "context": {"contract": "signed"}}', "signed"),
    (json.dumps({"id": "x", "text": "a" * 20_001}).encode(), "20000"),
    (json.dumps({"id": "x", "text": "", "history": [{"text": "a"}] * 51}).encode(), "50"),
    (b'{"id": "x", "text": "\xff\xfe"}', "UTF-8"),
    (b"[" * 100_000, "nested"),
    (b'{"id": "x", "text": ' + b"1" * 5_000 + b"}", "cannot be read"),
)


def test_bad_lines_become_records_with_their_numbers_and_nothing_is_lost() -> None:
    bad = b"\r\n".join(line for line, _ in BAD_LINES)
    done = scan("-", stdin=lines(CASES[0]) + b"\n" + bad + b"\r\n" + lines(CASES[1])[:-1])
    assert done.returncode == 1
    first, *errors, last = records(done.stdout)
    assert (first["id"], last["id"]) == ("a", "b")
    assert [it["error"]["line"] for it in errors] == list(range(3, 3 + len(BAD_LINES)))
    for (_, named), it in zip(BAD_LINES, errors, strict=True):
        assert named in " ".join(it["error"]["problems"])


def test_text_that_utf8_cannot_hold_is_answered_all_the_same() -> None:
    done = scan("-", stdin=b'{"id": "s", "text": "mail \\ud800 jo\\u0000 @ proton.me"}\n')
    assert done.returncode == 0, done.stderr
    assert records(done.stdout)[0]["id"] == "s"


def test_one_text_is_explained_with_its_spans_marked() -> None:
    done = scan("--text", "Sure! reach me under frank.lance@posteo.de\x1b[31m")
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode()
    assert "HOLD" in shown
    assert "⟦frank.lance@posteo.de⟧1" in shown
    assert "contact.email" in shown
    assert "if contact.email were" in shown
    assert "\x1b" not in shown


def test_one_text_as_json_obeys_the_context_options() -> None:
    done = scan("--text", "frank.lance@posteo.de", "--json", "--contract", "active")
    assert records(done.stdout)[0]["decision"] == "allow"


def test_a_missing_file_is_named() -> None:
    done = scan("nowhere.jsonl")
    assert done.returncode != 0
    assert b"nowhere.jsonl" in done.stderr


def test_a_broken_policy_file_is_named_before_anything_is_read(tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("nonsense = 1\n")
    done = scan("-", "--policy", str(policy), stdin=lines(*CASES))
    assert done.returncode != 0
    assert b"policy.toml" in done.stderr
    assert done.stdout == b""
