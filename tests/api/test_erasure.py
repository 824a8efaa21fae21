"""Whoever asks to be forgotten is: no table, no Redis, no event and no export names them.

Unmistakable words go in by every door there is, and are looked for in everything afterwards.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import redis
from sqlalchemy import inspect, select, text

from config.keys import new_key
from store import desk, goldens, labels, outbox, reveals, reviews, views
from store import log as log_of
from store.audit import verify
from store.messages import find
from store.narrowing import Filter
from store.schema import log, messages, metadata, verdicts
from store.webhooks import add_webhook
from tests.api.conftest import INNOCENT, Market, Open
from tests.cli.test_admin import inbounds
from tests.worker.posting import HERE, receiving
from worker.webhooks import Sender

SENDER = "u-quokka"
WORD = "quokka"  # in the sender's id, in all that they write, and in nothing else
TEXTS = (
    f"Write me at {WORD}.zanzibar@posteo.de, it is quicker for the two of us and the {WORD}",
    f"My skype is {WORD}.1, call me there and ask for the {WORD}",
    f"pay me on paypal.me/{WORD}",
)
CLARAS = "The wallaby likes your first draft, when could you start?"

# Tables in which this story leaves no row. Whoever adds a table tells here, or better in the
# story, what of a sender could stand in it.
UNTOUCHED = {
    "alembic_version",
    "users",
    "sessions",
    "identities",
    "viewings",
    "batches",
    "chores",
    "days",
}


@dataclass
class Told:
    """What the marketplace was answered before anything was erased."""

    case_id: int
    claras_case: int
    verdicts: int


def everything(market: Market) -> dict[str, list[Any]]:
    """Every row of every table that the database has, known to the program or not."""
    with market.parts.database.read() as connection:
        names = inspect(connection).get_table_names()
        return {
            name: list(connection.execute(text(f'SELECT * FROM "{name}"')).all()) for name in names
        }


def places(market: Market, word: str) -> set[str]:
    rows = everything(market)
    return {name for name in rows if any(word in str(value) for row in rows[name] for value in row)}


def says(market: Market, id: str, written: str, *, sender: str = SENDER, **more: Any) -> Any:
    role = "freelancer" if sender == SENDER else "client"
    body = {"id": id, "sender": sender, "text": written, "context": {"sender_role": role}, **more}
    return market.tell("/v1/scans", body, idempotency_key=f"{id}-{sender}")


@pytest.fixture
def market(open_market: Open, database_url: str, redis_url: str) -> Market:
    return open_market(database_url, redis_url, settings={"fingerprint_keys": new_key("a")})


@pytest.fixture
def story(market: Market) -> Told:
    """Everything that can be done with the words of two people, one of whom will be forgotten."""
    database = market.parts.database
    with database.begin() as connection:
        now = datetime.now(UTC)
        add_webhook(connection, name="shop", url="http://127.0.0.1:9/", now=now)
    first = says(market, f"m-{WORD}", TEXTS[0], room="r-shared").json()
    says(market, "m-1", TEXTS[1], room=f"r-{WORD}")
    says(market, "m-2", TEXTS[2], history=[{"text": f"hi {WORD}", "sender_role": "client"}])
    market.tell("/v1/messages", {"id": "m-3", "sender": SENDER, "text": TEXTS[0]})  # still waits
    batch = [{"id": f"b-{n}", "sender": who, "text": INNOCENT} for n, who in enumerate("ab")]
    batch.append({"id": "b-q", "sender": SENDER, "text": TEXTS[1]})
    market.tell("/v1/messages", {"messages": batch}, idempotency_key=f"batch-{WORD}")
    history = [
        {"text": CLARAS, "sender_role": "client"},
        {"text": TEXTS[0], "sender_role": "freelancer"},
        {"text": f"nobody knows who said {WORD}"},
    ]
    told = f"{CLARAS} Mine is clara@posteo.de"
    claras = says(market, "c-1", told, sender="u-clara", room="r-shared", history=history).json()
    says(market, "c-2", told, sender="u-clara", history=[{"text": TEXTS[0]}])
    market.tell("/v1/messages/c-1/reports", {"reporter": SENDER, "reason": "scam"})
    market.tell(f"/v1/messages/m-{WORD}/reports", {"reporter": "u-clara", "reason": "spam"})
    decide = {"moderator": "Mona", "action": "refuse", "note": f"this {WORD} again"}
    market.tell(f"/v1/cases/{first['case_id']}/decision", decide)
    second_looks(market, first["case_id"])
    appeal = {"sender": SENDER, "text": f"the {WORD} is innocent"}
    market.tell(f"/v1/messages/m-{WORD}/appeals", appeal)
    market.get(f"/v1/cases/{first['case_id']}")
    with database.begin() as connection:
        now = datetime.now(UTC)
        reveals.reveal(connection, first["case_id"], by="mona", now=now)
        pk = find(connection, f"m-{WORD}").pk
        labels.label(connection, pk, 0, is_right=True, by="mona", now=now)
        views.save_view(connection, owner="mona", name="one", query=f"sender={SENDER}", now=now)
        views.save_view(connection, owner="mona", name="two", query="sender=u-clara", now=now)
        row = desk.find_row(connection, claras["case_id"], now=now)
        market_snooze(connection, row.room or "", now)
        market_snooze(connection, f"r-{WORD}", now)
    market.get(f"/v1/senders/{SENDER}")
    with database.read() as connection:
        size = len(connection.execute(select(verdicts.c.message_pk)).all())
    return Told(first["case_id"], claras["case_id"], size)


def second_looks(market: Market, case_id: int) -> None:
    """Tess decides the case once more, and notes what she thinks of the sender."""
    with market.parts.database.begin() as connection:
        now, lease = datetime.now(UTC), timedelta(minutes=5)
        reviews.draw(connection, [case_id], share=1, seed="any", now=now)
        decided = Filter(states=("decided",))
        reviews.claim_review(connection, narrowed=decided, by="tess", lease=lease, now=now)
        mine = reviews.review_of(connection, case_id, by="tess", now=now)
        assert mine is not None
        note = f"the {WORD}, I am sure"
        reviews.answer(connection, mine, action="refuse", reason=None, note=note, now=now)
        goldens.mark(connection, case_id, actions=["refuse"], why=note, by="mona", now=now)


def market_snooze(connection: Any, room: str, now: datetime) -> None:
    from store.snoozes import snooze

    day = timedelta(days=1)
    snooze(connection, room, category="contact.link", length=day, by="mona", now=now)


def forget(market: Market) -> Any:
    answer = market.delete(f"/v1/senders/{SENDER}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_story_reaches_every_table_there_is(market: Market, story: Told) -> None:
    filled = {name for name, rows in everything(market).items() if rows}
    tables = {table.name for table in metadata.sorted_tables}
    assert tables - filled - UNTOUCHED == {"removals"}
    assert places(market, WORD) >= {
        "messages", "contents", "cases", "decisions", "reports", "views", "snoozes",
        "idempotency", "aliases", "details", "strikes", "reviews", "goldens",
    }  # fmt: skip


def test_nothing_names_them_anywhere(
    market: Market, story: Told, tmp_path: Path, database_url: str, redis_url: str
) -> None:
    told = forget(market)
    assert (told["messages"], told["copies"], told["reports"], told["views"]) == (5, 3, 1, 1)
    assert places(market, WORD) == set()
    assert market.judge_waiting() == 2  # those of the batch that are not theirs
    assert places(market, WORD) == set()
    with redis.Redis.from_url(redis_url) as client:
        kept = b"".join(client.dump(key) or b"" for key in client.scan_iter())
    assert WORD.encode() not in kept
    ran = inbounds("export", SENDER, url=database_url, var_dir=tmp_path)
    assert json.loads(ran.stdout)["messages"] == []
    assert WORD not in market.get("/metrics").text
    if database_url.startswith("sqlite"):  # not even in what the file holds besides its rows
        market.parts.database.forget()
        path = Path(database_url.removeprefix("sqlite:///"))
        for file in path.parent.glob(f"{path.name}*"):
            assert WORD.encode() not in file.read_bytes(), file.name


def test_outbox_tells_nobody_of_them(market: Market, story: Told) -> None:
    forget(market)
    database = market.parts.database
    with receiving() as receiver:
        with database.begin() as connection:
            connection.execute(text("UPDATE webhooks SET url = :url"), {"url": receiver.url})
        sender = Sender(database, allowed=HERE)
        while sender.send_due():
            pass
        assert {event["data"]["message_id"] for event in receiver.events} == {"c-1", "c-2"}
        assert WORD not in str(receiver.heard)
    with database.read() as connection:
        assert outbox.count_deliveries(connection)["pending"] == 0


def test_words_of_others_stay_and_what_was_found_in_theirs(market: Market, story: Told) -> None:
    forget(market)
    case = market.get(f"/v1/cases/{story.claras_case}").json()
    assert "clara@posteo.de" in case["text"]
    assert [earlier["text"] for earlier in case["history"]] == [CLARAS, "", ""]
    assert "clara@posteo.de" in str(case["verdict"]["findings"])
    assert case["sender"] == "u-clara"
    assert case["room"] == "r-shared"


def test_what_was_decided_stays_and_is_nobodys(market: Market, story: Told) -> None:
    forget(market)
    case = market.get(f"/v1/cases/{story.case_id}").json()
    assert (case["text"], case["text_removed"], case["sender"]) == ("", "erasure", None)
    assert (case["state"], case["action"]) == ("decided", "refuse")
    assert case["verdict"]["decision"] == "hold"
    assert [decision["note"] for decision in case["decisions"]] == [None, None]
    with market.parts.database.read() as connection:
        assert len(connection.execute(select(verdicts.c.message_pk)).all()) == story.verdicts
        senders = set(connection.execute(select(messages.c.sender)).scalars())
    assert senders == {None, "u-clara", "a", "b"}
    assert market.get(f"/v1/messages/m-{WORD}").status_code == 404


def test_cases_of_theirs_wait_no_longer(market: Market, story: Told) -> None:
    waiting = market.get("/v1/cases").json()["cases"]
    assert {case["sender"] for case in waiting} == {SENDER, "u-clara"}
    forget(market)
    waiting = market.get("/v1/cases").json()["cases"]
    assert {case["sender"] for case in waiting} == {"u-clara"}


def test_log_holds_and_tells_of_a_number(market: Market, story: Told) -> None:
    told = forget(market)
    with market.parts.database.read() as connection:
        assert verify(connection).breaks == ()
        rows = log_of.read(connection, subject=told["subject"])
    assert [row.event for row in rows] == ["sender.exported", "sender.erased"]
    assert rows[0].actor == "key:marketplace"


def test_nobody_is_shown_their_details_any_more_and_the_log_says_who_was(
    market: Market, story: Told
) -> None:
    assert len(everything(market)["reveals"]) == 1
    forget(market)
    assert everything(market)["reveals"] == []
    with market.parts.database.read() as connection:
        rows = log_of.read(connection, subject=f"case:{story.case_id}")
    assert [row.actor for row in rows if row.event == "case.revealed"] == ["mona"]


def test_erasing_again_does_nothing(market: Market, story: Told) -> None:
    forget(market)
    before = everything(market)
    nothing = {"subject": None, "messages": 0, "copies": 0, "reports": 0, "views": 0}
    assert forget(market) == nothing
    after = everything(market)
    assert {name for name in before if before[name] != after[name]} <= {"api_keys"}


def test_who_comes_back_is_a_stranger(market: Market, story: Told) -> None:
    first = forget(market)
    says(market, "m-1", TEXTS[1])
    second = forget(market)
    assert (second["messages"], second["copies"]) == (1, 0)
    assert first["subject"] != second["subject"]
    assert places(market, WORD) == set()


def test_by_hand_it_is_the_same(
    market: Market, story: Told, database_url: str, tmp_path: Path
) -> None:
    ran = inbounds("erase", SENDER, url=database_url, var_dir=tmp_path, said="n\n")
    assert ran.returncode == 1
    assert places(market, WORD) != set()
    ran = inbounds("erase", SENDER, "--yes", url=database_url, var_dir=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "messages\t5" in ran.stdout.splitlines()
    assert places(market, WORD) == set()
    with market.parts.database.read() as connection:
        assert SENDER not in str(connection.execute(select(log)).all())
    again = inbounds("erase", SENDER, "--yes", url=database_url, var_dir=tmp_path)
    assert again.stdout == "nothing was kept\n"
