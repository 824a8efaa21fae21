"""Packages of Debian that tests need, for root, who runs CI."""

from __future__ import annotations

import os
import shutil
import subprocess

INSTALL_SECONDS = 600


def can_install() -> bool:
    """Whether we are root on a machine with apt."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str) -> None:
    """The package is installed. Raises OSError and SubprocessError."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    get = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    for command in (
        [*get, "update"],
        [*get, "install", "--yes", "--no-install-recommends", package],
    ):
        subprocess.run(
            command, check=True, env=quiet, timeout=INSTALL_SECONDS, stdout=subprocess.DEVNULL
        )
