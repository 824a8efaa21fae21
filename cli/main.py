"""The command ``inbounds``: a table of commands, each loaded when it is asked for."""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass

import click

from config.redis_server import RedisServerError
from config.settings import SettingsError

EXIT_REFUSED = 2  # what click itself answers to a wrong call


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is found, and the line that ``inbounds --help`` has for it."""

    module: str
    help: str
    attribute: str = "command"


COMMANDS = {
    "run": Entry("cli.run", "Everything on this machine: Redis, database, API, console, workers."),
    "scan": Entry("cli.scan", "Judge messages from files or a pipe; nothing is stored."),
    "evaluate": Entry("cli.evaluate", "How right the verdicts are on labelled cases."),
    "rules": Entry("cli.rules", "Check, list, try and compare rules."),
    "policy": Entry("cli.policy", "Check a policy, try it on what was judged, choose thresholds."),
    "models": Entry("cli.models", "Train and evaluate the learned parts; show their card."),
    "redis": Entry("cli.redis", "The Redis that run embeds, by itself."),
    "serve": Entry("cli.serve", "The HTTP API with the console."),
    "work": Entry("cli.work", "Judge queued messages."),
    "db": Entry("cli.admin", "Bring the database to this version.", "db"),
    "keys": Entry("cli.admin", "Make and revoke API keys.", "keys"),
    "webhooks": Entry("cli.webhooks", "Where events are sent to, and what did not arrive."),
    "audit": Entry("cli.audit", "Who did what, and whether that record still holds."),
    "export": Entry("cli.senders", "All that is kept on a sender, as JSON.", "export"),
    "erase": Entry("cli.senders", "Erase a sender from everything that is kept.", "erase"),
    "secrets": Entry("cli.secrets", "Keys that encrypt texts and fingerprint details."),
    "retention": Entry("cli.retention", "How long texts are kept, and taking out old ones."),
    "users": Entry("cli.admin", "Make logins for the console.", "users"),
    "demo": Entry("cli.demo", "Fill a running installation with realistic messages."),
    "load": Entry("cli.load", "A running system under load, and whether it holds the bars."),
    "bench": Entry("cli.bench", "How fast, beside how right."),
}


class Commands(click.Group):
    """Loads a command's module only for that command, so that ``scan`` starts without a web."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        found = getattr(importlib.import_module(entry.module), entry.attribute)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As click does it, from the table alone: help is shown without loading anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="inbounds")
def inbounds() -> None:
    """Keeps a freelance marketplace's messages within its terms of service."""


def main() -> None:
    """What a person can put right is told in their words, without a traceback."""
    try:
        inbounds(prog_name="inbounds")
    except (SettingsError, RedisServerError) as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(EXIT_REFUSED)


if __name__ == "__main__":
    main()
