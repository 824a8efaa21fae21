"""A run: load, deaths from a seed, calm, and the reckoning."""

from __future__ import annotations

import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bench.cases import read_all
from bench.traffic import traffic
from cli.load import CASES
from store.database import Database
from store.keys import create_key
from store.webhooks import add_webhook
from tests.chaos.findings import Finding, findings, is_calm, told
from tests.chaos.machine import Machine
from tests.chaos.marketplace import Ledger, Marketplace, listening
from tests.services import postgres

VIOLATIONS = 0.3  # more than in life, for cases to be lost
EVERYTHING = "everything killed"
RARELY = 0.3  # of its turns everything is killed at once
LOOK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Plan:
    """``rate`` is in messages a second; something dies ``least`` to ``most`` seconds after the last
    thing did, and not before a server answers again."""

    messages: int = 10_000
    seed: int = 1
    rate: float = 40.0
    least: float = 1.0
    most: float = 8.0
    workers: int = 2
    calm: float = 900.0  # seconds after which what still waits counts as lost
    program: str = "cli.main"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of the promises, and how often what happened."""

    findings: Sequence[Finding]
    events: Mapping[str, int]
    told: Mapping[str, int]
    seconds: float

    @property
    def holds(self) -> bool:
        """Whether every promise was kept."""
        return all(finding.holds for finding in self.findings)


def run(plan: Plan, *, tell: Callable[[str], None]) -> Result:
    """The run is over.

    1. Everything stands, and the marketplace sends. 2. Things die, each kind at least once, until
    all is sent. 3. Nothing dies any more, until nothing waits. 4. It is counted.
    """
    begun = time.monotonic()
    ledger = Ledger()
    with (
        tempfile.TemporaryDirectory(prefix="inbounds-chaos-") as name,
        postgres.running(options=postgres.SAFE_FROM_KILLS) as server,
        listening(ledger, seed=plan.seed) as hook,
    ):
        database = Database.open(server.url(server.create_database()))
        database.upgrade()
        with database.begin() as connection:
            now = datetime.now(UTC)
            scopes = ("scan", "read", "moderate")
            key = create_key(
                connection, name="shop", scopes=scopes, rate_per_minute=1_000_000, now=now
            )
            add_webhook(connection, name="shop", url=hook, now=now)
        url = database.engine.url.render_as_string(hide_password=False)
        machine = Machine(Path(name), server, url, program=plan.program, workers=plan.workers)
        cases = read_all(sorted(CASES.glob("*.jsonl")))
        mixed = traffic(cases, seed=plan.seed, run=f"chaos-{plan.seed}", violations=VIOLATIONS)
        bodies = list(islice(mixed, plan.messages))
        marketplace = Marketplace(machine.addresses, key, bodies, plan.rate, plan.seed, ledger)
        try:
            machine.until_ready()
            marketplace.start()
            events = _chaos(plan, machine, marketplace, tell)
            tell(f"{_since(begun)} all is sent; calm until nothing waits")
            _calm(plan, machine, database)
            tell(f"{_since(begun)} calm")
            with database.read() as connection:
                return Result(
                    list(findings(connection, ledger, {body["id"] for body in bodies})),
                    events,
                    told(connection, ledger),
                    time.monotonic() - begun,
                )
        finally:
            machine.stop()
            database.close()


def _chaos(
    plan: Plan, machine: Machine, marketplace: Marketplace, tell: Callable[[str], None]
) -> Counter[str]:
    """Things died until all was sent, each kind at least once; how often each."""
    begun = time.monotonic()
    chance = random.Random(plan.seed)
    events: Counter[str] = Counter()
    deaths = _deaths(machine, chance)
    coming = _all_then_any(sorted(deaths), chance)
    while marketplace.is_alive() or len(events) < len(deaths):
        wait = time.monotonic() + chance.uniform(plan.least, plan.most)
        while time.monotonic() < wait or not machine.is_answering():
            machine.look()
            time.sleep(LOOK_SECONDS)
        what = next(coming)
        tell(f"{_since(begun)} {what} ({len(marketplace.ledger.accepted):,} kept)")
        deaths[what]()
        events[what] += 1
    if marketplace.failure is not None:
        raise marketplace.failure
    return events


def _deaths(machine: Machine, chance: random.Random) -> dict[str, Callable[[], None]]:
    """All that may happen, by name."""

    def kill(kind: str) -> None:
        chance.choice(machine.named(kind)).kill()

    def restart(kind: str) -> None:
        chance.choice(machine.named(kind)).end()

    def database_dies() -> None:
        machine.postgres.kill()
        machine.postgres.start()

    return {
        "worker killed": lambda: kill("worker"),
        "server killed": lambda: kill("server"),
        "worker told to stop": lambda: restart("worker"),
        "server told to stop": lambda: restart("server"),
        "Redis emptied": machine.empty_redis,
        "Redis killed, an empty one in its place": lambda: kill("redis"),
        "database connections cut": machine.postgres.cut_connections,
        "database killed": database_dies,
        EVERYTHING: machine.die,
    }


def _all_then_any(names: Sequence[str], chance: random.Random) -> Iterator[str]:
    yield from chance.sample(names, len(names))
    while True:
        name = chance.choice(names)
        if name != EVERYTHING or chance.random() < RARELY:
            yield name


def _calm(plan: Plan, machine: Machine, database: Database) -> None:
    """Nothing waits any more; or it has waited too long, which the reckoning tells."""
    deadline = time.monotonic() + plan.calm
    while time.monotonic() < deadline:
        machine.look()
        try:
            if is_calm(database):
                return
        except SQLAlchemyError:  # our own connection was cut as well
            pass
        time.sleep(5 * LOOK_SECONDS)


def _since(begun: float) -> str:
    return f"{time.monotonic() - begun:6.1f} s"
