"""Other software's answers to labelled cases, to be measured with the same rule as ours.

JSON lines as ``inbounds scan`` writes them; of each only ``id`` and ``decision`` are needed, and
``findings`` with ``value`` and ``spans`` where details are to be compared.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.cases import Case
from bench.scoring import Judged
from scanner.verdict import CATEGORIES, DECISIONS, Finding, Span, Verdict, Versions

_NONE = Versions(rulebook="", policy="", models="", views="")


class AnswerError(ValueError):
    """An answer that is none: where it stands, and what to write instead."""


def judged_by(path: Path, cases: Sequence[Case]) -> list[Judged]:
    """Each case with the answer of the file. Raises AnswerError, also for a case without one."""
    answers: dict[str, Verdict] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                answer = json.loads(line)
                answers[str(answer["id"])] = _verdict(answer)
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise AnswerError(
                    f"{path.name}, line {number}: write an object with id and decision "
                    f"({', '.join(DECISIONS)}), and findings as `inbounds scan` does"
                ) from error
    missing = [case.id for case in cases if case.id not in answers]
    if missing:
        raise AnswerError(
            f"{path.name}: {len(missing)} cases have no answer, the first is {missing[0]}; "
            "let the other software answer all of them"
        )
    return [Judged(case, answers[case.id]) for case in cases]


def _verdict(answer: dict[str, Any]) -> Verdict:
    if answer["decision"] not in DECISIONS:
        raise ValueError(answer["decision"])
    return Verdict(
        decision=answer["decision"],
        reasons=(),
        findings=tuple(map(_finding, answer.get("findings", ()))),
        excuses=(),
        scores=dict.fromkeys(CATEGORIES, 0.0),
        failures=(),
        versions=_NONE,
    )


def _finding(answer: dict[str, Any]) -> Finding:
    return Finding(
        category=answer["category"],
        source=str(answer.get("source", "")),
        spans=tuple(
            Span(int(span["message"]), int(span["start"]), int(span["end"]))
            for span in answer.get("spans", ())
        ),
        confidence=float(answer.get("confidence", 1.0)),
        type=answer.get("type"),
        value=answer.get("value"),
    )
