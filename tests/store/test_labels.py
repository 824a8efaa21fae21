"""Single findings are right or wrong in the eyes of each moderator."""

from __future__ import annotations

import pytest

from store import labels, log, messages, verdicts
from store.audit import verify
from store.database import Database
from store.errors import NotFound
from tests.verdicts import NOON, message, verdict


@pytest.fixture
def pk(database: Database) -> int:
    with database.begin() as connection:
        (receipt,) = messages.receive(connection, [message("m-1")], now=NOON)
        verdicts.record(connection, receipt.pk, verdict("hold"), now=NOON)
    return receipt.pk


@pytest.mark.parametrize("place", [-1, 1, 9_999])
def test_finding_that_is_not_there_is_not_labelled(database: Database, pk: int, place: int) -> None:
    with database.begin() as connection:
        with pytest.raises(NotFound):
            labels.label(connection, pk, place, is_right=True, by="mona", now=NOON)
        with pytest.raises(NotFound):
            labels.label(connection, pk + 1, 0, is_right=True, by="mona", now=NOON)
        assert list(labels.all_labels(connection)) == []


def test_each_moderator_has_one_word_and_the_last_one_counts(database: Database, pk: int) -> None:
    with database.begin() as connection:
        for by, is_right in (("mona", True), ("nils", False), ("mona", False), ("nils", None)):
            labels.label(connection, pk, 0, is_right=is_right, by=by, now=NOON)
    with database.read() as connection:
        (label,) = labels.labels_on(connection, pk)
        assert list(labels.all_labels(connection)) == [label]
        said = [one.details for one in log.read(connection, subject=f"message:{pk}")][-4:]
        assert verify(connection).breaks == ()
    assert label == labels.Label(pk, 0, "contact.email", "email", False, "mona", NOON)
    assert [one.partition('"said":')[2] for one in said] == [
        '"right"}',
        '"wrong"}',
        '"wrong"}',
        '"withdrawn"}',
    ]
