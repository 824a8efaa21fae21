"""``inbounds evaluate``: how right the verdicts are on labelled cases."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table

from bench.ablation import ablations
from bench.answers import AnswerError, judged_by
from bench.cases import Case, CaseError, read_all
from bench.report import write_page
from bench.robustness import robustness as rewritten
from bench.scoring import Judged, Score, Share, judge, score, score_by
from bench.split import SPLITS, split_of
from cli.engine import load_policy, load_scanner

PARTS: dict[str, Callable[[Case], str]] = {
    "category": lambda case: case.category or "innocent",
    "family": lambda case: case.family.partition(".")[0],
    "language": lambda case: case.language.partition("-")[0],
    "contract": lambda case: case.message.context.contract,
}


@click.command("evaluate")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--split",
    type=click.Choice((*SPLITS, "all")),
    default="all",
    show_default=True,
    help="Only the cases of this part; look at test to report, never to tune.",
)
@click.option("--policy", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--answers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Measure other software instead: its answers, a line for each case.",
)
@click.option("--ablation", is_flag=True, help="Say what each part of the road brings, instead.")
@click.option("--robustness", is_flag=True, help="Write the cases in other ways, instead.")
@click.option("--html", type=click.Path(path_type=Path), help="Write a page with plots.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), help="Write all numbers.")
def command(
    files: tuple[Path, ...],
    split: str,
    policy: Path | None,
    answers: Path | None,
    ablation: bool,
    robustness: bool,
    html: Path | None,
    json_file: Path | None,
) -> None:
    """Judge the labelled cases of FILES and compare, whole and part by part."""
    try:
        cases = read_all(files)
    except CaseError as error:
        raise click.ClickException(str(error)) from error
    cases = [case for case in cases if split in ("all", split_of(case.id))]
    if not cases:
        raise click.ClickException(f"no case of these files is in the {split} split")
    for is_asked, measures in ((ablation, ablations), (robustness, rewritten)):
        if is_asked:
            _print_table("", dict(measures(cases)))
            return
    judged = _judged_by(answers, cases) if answers else judge(load_scanner(policy), cases)
    parts = {name: score_by(judged, key) for name, key in PARTS.items()}
    _print(judged, parts)
    if json_file is not None:
        json_file.write_text(json.dumps(_numbers(judged, parts), indent=2), encoding="utf-8")
    if html is not None:
        write_page(html, judged, parts, load_policy(policy))


def _judged_by(answers: Path, cases: Sequence[Case]) -> list[Judged]:
    try:
        return judged_by(answers, cases)
    except AnswerError as error:
        raise click.ClickException(str(error)) from error


COLUMNS: dict[str, Callable[[Score], Share]] = {
    "caught": lambda measured: measured.caught,
    "stopped": lambda measured: measured.stopped_innocent,
    "held": lambda measured: measured.held_innocent,
    "ideal": lambda measured: measured.ideal,
    "values": lambda measured: measured.entities_found,
}


def _print(judged: Sequence[Judged], parts: dict[str, dict[str, Score]]) -> None:
    """The whole and its parts, and what the columns mean."""
    whole = score(judged)
    _print_table("", {"all cases": whole})
    for name, scores in parts.items():
        _print_table(f"by {name}", scores)
    iou = "–" if whole.span_iou is None else f"{whole.span_iou:.2f}"
    Console().print(
        "caught: violations stopped as they should be. stopped, held: of the innocent.\n"
        "ideal: the best decision exactly. values: labelled details found, of those given.\n"
        "The second figures are the interval that holds the true one 95 times in 100.\n"
        f"Details found that are labelled: {_share(whole.entities_right)}; span overlap {iou}."
    )


def _print_table(heading: str, scores: dict[str, Score]) -> None:
    """A line for each part; fits a terminal of 80 columns."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(heading, no_wrap=True)
    table.add_column("cases", justify="right")
    for column in COLUMNS:
        table.add_column(column, justify="right", no_wrap=True)
    for part, measured in scores.items():
        shares = (_share(share(measured)) for share in COLUMNS.values())
        table.add_row(part, str(measured.accepted.total), *shares)
    Console().print(table)


def _share(share: Share) -> str:
    if share.value is None or share.interval is None:
        return "–"
    low, high = share.interval
    return f"{share.value:.0%} [dim]{max(0.0, low) * 100:.0f}–{high * 100:.0f}[/dim]"


def _numbers(judged: Sequence[Judged], parts: dict[str, dict[str, Score]]) -> dict[str, Any]:
    return {
        "cases": len(judged),
        "all": asdict(score(judged)),
        "by": {
            name: {part: asdict(measured) for part, measured in scores.items()}
            for name, scores in parts.items()
        },
        "mistakes": [
            {"id": it.case.id, "decision": it.verdict.decision, "ideal": it.case.ideal}
            for it in judged
            if not it.is_right
        ],
    }
