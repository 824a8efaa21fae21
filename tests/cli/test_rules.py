"""``inbounds rules`` as a shell runs it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RULES = Path(__file__).parents[2] / "rules"


def rules(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cli.main", "rules", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Rules of one's own, to be changed at will."""
    return Path(shutil.copytree(RULES, tmp_path / "rules"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_rules_are_true() -> None:
    done = rules("check")
    assert done.returncode == 0, done.stderr
    assert "all true" in done.stdout


def test_an_untrue_rule_fails_the_check_and_is_named(copy: Path) -> None:
    change(copy / "en.toml", "«are you on Viber»", "are «you on Viber»")
    done = rules("check", copy)
    assert done.returncode == 1
    assert "en.toml: en.request.detail: match" in done.stderr
    assert "finds «are you on Viber»" in done.stderr


def test_every_error_of_the_rules_is_told_without_a_traceback(copy: Path) -> None:
    change(copy / "en.toml", "confidence = 0.85", "confidence = 85")
    change(copy / "fr.toml", 'lang = "fr"', 'lang = "french"')
    done = rules("check", copy)
    assert done.returncode == 1
    assert "en.request.detail: confidence: 85" in done.stderr
    assert "fr.toml: lang" in done.stderr
    assert "Traceback" not in done.stderr


def test_list_shows_only_what_was_asked_for() -> None:
    lines = rules("list", "--lang", "fr", "--category", "scam").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["fr.scam.classic", "fr.refusal.no"]


def test_try_marks_what_each_rule_finds() -> None:
    done = rules("try", "hey, do you have telegram?")
    assert "en.request.detail: finds contact.request at 0.85" in done.stdout
    assert "hey, «do you have telegram?»" in done.stdout


def test_try_says_when_nothing_is_found() -> None:
    assert rules("try", "The draft is ready.").stdout == "No rule finds anything.\n"


def test_diff_names_added_removed_and_changed_rules(copy: Path) -> None:
    (copy / "sw.toml").unlink()
    change(copy / "en.toml", 'stage = "live"', 'stage = "trial"')
    there, back = rules("diff", RULES, copy).stdout, rules("diff", copy, RULES).stdout
    assert "- sw.request.detail: finds contact.request at 0.85" in there
    assert "~ en.request.detail: stage" in there
    assert "+ sw.request.detail" in back


def test_diff_of_the_same_rules_is_empty() -> None:
    assert rules("diff", RULES, RULES).stdout == ""


def test_diff_names_the_cases_that_are_judged_otherwise(copy: Path, tmp_path: Path) -> None:
    with (copy / "en.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[rule]]\nid = "en.scam.test"\nstage = "live"\nkind = "finding"\n'
            'category = "scam"\nconfidence = 0.9\npatterns = ["left handed hammer"]\n'
            'match = ["a «left-handed hammer»"]\npass = ["a hammer"]\n'
        )
    cases = tmp_path / "cases.jsonl"
    case = {
        "lang": "en",
        "family": "scam.file",
        "category": "scam",
        "violation": True,
        "accept": ["hold", "flag"],
        "ideal": "hold",
        "entities": [],
    }
    texts = {
        "found": "The left-handed hammer is drawn.",
        "clean": "The draft is ready.",
    }
    cases.write_text(
        "".join(json.dumps({**case, "id": id, "text": t}) + "\n" for id, t in texts.items()),
        encoding="utf-8",
    )
    done = rules("diff", RULES, copy, cases)
    assert done.returncode == 0, done.stderr
    assert re.search("^found: allow -> (flag|hold) scam$", done.stdout, re.MULTILINE)
    assert "1 of 2 cases are judged otherwise" in done.stdout
