"""``inbounds retention``: what was kept for its time is taken out."""

from __future__ import annotations

import click

from cli.admin import ready_database
from config import logs
from config.settings import Settings
from store.chores import last_done
from store.removal import removed
from worker.retention import CHORE, Retention, keep_of


@click.group("retention")
def command() -> None:
    """How long texts are kept, and taking out those whose time is over."""


@command.command("run")
def run() -> None:
    """Take out, now, all whose time is over; the workers do so by themselves every hour.

    It may be stopped at any moment and started again.
    """
    settings = Settings.read()
    logs.configure(level=settings.log_level, format=settings.log_format)
    with ready_database() as opened:
        done = Retention(opened, keep_of(settings)).run_once()
    for kind, count in sorted(done.items()):
        click.echo(f"{kind}\t{count}")
    if not done:
        click.echo("nothing was old enough")


@command.command("show")
def show() -> None:
    """How long each class is kept, when it was last looked, what was removed so far."""
    settings = Settings.read()
    with ready_database() as opened, opened.read() as connection:
        at, counts = last_done(connection, CHORE), removed(connection)
    for name in ("allowed", "cases", "labels", "details", "traffic"):
        kept = getattr(settings, f"keep_{name}")
        click.echo(f"{name}\tkept {kept.days} days {kept.seconds // 3600} hours")
    click.echo(f"last done\t{f'{at:%Y-%m-%d %H:%M}' if at else 'never'}")
    for kind, count in sorted(counts.items()):
        click.echo(f"removed\t{kind}\t{count}")
