"""Deciding many cases at once: what it would do, the confirmation, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from console import words
from console.choices import CHOICES
from console.excerpts import Listed, listed
from console.filters import AddressError, Asked, read_filters
from console.looks import note_list
from console.pages.case import NOTHING_TYPED, Typed
from console.pages.decide import read_decision
from console.security import guarded
from console.tongues import N_, gettext
from console.undoable import UNDO_FIELD
from console.visit import ID_MAX, Console, Visit, go
from scanner.verdict import CATEGORIES
from store.batches import BATCH_MAX, count_free, decide_all, members, undo_all
from store.decisions import NOTE_MAX_LENGTH
from store.desk import list_cases, newest_case
from store.errors import NotFound, NothingToUndo, PreviewOld, UndoTooLate
from store.narrowing import Filter
from store.reviews import draw
from store.tallies import Tally, count_senders, tally

FORM_OLD = N_("The form is not the one of the preview; load it again.")
TOGETHER = ("alike", "sender")  # filters of which nothing is left when it was decided together
SHOWN_MAX = 10  # cases of the preview; "all of them" are a click away


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be decided, as it stands at ``as_of``. ``free`` are nobody else's, ``held`` of
    which are not delivered yet.

    ``last_id`` is the newest case of all, so that none is decided that came after the preview.
    """

    asked: Asked
    counts: Tally
    free: int
    held: int
    senders: int
    first: list[Listed]
    as_of: datetime
    last_id: int

    @property
    def size(self) -> int:
        """How many will be decided by one press."""
        return min(self.free, BATCH_MAX)


def routes(console: Console) -> list[Route]:
    """The page behind "decide together", its form, and the undo bar's."""
    return [
        Route("/together", guarded(console, show, opens="moderate"), methods=["GET"]),
        Route("/together", guarded(console, decide, opens="moderate"), methods=["POST"]),
        Route(
            "/batches/{batch_id:int}/undo",
            guarded(console, undo, opens="moderate"),
            methods=["POST"],
        ),
    ]


def show(console: Console, visit: Visit) -> Response:
    """What the filters of the address would decide, and the form that does it."""
    return _render(console, visit)


def decide(console: Console, visit: Visit) -> Response:
    """All that was shown is decided, and can be undone; else the preview as it is now.

    What came after the preview stays out, and so does what colleagues have in hand.
    """
    action, reason, note = read_decision(visit)
    typed = Typed(action=action, reason=reason, note=note)
    if not visit.form.get("sure"):
        problem = gettext("Say that you have looked at it.")
        return _render(console, visit, problem=problem, typed=typed, status=422)
    as_of, previewed, last_id = _shown(visit)
    asked = _waiting(read_filters(visit.request.query_params))
    narrowed = replace(asked.narrow(user=visit.user.name, now=as_of), last_id=last_id)
    kinds = (*CATEGORIES, None)
    try:
        with console.database.begin() as connection:
            batch = decide_all(
                connection,
                narrowed=narrowed,
                as_of=as_of,
                previewed=previewed,
                action=action,
                reasons={kind: reason or words.usual_reason(action, kind) for kind in kinds},
                by=visit.user.name,
                now=visit.now,
                note=note or None,
            )
            draw(
                connection,
                members(connection, batch.id),
                share=console.settings.second_look_share,
                seed=console.settings.second_look_seed,
                now=visit.now,
            )
    except PreviewOld as error:
        problem = gettext(
            "Not done: %(found)s cases fit by now, and %(previewed)s were shown.",
            found=words.number(error.found),
            previewed=words.number(error.previewed),
        )
        return _render(console, visit, problem=problem, typed=typed, status=409)
    except NotFound:
        problem = gettext("Not done: colleagues were quicker, and nothing of it is left.")
        return _render(console, visit, problem=problem, typed=typed, status=409)
    return go(visit, "/", apart_from=TOGETHER, **{UNDO_FIELD: f"batch-{batch.id}"})


