"""The sender's record says on which step they are, and what another violation would bring."""

from __future__ import annotations

import re
from datetime import timedelta

from tests.cast import franks_message
from tests.console.conftest import Clock, Marketplace, Moderator

HOUR = timedelta(hours=1)


def told(page: str) -> dict[str, str]:
    """What the record says of each ladder, as plain words."""
    found = re.findall(r'<div class="ladder"><dt>(\w+)</dt>\s*<dd>(.*?)</dd>', page, re.S)
    return {name: " ".join(re.sub(r"<[^>]+>", " ", text).split()) for name, text in found}


def refuse(person: Moderator, case_id: int, reason: str = "contact") -> None:
    person.get(f"/cases/{case_id}")
    person.post(f"/cases/{case_id}/decision", {"action": "refuse", "reason": reason})


def test_newcomer_has_none_and_is_taught_first(mona: Moderator, marketplace: Marketplace) -> None:
    ladders = told(mona.get(f"/cases/{marketplace.send()}").text)
    assert ladders == {
        "Circumvention": "none next: is taught, without a strike",
        "Scam": "none next: is suspended",
    }


def test_record_climbs_expires_and_goes_down_again(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    for _ in range(2):
        refuse(mona, marketplace.send())
        clock.advance(HOUR)
    case_id = marketplace.send()
    text = mona.get(f"/cases/{case_id}").text
    assert 'aria-label="step 2 of 5"' in text
    assert told(text)["Circumvention"] == (
        "1; is warned next: is read before delivery; one expires in 89 d 22 h"
    )
    clock.advance(timedelta(hours=3))
    assert "would add none" not in mona.get(f"/cases/{case_id}").text


def test_decision_shows_its_strike_and_undo_takes_it_back(
    mona: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send()
    refuse(mona, case_id, "scam")
    text = mona.get(f"/cases/{case_id}").text
    assert "Scam, step 1: the sender is suspended until 2 Nov 2027" in text
    mona.post(f"/cases/{case_id}/undo")
    text = mona.get(f"/cases/{case_id}").text
    assert "taken back 2 Nov 2026, 12:00 UTC" in text
    assert told(text)["Scam"] == "none next: is suspended"


def test_message_from_before_the_sender_knew_is_said_to_add_none(
    mona: Moderator, marketplace: Marketplace
) -> None:
    first, second = marketplace.send(), marketplace.send()
    refuse(mona, first)
    ladders = told(mona.get(f"/cases/{second}").text)
    assert "This message came before they were told of the last one" in ladders["Circumvention"]
    assert "would add none" not in ladders["Scam"]
    stranger = marketplace.send(franks_message(id="by-sam", sender="sam"))
    assert "would add none" not in mona.get(f"/cases/{stranger}").text


def test_age_of_the_account_is_shown_as_given_and_not_made_up(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    assert "Account, as given" not in mona.get(f"/cases/{marketplace.send()}").text
    since = clock() - timedelta(days=420)
    case_id = marketplace.send(franks_message(id="aged", sender_since=since))
    text = mona.get(f"/cases/{case_id}").text
    assert re.search(r"<dt>Account, as given</dt><dd><time[^>]*>420 d old", text)
