"""Pages say that a text was removed, and show all that is left."""

from __future__ import annotations

from datetime import timedelta

from scanner.message import Earlier
from store.removal import remove_texts
from tests.cast import ADDRESS, MINUTE, franks_message
from tests.console.conftest import Clock, Marketplace, Moderator

GONE = "The text was removed: the time for which it is kept is over."


def remove(marketplace: Marketplace, case_id: int) -> None:
    pk = marketplace.case(case_id).row.message_pk
    with marketplace.database.begin() as connection:
        remove_texts(connection, [pk], by="retention", now=marketplace.clock())


def test_case_whose_text_was_removed_says_so_and_shows_its_verdict(
    mona: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send(franks_message(history=(Earlier(text="hello there"),)))
    remove(marketplace, case_id)
    page = mona.get(f"/cases/{case_id}?readings=1").text
    assert page.count(GONE) >= 1
    assert ADDRESS not in page
    assert "hello there" not in page
    assert "There is no text to read." in page
    assert "gives an email address before a contract" in page
    assert "Email address" in page


def test_list_says_so_in_place_of_the_words(mona: Moderator, marketplace: Marketplace) -> None:
    remove(marketplace, marketplace.send())
    page = mona.get("/").text
    assert GONE in page
    assert ADDRESS not in page


def test_case_without_a_text_can_be_decided(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    case_id = marketplace.send()
    remove(marketplace, case_id)
    mona.get(f"/cases/{case_id}")
    mona.post(f"/cases/{case_id}/decision", {"action": "refuse", "then": "stay"})
    assert marketplace.case(case_id).row.action == "refuse"


def test_room_keeps_the_place_of_a_text_that_was_removed(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    first = marketplace.send(franks_message("old", f"old words {ADDRESS}"))
    clock.advance(MINUTE)
    second = marketplace.send(franks_message("new", f"new words {ADDRESS}"))
    remove(marketplace, first)
    clock.advance(timedelta(minutes=2))
    page = mona.get(f"/cases/{second}").text
    assert "No text is kept of this one." in page
    assert "old words" not in page
    assert "new words" in page
