"""``inbounds serve``: the HTTP server, API and console in one."""

from __future__ import annotations

import click
import uvicorn

from api.app import create_app
from api.connections import Connection
from api.serving import Server
from cli.refusals import refusals_told
from config import logs
from config.settings import Settings
from config.timeouts import IDLE_SECONDS, STOP_SECONDS
from models import ModelError
from scanner.ladders import LadderError
from scanner.notice import NoticeError
from scanner.policy import PolicyError
from scanner.rulebook import RulebookError
from store.errors import KeyMissing, KeyWrong


@click.command("serve")
def command() -> None:
    """Serve the API and the console at INBOUNDS_HOST and INBOUNDS_PORT. Ctrl-C stops it."""
    settings = Settings.read()
    settings.prepare()
    logs.configure(level=settings.log_level, format=settings.log_format)
    with refusals_told(
        RulebookError, PolicyError, ModelError, NoticeError, LadderError, KeyMissing, KeyWrong
    ):
        app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,  # ours stands already
        access_log=False,  # it would write addresses with what people put into them
        http=Connection,
        ws="none",
        server_header=False,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    leave = app.state.parts.modes.leave
    Server(config, drain_seconds=settings.drain_seconds, leave=leave).run()
