"""Children that die come back, later each time; stopping leaves none."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from cli.children import LONGEST_PAUSE_SECONDS, SETTLED_SECONDS, Child, Children


@pytest.fixture
def children() -> Iterator[Children]:
    started = Children(dict(os.environ))
    yield started
    started.stop()


def died(child: Child) -> None:
    assert child.process is not None
    child.process.kill()
    child.process.wait()


def test_task_that_has_ended_is_not_started_again(children: Children) -> None:
    child = children.add("version", "--version", is_lasting=False)
    assert child.process is not None
    child.process.wait()
    children.look(time.monotonic())
    assert children.all == []


def test_child_that_lives_is_left_alone(children: Children) -> None:
    child = children.add("demo", "--help")
    before = child.process
    children.look(child.started_at)
    assert child.process is before


def test_child_that_died_comes_back_after_a_pause_that_doubles(children: Children) -> None:
    child = children.add("version", "--version")
    now, pauses = child.started_at, []
    for _ in range(7):
        died(child)
        children.look(now)
        assert child.process is None
        pauses.append(child.start_at - now)
        children.look(child.start_at - 0.01)
        assert child.process is None
        now = child.start_at
        children.look(now)
    assert pauses == [1, 2, 4, 8, 16, LONGEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS]


def test_long_life_forgives_earlier_deaths(children: Children) -> None:
    child = children.add("version", "--version")
    child.pause_seconds = LONGEST_PAUSE_SECONDS
    died(child)
    now = child.started_at + SETTLED_SECONDS + 1
    children.look(now)
    assert child.start_at - now == 1


def test_stopping_leaves_no_process(children: Children) -> None:
    child = children.add("version", "--version")
    process = child.process
    assert process is not None
    children.stop()
    assert process.poll() is not None
    assert children.all == []
