"""How the console holds up in a burst: ``python -m tests.burst [cases] [database address]``.

Open cases in their tens of thousands, half of them a few offers sent again and again, and the time
that each page takes at the server, from the request to the last octet of the answer.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from bench.cases import read_all
from config.roles import Role
from config.settings import ROOT, Settings
from console.app import create_console
from console.pages.login import SESSION_LIFETIME
from console.security import SESSION_COOKIE
from scanner.message import CONTRACTS, SURFACES, Context
from scanner.verdict import CATEGORIES
from store import messages, sessions, users, verdicts
from store.database import Database
from store.desk import newest_case
from tests.cast import franks_message, verdict_on

CASES = 50_000
REPEATS = 20
BATCH = 500
LANGUAGES = ("en", "en", "en", "es", "fr", "pt-BR", "hi-Latn", "de")
PLACES = (
    "/",
    "/?decision=hold&category=scam",
    "/?language=fr&contract=none",
    "/?age=1h&due=late",
    "/?sender=sender-77",
    "/?group=alike",
    "/?group=sender",
    "/together",
    "/together?category=scam",
)


def main() -> None:
    """Prints the median and the longest time of each page, in milliseconds."""
    with desk("burst", fill, size=CASES, role="moderator") as (browser, size):
        for place in PLACES:
            show(browser, place)
        show(browser, f"/cases/{size // 2}")
        second = re.search(r'rel="next" href="([^"]+)"', browser.get("/console/").text)
        assert second is not None
        show(browser, second[1].removeprefix("/console").replace("&amp;", "&"))
        together(browser)


@contextmanager
def desk(
    name: str,
    fill: Callable[[Database, int, datetime], None],
    *,
    size: int,
    role: Role,
    address: str | None = None,
) -> Iterator[tuple[TestClient, int]]:
    """A browser that is logged in, and the size that was asked for on the command line.

    The database is filled, unless the one that was named, here or there, has cases already.
    """
    size = int(sys.argv[1]) if len(sys.argv) > 1 else size
    with tempfile.TemporaryDirectory(prefix=f"inbounds-{name}-") as folder:
        named = sys.argv[2] if len(sys.argv) > 2 else f"sqlite:///{folder}/{name}.db"
        address = address or named
        database = Database.open(address)
        database.upgrade()
        now = datetime.now(UTC)
        with database.read() as connection:
            is_filled = newest_case(connection) > 0
        if not is_filled:
            print(f"{size:,} cases in {timed(lambda: fill(database, size, now)) / 1000:.0f} s")
        with database.begin() as connection:
            who = f"mona-{now:%H%M%S}" if is_filled else "mona"
            mona = users.create_user(connection, name=who, password="x" * 20, role=role, now=now)
            token, _ = sessions.open_session(connection, mona, lifetime=SESSION_LIFETIME, now=now)
        console = create_console(database, settings=Settings(var_dir=Path(folder)))
        app = Starlette(routes=[Mount("/console", console)])
        with TestClient(app, base_url="http://desk.test") as browser:
            browser.cookies.set(SESSION_COOKIE, token)
            yield browser, size
        database.close()


def fill(database: Database, size: int, now: datetime) -> None:
    """Messages over the last two days, each with its open case."""
    texts = [one.message.text for one in read_all(sorted((ROOT / "data/cases").glob("*.jsonl")))]
    for start in range(0, size, BATCH):
        numbers = range(start, min(start + BATCH, size))
        at = now - timedelta(days=2) * (1 - numbers[0] / size)
        sent, given = [], []
        for n in numbers:
            text = texts[n % 5] if n % 2 else f"{texts[n % len(texts)]} {n}"
            context = Context(contract=CONTRACTS[n % 3], surface=SURFACES[n % 6])
            sent.append(
                replace(
                    franks_message(id=f"m-{n}", sender=f"sender-{n % 3_000}", text=text),
                    context=context,
                    room=f"room-{n // 3}",
                )
            )
            decision = "hold" if n % 3 else "flag"
            given.append(verdict_on(text, decision, CATEGORIES[n % len(CATEGORIES)]))
        with database.begin() as connection:
            kept = messages.receive(connection, sent, now=at)
            pks = [one.pk for one in kept]
            verdicts.record_all(
                connection,
                dict(zip(pks, given, strict=True)),
                now=at,
                languages={pk: LANGUAGES[pk % len(LANGUAGES)] for pk in pks},
            )


def show(browser: TestClient, place: str) -> None:
    """Prints what a page takes, asked for again and again."""
    get = partial(browser.get, f"/console{place}")
    tell(place, [timed(lambda: get().raise_for_status()) for _ in range(REPEATS)])


def tell(name: str, times: Sequence[float]) -> None:
    """Prints how long something took, in milliseconds."""
    print(f"{name[:44]:<45} median {statistics.median(times):6.1f} ms   longest {max(times):6.1f}")


def together(browser: TestClient) -> None:
    """Prints what deciding as many as go at once takes, and taking it back."""
    page = browser.get("/console/together").text
    fields = r'name="(csrf|as_of|previewed|last_id)" value="([^"]*)"'
    form = {**dict(re.findall(fields, page)), "action": "refuse", "sure": "1"}
    for place in ("/together", "/batches/1/undo"):
        send = partial(browser.post, f"/console{place}", data=form, follow_redirects=False)
        took = timed(send)
        print(f"POST {place:<40} {took:13.1f} ms")


def timed(act: Callable[[], object]) -> float:
    """How long it took, in milliseconds."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
