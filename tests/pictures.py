"""The pictures of the console in ``docs/pictures/``: ``python -m tests.pictures``.

The demonstration in a real browser, light and dark; what people decided is drawn by chance.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Literal

from playwright.sync_api import Page, ViewportSize

from api.schemas import MessageIn
from bench.cases import read_all
from cli.demo import CASES, demonstration
from config.roles import Role
from config.settings import ROOT
from scanner.message import Context, Message
from scanner.road import Scanner
from store import cases, decisions, desk
from store.database import Database
from tests.real_desk import RealDesk, real_desk
from worker.judge import Judge, utc_now

PICTURES = ROOT / "docs" / "pictures"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WINDOW: ViewportSize = {"width": 1280, "height": 800}
WEEK = timedelta(days=7)
DECIDED = 0.9  # of the cases, but those of the last day
LEASE = timedelta(minutes=5)
PEOPLE = ("mona", "nils", "olga")
TALK = (
    ("client", "Hi Frank, the logo drafts look great. How do you usually work with new clients?"),
    ("freelancer", "Thank you! I like to talk the brief through first, half an hour is enough."),
    ("client", "Good idea. Thursday afternoon would suit me."),
    (
        "freelancer",
        "Thursday 3 pm is fine. Reach me at frank dot lance at posteo dot de and I will send you"
        " the questions before, or ping frank.lance on Telegram.",
    ),
)


def main() -> None:
    """The files lie there, and their names are printed."""
    PICTURES.mkdir(exist_ok=True)
    with real_desk("pictures", fill) as real:
        for scheme in SCHEMES:
            for page, name in pages(real, scheme):
                path = PICTURES / f"{name}-{scheme}.png"
                page.screenshot(path=path)
                sys.stdout.write(f"{path.relative_to(ROOT)} {path.stat().st_size // 1024} KB\n")


def fill(database: Database, scanner: Scanner) -> None:
    """A week of the demonstration, most of its cases decided, and the talk of the picture."""
    chance = Random(4)
    bodies = [
        body for talk in demonstration(read_all(sorted(CASES.glob("*.jsonl")))) for body in talk
    ]
    now = utc_now()
    clock = {"now": now}
    judge = Judge(database, scanner, name="pictures", now=lambda: clock["now"])
    for place, body in enumerate(bodies):
        came = now - WEEK * (1 - place / len(bodies)) - timedelta(minutes=20)
        clock["now"] = came
        case_id = judge.judge_now(MessageIn(**body).to_message()).case_id
        is_left = came > now - timedelta(days=1) or chance.random() > DECIDED
        if case_id is None or is_left:
            continue
        by = chance.choice(PEOPLE)
        begun = came + timedelta(minutes=chance.expovariate(1 / 15))
        ended = begun + timedelta(seconds=chance.lognormvariate(3, 0.7))
        action = chance.choice(("allow", "mask", "bounce", "refuse", "refuse"))
        with database.begin() as connection:
            cases.claim(connection, case_id, by=by, lease=LEASE, now=begun)
            decisions.decide(connection, case_id, action=action, by=by, now=ended)
    clock["now"] = now
    for number, (role, text) in enumerate(TALK):
        context = Context(sender_role=role)
        talk = {"room": "r-77", "sender": "u-frank" if role == "freelancer" else "u-clara"}
        judge.judge_now(Message(id=f"picture-{number}", text=text, context=context, **talk))


def pages(real: RealDesk, scheme: Literal["light", "dark"]) -> Iterator[tuple[Page, str]]:
    """What is to be seen, and what its picture is called."""
    with real.database.read() as connection:
        newest = desk.newest_case(connection)
    people: tuple[tuple[str, Role, tuple[tuple[str, str], ...]], ...] = (
        (
            "mona",
            "lead",
            (("/", "queue"), (f"/cases/{newest}", "case"), ("/numbers?period=7d", "numbers")),
        ),
        ("tess", "ts", (("/tuning?category=contact.phone&flag_at=0.4&hold_at=0.8", "tuning"),)),
    )
    for person, role, shown in people:  # a login of their own for each, as the pictures show it
        context = real.signed_in(f"{person}-{scheme}", role, viewport=WINDOW, color_scheme=scheme)
        page = context.new_page()
        for path, name in shown:
            page.goto(f"{real.address}{path}")
            page.wait_for_timeout(1_000)  # until nothing moves
            yield page, name
        context.close()


if __name__ == "__main__":
    main()
