"""``inbounds bench``: how fast, beside how right. Compare runs of one machine, not figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import click
from opentelemetry.sdk.trace import TracerProvider
from rich.console import Console
from rich.table import Table

from bench.cases import read_all
from bench.speed import HOSTILE, LENGTHS, growth, measure, side_by_side
from cli.engine import load_scanner
from config.tracing import OFF, Tracing
from scanner.message import Message
from scanner.road import INSTALLATION, Scanner
from worker.spans import scan_one

TRACED = 500  # messages; their median moves by less than a thousandth


@click.command("bench")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def command(files: tuple[Path, ...]) -> None:
    """Time the scanner on labelled cases (FILES, else all of data/) and on hostile texts."""
    paths = files or tuple(sorted((INSTALLATION / "data" / "cases").glob("*.jsonl")))
    scanner = load_scanner()
    console = Console()
    everyday = Table(title="labelled cases", title_justify="left")
    for heading in ("file", "p50 ms", "p99 ms", "one by one /s", "in batches /s"):
        everyday.add_column(heading, justify="left" if heading == "file" else "right")
    for path in paths:
        speed = measure(scanner, [case.message for case in read_all([path])])
        everyday.add_row(
            path.name,
            f"{speed.p50_ms:.2f}",
            f"{speed.p99_ms:.2f}",
            f"{speed.one_by_one:,.0f}",
            f"{speed.in_batches:,.0f}",
        )
    console.print(everyday)
    long = Table(title="texts by length, ms (and times the one before)", title_justify="left")
    long.add_column("made of")
    for length in LENGTHS:
        long.add_column(f"{length:,}", justify="right")
    for name, unit in HOSTILE.items():
        times = growth(scanner, unit)
        ratios = ["", *(f" ×{later / earlier:.1f}" for earlier, later in pairwise(times))]
        long.add_row(name, *(f"{t:.1f}{r}" for t, r in zip(times, ratios, strict=True)))
    console.print(long)
    console.print(_traces(scanner, [case.message for case in read_all(paths[:1])][:TRACED]))


def _traces(scanner: Scanner, messages: list[Message]) -> Table:
    """What traces cost, against the scanner alone."""
    tracing = Tracing(provider := TracerProvider(), provider.get_tracer("bench"))

    def made(message: Message) -> None:
        with tracing.span("request"):
            scan_one(scanner, message, tracing=tracing)

    ways: dict[str, Callable[[Message], object]] = {
        "the scanner alone": scanner.scan,
        "traces off": partial(scan_one, scanner, tracing=OFF),
        "traces made, and not sent": made,
    }
    table = Table("a scan", "times as long", title="traces", title_justify="left")
    for name, ratio in side_by_side(ways, messages).items():
        table.add_row(name, f"{ratio:.4f}")
    return table
