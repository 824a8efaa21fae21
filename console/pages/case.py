"""One case: the message with its findings, the room around it, and what can be done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import Route

from console import words
from console.blind import record_seen, review_of, view_seen
from console.choices import choices_for
from console.excerpts import listed
from console.filters import Asked, read_filters
from console.hold import hold_of
from console.lesson import find_lesson
from console.looks import note_case
from console.marking import Numbered, Segment, mark, marks_in, number
from console.masking import cover_value
from console.pages.snoozes import LENGTHS
from console.readings import readings_of
from console.security import guarded
from console.tongues import N_, Words, gettext
from console.undoable import find_undoable
from console.visit import Console, Visit, address, said, with_filters
from scanner.message import Earlier, Message, Role
from scanner.verdict import Category, Verdict
from store.appeals import Appeal
from store.decisions import NOTE_MAX_LENGTH, Action, Decision
from store.desk import CaseRow, CaseView, find_case, list_cases
from store.errors import (
    AlreadyDecided,
    ClaimedByOther,
    DecidedFirst,
    NotClaimed,
    NothingToTeach,
    NothingToUndo,
    StoreError,
    Unanswered,
    UndoTooLate,
)
from store.goldens import WHY_MAX_LENGTH, Golden, golden_of
from store.labels import Label, labels_on
from store.narrowing import Filter
from store.reveals import shown_until
from store.senders import record_of
from store.snoozes import SNOOZABLE, active_snoozes
from store.tallies import sizes

NEIGHBOURS_MAX = 20  # cases in the list beside the message
OTHERS_MAX = 5  # cases of the same sender, and of those that say nearly the same
READINGS_FIELD = "readings"  # in the address: the page shows how the message was read

CONFLICTS = (
    AlreadyDecided,
    ClaimedByOther,
    DecidedFirst,
    NotClaimed,
    NothingToUndo,
    Unanswered,
    UndoTooLate,
)
"""Somebody, or the clock, was quicker: the page says so and keeps what was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a moderator has chosen and written, kept when it could not be done."""

    action: str = ""
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Teaching:
    """What a golden item says, or was to say."""

    actions: tuple[Action, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier message of the room."""

    role: Role | None
    segments: tuple[Segment, ...]

    @property
    def is_marked(self) -> bool:
        """A finding reaches into it."""
        return any(segment.numbers for segment in self.segments)


NOTHING_TYPED = Typed()


def routes(console: Console) -> list[Route]:
    """One page for each case."""
    return [
        Route(
            "/cases/{case_id:int}",
            guarded(console, show, opens="read"),
            methods=["GET"],
            name="case",
        )
    ]


def show(console: Console, visit: Visit) -> Response:
    """The case as it stands now. Raises NotFound."""
    return _render(console, visit, visit.case_id)


def show_other(console: Console, visit: Visit, case_id: int) -> Response:
    """Another case than that of the address, as its own page would show it. Raises NotFound."""
    return _render(console, visit, case_id)


def refused(
    console: Console, visit: Visit, error: StoreError, *, typed: Typed = NOTHING_TYPED
) -> Response:
    """The case as it stands, why nothing was done, and all that was typed.

    The answer names the page of the case, since a form's own address cannot be loaded again.
    """
    response = _render(
        console,
        visit,
        visit.case_id,
        problem=_explain(error),
        typed=typed,
        lost=isinstance(error, NotClaimed),
        status=409,
    )
    place = with_filters(visit, f"/cases/{visit.case_id}")
    response.headers["content-location"] = address(visit.request, place)
    return response


def not_golden(
    console: Console, visit: Visit, error: NothingToTeach | ValueError, wanted: Teaching
) -> Response:
    """The case as it stands, why it is no golden item, and what was to be taught."""
    is_late = isinstance(error, NothingToTeach)
    if is_late:
        problem = gettext("Not done: the case is not decided any more, or its text was removed.")
    elif not wanted.actions:
        problem = gettext("Not done: choose at least one right decision.")
    else:
        most = words.number(WHY_MAX_LENGTH)
        problem = gettext("Not done: say why in 1 to %(most)s characters.", most=most)
    return _render(
        console,
        visit,
        visit.case_id,
        problem=problem,
        teaching=wanted,
        status=409 if is_late else 422,
    )


