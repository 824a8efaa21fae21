"""Whatever happens, no message text reaches a log line."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

SECRET = "call me on +44 20 7946 0018"

# Each runs in a process of its own, since logging is global.
SETUP = f"""
import logging, threading, structlog
from config import logs
logs.configure(format="json")
log, secret = structlog.get_logger(), {SECRET!r}
"""


def lines_of(script: str) -> list[dict[str, Any]]:
    ran = subprocess.run(
        [sys.executable, "-c", SETUP + script], capture_output=True, text=True, check=False
    )
    assert ran.stdout == ""
    assert SECRET not in ran.stderr
    return [json.loads(line) for line in ran.stderr.splitlines()]


@pytest.mark.parametrize(
    "script",
    [
        "log.info('judged', text=secret)",
        "log.info('judged', extra={'text': secret})",
        "logging.getLogger('sqlalchemy.engine').error('INSERT %s', secret)",
        "logging.getLogger('rq.worker').warning(secret)",
        "logging.getLogger('anything').warning('odd', extra={'text': secret})",
        "logging.getLogger('uvicorn.error').error('broke', exc_info=ValueError(secret))",
        "logging.getLogger('anything').error('broke', exc_info=ValueError(secret))",
        "log.error('broke', exc_info=ValueError(secret))",
        "import warnings; logging.captureWarnings(True); warnings.warn(secret)",
        "raise ValueError(secret)",
        "raise ValueError(secret) from KeyError(secret)",
        "threading.Thread(target=lambda: int(secret)).start()",
    ],
)
def test_text_is_never_written(script: str) -> None:
    assert len(lines_of(script)) == 1


def test_dropped_field_is_named() -> None:
    (line,) = lines_of("log.info('judged', message=7, text=secret)")
    assert line["message"] == 7
    assert line["dropped"] == ["text"]


def test_exception_is_its_class_and_its_places() -> None:
    (line,) = lines_of("""
def parse(text):
    return int(text)
try:
    parse(secret)
except ValueError:
    log.exception("broke", step="view")
""")
    assert line["event"] == "broke"
    assert line["step"] == "view"
    assert line["error"] == "ValueError"
    assert [place.split()[-1] for place in line["at"]] == ["<module>", "parse"]


def test_crash_is_a_line_like_any_other() -> None:
    (line,) = lines_of("raise ValueError(secret)")
    assert (line["event"], line["level"], line["error"]) == ("crashed", "critical", "ValueError")


def test_server_may_say_where_it_listens() -> None:
    (line,) = lines_of("logging.getLogger('uvicorn.error').info('listening on %s', 'port 8000')")
    assert line["event"] == "listening on port 8000"


def test_console_format_is_for_eyes() -> None:
    script = (
        "from config import logs; import structlog; logs.configure(format='console')\n"
        "structlog.get_logger().info('judged', message=7)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "judged" in ran.stderr
    assert not ran.stderr.startswith("{")
