"""Real talk is measured set by set and label by label, with the real road."""

from __future__ import annotations

import json
from pathlib import Path

from bench.real_talk import read_talks
from bench.talk_scoring import score_talks
from scanner.road import Scanner

HAM = ("see you at six then", "the tests are green again", "can you send the invoice on friday?")
SPAM = ("Cheap followers and five star reviews for sale, 1000 for $9, order today!!!",)


def test_false_alarms_and_what_is_caught_are_told_by_label(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    lines = [*((text, "ham") for text in HAM), *((text, "spam") for text in SPAM)]
    path.write_text(
        "".join(json.dumps({"text": text, "label": label}) + "\n" for text, label in lines)
    )
    measured = {
        (source, label): score
        for source, label, score in score_talks(Scanner.load(), read_talks([path], seed=1))
    }
    assert set(measured) == {("mine", "innocent"), ("mine", "spam")}
    innocent, spam = measured["mine", "innocent"], measured["mine", "spam"]
    assert (innocent.flagged.total, spam.flagged.total) == (3, 1)
    assert innocent.auc is None
    assert spam.auc == 1.0
    assert spam.recall == 1.0
    assert innocent.held.hits <= innocent.flagged.hits
