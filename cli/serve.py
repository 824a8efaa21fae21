"""``inbounds serve``: the HTTP server, API and console in one."""

from __future__ import annotations

import click
import uvicorn

from api.app import create_app
from cli.refusals import refusals_told
from config import logs
from config.settings import Settings
from models import ModelError
from scanner.notice import NoticeError
from scanner.policy import PolicyError
from scanner.rulebook import RulebookError

STREAMS_END = 3  # seconds; pages of the console keep a stream open, which never ends by itself


@click.command("serve")
def command() -> None:
    """Serve the API and the console at INBOUNDS_HOST and INBOUNDS_PORT. Ctrl-C stops it."""
    settings = Settings.read()
    settings.prepare()
    logs.configure(level=settings.log_level, format=settings.log_format)
    with refusals_told(RulebookError, PolicyError, ModelError, NoticeError):
        app = create_app(settings)
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,  # ours stands already
        access_log=False,  # it would write addresses with what people put into them
        timeout_graceful_shutdown=STREAMS_END,
    )
