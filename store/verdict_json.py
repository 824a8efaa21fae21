"""A verdict as JSON and back: the proof for the verdict's row, the values for the private column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Encoded:
    """``proof`` has the JSON columns of a verdict by name and quotes nobody; ``values`` does.

    ``values`` maps the index of a finding, as a string, to its canonical value. Findings that stand
    in excuses alone are counted on after the verdict's own.
    """

    proof: Mapping[str, Any]
    values: Mapping[str, str]


def encode(verdict: Verdict) -> Encoded:
    """The verdict, with what people wrote told apart."""
    own = list(verdict.findings)
    excused = [excuse.finding for excuse in verdict.excuses if excuse.finding not in own]
    every = own + excused
    proof = {
        "decision": verdict.decision,
        "reasons": [_plain(reason) for reason in verdict.reasons],
        "findings": [_finding(finding) for finding in own],
        "excuses": [
            {
                "finding": _finding(excuse.finding),
                "index": every.index(excuse.finding),
                "reason": excuse.reason,
                "source": excuse.source,
                "weight": excuse.weight,
                "spans": _spans(excuse.spans),
            }
            for excuse in verdict.excuses
        ],
        "scores": dict(verdict.scores),
        "failures": [_plain(failure) for failure in verdict.failures],
        "versions": _plain(verdict.versions),
        "otherwise": [_plain(otherwise) for otherwise in verdict.otherwise],
        "elapsed_ms": verdict.elapsed_ms,
    }
    values = {
        str(index): finding.value for index, finding in enumerate(every) if finding.value is not None
    }
    return Encoded(proof, values)


def decode(proof: Mapping[str, Any], values: Mapping[str, str]) -> Verdict:
    """The verdict that was encoded; a value that was erased since is None."""
    return Verdict(
        decision=proof["decision"],
        reasons=tuple(Reason(**reason) for reason in proof["reasons"]),
        findings=tuple(
            _to_finding(finding, values.get(str(index)))
            for index, finding in enumerate(proof["findings"])
        ),
        excuses=tuple(
            Excuse(
                finding=_to_finding(excuse["finding"], values.get(str(excuse["index"]))),
                reason=excuse["reason"],
                source=excuse["source"],
                weight=excuse["weight"],
                spans=_to_spans(excuse["spans"]),
            )
            for excuse in proof["excuses"]
        ),
        scores=dict(proof["scores"]),
        failures=tuple(Failure(**failure) for failure in proof["failures"]),
        versions=Versions(**proof["versions"]),
        otherwise=tuple(Otherwise(**otherwise) for otherwise in proof["otherwise"]),
        elapsed_ms=proof["elapsed_ms"],
    )


def _plain(part: Reason | Failure | Versions | Otherwise) -> dict[str, Any]:
    return {name: getattr(part, name) for name in part.__slots__}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "category": finding.category,
        "type": finding.type,
        "confidence": finding.confidence,
        "spans": _spans(finding.spans),
        "read_as": list(finding.read_as),
        "source": finding.source,
    }


def _to_finding(plain: Mapping[str, Any], value: str | None) -> Finding:
    return Finding(
        category=plain["category"],
        source=plain["source"],
        spans=_to_spans(plain["spans"]),
        confidence=plain["confidence"],
        type=plain["type"],
        value=value,
        read_as=tuple(plain["read_as"]),
    )


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.message, span.start, span.end] for span in spans]


def _to_spans(plain: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(message, start, end) for message, start, end in plain)
