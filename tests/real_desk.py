"""The whole server with the real engine, and a real browser at its desk."""

from __future__ import annotations

import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from api.app import create_app
from cli.engine import load_scanner
from config import redis_server
from config.roles import Role
from config.settings import Settings
from console.pages.login import SESSION_LIFETIME
from console.security import SESSION_COOKIE
from scanner.road import Scanner
from store import sessions, users
from store.database import Database
from tests.services import browser
from worker.judge import utc_now


@dataclass(frozen=True, slots=True)
class RealDesk:
    """A desk at ``address``, without a slash at its end."""

    address: str
    database: Database
    chromium: Browser

    def signed_in(self, name: str, role: Role, **options: Any) -> BrowserContext:
        """Somebody's browser; options are Playwright's."""
        now = utc_now()
        with self.database.begin() as connection:
            user = users.create_user(connection, name=name, password="x" * 20, role=role, now=now)
            lifetime = SESSION_LIFETIME
            token, _ = sessions.open_session(connection, user, lifetime=lifetime, now=now)
        context = self.chromium.new_context(**options)
        url = f"{self.address}/"
        context.add_cookies([{"name": SESSION_COOKIE, "value": token, "url": url}])
        return context


@contextmanager
def real_desk(name: str, fill: Callable[[Database, Scanner], None]) -> Iterator[RealDesk]:
    """It stands, its database filled, until the block ends; nothing of it is left."""
    with tempfile.TemporaryDirectory(prefix=f"inbounds-{name}-") as folder:
        settings = Settings(var_dir=Path(folder))
        database = Database.open(settings.database_url)
        database.upgrade()
        scanner = load_scanner()
        fill(database, scanner)
        log = Path(folder) / "redis.log"
        with (
            redis_server.running(settings.redis_socket, log_path=log),
            socket.socket() as listening,
        ):
            listening.bind(("127.0.0.1", 0))
            app = create_app(settings, scanner=scanner)
            server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
            thread = threading.Thread(
                target=server.run, kwargs={"sockets": [listening]}, daemon=True
            )
            thread.start()
            address = f"http://127.0.0.1:{listening.getsockname()[1]}/console"
            with sync_playwright() as playwright:
                chromium = playwright.chromium.launch(
                    executable_path=browser.find(), args=browser.arguments()
                )
                yield RealDesk(address, database, chromium)
                chromium.close()
            server.should_exit = True
            thread.join(timeout=10)
        database.close()
