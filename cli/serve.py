"""``inbounds serve``: the HTTP server, API and console in one."""

from __future__ import annotations

import click
import uvicorn

from api.app import create_app
from config import logs
from config.settings import Settings


@click.command("serve")
def command() -> None:
    """Serve the API and the console at INBOUNDS_HOST and INBOUNDS_PORT. Ctrl-C stops it."""
    settings = Settings.read()
    settings.prepare()
    logs.configure(level=settings.log_level, format=settings.log_format)
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,  # ours stands already
        access_log=False,  # it would write addresses with what people put into them
    )
