"""The queue: what waits, in which order, and how it is narrowed."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from console.pages.queue import PAGE_LENGTH
from scanner.message import Context
from store.urgency import DOUBLING, DUE_WITHIN
from store.views import VIEWS_MAX
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
        ("language=klingon!", "language: klingon!"),
        ("surface=wall", "surface: wall"),
        ("contract=never", "contract: never"),
        ("age=2h", "age: 2h"),
        ("due=now", "due: now"),
        ("alike=none", "alike: none"),
        ("group=colour", "group: colour"),
        ("holder=%00", "holder:"),
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
    assert "mail me: •••••.•••••@••••••.••" in text


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
    assert mona.post("/next").url.path == f"/console/cases/{email}", "first what is hers already"
    assert marketplace.case(email).row.claimed_by == "mona"
    mona.post(f"/cases/{email}/decision", {"action": "allow"})
    assert "Nothing more waits" in mona.post("/next").text


def test_filters_of_place_stage_language_age_and_holder_narrow(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    old = marketplace.send(
        franks_message(id="old", context=Context(contract="offered", surface="proposal"))
    )
    clock.advance(timedelta(hours=2))
    new = marketplace.send(franks_message(id="new", text="un message"), language="fr")
    mona.post(f"/cases/{new}/claim")
    for query, found in (
        ("surface=proposal", [old]),
        ("contract=none", [new]),
        ("language=fr", [new]),
        ("language=de", []),
        ("age=1h", [old]),
        ("age=4h", []),
        ("holder=mona", [new]),
        ("holder=nils", []),
        ("due=late", [old]),
        (f"alike={old}", [old]),
    ):
        assert listed(mona.get(f"/?{query}").text) == found, query


def test_waiting_makes_a_case_more_urgent_and_harm_does_so_more(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    """A meeting link that was flagged counts 0.6, a scam that is held 12: 4.3 doublings."""
    meeting = marketplace.send(verdict=verdict_on("x", "flag", "contact.meeting"))
    clock.advance(DOUBLING * 4)
    scam = marketplace.send(verdict=verdict_on("y", "hold", "scam"))
    assert listed(mona.get("/").text) == [scam, meeting]
    clock.advance(DOUBLING)
    assert listed(mona.get("/").text) == [scam, meeting]
    later = marketplace.send(verdict=verdict_on("z", "hold", "scam"))
    assert listed(mona.get("/").text) == [scam, meeting, later]


def test_header_counts_what_is_late_and_due_soon(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    marketplace.send(verdict=verdict_on("x", "hold"))
    clock.advance(DUE_WITHIN["hold"] - timedelta(minutes=4))
    assert re.search(r"<strong>1</strong> due within 5 min", mona.get("/").text)
    assert "4 min left" in mona.get("/").text
    clock.advance(timedelta(minutes=4))
    assert re.search(r"<strong>1</strong> late", mona.get("/").text)
    assert "(1)" in mona.get("/").text


def test_views_are_saved_forgotten_and_brought_back(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    marketplace.send()
    mona.get("/?decision=hold&category=scam")
    page = mona.post("/views?decision=hold&category=scam&after=1_1", {"name": "Held <b>scams</b>"})
    assert page.url.query == b"decision=hold&category=scam&said=view_saved"
    assert "Held &lt;b&gt;scams&lt;/b&gt;" in page.text
    assert 'href="/console/?decision=hold&amp;category=scam" title=' in page.text
    assert page.text.count("aria-current=page") == 1
    assert "scams" not in nils.get("/").text
    again = mona.post("/views?decision=hold", {"name": "Held <b>scams</b>"})
    assert again.status_code == 409
    mona.get("/")
    nils.get("/")
    assert nils.post("/views/1/forget").status_code == 404
    forgotten = mona.post("/views/1/forget")
    assert "Held &lt;b&gt;scams&lt;/b&gt;</a>" not in forgotten.text
    undo = re.search(r'id="undo".*?action="/console(/views[^"]*)"', forgotten.text, re.S)
    assert undo is not None
    page = mona.post(undo[1].replace("&amp;", "&"), {"name": "Held <b>scams</b>"})
    assert "Held &lt;b&gt;scams&lt;/b&gt;</a>" in page.text


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "a\nb"])
def test_view_without_a_proper_name_is_not_saved(mona: Moderator, name: str) -> None:
    assert mona.post("/views?decision=hold", {"name": name}).status_code == 422


def test_twenty_views_are_enough(mona: Moderator) -> None:
    for number in range(VIEWS_MAX):
        mona.post("/views?decision=hold", {"name": f"view {number}"})
    assert mona.post("/views?decision=hold", {"name": "one more"}).status_code == 409
