"""``inbounds audit``: who did what, and whether that record still is what was written."""

from __future__ import annotations

import re
import sys

import click

from cli.admin import ready_database
from store import log
from store.audit import Audit, Seen
from store.audit import verify as verify_log

EXIT_BROKEN = 1
_SEEN = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


@click.group("audit")
def command() -> None:
    """The log of who did what: rows that are only added, each sealed with a hash."""


@command.command("verify")
@click.option("--seen", help="The last line of an earlier verify, ROWS:HASH, kept elsewhere.")
def verify(seen: str | None) -> None:
    """Read the whole log, and name every row that was changed, removed or put in.

    The last line is the log's end, ROWS:HASH. Keep it where whoever writes to the database cannot,
    and hand it back with --seen: then a log that was written anew as a whole is found as well.
    The exit code is 1 when something is wrong.
    """
    copy = None if seen is None else _seen(seen)
    with ready_database() as opened, opened.read() as connection:
        audit = verify_log(connection, seen=copy)
    _tell(audit)
    if audit.breaks:
        sys.exit(EXIT_BROKEN)


@command.command("show")
@click.option("--subject", help="Only rows on this, like case:7, key:shop or user:mona.")
@click.option("--actor", help="Only what they did, like mona or key:shop.")
def show(subject: str | None, actor: str | None) -> None:
    """Print the log, oldest first: number, moment (UTC), actor, event, subject, details."""
    with ready_database() as opened, opened.read() as connection:
        after = 0
        while page := log.read(connection, subject=subject, actor=actor, after=after):
            for row in page:
                told = (row.seq, f"{row.at:%Y-%m-%d %H:%M:%S}", row.actor, row.event, row.subject)
                click.echo("\t".join(map(str, (*told, row.details))))
            after = page[-1].seq


def _tell(audit: Audit) -> None:
    for broken in audit.breaks:
        click.echo(f"{broken.kind}: {broken.why}")
    if not audit.breaks:
        click.echo(f"The log holds: {audit.rows} rows.")
    click.echo(f"{audit.rows}:{audit.hash}")


def _seen(told: str) -> Seen:
    found = _SEEN.fullmatch(told)
    if found is None:
        raise click.UsageError("--seen takes the last line of an earlier verify, ROWS:HASH")
    return Seen(int(found[1]), found[2])
