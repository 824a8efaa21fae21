"""The queue: what waits, in which order, and how it is narrowed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from console.pages.queue import PAGE_LENGTH
from tests.cast import franks_message, verdict_on
from tests.console.conftest import Clock, Marketplace, Moderator


def listed(text: str) -> list[int]:
    """The ids of the cases on a page, in their order."""
    return [int(id) for id in re.findall(r'class="cover" href="/console/cases/(\d+)', text)]


def test_empty_queue_says_so(mona: Moderator) -> None:
    page = mona.get("/")
    assert "Nothing waits" in page.text
    assert re.search(r"<button[^>]*disabled", page.text)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("decision=perhaps", "decision: perhaps"),
        ("category=contact", "category: contact"),
        ("state=closed", "state: closed"),
        ("mine=yes", "mine: yes"),
        ("after=last", "after:"),
        ("after=1e999_1", "after:"),
        ("sender=%00", "sender:"),
        ("decision=%3Cscript%3E", "decision: &lt;script&gt;"),
    ],
)
def test_address_that_asks_for_nonsense_is_told_what_is_wrong(
    mona: Moderator, query: str, named: str
) -> None:
    page = mona.get(f"/?{query}")
    assert page.status_code == 400
    assert named in page.text


def test_allowed_messages_do_not_wait(mona: Moderator, marketplace: Marketplace) -> None:
    marketplace.send(franks_message(), verdict_on("x", "allow"))
    assert "Nothing waits" in mona.get("/").text


def test_worse_and_kept_waiting_comes_first(mona: Moderator, marketplace: Marketplace) -> None:
    flagged = marketplace.send(verdict=verdict_on("x", "flag", "contact.meeting"))
    held = marketplace.send(verdict=verdict_on("x", "hold", "contact.email"))
    scam = marketplace.send(verdict=verdict_on("x", "hold", "scam"))
    assert listed(mona.get("/").text) == [scam, held, flagged]


def test_line_says_what_a_moderator_asks_first(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    marketplace.send()
    clock.advance(timedelta(minutes=95))
    text = mona.get("/").text
    for told in (
        "Held",
        "0.97",
        "Email address",
        "Before a contract",
        "Message",
        "frank",
        "room-7",
    ):
        assert told in text
    assert "1 h 35 min" in text
    assert "mail me: frank.lance@posteo.de" in text


def test_filters_narrow_and_stay_in_the_address(mona: Moderator, marketplace: Marketplace) -> None:
    email = marketplace.send()
    scam = marketplace.send(verdict=verdict_on("x", "flag", "scam"))
    sam = marketplace.send(franks_message(id="by-sam", sender="sam"))
    assert listed(mona.get("/?decision=flag").text) == [scam]
    assert listed(mona.get("/?category=contact.email").text) == [email, sam]
    assert listed(mona.get("/?sender=sam").text) == [sam]
    page = mona.get("/?sender=sam&decision=hold&category=")
    assert f'href="/console/cases/{sam}?decision=hold&amp;sender=sam"' in page.text
    assert "Nothing fits these filters" in mona.get("/?category=spam").text


def test_mine_are_those_that_i_claimed(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    first, second = marketplace.send(), marketplace.send()
    mona.post(f"/cases/{first}/claim")
    assert listed(mona.get("/?mine=1").text) == [first]
    assert listed(nils.get("/?mine=1").text) == []
    assert listed(nils.get("/?state=open").text) == [second]
    assert listed(nils.get("/").text) == [first, second]


def test_pages_show_every_case_once_while_the_queue_shrinks(
    mona: Moderator, marketplace: Marketplace
) -> None:
    sent = {marketplace.send() for _ in range(PAGE_LENGTH + 5)}
    first = mona.get("/")
    seen = listed(first.text)
    assert len(seen) == PAGE_LENGTH
    mona.post(f"/cases/{seen[0]}/decision", {"action": "allow"})
    following = re.search(r'rel="next" href="/console([^"]+)"', first.text)
    assert following is not None
    second = mona.get(following[1].replace("&amp;", "&"))
    assert sorted([*seen, *listed(second.text)]) == sorted(sent)
    assert 'rel="next"' not in second.text


def test_taking_the_next_case_claims_the_most_urgent_open_one(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    email = marketplace.send()
    scam = marketplace.send(verdict=verdict_on("x", "hold", "scam"))
    assert nils.post("/next").url.path == f"/console/cases/{scam}"
    assert mona.post("/next").url.path == f"/console/cases/{email}"
    assert "Nothing more waits" in mona.post("/next").text
    assert marketplace.case(email).row.claimed_by == "mona"