def _render(
    console: Console,
    visit: Visit,
    case_id: int,
    *,
    problem: str | None = None,
    typed: Typed = NOTHING_TYPED,
    teaching: Teaching | None = None,
    lost: bool = False,
    status: int = 200,
) -> Response:
    asked = read_filters(visit.request.query_params)
    with console.database.read() as connection:
        found = find_case(connection, case_id, now=visit.now)
        review = review_of(connection, visit, case_id)
        view = view_seen(found, review)
        neighbours = _neighbours(connection, visit, view.row, asked)
        sender = view.row.sender
        others = _others(connection, visit, view.row, Filter(sender=sender)) if sender else []
        alike = _others(connection, visit, view.row, Filter(alike=view.row.alike))
        record = record_of(connection, sender, now=visit.now) if sender else None
        sizes_of = {
            "alike": sizes(connection, by="alike", values=[view.row.alike]),
            "sender": sizes(connection, by="sender", values=[sender] if sender else []),
        }
        undoable = find_undoable(connection, visit, case_id=case_id)
        lesson = find_lesson(connection, console, visit, case_id=case_id)
        golden = golden_of(connection, case_id) if visit.may("train") and not review else None
        said_of = labels_on(connection, view.row.message_pk)
        if record:
            record = record_seen(record, found.row, review)
        rooms = [view.row.room] if view.row.room else []
        snoozed = active_snoozes(connection, now=visit.now, rooms=rooms)
        shown = shown_until(connection, case_id, by=visit.user.name, now=visit.now)
        hold = hold_of(
            connection,
            visit,
            view.row,
            last=view.decisions[-1] if view.decisions else None,
            had=lost,
        )
    beside = [row.id for row in (*neighbours, *others, *alike)]
    note_case(console, visit, case_id, beside=beside)
    written, verdict = view.stored.message, view.stored.verdict
    covered = console.covered.of(written, verdict)
    message = covered if shown is None else written
    findings = number(verdict.findings, verdict.excuses) if verdict else ()
    is_kept = view.stored.removed is None
    return console.render(
        visit.request,
        "case.html",
        status=status,
        visit=visit,
        row=view.row,
        context=message.context,
        verdict=verdict,
        moved=_moved(console, view.row.message_pk, written, verdict, shown=message.text)
        if is_kept
        else {},
        findings=findings,
        values=_values(findings, is_covered=shown is None),
        has_details=covered != written or _hides_beside(console, view),
        told=console.covered.teller(is_shown=shown is not None),
        shown_until=shown,
        dropped=[entry.number for entry in findings if entry.is_dropped],
        judged=mark(message.text, marks_in(0, findings)),
        room=_room(message.history, findings),
        reports=view.reports,
        past=view.decisions,
        strikes={one.decision_id: one for one in view.strikes},
        seen_elsewhere=view.seen_elsewhere,
        hold=hold,
        mine={one.finding: one.is_right for one in said_of if one.by == visit.user.name},
        theirs=_of_others(said_of, visit) if review is None else {},
        snoozed={one.category: one for one in snoozed},
        snoozable=SNOOZABLE,
        snooze_lengths=LENGTHS,
        others=listed(others),
        alike=listed(alike),
        sizes_of=sizes_of,
        record=record,
        received_at=view.stored.received_at,
        readings=readings_of(message)
        if is_kept and READINGS_FIELD in visit.request.query_params
        else None,
        neighbours=listed(neighbours),
        choices=choices_for(view.row),
        appeals=_against(view),
        typed=typed,
        note_max_length=NOTE_MAX_LENGTH,
        here=asked.query(),
        undoable=undoable,
        lesson=lesson,
        golden=golden,
        teaching=teaching or _teaching(golden),
        can_train=visit.may("train") and review is None and is_kept and view.row.state == "decided",
        why_max_length=WHY_MAX_LENGTH,
        problem=problem,
        said=said(visit),
    )


