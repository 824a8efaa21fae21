"""The network: served as it was taught, the same for the same seed, and bounded on long texts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Reading, Sign, network_training
from models import network as served_network
from models.network import PASSAGE, STEPS, Network, Table
from models.sequence import COLUMNS, Keys, Packed, keys_of, others, rows, words

ASKS = ("give me your number", "what is your number", "send your number please")
TELLS = ("the number of pages is ten", "ten pages please", "send the pages")
READINGS = [
    *(
        Reading(text, (Sign(0, "GIVE"),), (Sign(0, "asks"),), "hello there", ("a",))
        for text in ASKS
    ),
    *(Reading(text, before="so how many?") for text in TELLS),
    Reading(""),
    Reading("我的號碼"),
]
TARGETS = np.array([[1.0, 0.0]] * 3 + [[0.0, 1.0]] * 3 + [[0.0, np.nan]] * 2)


def sequences() -> list[tuple[Keys, Keys]]:
    return [(keys_of(words(reading)), keys_of(others(reading))) for reading in READINGS]


def taught(passes: int = 60, unfinished: Path | None = None) -> Network:
    return network_training.fit(
        sequences(), TARGETS, np.ones(8), seed=1, passes=passes, unfinished=unfinished
    )


@pytest.fixture(scope="module")
def network() -> Network:
    return taught()


def test_it_learns(network: Network) -> None:
    scores = np.array([network.scores(*rows(reading)) for reading in READINGS])
    assert np.all(scores[:3, 0] > scores[3:6, 0].max())
    assert np.all(scores[3:6, 1] > scores[:3, 1].max())


def test_it_is_served_as_it_was_taught() -> None:
    parts = network_training._parts(2, width=24, depth=2)
    shown = [network_training._with_sum(np.concatenate(one)) for one in sequences()]
    parts.model.initialize(shown, np.nan_to_num(TARGETS).astype(np.float32))
    chance = np.random.default_rng(3)
    parts.last.set_param("W", chance.normal(size=parts.last.get_param("W").shape).astype("f"))
    served = network_training._network(parts, 2)
    for taught, table in zip(parts.tables, served.tables, strict=True):  # in whole steps, too
        node = network_training.node_of(taught, "hashembed")
        node.set_param("E", table.steps * table.sizes[:, None])
    expected = parts.model.predict(shown)
    assert np.allclose([served.scores(*rows(reading)) for reading in READINGS], expected, atol=1e-4)


def test_the_same_seed_makes_the_same_network() -> None:
    one, other = taught(passes=2).arrays(), taught(passes=2).arrays()
    assert one.keys() == other.keys()
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_what_learns_on_keeps_its_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_training, "WIDTH", 48)
    monkeypatch.setattr(network_training, "DEPTH", 3)
    another = taught(passes=2)
    monkeypatch.undo()
    after = network_training.fit(sequences(), TARGETS, np.ones(8), seed=1, passes=2, known=another)
    assert (after.width, len(after.neighbours)) == (48, 3)
    assert (network_training.WIDTH, network_training.DEPTH) != (48, 3)


def test_what_was_ended_goes_on_after_its_last_whole_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def shown(*given: Any) -> Keys:
        seen.append(1)
        if len(seen) == ended_at:
            raise KeyboardInterrupt
        return teach(*given)

    teach, unfinished = network_training._shown, tmp_path / "network"
    monkeypatch.setattr(network_training, "_shown", shown)
    ended_at = 8 * 3 + 2  # texts, in the fourth pass
    with pytest.raises(KeyboardInterrupt):
        taught(passes=5, unfinished=unfinished)
    assert [it.name for it in tmp_path.iterdir()] == ["network"]
    ended_at = 0
    seen.clear()
    gone_on = taught(passes=5, unfinished=unfinished).arrays()
    assert len(seen) == 8 * 2
    at_once = taught(passes=5).arrays()
    assert all(np.array_equal(gone_on[name], at_once[name]) for name in at_once)


def test_sequences_in_one_array_teach_the_same() -> None:
    packed = Packed.of(READINGS)
    assert len(packed) == len(READINGS)
    for index, alone in enumerate(sequences()):
        assert all(map(np.array_equal, packed[index], alone))
    one = network_training.fit(packed, TARGETS, np.ones(8), seed=1, passes=2).arrays()
    other = taught(passes=2).arrays()
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_what_counts_for_nothing_is_left_out() -> None:
    some = [1, 2, 4, 5]
    counts = np.isin(np.arange(8), some).astype(float)
    one = network_training.fit(sequences(), TARGETS, counts, seed=1, passes=2).arrays()
    shown = [sequences()[index] for index in some]
    other = network_training.fit(shown, TARGETS[some], np.ones(4), seed=1, passes=2).arrays()
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_its_arrays_are_all_that_it_is(network: Network) -> None:
    again = Network.of_arrays(network.arrays())
    for reading in READINGS:
        assert np.array_equal(again.scores(*rows(reading)), network.scores(*rows(reading)))


def test_a_long_text_says_what_its_strongest_passage_says(network: Network) -> None:
    padding = "fine " * PASSAGE
    alone = network.scores(*rows(Reading(ASKS[0])))
    within = network.scores(*rows(Reading(f"{padding}{ASKS[0]} {padding}")))
    without = network.scores(*rows(Reading(padding * 2)))
    assert within[0] > without[0]
    assert within.shape == alone.shape


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_rows_and_finite_scores(network: Network, text: str) -> None:
    reading = Reading(text)
    keys = keys_of(rows(reading)[0][0])
    assert keys.shape[1] == COLUMNS
    assert np.all(np.isfinite(network.scores(*rows(reading))))


def test_a_table_is_half_a_step_from_its_vectors_at_most() -> None:
    vectors = np.random.default_rng(5).normal(size=(50, 16)).astype("f")
    vectors[7] = 0
    table = Table.of(vectors)
    half_a_step = np.abs(vectors).max(axis=1) / STEPS * 0.51
    off = np.abs(table.sums_of(np.arange(50)[:, None]) - vectors).max(axis=1)
    assert np.all(off <= half_a_step)
    pair = table.sums_of(np.array([[3, 4]]))
    assert np.allclose(pair, table.sums_of(np.array([[3]])) + table.sums_of(np.array([[4]])))


def test_what_is_learnt_beside_the_labels_is_not_served() -> None:
    beside = np.array([[1.0], [np.nan]] * 4)
    network = network_training.fit(
        sequences(), TARGETS, np.ones(8), beside=beside, seed=1, passes=60
    )
    scores = np.array([network.scores(*rows(reading)) for reading in READINGS])
    assert scores.shape == TARGETS.shape
    assert np.all(scores[:3, 0] > scores[3:6, 0].max())


def test_threads_share_what_is_remembered(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(served_network, "WORDS_KEPT", 3)
    given = [rows(reading) for reading in READINGS]
    expected = [network.scores(*it) for it in given]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda it: network.scores(*it), given * 40))
    assert np.allclose(found, expected * 40)
