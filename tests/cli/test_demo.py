"""The demonstration is the same every time, and what the API takes."""

from __future__ import annotations

import pytest

from bench.cases import Case, read_all
from cli.demo import CASES, SCANNED, SINGLES, TALKS, demonstration


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return read_all(sorted(CASES.glob("*.jsonl")))


def test_same_messages_come_whatever_the_order_of_the_files(cases: list[Case]) -> None:
    assert demonstration(cases) == demonstration(cases[::-1])


def test_every_message_has_an_id_of_its_own(cases: list[Case]) -> None:
    ids = [body["id"] for talk in demonstration(cases) for body in talk]
    assert len(set(ids)) == len(ids)


def test_a_few_hundred_messages_of_many_rooms_people_and_stages(cases: list[Case]) -> None:
    talks = demonstration(cases)
    messages = [body for talk in talks for body in talk]
    assert len(talks) == TALKS + SINGLES
    assert 300 <= len(messages) <= 1000
    assert len({body["room"] for body in messages}) == len(talks)
    assert 50 <= len({body["sender"] for body in messages}) < len(talks)
    assert {body["context"]["contract"] for body in messages} == {
        *("none", "offered", "active", "ended")
    }
    assert (
        len({case.language for case in cases if f"room-{case.id}" in {m["room"] for m in messages}})
        > 10
    )


def test_talk_ends_in_the_message_that_was_labelled(cases: list[Case]) -> None:
    labelled = {f"room-{case.id}": case for case in cases}
    for talk in demonstration(cases):
        case = labelled[talk[0]["room"]]
        assert talk[-1]["text"] == case.message.text
        assert len(talk) == 1 + sum(bool(earlier.text) for earlier in case.message.history)


def test_some_are_asked_about_before_they_are_delivered(cases: list[Case]) -> None:
    assert 0 < SCANNED < len(demonstration(cases))
