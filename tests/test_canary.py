"""What people write stands in one column, and nowhere else that anybody can look.

Unmistakable words go through the real processes: judged at once, queued, reported, decided,
refused, and while the database and a worker break. Then they are looked for in everything that the
processes wrote, said and kept.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import redis
from sqlalchemy import select, text

from config.settings import ROOT
from store.database import Database
from store.keys import SCOPES, create_key
from store.schema import contents, metadata
from store.webhooks import add_webhook

WORD = "quokkazanzibar"  # in every text; a detector finds the address around it
TEXTS = (
    f"write me at {WORD}@posteo.de",
    f"my skype is {WORD}.1, call me",
    f"pay me on paypal.me/{WORD}",
    f"{WORD}\x00\ud800 nothing to see",
    f"see https://wa.me/4915123456789?text={WORD}",
)
PATIENCE_SECONDS = 60.0


@dataclass
class Installation:
    """The real server and a real worker, all that they say kept in one file."""

    folder: Path
    database: Database
    client: httpx.Client
    redis_url: str
    environ: dict[str, str]
    said: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    def start(self, command: str) -> subprocess.Popen[bytes]:
        with self.said.open("ab") as said:
            self.processes.append(
                subprocess.Popen(
                    [sys.executable, "-m", "cli.main", command],
                    cwd=ROOT,
                    env=self.environ,
                    stdout=said,
                    stderr=said,
                )
            )
        return self.processes[-1]

    def ask(self, method: str, path: str, body: object = None, *, told: bool = True) -> Any:
        """The answer; what may not hold the word is kept in ``answers``."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"content-type": "application/json"}
        answer = self.client.request(method, path, content=content, headers=headers)
        if told or answer.status_code >= 400:
            self.answers.append(f"{answer.status_code} {answer.headers} {answer.text}")
        return answer

    def until(self, is_so: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < deadline, self.said.read_text(errors="replace")[-3000:]
            time.sleep(0.1)

    def is_ready(self) -> bool:
        try:
            return self.client.get("/readyz").is_success
        except httpx.HTTPError:
            return False

    def waiting(self) -> int:
        with self.database.read() as connection:
            query = text("SELECT count(*) FROM messages WHERE state = 'waiting'")
            return int(connection.execute(query).scalar_one())


@pytest.fixture
def installation(database_url: str, redis_url: str, tmp_path: Path) -> Iterator[Installation]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    database = Database.open(database_url)
    with database.begin() as connection:
        now = datetime.now(UTC)
        key = create_key(connection, name="shop", scopes=SCOPES, now=now)
        add_webhook(connection, name="shop", url="http://127.0.0.1:9/nobody", now=now)
    environ = os.environ | {
        "INBOUNDS_DATABASE_URL": database_url,
        "INBOUNDS_REDIS_URL": redis_url,
        "INBOUNDS_VAR_DIR": str(tmp_path),
        "INBOUNDS_PORT": str(port),
        "INBOUNDS_SWEEP_EVERY": "1s",
        "INBOUNDS_WEBHOOK_NETWORKS": "127.0.0.0/8",
        "INBOUNDS_JUDGING_LEASE": "2s",
        "INBOUNDS_LOG_LEVEL": "debug",
        "INBOUNDS_LOG_FORMAT": "json",
    }
    client = httpx.Client(
        base_url=f"http://127.0.0.1:{port}",
        headers={"authorization": f"Bearer {key}"},
        timeout=PATIENCE_SECONDS,
    )
    opened = Installation(
        tmp_path, database, client, redis_url, environ, tmp_path / "everything-said"
    )
    try:
        yield opened
    finally:
        for process in opened.processes:
            process.kill()
            process.wait()
        client.close()
        database.close()


def kept_in_redis(url: str) -> bytes:
    with redis.Redis.from_url(url) as client:
        return b"".join(client.dump(key) or b"" for key in client.scan_iter())


def talk(installation: Installation, at: str) -> None:
    """Everything that can be done with a text, and every way to have one refused."""
    ask = installation.ask
    for number, written in enumerate(TEXTS):
        body = {"id": f"{at}-{number}", "room": f"r-{at}", "text": written}
        history = [{"sender_role": "client", "text": f"hi {WORD}"}]
        ask("POST", "/v1/scans", body, told=False)
        ask("POST", "/v1/previews", {**body, "history": history}, told=False)
        ask("POST", "/v1/messages", {**body, "id": f"{at}-q{number}", "history": history})
        ask("POST", "/v1/messages", {**body, "text": f"other {written}"})
        ask("POST", f"/v1/messages/{at}-{number}/reports", {"reporter": "c", "reason": "scam"})
        ask("GET", f"/v1/messages/{at}-q{number}", told=False)
    ask("POST", "/v1/scans", {"text": WORD * 3_000})
    ask("POST", "/v1/scans", {"text": WORD, "history": [{"text": [WORD]}]})
    ask("POST", "/v1/scans", f'{{"text": "{WORD}'.encode())
    ask("POST", "/v1/scans", f'{{"text": "{WORD}", "{WORD * 9}": NaN}}'.encode())
    ask("GET", "/v1/cases")
    ask("GET", "/readyz")
    ask("GET", "/metrics")


def test_what_people_write_is_found_in_one_column_and_nowhere_else(
    installation: Installation,
) -> None:
    server = installation.start("serve")
    installation.until(installation.is_ready)
    talk(installation, "before")  # no worker yet: the queue is full of them
    in_redis = kept_in_redis(installation.redis_url)
    worker = installation.start("work")
    installation.until(lambda: installation.waiting() == 0)
    rename = "ALTER TABLE {} RENAME TO {}"
    with installation.database.begin() as connection:
        connection.execute(text(rename.format("verdicts", "verdicts_hidden")))
    talk(installation, "broken")
    time.sleep(2)  # the worker tries, and breaks as well
    with installation.database.begin() as connection:
        connection.execute(text(rename.format("verdicts_hidden", "verdicts")))
    worker.kill()
    worker.wait()
    talk(installation, "killed")
    in_redis += kept_in_redis(installation.redis_url)
    installation.start("work")
    installation.until(lambda: installation.waiting() == 0)
    case_id = installation.ask("GET", "/v1/cases?limit=1").json()["cases"][0]["id"]
    for verb, more in (("claim", {}), ("decision", {"action": "refuse"}), ("undo", {})):
        installation.ask("POST", f"/v1/cases/{case_id}/{verb}", {"moderator": "Mona", **more})
    refused = {"moderator": "Mona", "action": "refuse"}
    installation.ask("POST", f"/v1/cases/{case_id}/decision", refused)
    message_id = installation.ask("GET", f"/v1/cases/{case_id}", told=False).json()["message_id"]
    pleas = {"sender": "f", "text": f"it was {WORD}"}
    installation.ask("POST", f"/v1/messages/{message_id}/appeals", {**pleas, "colour": 1})
    appealed = installation.ask("POST", f"/v1/messages/{message_id}/appeals", pleas)
    assert appealed.json()["state"] == "open"
    for process in (server, installation.processes[-1]):
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE_SECONDS)

    word = WORD.encode()
    said = installation.said.read_bytes()
    assert b"Error" in said, "nothing broke, so nothing was proved"
    assert any(answer.startswith("50") for answer in installation.answers)
    assert word not in said
    assert word not in in_redis + kept_in_redis(installation.redis_url)
    assert [answer for answer in installation.answers if WORD in answer] == []
    found = set()
    with installation.database.read() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                found |= {
                    f"{table.name}.{name}" for name, value in row.items() if WORD in str(value)
                }
    assert found == {f"{contents.name}.content"}