def _teaching(golden: Golden | None) -> Teaching:
    return Teaching(golden.actions, golden.why or "") if golden else Teaching()


def _hides_beside(console: Console, view: CaseView) -> bool:
    """Whether something is covered in what was written of it, in appeals and in notes."""
    covered = console.covered.teller(is_shown=False)
    written = [one.text for one in view.appeals] + [one.note for one in view.decisions]
    return any(text and covered(text) != text for text in written)


def _against(view: CaseView) -> list[tuple[Appeal, Decision]]:
    """Each appeal with the decision that it is against, the newest first."""
    made = {one.id: one for one in view.decisions}
    return [(one, made[one.decision_id]) for one in reversed(view.appeals)]


def _neighbours(connection: Connection, visit: Visit, row: CaseRow, asked: Asked) -> list[CaseRow]:
    """The most urgent of the filters; and the case itself while it waits, wherever it stands."""
    narrowed = asked.narrow(user=visit.user.name, now=visit.now)
    found = list_cases(connection, now=visit.now, narrowed=narrowed, limit=NEIGHBOURS_MAX)
    is_shown = row.state == "decided" or any(one.id == row.id for one in found)
    return found if is_shown else [*found, row]


def _others(connection: Connection, visit: Visit, row: CaseRow, narrowed: Filter) -> list[CaseRow]:
    """What else waits and fits the filter, the most urgent first."""
    found = list_cases(connection, now=visit.now, narrowed=narrowed, limit=OTHERS_MAX + 1)
    return [other for other in found if other.id != row.id][:OTHERS_MAX]


def _of_others(said: Sequence[Label], visit: Visit) -> dict[int, list[Label]]:
    """What colleagues said of the findings, by their place."""
    others: defaultdict[int, list[Label]] = defaultdict(list)
    for one in said:
        if one.by != visit.user.name:
            others[one.finding].append(one)
    return others


def _values(findings: Sequence[Numbered], *, is_covered: bool) -> dict[int, str]:
    """The canonical values by the numbers of their findings."""
    return {
        one.number: cover_value(one.finding.value, one.finding.type)
        if is_covered
        else one.finding.value
        for one in findings
        if one.finding.value
    }


def _moved(
    console: Console, pk: int, message: Message, verdict: Verdict | None, *, shown: str
) -> dict[Category, list[str | None]]:
    """What raised each score that speaks against the message, in the words as they are shown.

    None stands for what came before.

    The models that judged may be older than those that explain, so this is no part of the verdict.
    """
    if verdict is None or not verdict.reasons or console.explained is None:
        return {}
    categories = [reason.category for reason in verdict.reasons]
    moved = console.explained.of(pk, message, categories)
    return {
        category: [shown[it.span.start : it.span.end] if it.span else None for it in influences]
        for category, influences in moved.items()
    }


def _room(history: Sequence[Earlier], findings: Sequence[Numbered]) -> list[Said]:
    """The history, oldest first; its last message is number -1."""
    return [
        Said(earlier.sender_role, mark(earlier.text, marks_in(place - len(history), findings)))
        for place, earlier in enumerate(history)
    ]


_NOT_DONE: Final[Mapping[type[StoreError], str]] = Words(
    {
        AlreadyDecided: N_("Not done: this case was decided in the meantime."),
        NotClaimed: N_(
            "Not done: the case is not yours any more. Your time ran out, or you gave it back."
        ),
        DecidedFirst: N_("Not done: you decided this first, so a colleague answers the appeal."),
        Unanswered: N_("Not done: an appeal has to be answered. Allow, mask, bounce or refuse."),
        NothingToUndo: N_("Not undone: no decision of yours stands here."),
    }
)


def _explain(error: StoreError) -> str:
    match error:
        case ClaimedByOther():
            return gettext(
                "Not done: %(name)s has this case, until %(moment)s.",
                name=error.by,
                moment=words.clock(error.until),
            )
        case UndoTooLate():
            moment = words.clock(error.until)
            return gettext("Not undone: it could be until %(moment)s.", moment=moment)
    return _NOT_DONE[type(error)]
