"""One case: everything that a moderator has to know, and the states that it can be in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from config.settings import Settings
from scanner.message import Context, Earlier, Message
from scanner.verdict import (
    CATEGORIES,
    Category,
    Excuse,
    Failure,
    Finding,
    Influence,
    Influences,
    Otherwise,
    Reason,
    Span,
    Verdict,
)
from store import reports
from store.database import Database
from tests.cast import franks_message, verdict_on
from tests.console.conftest import Clock, Marketplace, Moderator, page_explained

CLAIM_LEASE = Settings.model_fields["claim_lease"].default

TOLD = (
    "+14155552671",
    "split over messages",
    "gives a phone number before a contract",
    "0.93",
    "≥&nbsp;0.80",
    "Excused: test data",
    "Not everything was read.",
    "TimeoutError",
    "below 0.80 instead of 0.93",
    "Offer not accepted yet",
    "Policy <code>p</code>",
)
SPLIT = "then 26 71, or skype frank1"


def split_verdict() -> Verdict:
    """A number over two messages, a handle that was excused, and a step that broke."""
    phone = Finding(
        category="contact.phone",
        source="phone",
        spans=(Span(-1, 14, 21), Span(0, 5, 10)),
        confidence=0.93,
        type="phone",
        value="+14155552671",
        read_as=("split-over-messages",),
    )
    handle = Finding(
        category="contact.handle",
        source="handle",
        spans=(Span(0, 15, 27),),
        confidence=0.6,
        type="handle",
        value="frank1",
    )
    return Verdict(
        decision="hold",
        reasons=(
            Reason(
                category="contact.phone",
                score=0.93,
                decision="hold",
                threshold=0.8,
                text="gives a phone number before a contract",
            ),
        ),
        findings=(phone, handle),
        excuses=(Excuse(finding=handle, reason="test data", source="test_data", weight=0.0),),
        scores=dict.fromkeys(CATEGORIES, 0.0) | {"contact.phone": 0.93},
        failures=(Failure("classify", "TimeoutError"),),
        versions=verdict_on("").versions,
        otherwise=(
            Otherwise(decision="flag", category="contact.phone", score=0.93, threshold=0.8),
        ),
    )


@pytest.fixture
def split_case(marketplace: Marketplace) -> int:
    message = franks_message(
        text=SPLIT,
        context=Context(sender_role="freelancer", contract="offered"),
        history=(
            Earlier(sender_role="client", text="Shall we talk?"),
            Earlier(sender_role="freelancer", text="sure, I am at 415 555"),
        ),
    )
    return marketplace.send(message, split_verdict())


@pytest.mark.parametrize("place", ["/cases/4711", "/cases/0", "/cases/x", "/cases/" + "9" * 30])
def test_case_that_is_not_there_is_a_page_that_says_so(mona: Moderator, place: str) -> None:
    page = mona.get(place)
    assert page.status_code == 404
    assert "There is no such" in page.text


def test_message_is_marked_in_its_raw_text_and_in_the_room_around_it(
    mona: Moderator, split_case: int
) -> None:
    text = mona.reveal(split_case).text
    link = '<a class="number" href="#finding-{0}" aria-label="finding {0}">{0}</a>'
    assert f'sure, I am at <mark class="" data-findings="1">{link.format(1)}415 555</mark>' in text
    assert f'then <mark class="" data-findings="1">{link.format(1)}26 71</mark>, or ' in text
    assert f'<mark class="excused" data-findings="2">{link.format(2)}skype frank1</mark>' in text
    assert "Shall we talk?" in text


def test_page_tells_why(mona: Moderator, split_case: int) -> None:
    text = mona.reveal(split_case).text
    assert [told for told in TOLD if told not in text] == []


def test_other_cases_of_the_sender_are_shown_and_nobody_elses(
    mona: Moderator, marketplace: Marketplace
) -> None:
    first, second = marketplace.send(), marketplace.send()
    stranger = marketplace.send(franks_message(id="by-sam", sender="sam"))
    others = mona.get(f"/cases/{first}").text.partition("Also from this sender")[2]
    assert f'href="/console/cases/{second}"' in others
    assert f'href="/console/cases/{stranger}"' not in others
    assert f'href="/console/cases/{first}"' not in others


def test_report_alone_brings_a_case_with_its_reason(
    mona: Moderator, marketplace: Marketplace, database: Database, clock: Clock
) -> None:
    marketplace.send(franks_message(), verdict_on("x", "allow"))
    with database.begin() as connection:
        case_id = reports.report(
            connection, "m-1", reporter="clara", reason="inappropriate", now=clock()
        )
    text = mona.get(f"/cases/{case_id}").text
    assert "Reported by receivers" in text
    assert "clara" in text
    assert "inappropriate" in text


def test_claimed_case_shows_its_lease_to_the_one_and_its_holder_to_the_other(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send()
    assert "<strong>Yours</strong>" in mona.post(f"/cases/{case_id}/claim").text
    text = nils.get(f"/cases/{case_id}").text
    assert "<bdi>mona</bdi> is on this case." in text
    assert 'name="action"' not in text


def test_two_claim_at_once_and_one_has_it(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    nils.get(f"/cases/{case_id}")
    assert mona.post(f"/cases/{case_id}/claim").status_code == 200
    late = nils.post(f"/cases/{case_id}/claim")
    assert late.status_code == 409
    assert "Not done: mona has this case" in late.text
    assert marketplace.case(case_id).row.claimed_by == "mona"


def test_lease_that_ran_out_lets_another_in(
    mona: Moderator, nils: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    case_id = marketplace.send()
    mona.post(f"/cases/{case_id}/claim")
    clock.advance(CLAIM_LEASE + timedelta(seconds=1))
    assert "<strong>Nobody's</strong>" in nils.get(f"/cases/{case_id}").text.replace("&#39;", "'")
    assert nils.post(f"/cases/{case_id}/claim").status_code == 200
    lost = mona.post(f"/cases/{case_id}/release")
    assert lost.status_code == 409
    assert marketplace.case(case_id).row.claimed_by == "nils"


def test_case_that_was_given_back_is_open_to_all(mona: Moderator, marketplace: Marketplace) -> None:
    case_id = marketplace.send()
    mona.post(f"/cases/{case_id}/claim")
    text = mona.post(f"/cases/{case_id}/release").text
    assert f"Case {case_id}: <strong>given back, and open to all again</strong>" in text
    assert marketplace.case(case_id).row.state == "open"


def test_what_raised_a_score_is_told_in_the_words_of_the_message(
    database: Database, clock: Clock, marketplace: Marketplace, tmp_path: Path
) -> None:
    def explain(message: Message, categories: Sequence[Category]) -> Influences:
        start = message.text.index("<b>pay me</b>")
        told = (Influence(Span(0, start, start + 13), 2.0), Influence(None, 0.5))
        return dict.fromkeys(categories, told)

    text = "so <b>pay me</b> there: jane.roe@gmail.com"
    case_id = marketplace.send(franks_message(text=text), verdict_on(text))
    page = page_explained(database, clock, tmp_path, case_id, explain)
    assert "Most of all for" in page
    assert "&lt;b&gt;pay me&lt;/b&gt;</q>, what was said before" in page
