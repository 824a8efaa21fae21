"""A minute of texts that nobody wrote: repeated signs, and cases with their characters changed.

Nothing here is timed; a text on which a search never ends stops the run for good, and shows as
that. The seed is fixed: what passes today passes tomorrow.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from itertools import permutations
from random import Random

import pytest

from bench.cases import Case, read_all
from bench.split import DATA
from scanner.message import TEXT_MAX_LENGTH, Message
from scanner.road import Scanner
from scanner.verdict import Verdict
from scanner.views.letters.look_alikes import LOOK_ALIKES

SEED = 20_261_126
REPEATED_LENGTH = 300  # characters
REPEATED = 600  # texts
MUTATED = 1_200  # cases
PIECES = (
    *string.punctuation,
    *" \n\ta0A٣é—①😀я你Ix·–",
    "at ", "dot", "nine ", ".com", "@a", "gmail", "\u200d", "\u0301", "\u202e", "red ",
)  # fmt: skip
INVISIBLE = "\u200b\u200d\u2060\u00ad\u034f\ufe0f"
ODD = (*INVISIBLE, "\0", "\ud83d", "\U0010ffff", "\u202e", "\u0301" * 9, "\n\n", "٣", "①", "🅰", "")


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return read_all(sorted((DATA / "cases").glob("*.jsonl")))


def assert_sound(scanner: Scanner, message: Message) -> Verdict:
    """Nothing broke, spans fit, and a second look sees the same. The verdict is returned."""
    verdict = scanner.scan(message)
    assert not verdict.failures, repr(message.text)
    texts = [*(earlier.text for earlier in message.history), message.text]
    for finding in verdict.findings:
        for span in finding.spans:
            assert 0 <= span.start < span.end <= len(texts[span.message - 1]), repr(message.text)
    (again,) = scanner.scan_many([message])
    assert (again.decision, again.findings) == (verdict.decision, verdict.findings)
    return verdict


def repeated(chance: Random) -> Iterator[str]:
    """One, two or three pieces in turn or in disorder, many times."""
    pairs = list(permutations(PIECES, 2))
    for piece in PIECES:
        yield piece * (REPEATED_LENGTH // len(piece))
    for first, second in chance.sample(pairs, REPEATED // 2):
        yield (first + second) * (REPEATED_LENGTH // len(first + second))
    for _ in range(REPEATED // 2):
        yield "".join(chance.choices(chance.sample(PIECES, 3), k=REPEATED_LENGTH // 2))


def mutated(text: str, chance: Random) -> str:
    """The text with a few of its characters changed, as a sender or a broken client would."""
    characters = list(text)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(characters) + 1)
        deed = chance.randrange(5)
        if deed == 0 or at == len(characters):
            characters.insert(at, chance.choice(ODD))
        elif deed == 1:
            characters[at] = chance.choice(LOOK_ALIKES.get(characters[at], "x"))
        elif deed == 2:
            characters[at] = characters[at].swapcase() * chance.randint(0, 3)
        elif deed == 3:
            characters[at] = chr(chance.randrange(0x110000))
        else:
            characters[at : at + 40] = characters[at : at + 40] * 3
    return "".join(characters)[:TEXT_MAX_LENGTH]


@pytest.mark.timeout(600)  # shared machines are slow
def test_repeated_signs_are_read_to_their_end(scanner: Scanner) -> None:
    for text in repeated(Random(SEED)):
        assert_sound(scanner, Message(text=text))


@pytest.mark.timeout(600)
def test_changed_characters_break_nothing(scanner: Scanner, cases: list[Case]) -> None:
    chance = Random(SEED)
    for case in chance.sample(cases, MUTATED):
        message = case.message
        text = mutated(message.text, chance)
        assert_sound(scanner, Message(text=text, context=message.context, history=message.history))
