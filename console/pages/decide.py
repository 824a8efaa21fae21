"""Deciding a case."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from console import words
from console.blind import decisions_seen, review_of, row_seen
from console.filters import read_filters
from console.hold import hold_of
from console.lesson import find_lesson
from console.pages import case
from console.pages.claim import claim_following
from console.security import guarded
from console.tongues import gettext
from console.undoable import UNDO_FIELD, find_undoable
from console.visit import Console, Visit, go
from store import decisions, reviews
from store.decisions import ACTIONS, NOTE_MAX_LENGTH, Action
from store.desk import find_row
from store.errors import NotClaimed
from store.reveals import shown_until


def routes(console: Console) -> list[Route]:
    """The form beside a case."""
    return [
        Route(
            "/cases/{case_id:int}/decision",
            guarded(console, decide, opens="moderate"),
            methods=["POST"],
        )
    ]


def decide(console: Console, visit: Visit) -> Response:
    """The case is decided and can be undone; then the next one, or the same again.

    1. The form says what it may say. 2. The decision stands, whoever had the case as long as nobody
    else has it now. 3. With "next", the most urgent case of the same filters is claimed and shown;
    where the page had it ready ("ahead") and shows it already, only what is new there is sent.
    """
    case_id = visit.case_id
    action, reason, note = read_decision(visit)
    following: int | None = None
    try:
        with console.database.begin() as connection:
            _keep(connection, console, visit, action, reason, note)
            if visit.form.get("then") == "next":
                following = claim_following(connection, console, visit, apart_from=case_id)
    except case.CONFLICTS as error:
        typed = case.Typed(action=action, reason=reason, note=note)
        return case.refused(console, visit, error, typed=typed)
    told = {UNDO_FIELD: str(case_id)}
    if visit.form.get("then") != "next":
        return go(visit, f"/cases/{case_id}", **told)
    if following is None:
        return go(visit, "/", said="none_left", **told)
    if visit.form.get("ahead") == str(following):
        return _confirm(console, visit, following)
    return go(visit, f"/cases/{following}", **told)


def _keep(
    connection: Connection, console: Console, visit: Visit, action: Action, reason: str, note: str
) -> None:
    """What they said is the decision, and its lot is drawn; or the answer of their second look."""
    settings, now = console.settings, visit.now
    row = find_row(connection, visit.case_id, now=now)
    given = reason or words.usual_reason(action, row.category)
    review = review_of(connection, visit, row.id)
    if review is not None and review.state == "claimed":
        told = note or None
        if not reviews.answer(connection, review, action=action, reason=given, note=told, now=now):
            raise NotClaimed(row.id, visit.user.name)
        return
    decisions.decide(
        connection,
        row.id,
        action=action,
        by=visit.user.name,
        now=now,
        reason=given,
        note=note or None,
    )
    share, seed = settings.second_look_share, settings.second_look_seed
    reviews.draw(connection, [row.id], share=share, seed=seed, now=now)


def _confirm(console: Console, visit: Visit, following: int) -> Response:
    """What the page of the next case, which is on the screen already, does not know yet."""
    with console.database.read() as connection:
        row = row_seen(connection, visit, following)
        past = decisions_seen(connection, visit, following)
        hold = hold_of(connection, visit, row, last=past[-1] if past else None)
        undoable = find_undoable(connection, visit, case_id=visit.case_id)
        lesson = find_lesson(connection, console, visit, case_id=visit.case_id)
        shown = shown_until(connection, following, by=visit.user.name, now=visit.now)
    return console.render(
        visit.request,
        "case_confirmed.html",
        visit=visit,
        row=row,
        hold=hold,
        told=console.covered.teller(is_shown=shown is not None),
        undoable=undoable,
        lesson=lesson,
        here=read_filters(visit.request.query_params).query(),
    )


def read_decision(visit: Visit) -> tuple[Action, str, str]:
    """Action, reason and note of the form. Raises HTTPException with the field and the fix."""
    form = visit.form
    action, reason, note = form.get("action", ""), form.get("reason", ""), form.get("note", "")
    # A browser sends a line break as two characters, and counts it as one.
    note = note.replace("\r\n", "\n").strip()
    if action not in ACTIONS:
        choices = ", ".join(ACTIONS)
        raise HTTPException(422, gettext("Choose a decision: one of %(choices)s.", choices=choices))
    if reason and reason not in words.REASON:
        choices = ", ".join(words.REASON)
        raise HTTPException(422, gettext("Choose a reason: one of %(choices)s.", choices=choices))
    if len(note) > NOTE_MAX_LENGTH:
        raise HTTPException(
            422,
            gettext(
                "The note has %(size)s characters; shorten it to %(most)s.",
                size=words.number(len(note)),
                most=words.number(NOTE_MAX_LENGTH),
            ),
        )
    return action, reason, note
