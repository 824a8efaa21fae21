"""Learned parts: reproducible, better than nothing, and refused when altered."""

from __future__ import annotations

import json
import pickle
import shutil
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import models
from bench.cases import read_all
from bench.teaching import teach
from config.settings import ROOT
from models import ModelError, Models, Reading, Sign, manifest
from models.classifier_training import FOLDS
from models.tokens import Tokenizer
from models.windows import WINDOW_LENGTH, windows

ARTEFACTS = ROOT / "models" / "artefacts"
CASES = sorted((ROOT / "data" / "cases").glob("*.jsonl"))

_loaded: list[Models] = []


def installed() -> Models:
    if not _loaded:
        _loaded.append(models.load(ARTEFACTS))
    return _loaded[0]


@pytest.mark.timeout(1200)  # it trains twice, and goes on once
def test_the_same_data_and_seed_make_the_same_files_and_what_is_kept_is_used(
    tmp_path: Path,
) -> None:
    # The classifier wants some of each in every fold.
    every = {None: 320, "contact.link": 32, "contact.meeting": 32}
    cases = [
        case
        for number, case in enumerate(read_all(CASES))
        if number % every.get(case.category, 160) == 0
    ]
    kept = tmp_path / "kept"
    made, learned = [], []
    for name, place in (("one", None), ("two", kept), ("three", kept)):
        out = tmp_path / name
        teach(cases, out, seed=3, generated=60, dictated=60, finder_passes=1, passes=1, kept=place)
        made.append(manifest.check(out))
        names = chain(kept.glob("network-*"), kept.glob("regressions-*"))
        learned.append({path: path.stat().st_mtime for path in names})
    assert made[0] == made[1] == made[2]
    assert len(learned[1]) == FOLDS + FOLDS + 1  # networks, regressions, and those of everything
    assert learned[1] == learned[2]
    assert not [*kept.glob("*.unfinished")]


def test_the_installed_models_beat_what_needs_no_training() -> None:
    dev = manifest.card(ARTEFACTS)["dev"]
    for label, measured in dev["labels"].items():
        baseline = max(measured["word_list"], measured["chance"])
        assert measured["average_precision"] > baseline, label
    assert dev["entities"]["f1"] > dev["entities"]["patterns"]


def test_the_installed_scribe_writes_down_most_of_what_is_dictated() -> None:
    measured = manifest.card(ARTEFACTS)["scribe"]["dev"]
    assert measured["details"] > 500
    assert measured["written"] > 0.5


@pytest.mark.parametrize("crime", ["altered", "missing", "no manifest", "another manifest"])
def test_models_that_are_not_whole_are_refused_by_name(tmp_path: Path, crime: str) -> None:
    folder = tmp_path / "artefacts"
    shutil.copytree(ARTEFACTS, folder)
    victim = folder / models.CLASSIFIER
    if crime == "altered":
        victim.write_bytes(victim.read_bytes() + b"\0")
    elif crime == "missing":
        victim.unlink()
    else:
        victim = folder / manifest.MANIFEST
        victim.unlink()
        if crime != "no manifest":
            victim.write_text(json.dumps({"files": []}))
    with pytest.raises(ModelError, match=victim.name):
        models.load(folder)


def test_no_artefact_is_a_pickle() -> None:
    for path in ARTEFACTS.rglob("*"):
        if path.is_file():
            with pytest.raises(Exception, match=r".*"), path.open("rb") as file:
                pickle.load(file)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text_has_probabilities_and_entities_within_it(text: str) -> None:
    loaded = installed()
    row = loaded.classifier.probabilities([Reading(text)])
    assert row.shape == (1, len(loaded.classifier.labels))
    assert np.all((row >= 0) & (row <= 1))
    for entity in loaded.entity_finder.entities([text])[0]:
        assert 0 <= entity.start < entity.end <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_tokens_joined_are_the_text(text: str) -> None:
    tokenizer: Tokenizer = installed().entity_finder._pipeline.tokenizer  # type: ignore[assignment]
    seen = "".join(token.text_with_ws for token in tokenizer(text))
    assert seen == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def test_several_texts_have_the_same_probabilities_as_one_by_one() -> None:
    readings = [Reading(text) for text in ("hello", "", "pay me outside", "x" * 5_000)]
    together = installed().classifier.probabilities(readings)
    apart = np.vstack([installed().classifier.probabilities([reading]) for reading in readings])
    assert np.allclose(together, apart, atol=1e-12)


def test_no_texts_have_no_probabilities() -> None:
    assert installed().classifier.probabilities([]).shape[0] == 0


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab. \n", max_size=2_000))
def test_windows_are_bounded_and_leave_nothing_out(text: str) -> None:
    signs = tuple(Sign(place, str(place)) for place in range(len(text)))
    seen = [{sign.name for sign in window.concepts} for window in windows(Reading(text, signs))]
    assert all(len(window.text) <= WINDOW_LENGTH for window in windows(Reading(text, signs)))
    assert set().union(*seen) == {sign.name for sign in signs}


def test_a_sentence_that_holds_a_head_is_also_read_on_its_own() -> None:
    text = "All fine so far. Write me there."
    signs = (Sign(0, "EVERY"), Sign(17, "WRITE"))
    whole, alone = windows(Reading(text, signs, heads=(23,)))
    assert whole.text == text
    assert (alone.text, alone.concepts) == ("Write me there.", (Sign(0, "WRITE"),))


def test_a_short_text_is_one_window() -> None:
    reading = Reading("short. and sweet.")
    assert list(windows(reading)) == [reading]


def test_the_number_of_windows_grows_with_the_text_and_no_faster() -> None:
    for unit in ("x", "word ", "One sentence. ", "."):
        assert len(list(windows(Reading((unit * 20_000)[:20_000])))) < 300
