"""An appeal at the desk: who may answer it, what they see, and what becomes of it."""

from __future__ import annotations

import re

import pytest

from store import appeals
from store.database import Database
from tests.console.conftest import Clock, Marketplace, Moderator

WHY = "<b>It was</b> the client's own shop"


@pytest.fixture
def case_id(mona: Moderator, marketplace: Marketplace, database: Database, clock: Clock) -> int:
    """Mona refused it as a contact detail, and Frank appealed."""
    case_id = marketplace.send()
    mona.get(f"/cases/{case_id}")
    form = {"action": "refuse", "reason": "contact", "note": "clear enough"}
    mona.post(f"/cases/{case_id}/decision", form)
    with database.begin() as connection:
        appeals.appeal(connection, "m-1", sender="frank", text=WHY, now=clock())
    return case_id


def choices(page: str) -> list[str]:
    return re.findall(r'name="action" value="(\w+)"', page)


def test_who_decided_first_reads_along_and_no_more(mona: Moderator, case_id: int) -> None:
    page = mona.get(f"/cases/{case_id}").text
    assert "A colleague answers this appeal." in page
    assert choices(page) == []
    assert 'id="undo"' not in page
    assert "A colleague" in mona.post(f"/cases/{case_id}/beat", {"active": "1"}).text
    for deed, form in (("claim", {}), ("decision", {"action": "allow"})):
        answer = mona.post(f"/cases/{case_id}/{deed}", form)
        assert answer.status_code == 409
        assert "you decided this first" in answer.text


def test_next_case_is_never_the_appeal_against_oneself(
    mona: Moderator, nils: Moderator, case_id: int
) -> None:
    assert "Nothing more waits here." in mona.post("/next").text
    assert f"Case {case_id}" in nils.post("/next").text


def test_colleague_sees_the_first_decision_and_the_senders_words_inert(
    nils: Moderator, case_id: int
) -> None:
    page = nils.get(f"/cases/{case_id}").text
    assert "Refused by <bdi>mona</bdi>" in page
    assert "clear enough" in page
    assert "&lt;b&gt;It was&lt;/b&gt; the client" in page
    assert choices(page) == ["allow", "mask", "bounce", "refuse"]


def test_queue_marks_appeals_and_narrows_to_them(
    nils: Moderator, marketplace: Marketplace, case_id: int
) -> None:
    other = marketplace.send()
    page = nils.get("/?appeal=1").text
    assert f'data-case="{case_id}"' in page
    assert f'data-case="{other}"' not in page
    assert page.count('class="badge appealed"') == 1


def test_many_at_once_leaves_appeals_out(
    nils: Moderator, marketplace: Marketplace, case_id: int
) -> None:
    marketplace.send()
    page = nils.get("/together?sender=frank").text
    assert "Decide 1 case together" in page
    assert "appealed against" in page


def test_answer_is_kept_in_the_record_and_can_be_undone(nils: Moderator, case_id: int) -> None:
    escalated = nils.post(f"/cases/{case_id}/decision", {"action": "escalate"})
    assert escalated.status_code == 409
    assert "An appeal has to be answered" in escalated.text.replace("an appeal", "An appeal")
    nils.post(f"/cases/{case_id}/decision", {"action": "allow"})
    page = nils.get(f"/cases/{case_id}").text
    assert page.count("Appeal, won by the sender") == 2
    assert "taken back" in page
    page = nils.post(f"/cases/{case_id}/undo").text
    assert "Undone." in page
    assert "Appeal, won" not in page
