"""Deciding and undoing, and the forms that do it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from store.decisions import ACTIONS, NOTE_MAX_LENGTH, UNDO_WINDOW
from tests.cast import verdict_on
from tests.console.conftest import Clock, Marketplace, Moderator


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ({}, "Choose a decision"),
        ({"action": "delete"}, "Choose a decision"),
        ({"action": "undo"}, "Choose a decision"),
        ({"action": "refuse", "reason": "because"}, "Choose a reason"),
        (
            {"action": "refuse", "note": "x" * (NOTE_MAX_LENGTH + 1)},
            "The note has 2,001 characters",
        ),
    ],
)
def test_form_that_says_nothing_we_know_decides_nothing(
    mona: Moderator, marketplace: Marketplace, form: dict[str, str], named: str
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    answer = mona.post(f"/cases/{case_id}/decision", form)
    assert answer.status_code == 422
    assert named in answer.text
    assert marketplace.case(case_id).row.state == "open"


@pytest.mark.parametrize("deed", ["claim", "release", "decision", "undo"])
def test_form_without_our_token_does_nothing(
    mona: Moderator, nils: Moderator, marketplace: Marketplace, deed: str
) -> None:
    case_id = marketplace.send()
    for token in ("", "guess", nils.csrf, "\ud7ff"):
        answer = mona.post(f"/cases/{case_id}/{deed}", {"action": "allow", "csrf": token})
        assert answer.status_code == 403
        mona.csrf = ""
    assert marketplace.case(case_id).row.state == "open"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.test"},
        {"origin": "http://desk.test.evil.test"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
    ],
)
def test_form_from_elsewhere_does_nothing_even_with_our_token(
    mona: Moderator, marketplace: Marketplace, headers: dict[str, str]
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    answer = mona.post(f"/cases/{case_id}/decision", {"action": "allow"}, **headers)
    assert answer.status_code == 403
    assert marketplace.case(case_id).row.state == "open"


@pytest.mark.parametrize("origin", ["http://desk.test", "null"])
def test_form_of_ours_is_taken_where_the_browser_says_where_it_stood(
    mona: Moderator, marketplace: Marketplace, origin: str
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    assert mona.post(f"/cases/{case_id}/claim", origin=origin).status_code == 200


def test_huge_form_is_refused_before_it_is_read(mona: Moderator, marketplace: Marketplace) -> None:
    case_id = marketplace.send()
    answer = mona.post(f"/cases/{case_id}/decision", {"action": "allow", "note": "x" * 70_000})
    assert answer.status_code == 413


def test_reading_a_case_changes_nothing(mona: Moderator, marketplace: Marketplace) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    assert mona.get(f"/cases/{case_id}/decision").status_code == 405
    assert marketplace.case(case_id).row.state == "open"


@pytest.mark.parametrize("action", ACTIONS)
def test_every_decision_stands_with_its_reason_and_note(
    mona: Moderator, marketplace: Marketplace, action: str
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    note = "first\r\nsecond <b>line</b> \u202e"
    answer = mona.post(
        f"/cases/{case_id}/decision", {"action": action, "reason": "contact", "note": note}
    )
    assert answer.status_code == 200
    view = marketplace.case(case_id)
    (decision,) = view.decisions
    assert view.row.state == "decided"
    assert (decision.action, decision.reason, decision.by) == (action, "contact", "mona")
    assert decision.note == "first\nsecond <b>line</b> \u202e"
    assert "second &lt;b&gt;line&lt;/b&gt;" in answer.text


@pytest.mark.parametrize(
    ("action", "reason"), [("allow", "innocent"), ("refuse", "contact"), ("escalate", "unclear")]
)
def test_without_a_reason_the_usual_one_is_kept(
    mona: Moderator, marketplace: Marketplace, action: str, reason: str
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    mona.post(f"/cases/{case_id}/decision", {"action": action})
    assert marketplace.case(case_id).decisions[0].reason == reason


def test_submit_and_next_brings_the_next_case_of_the_same_filters_claimed(
    mona: Moderator, marketplace: Marketplace
) -> None:
    first, second = marketplace.send(), marketplace.send()
    scam = marketplace.send(verdict=verdict_on("x", "hold", "scam"))
    mona.get("/")
    answer = mona.post(
        f"/cases/{first}/decision?category=contact.email", {"action": "refuse", "then": "next"}
    )
    assert answer.url.path == f"/console/cases/{second}"
    assert "<strong>Yours</strong>" in answer.text
    assert f"Case {first}: <strong>refused</strong>" in answer.text
    assert marketplace.case(scam).row.state == "open"


def test_after_the_last_case_the_queue_is_empty_and_the_decision_can_still_be_undone(
    mona: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send()
    mona.get("/")
    answer = mona.post(f"/cases/{case_id}/decision", {"action": "refuse", "then": "next"})
    assert "Nothing waits" in answer.text
    assert f'action="/console/cases/{case_id}/undo"' in answer.text


def test_two_decide_at_once_and_what_the_second_wrote_is_not_lost(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    nils.get(f"/cases/{case_id}")
    mona.post(f"/cases/{case_id}/decision", {"action": "refuse"})
    late = nils.post(f"/cases/{case_id}/decision", {"action": "allow", "note": "looks fine to me"})
    assert late.status_code == 409
    assert "decided in the meantime" in late.text
    assert "looks fine to me" in late.text
    assert [decision.by for decision in marketplace.case(case_id).decisions] == ["mona"]


def test_case_of_a_colleague_cannot_be_decided(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    nils.get("/")
    nils.post(f"/cases/{case_id}/claim")
    late = mona.post(f"/cases/{case_id}/decision", {"action": "allow", "note": "half a thought"})
    assert late.status_code == 409
    assert "Not done: nils has this case" in late.text
    assert "half a thought" in late.text
    assert marketplace.case(case_id).row.state == "claimed"


def test_undo_gives_the_case_back_to_the_one_who_decided(
    mona: Moderator, marketplace: Marketplace
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    assert "Undo" in mona.post(f"/cases/{case_id}/decision", {"action": "bounce"}).text
    undone = mona.post(f"/cases/{case_id}/undo")
    assert "Undone. The case is yours again." in undone.text
    view = marketplace.case(case_id)
    assert (view.row.state, view.row.claimed_by) == ("claimed", "mona")
    assert [decision.action for decision in view.decisions] == ["bounce", "undo"]
    assert 'id="undo"' not in undone.text


def test_undo_keeps_the_filters_of_the_desk(mona: Moderator, marketplace: Marketplace) -> None:
    case_id = marketplace.send()
    place = f"/cases/{case_id}/undo?decision=hold"
    done = mona.post(f"/cases/{case_id}/decision?decision=hold", {"action": "bounce"})
    assert f'action="/console{place}"' in done.text
    assert mona.post(place).url.query == b"decision=hold&said=undone"


def test_undo_is_not_for_others_and_not_for_ever(
    mona: Moderator, nils: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    mona.post(f"/cases/{case_id}/decision", {"action": "bounce"})
    nils.get("/")
    assert 'id="undo"' not in nils.get(f"/cases/{case_id}?undo={case_id}").text
    assert nils.post(f"/cases/{case_id}/undo").status_code == 409
    clock.advance(UNDO_WINDOW + timedelta(seconds=1))
    assert 'id="undo"' not in mona.get(f"/cases/{case_id}?undo={case_id}").text
    late = mona.post(f"/cases/{case_id}/undo")
    assert late.status_code == 409
    assert "Not undone" in late.text
    assert marketplace.case(case_id).row.state == "decided"
