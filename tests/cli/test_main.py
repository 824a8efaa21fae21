"""The command line tells what it has, quickly, and what is wrong, without a traceback."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys

import click
import pytest

from cli.main import COMMANDS
from config.settings import ROOT


def inbounds(
    *arguments: str, environ: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli.main", *arguments],
        cwd=ROOT,
        env=os.environ | (environ or {}),
        capture_output=True,
        text=True,
        check=False,
    )


def test_unknown_command_is_refused() -> None:
    ran = inbounds("sacn")
    assert ran.returncode == 2
    assert "sacn" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_wrong_setting_is_told_without_a_traceback() -> None:
    ran = inbounds("db", "upgrade", environ={"INBOUNDS_PORT": "eighty"})
    assert ran.returncode == 2
    assert ran.stderr.startswith("Error: INBOUNDS_PORT: 'eighty'")
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("heavy", ["fastapi", "sqlalchemy", "rq", "uvicorn"])
def test_scanning_loads_no_web_no_queue_and_no_database(heavy: str) -> None:
    script = (
        "import sys; from cli.main import inbounds\n"
        "inbounds(['scan', '--help'], standalone_mode=False)\n"
        f"sys.exit({heavy!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_loads(name: str) -> None:
    entry = COMMANDS[name]
    command = getattr(importlib.import_module(entry.module), entry.attribute)
    assert isinstance(command, click.Command)
    assert command.name == name


def test_help_lists_every_command() -> None:
    told = inbounds("--help").stdout
    assert [name for name in COMMANDS if f"\n  {name} " not in told] == []
