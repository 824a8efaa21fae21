"""A verdict as JSON and back, without the values of its findings: they are private."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from scanner.verdict import (
    Excuse,
    Failure,
    Finding,
    Otherwise,
    Reason,
    Span,
    Verdict,
    Versions,
)


def values_of(verdict: Verdict) -> tuple[str | None, ...]:
    """The canonical values of the findings, then those of the excuses, each in their order."""
    excused = (excuse.finding for excuse in verdict.excuses)
    return tuple(finding.value for finding in (*verdict.findings, *excused))


def write_verdict(verdict: Verdict) -> str:
    """The verdict without values, in ASCII."""
    fields = {
        "decision": verdict.decision,
        "reasons": [asdict(reason) for reason in verdict.reasons],
        "findings": [_write_finding(finding) for finding in verdict.findings],
        "excuses": [
            {
                "finding": _write_finding(excuse.finding),
                "reason": excuse.reason,
                "source": excuse.source,
                "weight": excuse.weight,
                "spans": _write_spans(excuse.spans),
            }
            for excuse in verdict.excuses
        ],
        "scores": verdict.scores,
        "failures": [asdict(failure) for failure in verdict.failures],
        "versions": asdict(verdict.versions),
        "otherwise": [asdict(otherwise) for otherwise in verdict.otherwise],
        "elapsed_ms": verdict.elapsed_ms,
    }
    return json.dumps(fields, separators=(",", ":"))


def read_verdict(body: str, values: Sequence[str | None]) -> Verdict:
    """What ``write_verdict`` was given; a value that is not there (any more) is None."""
    fields = json.loads(body)
    findings, excuses = fields["findings"], fields["excuses"]
    known = [*values, *[None] * (len(findings) + len(excuses) - len(values))]
    return Verdict(
        decision=fields["decision"],
        reasons=tuple(Reason(**reason) for reason in fields["reasons"]),
        findings=tuple(
            _read_finding(finding, value) for finding, value in zip(findings, known, strict=False)
        ),
        excuses=tuple(
            Excuse(
                finding=_read_finding(excuse["finding"], value),
                reason=excuse["reason"],
                source=excuse["source"],
                weight=excuse["weight"],
                spans=_read_spans(excuse["spans"]),
            )
            for excuse, value in zip(excuses, known[len(findings) :], strict=True)
        ),
        scores=fields["scores"],
        failures=tuple(Failure(**failure) for failure in fields["failures"]),
        versions=Versions(**fields["versions"]),
        otherwise=tuple(Otherwise(**otherwise) for otherwise in fields["otherwise"]),
        elapsed_ms=fields["elapsed_ms"],
    )


def spans_of(body: str) -> list[tuple[Span, ...]]:
    """Where the findings stand, then those of the excuses: in the order of ``values_of``."""
    fields = json.loads(body)
    found = [*fields["findings"], *(excuse["finding"] for excuse in fields["excuses"])]
    return [_read_spans(finding["spans"]) for finding in found]


def details_in(body: str) -> tuple[tuple[int, int], ...]:
    """Where the judged message gives a detail, excused ones too, as half-open ranges."""
    return tuple(
        (start, end)
        for finding in json.loads(body)["findings"]
        if finding["type"] is not None
        for message, start, end in finding["spans"]
        if message == 0
    )


def _write_finding(finding: Finding) -> dict[str, Any]:
    return {
        "category": finding.category,
        "type": finding.type,
        "source": finding.source,
        "confidence": finding.confidence,
        "spans": _write_spans(finding.spans),
        "read_as": finding.read_as,
    }


def _read_finding(fields: Mapping[str, Any], value: str | None) -> Finding:
    return Finding(
        category=fields["category"],
        type=fields["type"],
        source=fields["source"],
        confidence=fields["confidence"],
        spans=_read_spans(fields["spans"]),
        read_as=tuple(fields["read_as"]),
        value=value,
    )


def _write_spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.message, span.start, span.end] for span in spans]


def _read_spans(fields: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(message, start, end) for message, start, end in fields)
