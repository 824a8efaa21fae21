"""How long a moderator waits for the next case: ``python -m tests.pace [cases]``.

The whole server with the real engine, a real browser, and held and flagged messages of the labelled
cases. From the second key press to the frame that shows the next case, as the browser sees it.
"""

from __future__ import annotations

import statistics
import sys
from functools import partial

from playwright.sync_api import Page

from bench.cases import read_all
from config.settings import ROOT
from scanner.road import Scanner
from store.database import Database
from tests.real_desk import real_desk
from worker.judge import Judge

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
    with real_desk("pace", partial(fill, length=length)) as desk:
        page = desk.signed_in("mona", "moderator").new_page()
        page.goto(f"{desk.address}/")
        waits = sorted(_decide(page, length))
    print(
        f"{len(waits)} decisions: median {statistics.median(waits):.0f} ms,"
        f" 95 % within {waits[int(len(waits) * 0.95)]:.0f} ms, longest {waits[-1]:.0f} ms"
    )


def fill(database: Database, scanner: Scanner, *, length: int) -> None:
    """A few cases more than will be decided."""
    judge = Judge(database, scanner, name="pace")
    opened = 0
    for case in read_all(sorted((ROOT / "data" / "cases").glob("*.jsonl")))[::7]:
        if case.message.text:
            opened += judge.judge_now(case.message).case_id is not None
        if opened > length:
            break


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
