"""A verdict is kept once, whole, with what is private apart."""

from __future__ import annotations

import json
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from scanner.verdict import Verdict
from store import audit, log, messages, schema, verdicts
from store.database import Database
from store.desk import list_cases
from store.verdict_json import read_verdict, values_of, write_verdict
from tests.verdicts import NOON, SECRET, message, verdict


@pytest.fixture
def pks(database: Database) -> list[int]:
    with database.begin() as connection:
        kept = messages.receive(
            connection, [message(f"m-{n}", f"mail {SECRET}") for n in range(4)], now=NOON
        )
    return [one.pk for one in kept]


def test_second_verdict_changes_nothing(database: Database, pks: list[int]) -> None:
    with database.begin() as connection:
        assert verdicts.record(connection, pks[0], verdict("allow"), now=NOON)
    with database.begin() as connection:
        assert not verdicts.record(connection, pks[0], verdict("hold"), now=NOON)
    with database.read() as connection:
        stored = messages.find_by_pk(connection, pks[0])
        assert stored.verdict == verdict("allow")
        assert stored.case_id is None
        assert list_cases(connection, now=NOON) == []


def test_verdict_on_what_is_not_there_is_no_verdict(database: Database, pks: list[int]) -> None:
    with database.begin() as connection:
        assert not verdicts.record(connection, max(pks) + 1, verdict(), now=NOON)


def test_private_data_stands_in_one_column(database: Database, pks: list[int]) -> None:
    with database.begin() as connection:
        verdicts.record_all(connection, dict.fromkeys(pks, verdict()), now=NOON)
    with database.read() as connection:
        for table in schema.metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                for column, value in row.items():
                    if (table.name, column) != ("contents", "content"):
                        assert SECRET not in str(value), f"{table.name}.{column}"


def test_verdict_comes_back_whole(database: Database, pks: list[int]) -> None:
    with database.begin() as connection:
        assert verdicts.record(connection, pks[0], verdict(), now=NOON)
    with database.read() as connection:
        stored = messages.find_by_pk(connection, pks[0])
    assert stored.verdict == verdict()
    assert stored.verdict is not None
    assert stored.verdict.elapsed_ms == verdict().elapsed_ms
    assert stored.state == "judged"
    assert stored.message.text == f"mail {SECRET}"


def test_allowed_messages_open_no_case_and_others_one(database: Database, pks: list[int]) -> None:
    given = {
        pks[0]: verdict("allow"),
        pks[1]: verdict("flag"),
        pks[2]: verdict("hold"),
    }
    with database.begin() as connection:
        assert verdicts.record_all(connection, given, now=NOON) == pks[:3]
    with database.read() as connection:
        cases = list_cases(connection, now=NOON)
        assert [case.message_pk for case in cases] == [pks[2], pks[1]]
        assert audit.verify(connection).breaks == ()
        last = log.read(connection)[-1]
    assert last.event == "messages.judged"
    assert json.loads(last.details) == {"allow": [pks[0]], "flag": [pks[1]], "hold": [pks[2]]}


def test_verdicts_at_once_leave_one_and_one_case(database: Database, pks: list[int]) -> None:
    start, won = threading.Barrier(3), []

    def judge() -> None:
        start.wait()
        with database.begin() as connection:
            won.extend(verdicts.record_all(connection, dict.fromkeys(pks, verdict()), now=NOON))

    threads = [threading.Thread(target=judge) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == pks
    with database.read() as connection:
        assert len(list_cases(connection, now=NOON)) == len(pks)
        assert audit.verify(connection).breaks == ()


def test_erased_values_leave_a_verdict_that_still_reads() -> None:
    read = read_verdict(write_verdict(verdict()), ())
    assert [finding.value for finding in read.findings] == [None]
    assert read.decision == "hold"


@given(value=st.none() | st.text(st.characters(exclude_categories=())))
def test_any_value_survives_and_none_is_in_the_body(value: str | None) -> None:
    told: Verdict = verdict(value=value)
    assert read_verdict(write_verdict(told), values_of(told)) == told
    assert "value" not in json.loads(write_verdict(told))["findings"][0]
