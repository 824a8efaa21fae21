"""``inbounds load``: a running system under load, and whether it holds what was asked of it."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import click
import httpx
from rich.console import Console
from rich.table import Table

from bench.cases import read_all
from bench.load import CALLS, Call, LoadError, Report, Times, connect, drive
from bench.traffic import traffic
from config.settings import ROOT, Settings

CASES = ROOT / "data" / "cases"
WARM_SECONDS = 3.0  # not measured: connections and caches
EXIT_MISSED = 1
PERCENTILES = (50.0, 90.0, 99.0, 99.9)


@dataclass(frozen=True, slots=True)
class Bars:
    """What is asked of the system; None is nothing."""

    p50_ms: float | None
    p99_ms: float | None
    verdict_p99_ms: float | None
    per_second: float | None
    errors: float | None

    def missed(self, report: Report) -> Iterator[str]:
        """A line for each bar that the system did not hold."""
        wanted = (
            ("p50 of the answers, ms", self.p50_ms, report.answers, 50.0),
            ("p99 of the answers, ms", self.p99_ms, report.answers, 99.0),
            ("p99 until the verdict, ms", self.verdict_p99_ms, report.verdicts, 99.0),
        )
        for what, most, times, percentile in wanted:
            if most is not None and not len(times):
                yield f"{what}: nothing was measured, at most {most:g} asked"
            elif most is not None and times.ms(percentile) > most:
                yield f"{what}: {times.ms(percentile):.1f}, at most {most:g} asked"
        if self.per_second is not None and report.per_second < self.per_second:
            yield f"messages a second: {report.per_second:.1f}, at least {self.per_second:g} asked"
        if self.errors is not None and 100 * report.error_share > self.errors:
            share = 100 * report.error_share
            yield f"failed requests, %: {share:.2f}, at most {self.errors:g} asked"


@click.command("load")
@click.argument("address", required=False)
@click.option("--key", envvar="KEY", help="An API key that may scan; KEY in the environment.")
@click.option("--call", type=click.Choice(CALLS), default="scans", show_default=True)
@click.option(
    "--rate",
    type=click.FloatRange(min=0, min_open=True),
    default=20.0,
    show_default=True,
    help="Messages a second, whatever the answers take.",
)
@click.option("--seconds", type=click.FloatRange(min=1), default=30.0, show_default=True)
@click.option(
    "--batch",
    type=click.IntRange(1, 1000),
    default=1,
    show_default=True,
    help="Messages in one request; more than 1 with --call messages.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Of the mix and the moments.")
@click.option("--p50", type=float, help="Bar: half of the answers within so many ms.")
@click.option("--p99", type=float, help="Bar: 99 % of the answers within so many ms.")
@click.option("--verdict-p99", type=float, help="Bar: 99 % of the queued judged within so many ms.")
@click.option("--per-second", type=float, help="Bar: so many messages a second at the least.")
@click.option(
    "--errors",
    type=float,
    default=0.0,
    show_default=True,
    help="Bar: so many percent of the requests may fail.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def command(
    address: str | None,
    key: str | None,
    call: Call,
    rate: float,
    seconds: float,
    batch: int,
    seed: int,
    p50: float | None,
    p99: float | None,
    verdict_p99: float | None,
    per_second: float | None,
    errors: float,
    as_json: bool,
) -> None:
    """Put the system at ADDRESS under load; without one, what `inbounds run` started.

    The messages are stored and their cases opened, as everybody's: take an installation for it that
    nobody works with. Exits with 1 when a bar is missed.
    """
    if batch > 1 and call != "messages":
        raise click.UsageError("only --call messages takes more than one message in a request")
    if key is None:
        key = _first_key()
    bars = Bars(p50, p99, verdict_p99, per_second, errors)
    try:
        report = asyncio.run(
            _load(
                address or Settings.read().http_address,
                key,
                {"call": call, "rate": rate, "seconds": seconds, "batch": batch, "seed": seed},
            )
        )
    except LoadError as error:
        raise click.ClickException(str(error)) from None
    except httpx.HTTPError as error:
        raise click.ClickException(f"the system is not there ({type(error).__name__})") from None
    missed = list(bars.missed(report))
    if as_json:
        click.echo(json.dumps({**_record(report), "missed": missed}))
    else:
        _show(report)
    for line in missed:
        click.echo(f"MISSED  {line}", err=True)
    if missed:
        raise click.exceptions.Exit(EXIT_MISSED)


async def _load(address: str, key: str, asked: Mapping[str, Any]) -> Report:
    cases = read_all(sorted(CASES.glob("*.jsonl")))
    bodies = traffic(cases, seed=asked["seed"], run=f"load-{secrets.token_hex(4)}")
    async with connect(address, key) as client:
        (await client.get("/livez")).raise_for_status()
        await drive(client, bodies, **{**asked, "seconds": min(WARM_SECONDS, asked["seconds"])})
        return await drive(client, bodies, **asked)


def _first_key() -> str:
    file = Settings.read().first_login_file
    if not file.exists():
        raise click.UsageError("no key: give one with --key, or start `inbounds run` first")
    return str(json.loads(file.read_text())["api_key"])


def _record(report: Report) -> dict[str, Any]:
    return {
        "call": report.call,
        "rate": report.rate,
        "seconds": round(report.seconds, 3),
        "requests": report.requests,
        "messages": report.messages,
        "per_second": round(report.per_second, 2),
        "unstored": report.unstored,
        "errors": dict(report.errors),
        "answer_ms": _percentiles(report.answers),
        "verdict_ms": _percentiles(report.verdicts),
        "late_ms": _percentiles(report.late),
    }


def _percentiles(times: Times) -> dict[str, float] | None:
    if not len(times):
        return None
    kept = {f"p{percentile:g}": round(times.ms(percentile), 2) for percentile in PERCENTILES}
    return {**kept, "longest": round(times.longest_ms, 2)}


def _show(report: Report) -> None:
    table = Table(title=f"{report.call} at {report.rate:g} messages a second", title_justify="left")
    for heading in ("ms", *(f"p{percentile:g}" for percentile in PERCENTILES), "longest"):
        table.add_column(heading, justify="left" if heading == "ms" else "right")
    for name, times in (
        ("answer, from when it was due", report.answers),
        ("verdict, from being accepted", report.verdicts),
        ("sent later than due, our own fault", report.late),
    ):
        if len(times):
            cells = [*(times.ms(percentile) for percentile in PERCENTILES), times.longest_ms]
            table.add_row(name, *(f"{cell:,.1f}" for cell in cells))
    console = Console()
    console.print(table)
    failed = ", ".join(f"{count} {name}" for name, count in report.errors.most_common())
    console.print(
        f"{report.messages:,} messages in {report.seconds:.1f} s: "
        f"{report.per_second:,.1f} a second; {report.errors.total():,} of {report.requests:,} "
        f"requests failed{f' ({failed})' if failed else ''}; {report.unstored:,} not stored"
    )
