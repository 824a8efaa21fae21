"""``inbounds policy``: what another policy would do before it does it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
from rich import box
from rich.console import Console
from rich.table import Table

from bench.cases import CaseError, read_all
from bench.scoring import judge
from bench.thresholds import outcome_of, tune, written
from cli.admin import ready_database
from cli.engine import load_policy, load_scanner
from scanner.road import INSTALLATION
from scanner.verdict import CATEGORIES, DECISIONS
from store.replay import Move, moves

POLICY = INSTALLATION / "rules" / "policy.toml"
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
PERCENT = 100.0


@click.group("policy")
def command() -> None:
    """Check a policy, try it on what was judged, choose its thresholds."""


@command.command()
@click.argument("file", type=FILE, default=POLICY)
def check(file: Path) -> None:
    """Say whether FILE can be used, and its version."""
    click.echo(f"{file.name}: version {load_policy(file).version}")


@command.command("try")
@click.argument("file", type=FILE)
@click.option("--days", type=click.IntRange(1), default=7, show_default=True)
def try_on(file: Path, days: int) -> None:
    """Decide the messages of the last days again by the policy in FILE; nothing is changed.

    The scores that were stored with their verdicts are compared with its thresholds, so it takes
    no scan, and says what would have become of them with the models and rules of then.
    """
    policy = load_policy(file)
    since = datetime.now(UTC) - timedelta(days=days)
    with ready_database() as opened, opened.read() as connection:
        counted = moves(connection, since=since, policy=policy)
    if not counted:
        raise click.ClickException(f"no message was judged in the last {days} days")
    _print_changes(counted)


def _print_changes(counted: Counter[Move]) -> None:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("", no_wrap=True)
    for name in ("then", "by this policy"):
        table.add_column(name, justify="right")
    for decision in DECISIONS:
        before = sum(count for (then, _, _), count in counted.items() if then == decision)
        after = sum(count for (_, now, _), count in counted.items() if now == decision)
        table.add_row(decision, f"{before:,}", f"{after:,}")
    Console().print(table)
    for then in DECISIONS:
        for now in DECISIONS:
            moved = {
                action: count
                for (before, after, action), count in counted.items()
                if then != now and (before, after) == (then, now)
            }
            if moved:
                click.echo(f"{then} -> {now}: {_moved(moved)}")


def _moved(by_action: dict[str | None, int]) -> str:
    decided = {action: count for action, count in by_action.items() if action is not None}
    told = ", ".join(f"{count:,} {action}" for action, count in sorted(decided.items()))
    whole = f"{sum(by_action.values()):,}"
    return f"{whole}, of which moderators decided: {told}" if told else whole


@command.command("tune")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--policy", type=FILE, default=POLICY, help="The policy to begin with.")
@click.option(
    "--stopped",
    type=click.FloatRange(0, PERCENT),
    default=2.0,
    show_default=True,
    help="Innocent messages that may be flagged or held, in percent.",
)
@click.option(
    "--held",
    type=click.FloatRange(0, PERCENT),
    default=0.5,
    show_default=True,
    help="Innocent messages that may be held, in percent.",
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write it there.")
def tune_on(
    files: tuple[Path, ...], policy: Path, stopped: float, held: float, out: Path | None
) -> None:
    """Choose thresholds that catch most of the labelled cases of FILES within limits.

    Measure them on other cases than these: inbounds evaluate OTHERS --policy OUT
    """
    try:
        cases = read_all(files)
    except CaseError as error:
        raise click.ClickException(str(error)) from error
    before = load_policy(policy)
    judged = judge(load_scanner(policy), cases)
    try:
        after = tune(judged, before, stopped=stopped / PERCENT, held=held / PERCENT)
        outcomes = [outcome_of(judged, it) for it in (before, after)]
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for name in ("", "flag_at", "", "hold_at", ""):
        table.add_column(name, no_wrap=True, justify="right" if name else "left")
    for category in CATEGORIES:
        old, new = before.rows[category], after.rows[category]
        table.add_row(
            category, f"{old.flag_at:g}", f"{new.flag_at:g}", f"{old.hold_at:g}", f"{new.hold_at:g}"
        )
    Console().print(table)
    for name, it in zip(("before", "after"), outcomes, strict=True):
        click.echo(
            f"{name}: caught {it.caught:.1%}, innocent stopped {it.stopped:.1%},"
            f" held {it.held:.1%}, the best decision {it.ideal:.1%}"
        )
    if out is not None:
        text = written(policy.read_text(encoding="utf-8"), after)
        out.write_text(text, encoding="utf-8")
        load_policy(out)
