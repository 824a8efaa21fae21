"""``inbounds policy`` as a shell runs it, on a real database and on labelled cases."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from config.settings import ROOT
from scanner.policy import Policy
from store import decisions, messages, verdicts
from store.database import Database
from store.schema import cases
from tests.verdicts import message, verdict
from worker.judge import utc_now

SHIPPED = (ROOT / "rules" / "policy.toml").read_text()


def inbounds(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cli.main", "policy", *arguments],
        cwd=ROOT,
        env=os.environ | environ,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def lines(ran: subprocess.CompletedProcess[str]) -> list[list[str]]:
    assert ran.returncode == 0, ran.stderr
    return [line.split() for line in ran.stdout.splitlines() if line.strip()]


def test_stored_verdicts_are_decided_again_and_nothing_is_changed(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    now = utc_now()
    said = {"m-4": ("hold", 1), "m-1": ("allow", 0.1), "m-2": ("hold", 0.97), "m-3": ("hold", 0.7)}
    for id, (decision, score) in said.items():
        came = now - timedelta(days=30 if id == "m-4" else 1)
        given = verdict(decision)  # type: ignore[arg-type]
        given = replace(given, scores=given.scores | {"contact.email": score}, failures=())
        with database.begin() as connection:
            (receipt,) = messages.receive(connection, [message(id)], now=came)
            verdicts.record(connection, receipt.pk, given, now=came)
            if id == "m-3":
                query = select(cases.c.id).where(cases.c.message_pk == receipt.pk)
                case_id = connection.execute(query).scalar_one()
                decisions.decide(connection, case_id, action="allow", by="mona", now=now)
    strict = tmp_path / "strict.toml"
    stricter = re.sub("flag_at = .*\nhold_at = .*", "flag_at = 0.8\nhold_at = 0.9", SHIPPED)
    strict.write_text(stricter)
    told = lines(inbounds("try", str(strict), INBOUNDS_DATABASE_URL=database_url))
    assert ["allow", "1", "2"] in told
    assert ["hold", "2", "1"] in told
    assert [
        "hold",
        "->",
        "allow:",
        "1,",
        "of",
        "which",
        "moderators",
        "decided:",
        "1",
        "allow",
    ] in told
    assert ["hold", "3", "1"] not in told  # of thirty days
    longer = inbounds("try", str(strict), "--days", "60", INBOUNDS_DATABASE_URL=database_url)
    assert ["hold", "3", "2"] in lines(longer)
    with database.read() as connection:
        assert messages.find(connection, "m-3").verdict is not None


def test_a_database_without_verdicts_is_told(database_url: str, database: Database) -> None:
    ran = inbounds("try", "rules/policy.toml", INBOUNDS_DATABASE_URL=database_url)
    assert ran.returncode != 0
    assert "no message was judged in the last 7 days" in ran.stderr


def test_a_policy_that_cannot_be_used_is_refused_with_the_fix(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(re.sub("flag_at = .*", "flag_at = 1.5", SHIPPED, count=1))
    for command in ("check", "try"):
        ran = inbounds(command, str(broken))
        assert ran.returncode != 0
        assert "flag_at" in ran.stderr
        assert "Traceback" not in ran.stderr


def test_thresholds_are_chosen_and_written(tmp_path: Path) -> None:
    some = tmp_path / "cases.jsonl"
    written = (ROOT / "data" / "cases" / "en_intent.jsonl").read_text().splitlines()
    some.write_text("\n".join(written[::2]) + "\n")
    out = tmp_path / "tuned.toml"
    told = lines(inbounds("tune", str(some), "--stopped", "5", "--out", str(out)))
    (after,) = (line for line in told if line[0] == "after:")
    assert float(after[after.index("stopped") + 1].strip("%,")) <= 5
    assert Policy.load(out).rows.keys() == Policy.parse(SHIPPED, name="shipped").rows.keys()
    assert out.read_text().count("\n") == SHIPPED.count("\n")
