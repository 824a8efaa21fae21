"""A receiver of webhooks, and an installation that has it for its one webhook."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.database import Database
from tests.worker.posting import Post, Receiver, receiving


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as opened:
        yield opened


@pytest.fixture
def post(database: Database, receiver: Receiver) -> Post:
    opened = Post(database)
    opened.add(receiver.url)
    return opened
