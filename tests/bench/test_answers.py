"""Other software's answers are measured by the same rule, and bad ones named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.answers import AnswerError, judged_by
from bench.cases import read_all
from bench.scoring import score
from config.settings import ROOT

CASES = read_all([ROOT / "data" / "cases" / "en_contact.jsonl"])[:20]


def written(path: Path, *answers: object) -> Path:
    path.write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")
    return path


def test_who_answers_as_the_labels_say_is_right_everywhere(tmp_path: Path) -> None:
    answers = [
        {
            "id": case.id,
            "decision": case.ideal,
            "findings": [
                {"category": "contact.email", "type": entity.type, "value": entity.value}
                for entity in case.entities
            ],
        }
        for case in CASES
    ]
    measured = score(judged_by(written(tmp_path / "a.jsonl", *answers), CASES))
    assert measured.ideal.value == 1.0
    assert measured.entities_found.value == 1.0


def test_who_allows_everything_catches_nothing(tmp_path: Path) -> None:
    answers = [{"id": case.id, "decision": "allow"} for case in CASES]
    measured = score(judged_by(written(tmp_path / "a.jsonl", *answers), CASES))
    assert (measured.caught.hits, measured.stopped_innocent.hits) == (0, 0)


@pytest.mark.parametrize(
    "answer", [{"id": "x"}, {"decision": "hold"}, {"id": "x", "decision": "block"}, [], "hold"]
)
def test_a_bad_answer_is_named_with_its_line(tmp_path: Path, answer: object) -> None:
    with pytest.raises(AnswerError, match=r"a\.jsonl, line 1: write an object"):
        judged_by(written(tmp_path / "a.jsonl", answer), CASES)


def test_a_case_without_an_answer_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", {"id": CASES[0].id, "decision": "hold"})
    with pytest.raises(AnswerError, match=rf"19 cases have no answer, the first is {CASES[1].id}"):
        judged_by(path, CASES)
