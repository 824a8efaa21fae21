"""Old texts are taken out by hand as the workers do it by themselves."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from config.settings import ROOT
from store import messages, verdicts
from store.database import Database
from tests.verdicts import message, verdict
from worker.judge import utc_now


def test_texts_whose_time_is_over_are_taken_out_and_counted(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    def run(*arguments: str) -> list[str]:
        ran = subprocess.run(
            [sys.executable, "-m", "cli.main", "retention", *arguments],
            cwd=ROOT,
            env=os.environ
            | {
                "INBOUNDS_DATABASE_URL": database_url,
                "INBOUNDS_VAR_DIR": str(tmp_path),
                "INBOUNDS_KEEP_ALLOWED": "1s",
                "INBOUNDS_LOG_FORMAT": "json",
            },
            capture_output=True,
            text=True,
            check=True,
        )
        return ran.stdout.splitlines()

    for id, decision in (("m-1", "allow"), ("m-2", "hold")):
        with database.begin() as connection:
            (receipt,) = messages.receive(connection, [message(id)], now=utc_now())
            verdicts.record(connection, receipt.pk, verdict(decision), now=utc_now())  # type: ignore[arg-type]
    assert "last done\tnever" in run("show")
    time.sleep(1.1)
    assert run("run") == ["allowed\t1"]
    assert run("run") == ["nothing was old enough"]
    told = run("show")
    assert told[0] == "allowed\tkept 0 days 0 hours"
    assert told[-1] == "removed\tallowed\t1"
    assert "last done\tnever" not in told
    with database.read() as connection:
        assert messages.find(connection, "m-1").message.text == ""
        assert messages.find(connection, "m-2").message.text != ""
