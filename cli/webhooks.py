"""``inbounds webhooks``: where events are sent to, and what could not be delivered."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from cli.admin import ready_database
from cli.refusals import refusals_told
from store import outbox, webhooks
from store.database import Database
from worker.targets import TargetError, parse


@click.group("webhooks")
def command() -> None:
    """Where message.judged, case.opened, case.decided and case.undone are sent to."""


@command.command("add")
@click.argument("name")
@click.argument("url")
def add(name: str, url: str) -> None:
    """Send events to URL from now on; prints the secret that signs them."""
    # ValueError: the name cannot be kept
    with (
        refusals_told(TargetError, ValueError),
        ready_database() as opened,
        opened.begin() as connection,
    ):
        now = datetime.now(UTC)
        secret = webhooks.add_webhook(connection, name=name, url=str(parse(url)), now=now)
    click.echo(secret)


@command.command("rotate")
@click.argument("name")
def rotate(name: str) -> None:
    """Sign with a new secret, which is printed; the old one signs as well for a day."""
    with ready_database() as opened, opened.begin() as connection:
        secret = webhooks.rotate_secret(connection, name=name, now=datetime.now(UTC))
    click.echo(secret)


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Send nothing there any more, not even what waits."""
    with ready_database() as opened, opened.begin() as connection:
        webhooks.remove_webhook(connection, name=name, now=datetime.now(UTC))


@command.command("list")
def list_all() -> None:
    """Where events are sent to, and how many wait or could not be delivered."""
    with ready_database() as opened, opened.read() as connection:
        known = webhooks.list_webhooks(connection, now=datetime.now(UTC))
        counts = outbox.count_deliveries(connection)
    for webhook in known:
        click.echo(f"{webhook.name}\t{webhook.url}\t{len(webhook.secrets)} secret(s)")
    click.echo(f"{counts['pending']} waiting, {counts['dead']} dead")


@command.command("dead")
def dead() -> None:
    """What could not be delivered: number, webhook, event, message, tries, why."""
    with ready_database() as opened, opened.read() as connection:
        after = 0
        while page := outbox.list_dead(connection, after=after):
            for row in page:
                told = (row.id, row.webhook, row.event, row.message_id, row.attempts, row.failure)
                click.echo("\t".join(map(str, told)))
            after = page[-1].id


@command.command("resend")
@click.argument("numbers", nargs=-1, type=click.IntRange(1))
@click.option("--all", "everything", is_flag=True, help="All that are dead.")
def resend(numbers: tuple[int, ...], everything: bool) -> None:
    """Send the dead ones with these NUMBERS again, for a day."""
    if bool(numbers) == everything:
        raise click.UsageError("give the numbers that `inbounds webhooks dead` shows, or --all")
    count = 0
    with ready_database() as opened:
        while page := _page(opened) if everything else numbers:
            with opened.begin() as connection:
                for number in page:
                    outbox.resend(connection, number, now=datetime.now(UTC))
            count += len(page)
            numbers = ()
    click.echo(f"{count} will be sent again")


def _page(opened: Database) -> tuple[int, ...]:
    with opened.read() as connection:
        return tuple(row.id for row in outbox.list_dead(connection))
