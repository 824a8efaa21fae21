"""The processes that ``inbounds run`` looks after: started, started again, stopped together."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import structlog

from config.redis_server import die_with_parent

log = structlog.get_logger()

FIRST_PAUSE_SECONDS = 1.0  # before a process that died is started again; doubles each time
LONGEST_PAUSE_SECONDS = 30.0
SETTLED_SECONDS = 60.0  # after so long a life the pause is the first one again
STOP_SECONDS = 20.0  # a worker may finish the batch that it has begun
LOOK_SECONDS = 0.2


@dataclass
class Child:
    """One ``inbounds`` command that runs as a process of its own.

    ``is_lasting`` False is for a task that ends: it is not started again.
    """

    name: str
    arguments: tuple[str, ...]
    is_lasting: bool = True
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause_seconds: float = FIRST_PAUSE_SECONDS
    start_at: float = 0.0
    deaths: int = 0


@dataclass
class Children:
    """All of them, with the environment that they share."""

    environ: Mapping[str, str]
    all: list[Child] = field(default_factory=list)

    def add(self, name: str, *arguments: str, is_lasting: bool = True) -> Child:
        """The command runs."""
        child = Child(name, arguments, is_lasting)
        self.all.append(child)
        self._start(child, now=time.monotonic())
        return child

    def look(self, now: float) -> None:
        """Whatever died is noted, and started again when its pause is over."""
        for child in list(self.all):
            if child.process is None:
                if now >= child.start_at:
                    self._start(child, now=now)
            elif child.process.poll() is not None:
                self._bury(child, now)

    def stop(self) -> None:
        """All are asked to end; who does not within ``STOP_SECONDS`` is killed."""
        running = [child.process for child in self.all if child.process is not None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for process in running:
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.all.clear()

    def _start(self, child: Child, *, now: float) -> None:
        child.process = subprocess.Popen(  # our own commands, no shell  # nosec B603
            [sys.executable, "-m", "cli.main", *child.arguments],
            env=dict(self.environ),
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us, who stop them in order
            preexec_fn=die_with_parent,  # noqa: PLW1509  this process has one thread
        )
        child.started_at = now

    def _bury(self, child: Child, now: float) -> None:
        assert child.process is not None
        exit_code, child.process = child.process.returncode, None
        if not child.is_lasting:
            self.all.remove(child)
            return
        if now - child.started_at > SETTLED_SECONDS:
            child.pause_seconds = FIRST_PAUSE_SECONDS
        child.deaths += 1
        log.warning("process.died", process=child.name, exit_code=exit_code)
        child.start_at = now + child.pause_seconds
        child.pause_seconds = min(child.pause_seconds * 2, LONGEST_PAUSE_SECONDS)


class Stopped(BaseException):
    """Somebody asked us to end; like KeyboardInterrupt no error, and not caught as one."""


@contextlib.contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Within, the first SIGINT, SIGTERM or SIGHUP raises Stopped; more of them change nothing."""

    def stop(*_: object) -> None:
        for number in numbers:
            signal.signal(number, signal.SIG_IGN)
        raise Stopped

    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, stop) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def watch(children: Children, *, until: Callable[[], bool]) -> None:
    """The children are looked after until the condition holds."""
    while not until():
        children.look(time.monotonic())
        time.sleep(LOOK_SECONDS)
