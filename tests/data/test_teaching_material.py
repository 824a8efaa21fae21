"""What teaches besides the cases: the lexicon of concepts, and the utterances."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.cases import read_all
from bench.concepts import CONCEPTS, REFERENCE, ConceptError, read_concepts
from bench.real_talk import TalkError, read_talks
from bench.split import split_of
from bench.utterances import UtteranceError, read_utterances
from config.settings import ROOT
from scanner.concepts import Lexicon, entries_of

FEWEST = 100  # concepts that a language must have to be of use


def test_every_language_has_most_concepts_and_no_unknown_one() -> None:
    concepts = read_concepts()
    assert len(concepts) >= 30
    for language, words in concepts.items():
        assert len(words) >= FEWEST, language
        assert all(listed.strip() for listed in words.values()), language


def test_a_concept_that_english_lacks_is_refused_by_file_and_name(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text((CONCEPTS / f"{REFERENCE}.toml").read_text())
    (tmp_path / "eo.toml").write_text('lang = "eo"\n[concepts]\nNENIO = "nenio"\n')
    with pytest.raises(ConceptError, match=r"eo\.toml: NENIO"):
        read_concepts(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I won't give you my phone number", ["NEG", "GIVE", "PHONE"]),
        ("ich kann dir meine Handynummer nicht geben", ["CAN", "NEG", "GIVE"]),
        ("我不能给你微信", ["GIVE", "APP"]),
    ],
)
def test_concepts_stand_in_the_order_of_the_text(text: str, expected: list[str]) -> None:
    found = [concept.name for concept in Lexicon(entries_of(read_concepts())).find(text)]
    places = [found.index(name) for name in expected]
    assert places == sorted(places), found


def test_no_concept_is_found_inside_a_longer_word() -> None:
    lexicon = Lexicon(entries_of({"en": {"FEE": "fee"}}))
    assert lexicon.find("coffee feels") == []


def test_utterances_are_read_and_none_is_a_case_that_measures() -> None:
    utterances = read_utterances()
    assert len(utterances) > 20_000
    texts = {utterance.text.casefold() for utterance in utterances}
    cases = read_all(sorted((ROOT / "data" / "cases").glob("*.jsonl")))
    measured = [case for case in cases if split_of(case.id) != "train"]
    assert [case.id for case in measured if case.message.text.strip().casefold() in texts] == []


@pytest.mark.parametrize(
    ("content", "place"),
    [("no heading\n", "line 1"), ("## en contact.request\nhi\n## en nonsense\n", "line 3")],
)
def test_a_bad_line_of_utterances_is_named(tmp_path: Path, content: str, place: str) -> None:
    (tmp_path / "mine.txt").write_text(content)
    with pytest.raises(UtteranceError, match=rf"mine\.txt, {place}"):
        read_utterances(tmp_path)


def test_a_bad_line_of_real_talk_is_named(tmp_path: Path) -> None:
    path = tmp_path / "chat.jsonl"
    path.write_text('{"text": "hello", "label": "chat"}\n{"text": 1}\n')
    with pytest.raises(TalkError, match=r"chat\.jsonl, line 2"):
        read_talks([path], seed=1)
