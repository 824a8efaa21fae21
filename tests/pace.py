"""How long a moderator waits for the next case: ``python -m tests.pace [cases]``.

The whole server with the real engine, a real browser, and held and flagged messages of the labelled
cases. From the second key press to the frame that shows the next case, as the browser sees it.
"""

from __future__ import annotations

import socket
import statistics
import sys
import tempfile
import threading
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from api.app import create_app
from bench.cases import read_all
from cli.engine import load_scanner
from config.settings import ROOT, Settings
from console.pages.login import SESSION_LIFETIME
from console.security import SESSION_COOKIE
from store import sessions, users
from store.database import Database
from tests.services import browser
from worker.judge import Judge, utc_now

LENGTH = 60  # decisions, unless told otherwise

WATCH = """
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter") window.pressed = performance.now();
}, true);
document.addEventListener("shown", () => requestAnimationFrame(() => setTimeout(() => {
  window.arrived?.(performance.now() - window.pressed);
})));
"""


def main() -> None:
    """Prints the median, the 95th percentile and the longest wait."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else LENGTH
    with tempfile.TemporaryDirectory(prefix="inbounds-pace-") as folder:
        settings = Settings(var_dir=Path(folder))
        database = Database.open(settings.database_url)
        database.upgrade()
        scanner = load_scanner()
        judge = Judge(database, scanner, name="pace")
        opened = 0
        for case in read_all(sorted((ROOT / "data" / "cases").glob("*.jsonl")))[::7]:
            if case.message.text:
                opened += judge.judge_now(case.message).case_id is not None
            if opened > length:
                break
        with database.begin() as connection:
            name = "mona"
            mona = users.create_user(
                connection, name=name, password="x" * 20, role="moderator", now=utc_now()
            )
            token, _ = sessions.open_session(
                connection, mona, lifetime=SESSION_LIFETIME, now=utc_now()
            )
        with socket.socket() as listening:
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
                page = chromium.new_page()
                page.context.add_cookies(
                    [{"name": SESSION_COOKIE, "value": token, "url": f"{address}/"}]
                )
                page.goto(f"{address}/")
                waits = _decide(page, length)
                chromium.close()
            server.should_exit = True
            thread.join(timeout=10)
        database.close()
    waits.sort()
    print(
        f"{len(waits)} decisions: median {statistics.median(waits):.0f} ms,"
        f" 95 % within {waits[int(len(waits) * 0.95)]:.0f} ms, longest {waits[-1]:.0f} ms"
    )


def _decide(page: Page, length: int) -> list[float]:
    """The wait of each decision, in milliseconds: two keys, and the next case is drawn."""
    page.keyboard.press("n")
    page.wait_for_url("**/cases/*")
    page.evaluate(WATCH)
    waits = []
    for _ in range(length - 1):
        page.wait_for_timeout(1_000)  # a very quick reader
        page.evaluate("window.wait = new Promise((done) => { window.arrived = done; }); null")
        page.keyboard.press("r")
        page.keyboard.press("Enter")
        waits.append(page.evaluate("() => window.wait"))
    return waits


if __name__ == "__main__":
    main()
