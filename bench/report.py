"""The evaluation as one page that needs nothing else: bars, the worst mistakes, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from bench.curves import calibrations, operating_curve
from bench.scoring import Judged, Score, score
from scanner.policy import Policy

MISTAKES_SHOWN = 60


def write_page(
    path: Path, judged: Sequence[Judged], parts: dict[str, dict[str, Score]], policy: Policy
) -> None:
    """The file is a page of the scores and of the surest mistakes. Texts of cases are escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True
    )
    wrong = [it for it in judged if not it.is_right]
    wrong.sort(key=_sureness, reverse=True)
    page = environment.get_template("report.html").render(
        whole=score(judged),
        parts=parts,
        count=len(judged),
        wrong=wrong[:MISTAKES_SHOWN],
        calibrations=calibrations(judged),
        curve=operating_curve(judged, policy),
    )
    path.write_bytes(page.encode("utf-8", "replace"))


def _sureness(judged: Judged) -> float:
    """How far the scores were on the wrong side."""
    highest = max(judged.verdict.scores.values())
    return 1.0 - highest if judged.case.is_violation else highest