def undo(console: Console, visit: Visit) -> Response:
    """The decisions are taken back, and the cases open to all."""
    batch_id: int = visit.request.path_params["batch_id"]
    if batch_id > ID_MAX:
        raise NotFound("batch", batch_id)
    try:
        with console.database.begin() as connection:
            undo_all(connection, batch_id, by=visit.user.name, now=visit.now)
    except NothingToUndo:
        problem = gettext("Not undone: no decisions of yours stand here.")
        raise HTTPException(409, problem) from None
    except UndoTooLate as error:
        moment = words.clock(error.until)
        problem = gettext("Not undone: it could be until %(moment)s.", moment=moment)
        raise HTTPException(409, problem) from None
    return go(visit, "/", said="batch_undone")


def _render(
    console: Console,
    visit: Visit,
    *,
    problem: str | None = None,
    typed: Typed = NOTHING_TYPED,
    status: int = 200,
) -> Response:
    asked = _waiting(read_filters(visit.request.query_params))
    narrowed = asked.narrow(user=visit.user.name, now=visit.now)
    with console.database.read() as connection:
        newest = newest_case(connection)
        pinned = replace(narrowed, last_id=newest)
        preview = Preview(
            asked=asked,
            counts=tally(connection, now=visit.now, narrowed=pinned),
            free=count_free(
                connection, narrowed=pinned, as_of=visit.now, by=visit.user.name, now=visit.now
            ),
            held=_count_held(connection, pinned, visit),
            senders=count_senders(connection, now=visit.now, narrowed=pinned),
            first=listed(list_cases(connection, now=visit.now, narrowed=pinned, limit=SHOWN_MAX)),
            as_of=visit.now,
            last_id=newest,
        )
        done = replace(narrowed, states=("decided",))
        decided = 0 if preview.size else tally(connection, now=visit.now, narrowed=done).all
    note_list(console, visit, [entry.row.id for entry in preview.first])
    return console.render(
        visit.request,
        "together.html",
        status=status,
        visit=visit,
        preview=preview,
        here=asked.query(),
        onward=replace(asked, alike=None, sender=None).query(),
        decided=decided,
        decided_here=replace(asked, state="decided").query(),
        choices=CHOICES,
        typed=typed,
        problem=problem,
        batch_max=BATCH_MAX,
        note_max_length=NOTE_MAX_LENGTH,
    )


def _count_held(connection: Connection, narrowed: Filter, visit: Visit) -> int:
    """How many of those that they may decide are held back: what is open, and what is theirs."""
    name = visit.user.name
    free = replace(narrowed, appealed=False, open_to=name)
    parts = [replace(free, states=("open",))] if "open" in narrowed.states else []
    if "claimed" in narrowed.states and narrowed.claimed_by in (None, name):
        parts.append(replace(free, states=("claimed",), claimed_by=name))
    tallies = (tally(connection, now=visit.now, narrowed=part) for part in parts)
    return sum(one.facets["decision"].get("hold", 0) for one in tallies)


def _waiting(asked: Asked) -> Asked:
    """The same without page and grouping. Raises AddressError where only decided ones are asked."""
    if asked.state == "decided":
        raise AddressError(gettext("state: decided cases cannot be decided again; leave it out"))
    return replace(asked, after=None, group=None)


def _shown(visit: Visit) -> tuple[datetime, int, int]:
    """When the preview was made, how many it had, and the newest case of then."""
    try:
        as_of = datetime.fromisoformat(visit.form.get("as_of", "")).astimezone(UTC)
        previewed, last_id = int(visit.form["previewed"]), int(visit.form["last_id"])
    except (KeyError, ValueError, OverflowError):
        raise HTTPException(422, gettext(FORM_OLD)) from None
    if not (0 <= previewed <= ID_MAX and 0 <= last_id <= ID_MAX):
        raise HTTPException(422, gettext(FORM_OLD))
    return as_of, previewed, last_id
