"""What somebody who knows many languages takes words for: signs, mail houses, numbers.

For the scribe, which learns what to make of it: what is a sign in some language is often none where
it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from models.dictation import tokens
from scanner.views.numbers.tables import (
    FILLER_WORDS,
    LANGUAGES,
    SPOKEN_BY,
    THRICE_WORDS,
    TWICE_WORDS,
)
from scanner.views.numbers.unspaced import FIGURE_WORDS
from scanner.views.signs.words import AT, AT_IN_PASSING, PLUS, PROVIDERS, SIGN_OF, SLASH

GOES_ON = "~"  # before the meaning of a phrase, for its words after the first
NUMBER, NUMBER_MAX = "number ", 999
HOUSE = "house "  # before the name of a mail house
PERHAPS_AT = "perhaps @"
TWICE, THRICE, THEN = "twice", "thrice", "then"
UNSPACED_MAX = 6  # clusters of a number word in a script without blanks

Phrase = tuple[str, ...]


def meanings_of(words: Sequence[str]) -> tuple[str, ...]:
    """The meaning of each token, of the longest phrase that begins there; "" for none known.

    ``words`` are those of ``models.dictation.tokens``.
    """
    found = [""] * len(words)
    at = 0
    while at < len(words):
        length, meaning = _longest(words, at)
        if meaning:
            found[at : at + length] = [meaning, *[GOES_ON + meaning] * (length - 1)]
        at += length
    return tuple(found)


def _longest(words: Sequence[str], at: int) -> tuple[int, str]:
    best, meaning = 1, ""
    for phrase, means in (*_signs().get(words[at], ()), *_numbers(words, at)):
        is_longer = len(phrase) > best or not meaning
        if is_longer and tuple(words[at : at + len(phrase)]) == phrase:
            best, meaning = len(phrase), means
    return best, meaning


def _numbers(words: Sequence[str], at: int) -> Iterator[tuple[Phrase, str]]:
    """The phrases that begin with the word, or with clusters that make one, and say a number."""
    for length in range(1, UNSPACED_MAX + 1):
        word = "".join(words[at : at + length])
        if word in SPOKEN_BY:
            yield from ((phrase, f"{NUMBER}{number}") for phrase, number in _said(word))
        if words[at].isascii():
            return


@cache
def _signs() -> dict[str, list[tuple[Phrase, str]]]:
    """By first token, what is no number."""
    listed = [(spelling, "@") for spelling in AT.split("|")]
    listed += SIGN_OF.items()
    listed += ((spelling, "/") for spelling in SLASH.split("|"))
    listed += ((spelling, "+") for spelling in PLUS.split("|"))
    listed += ((spelling, PERHAPS_AT) for spelling in AT_IN_PASSING.split("|"))
    for house, spellings in PROVIDERS.items():
        listed += ((said, HOUSE + house) for said in (house, *spellings.split("|")) if said)
    listed += ((said, f"{NUMBER}{digit}") for said, digit in FIGURE_WORDS.items())
    for said_so, means in ((TWICE_WORDS, TWICE), (THRICE_WORDS, THRICE), (FILLER_WORDS, THEN)):
        listed += ((said, means) for said in sorted(said_so))
    signs: dict[str, list[tuple[Phrase, str]]] = {}
    for spelling, means in listed:
        phrase = tuple(token.word for token in tokens(spelling))
        if phrase:
            signs.setdefault(phrase[0], []).append((phrase, means))
    return signs


@cache
def _said(word: str) -> tuple[tuple[Phrase, int], ...]:
    """The numbers of the phrases that begin with the word, in whatever language: the commonest."""
    counts: dict[Phrase, Counter[int]] = {}
    for code in SPOKEN_BY[word]:
        for words, number in LANGUAGES[code].beginning_with(word):
            if number <= NUMBER_MAX:
                phrase = tuple(token.word for token in tokens(" ".join(words)))
                counts.setdefault(phrase, Counter())[number] += 1
    return tuple(
        (phrase, min(numbers, key=lambda number: (-numbers[number], number)))
        for phrase, numbers in counts.items()
    )
