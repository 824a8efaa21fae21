"""Lines with choices: every way that is drawn is one of them, and the data that ships is whole."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from bench.phrasings import DRAWS, composed, drawn, read_phrasings
from bench.utterances import Utterance, UtteranceError


def test_a_line_goes_one_of_its_ways() -> None:
    chance = Random(1)
    ways = {drawn("{pay|send {it|money} to} me {now|}", chance) for _ in range(200)}
    starts = ("pay me", "send it to me", "send money to me")
    assert ways == {*starts, *(f"{start} now" for start in starts)}


def test_the_same_seed_says_the_same_and_nothing_twice() -> None:
    line = Utterance("en", "contact.request", "{call|ring|phone} me {now|later|}")
    said = list(composed([line], seed=3))
    assert said == list(composed([line], seed=3))
    assert 1 < len({it.text for it in said}) == len(said) <= DRAWS
    assert {it.category for it in said} == {"contact.request"}


@pytest.mark.parametrize("line", ["pay {me|us", "pay me|us", "pay }me{"])
def test_a_choice_without_its_braces_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "en.txt").write_text(f"## en payment.offplatform\n{line}\n")
    with pytest.raises(UtteranceError, match="braces"):
        read_phrasings(tmp_path)


def test_those_that_ship_say_both_sides() -> None:
    phrasings = read_phrasings()
    innocent = [phrasing for phrasing in phrasings if phrasing.category is None]
    assert len(innocent) > len(phrasings) / 4
    assert len(list(composed(phrasings, seed=1))) > 4 * len(phrasings)
