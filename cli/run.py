"""``inbounds run``: the whole product on this machine, as one tree of processes."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime

import click
import httpx

from cli.admin import database
from cli.children import Child, Children, Stopped, stopped_by_signals, watch
from cli.first_login import FirstLogin, first_login
from config import logs, redis_server
from config.settings import Settings

DEATHS_MAX = 3  # of a server that never answered; what stops it thrice will not go away
ASK_SECONDS = 2.0


@click.command("run")
@click.option(
    "--demo/--no-demo",
    envvar="DEMO",
    default=True,
    help="Fill the queue with a realistic demonstration (DEMO=0 turns it off).",
)
def command(*, demo: bool) -> None:
    """Start everything on this machine: Redis, database, API, console and workers.

    Ctrl-C stops all of it; what was received and decided stays in the var folder.
    """
    settings = Settings.read()
    settings.prepare()
    logs.configure(level=settings.log_level, format=settings.log_format)
    if settings.redis_url is None:
        redis_server.find_server()
    with only_one(settings):
        _check_port(settings)
        run(settings, demo=demo)


def run(settings: Settings, *, demo: bool) -> None:
    """Everything runs until somebody asks it to end, and then nothing does.

    1. The database stands, with a first login and an API key.
    2. Redis, the server and the workers run, and are started again when they die.
    3. Once the server answers, it is said where.
    4. The demonstration comes in through the front door.
    """
    with database() as opened:
        opened.upgrade()
        opened.check_keys()
        with opened.begin() as connection:
            login = first_login(
                connection, kept_in=settings.first_login_file, now=datetime.now(UTC)
            )
    children = Children(os.environ)
    with contextlib.suppress(Stopped), stopped_by_signals():
        try:
            if settings.redis_url is None:
                children.add("redis", "redis")
            server = children.add("server", "serve")
            for number in range(1, settings.workers + 1):
                children.add(f"worker-{number}", "work")
            click.echo("Starting; rules and models are being loaded ...", err=True)
            _await_server(settings, children, server)
            click.echo(greeting(settings, login))
            if demo:
                children.add("demonstration", "demo", is_lasting=False)
            watch(children, until=lambda: False)
        finally:
            click.echo("\nStopping ...", err=True)
            children.stop()


@contextlib.contextmanager
def only_one(settings: Settings) -> Iterator[None]:
    """Nobody else runs with the same folder. The kernel lets go of the lock whatever happens."""
    with (settings.var_dir / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise click.ClickException(
                f"inbounds runs already with {settings.var_dir}; stop it, "
                "or give this one another folder with INBOUNDS_VAR_DIR"
            ) from None
        yield


def greeting(settings: Settings, login: FirstLogin) -> str:
    """Where everything is, how to get in, and a first thing to try."""
    here = settings.http_address
    body = json.dumps({"text": "write me at jane.roe@gmail.com"})
    login_told = f"login {login.name}   password {login.password}"
    if login.password is None:
        login_told = "with a login of yours; inbounds users create makes another"
    return f"""
inbounds is running. Ctrl-C stops it; the data stays in {settings.var_dir}

  console   {here}/console   {login_told}
  API       {here}/docs      key {login.api_key}

Try it:
  curl {here}/v1/previews -H 'Authorization: Bearer {login.api_key}' \\
       -H 'Content-Type: application/json' -d '{body}'
"""


def _check_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as error:
        raise click.ClickException(
            f"cannot listen on {settings.host} port {settings.port} ({error.strerror}); "
            "choose others with INBOUNDS_HOST and INBOUNDS_PORT"
        ) from None


def _await_server(settings: Settings, children: Children, server: Child) -> None:
    """The server answers. Raises ClickException when it dies again and again instead."""

    def is_ready() -> bool:
        if server.deaths >= DEATHS_MAX:
            raise click.ClickException("the server does not start; the lines above say why")
        try:
            return httpx.get(f"{settings.http_address}/readyz", timeout=ASK_SECONDS).is_success
        except httpx.HTTPError:
            return False

    watch(children, until=is_ready)
