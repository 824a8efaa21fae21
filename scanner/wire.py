"""The verdict as other programs read it: the JSON shape of the command line and the API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scanner.notice import Notice
from scanner.verdict import Excuse, Failure, Finding, Otherwise, Reason, Verdict

SCORE_DIGITS = 4  # finer differences of a probability mean nothing to a reader


def verdict_record(verdict: Verdict, *, id: str | None) -> dict[str, Any]:
    """The verdict as plain JSON values; floats are rounded, nothing else is lost."""
    return {
        "id": id,
        "decision": verdict.decision,
        "reasons": [_reason(reason) for reason in verdict.reasons],
        "findings": [_finding(finding) for finding in verdict.findings],
        "excuses": [_excuse(excuse) for excuse in verdict.excuses],
        "scores": {category: _round(score) for category, score in verdict.scores.items()},
        "otherwise": [_otherwise(otherwise) for otherwise in verdict.otherwise],
        "failures": [_failure(failure) for failure in verdict.failures],
        "versions": {
            "rulebook": verdict.versions.rulebook,
            "policy": verdict.versions.policy,
            "models": verdict.versions.models,
            "views": verdict.versions.views,
        },
        "elapsed_ms": None if verdict.elapsed_ms is None else round(verdict.elapsed_ms, 3),
    }


def notice_record(told: Sequence[Notice]) -> dict[str, Any] | None:
    """What the sender is told, as plain JSON values; None for nothing."""
    if not told:
        return None
    return {
        "language": told[0].language,
        "reasons": [
            {
                "category": notice.category,
                "what": notice.what,
                "where": [
                    {"message": span.message, "start": span.start, "end": span.end}
                    for span in notice.where
                ],
                "why": notice.why,
                "instead": notice.instead,
            }
            for notice in told
        ],
        "appeal": told[0].appeal,
    }


def _round(score: float) -> float:
    return round(score, SCORE_DIGITS)


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "category": reason.category,
        "score": _round(reason.score),
        "decision": reason.decision,
        "threshold": reason.threshold,
        "text": reason.text,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "category": finding.category,
        "type": finding.type,
        "value": finding.value,
        "confidence": _round(finding.confidence),
        "spans": [
            {"message": span.message, "start": span.start, "end": span.end}
            for span in finding.spans
        ],
        "read_as": list(finding.read_as),
        "source": finding.source,
    }


def _excuse(excuse: Excuse) -> dict[str, Any]:
    return {
        "finding": _finding(excuse.finding),
        "reason": excuse.reason,
        "source": excuse.source,
        "weight": excuse.weight,
        "spans": [
            {"message": span.message, "start": span.start, "end": span.end} for span in excuse.spans
        ],
    }


def _otherwise(otherwise: Otherwise) -> dict[str, Any]:
    return {
        "decision": otherwise.decision,
        "category": otherwise.category,
        "score": _round(otherwise.score),
        "threshold": otherwise.threshold,
    }


def _failure(failure: Failure) -> dict[str, Any]:
    return {"step": failure.step, "error": failure.error}
