"""``inbounds evaluate`` and ``models`` as a shell runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from config.settings import ROOT

CASES = str(ROOT / "data" / "cases" / "en_detail2.jsonl")


def inbounds(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cli.main", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)


def test_evaluation_is_told_and_written_as_numbers_and_as_a_page(tmp_path: Path) -> None:
    numbers, page = tmp_path / "numbers.json", tmp_path / "page.html"
    done = inbounds(
        *("evaluate", CASES, "--split", "dev", "--json", str(numbers), "--html", str(page))
    )
    assert done.returncode == 0, done.stderr
    assert "caught" in done.stdout
    told = json.loads(numbers.read_text())
    assert told["cases"] == told["all"]["accepted"]["total"] > 50
    assert {"category", "family", "language", "contract"} == set(told["by"])
    written = page.read_text()
    assert "<svg" in written
    assert "<script" not in written


def test_a_case_that_is_none_is_named_by_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": "a", "text": "no labels"}\n')
    done = inbounds("evaluate", str(file))
    assert done.returncode != 0
    assert "cases.jsonl, line 1" in done.stderr


def test_the_card_says_what_the_models_were_trained_on() -> None:
    done = inbounds("models", "card")
    assert done.returncode == 0, done.stderr
    assert "average_precision" in done.stdout
