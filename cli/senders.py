"""``inbounds export`` and ``erase``: what is kept on a sender, and the end of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from cli.admin import ready_database
from store.database import Database
from store.dossier import PAGE_MAX_LENGTH, page_of, reports_made, strikes_of
from store.log import SYSTEM
from store.looks import look_at_sender
from worker import erasure

SCHEMA = "inbounds.sender.1"  # docs/privacy.md


@click.command("export")
@click.argument("sender")
@click.option("--output", "-o", type=click.File("w"), default="-", help="A file; else it is shown.")
def export(sender: str, output: Any) -> None:
    """Write all that is kept on SENDER as JSON, for the one who asks after it.

    It says nothing of others. The log says that it was written.
    """
    with ready_database() as opened:
        messages = list(_messages(opened, sender))
        with opened.begin() as connection:
            made = reports_made(connection, sender)
            struck = strikes_of(connection, sender)
            now = datetime.now(UTC)
            if messages or made:
                look_at_sender(connection, sender, by=SYSTEM, now=now, messages=len(messages))
    told = {
        "schema": SCHEMA,
        "sender": sender,
        "exported_at": now,
        "messages": messages,
        "strikes": struck,
        "reports_made": made,
    }
    json.dump(told, output, indent=1, default=datetime.isoformat)
    output.write("\n")


@click.command("erase")
@click.argument("sender")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase(sender: str, *, yes: bool) -> None:
    """Erase SENDER: what they wrote, and what names them, is kept nowhere afterwards.

    What was decided stays countable. Done again it does nothing; stopped, it is done by the next.
    """
    if not yes:
        click.confirm(f"Erase all that {sender} wrote? It cannot be taken back", abort=True)
    with ready_database() as opened:
        erased = erasure.erase(opened, sender)
    if erased.subject is None:
        click.echo("nothing was kept")
        return
    for name, value in asdict(erased).items():
        click.echo(f"{'log' if name == 'subject' else name}\t{value}")


def _messages(opened: Database, sender: str) -> Iterator[dict[str, Any]]:
    after: int | None = 0
    while after is not None:
        with opened.read() as connection:
            page = page_of(connection, sender, after=after, limit=PAGE_MAX_LENGTH)
        yield from page.messages
        after = page.last
