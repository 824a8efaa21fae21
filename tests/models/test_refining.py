"""New cases are learned on top of what is known, by networks and regressions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import models
from bench.cases import Case, parse_case
from bench.lessons import read
from bench.refining import refine
from bench.split import split_of
from config.settings import ROOT
from models import CLASSIFIER, LANGUAGES, Classifier, manifest
from scanner.road import Scanner

ARTEFACTS = ROOT / "models" / "artefacts"
WAYS = ("quorble with me", "we could quorble", "let us quorble this", "quorble?", "I quorble daily")
TRADES = (
    "the logo",
    "the shop",
    "the survey",
    "the voice-over",
    "the novel",
    "the roof",
    "the app",
)


def _case(number: int, text: str, *, violation: bool) -> Case:
    labels = (
        {"category": "payment.offplatform", "accept": ["hold", "flag"], "ideal": "hold"}
        if violation
        else {"excuse": "ordinary", "accept": ["allow"], "ideal": "allow"}
    )
    context = {"contract": "none", "surface": "message", "sender_role": "client"}
    line = {"id": f"t-{number}", "lang": "en", "family": "x", "context": context, "history": []}
    rest = {"text": text, "violation": violation, "entities": [], "why": "a word nobody knows"}
    return parse_case({**line, **rest, **labels}, "here")


def _new_word() -> list[Case]:
    """Cases in which a word that nobody knows is what tells the violations."""
    texts = [
        (f"For {trade}, {way}", f"{way[0].upper()} of {trade} is fine")
        for trade in TRADES
        for way in WAYS
    ]
    return [
        _case(2 * number + violation, text[not violation], violation=bool(violation))
        for number, text in enumerate(texts)
        for violation in (0, 1)
    ]


def _payment(classifier: Classifier, cases: Sequence[Case]) -> np.ndarray:
    readings = read(Scanner.load(), [case.message for case in cases])
    return classifier.probabilities(readings)[:, classifier.labels.index("payment.offplatform")]


def test_what_is_new_is_learned_and_everything_else_stays(tmp_path: Path) -> None:
    cases = _new_word()
    ids = frozenset(case.id for case in cases)
    made = []
    for name in ("one", "two"):
        card = refine(cases, ids, ARTEFACTS, tmp_path / name, passes=20)
        made.append(manifest.check(tmp_path / name))
    assert made[0] == made[1]
    before, after = models.load(ARTEFACTS), models.load(tmp_path / "one")
    step = card["refined"][-1]
    assert step["from"] == before.version
    assert step["new"] == sum(split_of(case.id) == "train" for case in cases)
    files = [path.relative_to(ARTEFACTS) for path in ARTEFACTS.rglob("*") if path.is_file()]
    changed = {
        name.name
        for name in files
        if (ARTEFACTS / name).read_bytes() != (tmp_path / "one" / name).read_bytes()
    }
    assert changed == {CLASSIFIER, LANGUAGES, manifest.MANIFEST}
    assert np.array_equal(before.classifier.slopes, after.classifier.slopes)
    assert after.classifier.marks == before.classifier.marks
    measured = [case for case in cases if case.is_violation and split_of(case.id) != "train"]
    assert measured
    gained = _payment(after.classifier, measured) - _payment(before.classifier, measured)
    assert gained.mean() > 0.02


def test_nothing_new_of_the_train_split_is_an_error(tmp_path: Path) -> None:
    cases = [case for case in _new_word() if split_of(case.id) != "train"]
    with pytest.raises(ValueError, match="train split"):
        refine(cases, frozenset(case.id for case in cases), ARTEFACTS, tmp_path / "out")
    assert not (tmp_path / "out").exists()
