"""The page of a case says where else a detail was seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from config.keys import new_key, parse_keys
from store.database import Database
from store.keyring import Keyring
from tests.cast import franks_message
from tests.console.conftest import Marketplace, Moderator


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    keys = parse_keys(new_key("a"))
    opened = Database.open(database_url, keyring=Keyring(fingerprint=keys))
    yield opened
    opened.close()


def test_detail_that_others_gave_too_is_told_with_their_number(
    mona: Moderator, marketplace: Marketplace
) -> None:
    first = marketplace.send(franks_message("m-1"))
    assert "other account" not in mona.get(f"/cases/{first}").text
    marketplace.send(franks_message("m-2", sender="sam"))
    assert "Seen on 1 other account<" in mona.get(f"/cases/{first}").text
    marketplace.send(franks_message("m-3", sender="sally"))
    marketplace.send(franks_message("m-4", sender="sally"))
    assert "Seen on 2 other accounts<" in mona.get(f"/cases/{first}").text
