"""``inbounds redis``: the Redis that ``run`` embeds, as a process to be watched and stopped."""

from __future__ import annotations

import time

import click

from cli.children import Stopped, stopped_by_signals
from config import redis_server
from config.redis_server import RedisServerError
from config.settings import Settings

LOOK_SECONDS = 0.5


@click.command("redis")
def command() -> None:
    """A Redis of our own in the var folder; serve and work find it there. Ctrl-C stops it."""
    settings = Settings.read()
    settings.prepare()
    try:
        with (
            stopped_by_signals(),
            redis_server.running(settings.redis_socket, log_path=settings.var_dir / "redis.log"),
        ):
            while redis_server.answers(settings.redis_socket):
                time.sleep(LOOK_SECONDS)
            raise RedisServerError(f"Redis ended; see {settings.var_dir / 'redis.log'}")
    except Stopped:
        return
