"""What callers get of one case: all that is needed to decide it, and what was decided."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from api.answers import AppealOut, CaseOut, NoticeOut, Shape, VerdictOut, appeal_answer, case_answer
from scanner.ladders import LadderName, Step
from scanner.message import Role
from scanner.wire import verdict_record
from store.decisions import Action, Decision
from store.desk import CaseView
from store.reports import ReportReason
from store.strikes import Strike
from worker.told import notice_of


class EarlierOut(Shape):
    """An earlier message of the room."""

    sender_role: Role | None
    text: str


class StrikeOut(Shape):
    """What a violation brought its sender; `step` is its place on the ladder, from 1.

    One with `ended_at` was taken back.
    """

    ladder: LadderName
    step: int
    brings: Step
    at: datetime
    expires_at: datetime
    ended_at: datetime | None


class DecisionOut(Shape):
    """What a moderator did. `undoes` is the `id` of the decision that was taken back.

    `notice` is for the sender, null where they have nothing to be told; `strike` is what it brought
    them, if anything.
    """

    id: int
    action: Action | Literal["undo"]
    reason: str | None
    note: str | None
    by: str
    at: datetime
    undoes: int | None
    strike: StrikeOut | None
    notice: NoticeOut | None


class ReportOut(Shape):
    """One receiver's word."""

    reporter: str
    reason: ReportReason
    at: datetime


class SeenOut(Shape):
    """A detail that was found on other accounts, too: its place among the findings, from 0."""

    finding: int
    accounts: int


class AppealViewOut(AppealOut):
    """The same with what the sender wrote."""

    text: str | None


class CaseViewOut(CaseOut):
    """A case with all that is needed to decide it; `history` is oldest first."""

    text: str
    history: list[EarlierOut]
    verdict: VerdictOut | None
    decisions: list[DecisionOut]
    reports: list[ReportOut]
    appeals: list[AppealViewOut]
    seen_elsewhere: list[SeenOut]


def decision_answer(decision: Decision, view: CaseView) -> dict[str, Any]:
    """DecisionOut."""
    plain = DecisionOut.model_fields.keys() - {"strike", "notice"}
    strike = next((one for one in view.strikes if one.decision_id == decision.id), None)
    return {
        **{name: getattr(decision, name) for name in DecisionOut.model_fields if name in plain},
        "strike": None if strike is None else strike_answer(strike),
        "notice": notice_of(decision, view.stored.verdict, language=view.row.language),
    }


def strike_answer(strike: Strike) -> dict[str, Any]:
    """StrikeOut."""
    return {name: getattr(strike, name) for name in StrikeOut.model_fields}


def case_view_answer(view: CaseView) -> dict[str, Any]:
    """CaseViewOut."""
    message, verdict = view.stored.message, view.stored.verdict
    return {
        **case_answer(view.row),
        "text": message.text,
        "history": [
            {"sender_role": earlier.sender_role, "text": earlier.text}
            for earlier in message.history
        ],
        "verdict": None if verdict is None else verdict_record(verdict, id=view.stored.id),
        "decisions": [decision_answer(decision, view) for decision in view.decisions],
        "reports": [
            {name: getattr(report, name) for name in ReportOut.model_fields}
            for report in view.reports
        ],
        "appeals": [appeal_answer(one, AppealViewOut) for one in view.appeals],
        "seen_elsewhere": [
            {"finding": finding, "accounts": accounts}
            for finding, accounts in view.seen_elsewhere.items()
        ],
    }
