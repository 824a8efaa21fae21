"""What people write stands in one column, and nowhere else that anybody can look.

Unmistakable words go through the real processes: judged at once, queued, reported, decided,
refused, and while the database and a worker break. Then they are looked for in everything that the
processes wrote, said and kept.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from sqlalchemy import select, text

from store.schema import contents, metadata
from tests.installation import PATIENCE_SECONDS, Installation, installed

WORD = "quokkazanzibar"  # in every text; a detector finds the address around it
TEXTS = (
    f"write me at {WORD}@posteo.de",
    f"my skype is {WORD}.1, call me",
    f"pay me on paypal.me/{WORD}",
    f"{WORD}\x00\ud800 nothing to see",
    f"see https://wa.me/4915123456789?text={WORD}",
)


@pytest.fixture
def installation(database_url: str, redis_url: str, tmp_path: Path) -> Iterator[Installation]:
    with installed(database_url, redis_url, tmp_path) as opened:
        yield opened


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
