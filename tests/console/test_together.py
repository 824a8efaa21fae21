"""What is alike is seen and decided together: shown first, confirmed, and taken back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.cast import franks_message, verdict_on
from tests.console.conftest import Clock, Marketplace, Moderator, Served, sign_in

OFFER = (
    "Hello {}, we are hiring for a simple typing job and pay ninety dollars an hour, write to our"
    " manager at {} to begin today, no experience is needed"
)


def burst(marketplace: Marketplace, size: int = 3) -> list[int]:
    """The same offer by different senders, with other names and links."""
    return [
        marketplace.send(
            franks_message(
                id=f"offer-{n}", sender=f"sam-{n}", text=OFFER.format("abc"[n % 3], f"t.me/j{n}")
            ),
            verdict_on("x", "hold", "scam"),
        )
        for n in range(size)
    ]


def confirm(mona: Moderator, query: str, **form: str) -> dict[str, str]:
    """The form of the preview, filled in."""
    page = mona.get(f"/together{query}").text
    shown = dict(re.findall(r'name="(as_of|previewed|last_id)" value="([^"]*)"', page))
    return {**shown, "action": "refuse", "sure": "1", **form}


def test_case_shows_what_is_nearly_the_same_and_the_senders_record(
    mona: Moderator, marketplace: Marketplace
) -> None:
    first, second, _ = burst(marketplace)
    frank = marketplace.send()
    mona.get(f"/cases/{frank}")
    mona.post(f"/cases/{frank}/decision", {"action": "bounce"})
    again = marketplace.send()
    page = mona.get(f"/cases/{first}").text
    assert "Nearly the same" in page
    assert f'href="/console/cases/{second}"' in page
    assert "Decide all 3 together" in page
    record = mona.get(f"/cases/{again}").text.partition("This sender")[2]
    assert "Sent back to the sender" in record
    assert f'href="/console/cases/{frank}"' in record
    assert "2, 0 of them fine" in record


def test_preview_says_what_would_be_decided_and_what_stays_out(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    first, second, _ = burst(marketplace)
    marketplace.send()
    nils.post(f"/cases/{second}/claim")
    page = mona.get(f"/together?alike={first}").text
    assert "Decide 2 cases together" in page
    assert "1 more is in colleagues" in page
    assert "<strong>3</strong> Scam" in page
    assert "email" not in page.partition("The most urgent of them")[2].partition("</ol>")[0]
    assert mona.get("/together?state=decided").status_code == 400
    assert "Nothing of this is left for you to decide" in mona.get("/together?sender=nobody").text


def test_all_that_was_shown_is_decided_and_undone(
    mona: Moderator, marketplace: Marketplace
) -> None:
    ids = burst(marketplace)
    frank = marketplace.send()
    query = f"?alike={ids[0]}"
    done = mona.post(f"/together{query}", confirm(mona, query, note="a burst"))
    assert "3 cases: <strong>refused</strong>" in done.text
    for case_id in ids:
        view = marketplace.case(case_id)
        assert (view.row.action, view.decisions[0].note) == ("refuse", "a burst")
        assert view.decisions[0].reason == "scam"
    assert marketplace.case(frank).row.state == "open"
    assert "open to all again" in mona.post("/batches/1/undo").text
    assert {marketplace.case(case_id).row.state for case_id in ids} == {"open"}
    assert mona.post("/batches/1/undo").status_code == 409


def test_what_came_after_the_preview_waits(
    mona: Moderator, marketplace: Marketplace, clock: Clock
) -> None:
    marketplace.send()
    form = confirm(mona, "?sender=frank")
    late = marketplace.send()
    mona.post("/together?sender=frank", form)
    assert marketplace.case(late).row.state == "open"


def test_more_than_was_shown_is_shown_again(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    first, second = marketplace.send(), marketplace.send()
    nils.post(f"/cases/{first}/claim")
    form = confirm(mona, "?sender=frank", note="kept")
    nils.post(f"/cases/{first}/release")
    answer = mona.post("/together?sender=frank", form)
    assert answer.status_code == 409
    assert "2 cases fit by now, and 1 were shown" in answer.text
    assert "kept</textarea>" in answer.text
    assert marketplace.case(second).row.state == "open"


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"sure": ""}, 422),
        ({"action": "delete"}, 422),
        ({"as_of": "yesterday"}, 422),
        ({"previewed": "-1"}, 422),
        ({"last_id": "9" * 30}, 422),
    ],
)
def test_form_that_is_not_the_previews_decides_nothing(
    mona: Moderator, marketplace: Marketplace, form: dict[str, str], status: int
) -> None:
    case_id = marketplace.send()
    given = confirm(mona, "?sender=frank", **form)
    assert mona.post("/together?sender=frank", given).status_code == status
    assert marketplace.case(case_id).row.state == "open"


def test_batch_of_another_cannot_be_taken_back(
    mona: Moderator, nils: Moderator, marketplace: Marketplace
) -> None:
    marketplace.send()
    mona.post("/together?sender=frank", confirm(mona, "?sender=frank"))
    nils.get("/")
    assert nils.post("/batches/1/undo").status_code == 409
    assert nils.post("/batches/2/undo").status_code == 404
    assert 'id="undo"' not in nils.get("/?undo=batch-1").text


def test_queue_falls_into_groups(mona: Moderator, marketplace: Marketplace) -> None:
    ids = burst(marketplace)
    marketplace.send()
    assert "No groups" in mona.get("/?group=sender").text
    marketplace.send()
    page = mona.get("/?group=alike").text
    first = page.index(f'href="/console/?alike={ids[0]}"')
    assert "3 cases" in page[first : first + 200]
    assert "from 3 senders" in mona.get(f"/together?alike={ids[0]}").text
    assert 'href="/console/?sender=frank"' in mona.get("/?group=sender").text
    assert "nearly the same" in mona.get("/").text


def test_readings_are_shown_when_asked_for(mona: Moderator, marketplace: Marketplace) -> None:
    text = "ｗｒｉｔｅ me: jane dot roe at posteo dot de <b>"
    case_id = marketplace.send(franks_message(text=text), verdict_on(text))
    assert "jane.roe@posteo.de" not in mona.get(f"/cases/{case_id}").text
    page = mona.get(f"/cases/{case_id}?readings=1").text
    assert "jane.roe@posteo.de" in page
    assert "as it was written" in page
    assert "&lt;b&gt;" in page


def test_burst_is_decided_and_undone_by_keys(served: Served, page: Page) -> None:
    ids = burst(served.marketplace, 4)
    sign_in(page, served)
    page.goto(f"{served.address}/cases/{ids[0]}")
    page.keyboard.press("v")
    expect(page.locator("#readings .reading").first).to_be_visible()
    page.keyboard.press("v")
    expect(page.locator("#readings .reading")).to_have_count(0)
    page.keyboard.press("g")
    expect(page.get_by_role("heading", name="Decide 4 cases together")).to_be_visible()
    page.keyboard.press("r")
    page.keyboard.press("Enter")
    assert served.marketplace.case(ids[0]).row.state == "open"
    page.get_by_label("I have looked at what this does").press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#undo")).to_contain_text("4 cases: refused.")
    assert served.marketplace.case(ids[3]).row.action == "refuse"
    page.keyboard.press("u")
    expect(page.get_by_text("The cases are open to all again.")).to_be_visible()
    assert served.marketplace.case(ids[3]).row.state == "open"
