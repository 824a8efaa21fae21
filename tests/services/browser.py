"""Chromium: found on the machine, else installed where that is possible.

``python -m tests.services.browser`` installs it, or says why it cannot be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.services import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # It talks to nobody but our own server.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Containers often have a small /dev/shm, and a full one kills the page.
    "--disable-dev-shm-usage",
)


def find() -> Path | None:
    """The browser's program, or None: Debian's or Google's on the PATH, else Playwright's own."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


def arguments() -> list[str]:
    """Chromium's sandbox does not work for root, who runs CI."""
    return [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else list(ARGUMENTS)


def install() -> None:
    """Chromium is installed: by apt for root, else by Playwright. Raises CalledProcessError."""
    if debian.can_install():
        debian.install("chromium")
        return
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        check=True,
        timeout=debian.INSTALL_SECONDS,
        stdout=subprocess.DEVNULL,
    )


def main() -> None:
    """Whether a browser stands is told by the tests; here it only is tried."""
    if find() is not None:
        return
    print("Installing Chromium for the tests of the pages ...", flush=True)
    try:
        install()
    except (OSError, subprocess.SubprocessError) as error:
        print(f"Chromium could not be installed ({type(error).__name__}).", file=sys.stderr)


if __name__ == "__main__":
    main()
