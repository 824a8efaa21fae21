"""What a visitor has just done and may still take back: one bar for every deed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from console import words
from console.blind import decisions_seen, row_seen
from console.marking import number
from console.tongues import gettext, ngettext
from console.visit import Visit, with_filters
from store.batches import find_batch
from store.decisions import UNDO, UNDO_WINDOW, last_of
from store.desk import find_case
from store.errors import NotFound
from store.labels import labels_on
from store.reviews import last_answered
from store.snoozes import active_snoozes

UNDO_FIELD = "undo"  # in the address of the page after a deed: what was done, and to what
# "12" a decision on the case, "back-12" giving it back, "snooze-3", "label-12-0-none" a finding,
# "batch-7" many cases
_TOLD = re.compile(
    r"(?:(back|snooze|label|batch)-)?(\d{1,18})(?:-(\d{1,4})-(right|wrong|none))?", re.A
)


@dataclass(frozen=True, slots=True)
class Undoable:
    """A deed: ``text`` says what was done to ``what``; the form at ``place`` takes it back.

    ``until`` is None for what may be taken back at any time. ``part`` of the page is all that
    changes by it, where it is not all of it.
    """

    what: str
    text: str
    place: str
    until: datetime | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    part: str | None = None


def told_case(visit: Visit) -> int | None:
    """The case on which the address tells of a decision; None when it tells of no such thing."""
    told = _TOLD.fullmatch(visit.request.query_params.get(UNDO_FIELD, ""))
    return int(told[2]) if told and told[1] is None and told[3] is None else None


def find_undoable(
    connection: Connection, visit: Visit, *, case_id: int | None = None
) -> Undoable | None:
    """What the bar offers: the deed the address tells of, else the last decision on ``case_id``,
    else their last one anywhere, so that undoing again takes back the one before.

    Whoever takes it back comes to the filters under which they work.
    """
    found = _find(connection, visit, case_id)
    return found and replace(found, place=with_filters(visit, found.place))


def _find(connection: Connection, visit: Visit, case_id: int | None) -> Undoable | None:
    told = _TOLD.fullmatch(visit.request.query_params.get(UNDO_FIELD, ""))
    if told is None:
        of_case = None if case_id is None else _decision(connection, visit, case_id)
        return of_case or _last(connection, visit)
    kind, id = told[1], int(told[2])
    match kind:
        case "back":
            return Undoable(
                _case(id), gettext("given back, and open to all again"), f"/cases/{id}/claim"
            )
        case "snooze":
            return _snooze(connection, visit, id, case_id)
        case "batch":
            return _batch(connection, visit, id)
        case "label":
            return _label(connection, visit, told) if told[3] else None
    return _decision(connection, visit, id)


def _decision(connection: Connection, visit: Visit, case_id: int) -> Undoable | None:
    past = decisions_seen(connection, visit, case_id)
    if not past or past[-1].action == UNDO or past[-1].by != visit.user.name:
        return None
    if row_seen(connection, visit, case_id).state != "decided":  # an appeal has opened it again
        return None
    until = past[-1].at + UNDO_WINDOW
    if visit.now >= until:
        return None
    text = words.within(words.ACTION[past[-1].action])
    return Undoable(_case(case_id), text, f"/cases/{case_id}/undo", until)


def _last(connection: Connection, visit: Visit) -> Undoable | None:
    """Their last decision, alone or together with others; a second look looks like any other."""
    name, now = visit.user.name, visit.now
    made = last_of(connection, by=name, now=now)
    answered = last_answered(connection, by=name, now=now)
    if answered is not None and (made is None or answered[1] > made.at):
        return _decision(connection, visit, answered[0])
    if made is None:
        return None
    if made.batch is not None:
        return _batch(connection, visit, made.batch)
    return _decision(connection, visit, made.case_id)


def _batch(connection: Connection, visit: Visit, batch_id: int) -> Undoable | None:
    try:
        batch = find_batch(connection, batch_id)
    except NotFound:
        return None
    until = batch.at + UNDO_WINDOW
    if batch.by != visit.user.name or visit.now >= until:
        return None
    text = words.within(words.ACTION[batch.action])
    size = words.number(batch.size)
    what = ngettext("%(size)s case", "%(size)s cases", batch.size, size=size)
    return Undoable(what, text, f"/batches/{batch_id}/undo", until)


def _snooze(
    connection: Connection, visit: Visit, snooze_id: int, case_id: int | None
) -> Undoable | None:
    for one in active_snoozes(connection, now=visit.now):
        if one.id == snooze_id and one.by == visit.user.name:
            text = gettext("snoozed until %(moment)s", moment=words.moment(one.until))
            fields = {} if case_id is None else {"case": str(case_id)}
            place = f"/snoozes/{snooze_id}/end"
            return Undoable(words.CATEGORY[one.category], text, place, fields=fields)
    return None


def _label(connection: Connection, visit: Visit, told: re.Match[str]) -> Undoable | None:
    """What they said of a finding, which is named as the page of its case does."""
    try:
        view = find_case(connection, int(told[2]), now=visit.now)
    except NotFound:
        return None
    verdict = view.stored.verdict
    numbered = number(verdict.findings, verdict.excuses) if verdict else ()
    entry = next((one for one in numbered if one.position == int(told[3])), None)
    if entry is None:
        return None
    own = next(
        (
            one.is_right
            for one in labels_on(connection, view.row.message_pk)
            if one.by == visit.user.name and one.finding == entry.position
        ),
        None,
    )
    category = words.within(words.CATEGORY[entry.finding.category])
    what = gettext("Finding %(number)s, %(category)s", number=entry.number, category=category)
    fields = {"finding": told[3], "is": told[4], "undoing": "1"}
    place = f"/cases/{told[2]}/labels"
    return Undoable(what, words.LABELLED[own], place, fields=fields, part="#findings")


def _case(id: int) -> str:
    return gettext("Case %(id)s", id=id)
