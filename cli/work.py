"""``inbounds work``: one process that judges what was accepted."""

from __future__ import annotations

import click

from cli.refusals import refusals_told
from config import logs
from config.settings import Settings
from models import ModelError
from scanner.policy import PolicyError
from scanner.rulebook import RulebookError
from worker.loop import Worker


@click.command("work")
def command() -> None:
    """Judge queued messages until told to stop. Start as many as there are cores."""
    settings = Settings.read()
    settings.prepare()
    logs.configure(level=settings.log_level, format=settings.log_format)
    with refusals_told(RulebookError, PolicyError, ModelError):
        worker = Worker(settings, redis_url=settings.redis_address)
    worker.run()
